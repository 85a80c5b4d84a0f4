/** The part of the contract that is about clippings and the reader's own facts. */
import * as v from 'valibot';
import { ClipFormSchema, NewNameSchema } from '../core/clipping/clip-form';
import {
  DriftReportSchema,
  KnownFindingSchema,
  OpenedClipSchema,
  OwnFactsSchema,
  OwnSectionSchema,
  SavedSchema,
} from '../core/clipping/clip-schema';

const nothing = v.strictObject({});
const key = v.pipe(v.string(), v.maxLength(170));
const clip = v.pipe(v.string(), v.maxLength(60));
const ownRecord = v.strictObject({ key, section: OwnSectionSchema });

export const clipProtocol = {
  /** What was clipped. `keep` answers for a private window, of which nothing was read before. */
  openClip: {
    from: 'panel',
    params: v.strictObject({ clip, keep: v.boolean() }),
    result: OpenedClipSchema,
  },
  discardClip: { from: 'panel', params: v.strictObject({ clip }), result: nothing },
  /** What is known of what a form says; `claim`: the one that the form changes. */
  getClipFindings: {
    from: 'panel',
    params: v.strictObject({ form: ClipFormSchema, claim: v.nullable(key) }),
    result: v.strictObject({ findings: v.array(KnownFindingSchema) }),
  },
  /** Stores the form as a new claim (`clip`), or in the place of one (`claim`). */
  saveClip: {
    from: 'panel',
    params: v.strictObject({
      form: ClipFormSchema,
      clip: v.nullable(clip),
      claim: v.nullable(key),
    }),
    result: SavedSchema,
  },
  /** The same for a name alone. */
  saveOwnName: {
    from: 'panel',
    params: v.strictObject({
      name: NewNameSchema,
      clip: v.nullable(clip),
      entity: v.nullable(key),
    }),
    result: SavedSchema,
  },
  getOwnFacts: { from: 'panel', params: nothing, result: OwnFactsSchema },
  /** A stored claim as a form; null where there is none. */
  getOwnClaim: {
    from: 'panel',
    params: v.strictObject({ claim: key }),
    result: v.strictObject({ form: v.nullable(ClipFormSchema) }),
  },
  /** False where other facts still need it. */
  removeOwn: {
    from: 'panel',
    params: ownRecord,
    result: v.strictObject({ done: v.boolean() }),
  },
  restoreOwn: {
    from: 'panel',
    params: ownRecord,
    result: v.strictObject({ done: v.boolean() }),
  },
  /** Whether the excerpts of a source still stand in its page, where a tab shows it. */
  checkOwnSource: {
    from: 'panel',
    params: v.strictObject({ source: v.pipe(v.string(), v.maxLength(80)) }),
    result: DriftReportSchema,
  },
} as const;
