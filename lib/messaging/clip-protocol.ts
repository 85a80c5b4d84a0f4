/** The part of the contract that is about clippings and the reader's own facts. */
import * as v from 'valibot';
import { ClipFormSchema, NewNameSchema } from '../core/clipping/clip-form';
import {
  DriftReportSchema,
  KnownFindingSchema,
  NameTwinSchema,
  OpenedClipSchema,
  OwnFactsSchema,
  OwnSectionSchema,
  PackClaimSchema,
  PackNameSchema,
  PageClipsSchema,
  SavedSchema,
} from '../core/clipping/clip-schema';
import { ClaimPartSchema } from '../core/clipping/record-forms';

const nothing = v.strictObject({});
const key = v.pipe(v.string(), v.maxLength(170));
const clip = v.pipe(v.string(), v.maxLength(60));
const ownRecord = v.strictObject({ key, section: OwnSectionSchema });

const tab = v.pipe(v.number(), v.integer(), v.minValue(0));

export const clipProtocol = {
  /**
   * Opens the window of a clipping from the calling frame: of what is selected there, else of the
   * sentence around the place that the card has left. The page's text is no part of the message.
   */
  beginClip: {
    from: 'page',
    params: v.strictObject({
      entity: v.nullable(key),
      place: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
    }),
    result: nothing,
  },
  /** The same for what is selected in a tab. */
  clipTab: { from: 'panel', params: v.strictObject({ tab }), result: nothing },
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
  /** Another written form of a name that is known. */
  saveOwnForm: {
    from: 'panel',
    params: v.strictObject({
      form: v.pipe(v.string(), v.maxLength(20_000)),
      entity: key,
      clip: v.nullable(clip),
    }),
    result: SavedSchema,
  },
  /** A claim of an imported pack as a form; null where there is none. */
  getPackClaim: {
    from: 'panel',
    params: v.strictObject({ claim: key }),
    result: v.strictObject({ found: v.nullable(PackClaimSchema) }),
  },
  savePackClaim: {
    from: 'panel',
    params: v.strictObject({ claim: key, part: ClaimPartSchema }),
    result: SavedSchema,
  },
  /** The same for a name. */
  getPackName: {
    from: 'panel',
    params: v.strictObject({ entity: key }),
    result: v.strictObject({ found: v.nullable(PackNameSchema) }),
  },
  savePackName: {
    from: 'panel',
    params: v.strictObject({ entity: key, name: NewNameSchema }),
    result: SavedSchema,
  },
  /** Makes it again what its pack says; that is a change too, and can be undone. */
  revertPackRecord: { from: 'panel', params: ownRecord, result: SavedSchema },
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
  /** What was clipped from the page that the tab shows, held against that page. */
  checkTab: { from: 'panel', params: v.strictObject({ tab }), result: PageClipsSchema },
  /** Which of these written forms are known as names; `entity`: the one that is being edited. */
  findNameTwins: {
    from: 'panel',
    params: v.strictObject({
      forms: v.pipe(v.array(v.pipe(v.string(), v.maxLength(20_000))), v.maxLength(1000)),
      entity: v.nullable(key),
    }),
    result: v.strictObject({ twins: v.array(NameTwinSchema) }),
  },
  /** Whether the excerpts of a source still stand in its page, where a tab shows it. */
  checkOwnSource: {
    from: 'panel',
    params: v.strictObject({ source: v.pipe(v.string(), v.maxLength(80)) }),
    result: DriftReportSchema,
  },
} as const;
