/** What the background tells of clippings and of the reader's own facts, checked at both ends. */
import * as v from 'valibot';
import { ENTITY_KINDS } from '../facts/pack-schema';
import { PACK_ORIGINS } from '../facts/verification';
import { PROBLEM_CODES } from '../packs/import-problem';
import { ClipExcerptSchema, ClipFormSchema, ClipNoticeSchema, NewNameSchema } from './clip-form';
import { ClaimPartSchema } from './record-forms';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const ProblemSchema = v.strictObject({
  code: v.picklist(PROBLEM_CODES),
  place: v.strictObject({
    line: v.exactOptional(v.number()),
    path: v.exactOptional(v.string()),
    column: v.exactOptional(v.string()),
  }),
  values: v.record(v.string(), v.union([v.string(), v.number()])),
});

export const DraftedSchema = v.strictObject({
  state: v.literal('drafted'),
  form: ClipFormSchema,
  notices: v.array(ClipNoticeSchema),
  /** Where a sentence is offered: the paragraph around it; null where that is no more. */
  paragraph: v.nullable(ClipExcerptSchema),
});

export const OpenedClipSchema = v.variant('state', [
  v.strictObject({ state: v.picklist(['ask', 'nothing', 'unreadable', 'gone']) }),
  DraftedSchema,
]);
export type OpenedClip = v.InferOutput<typeof OpenedClipSchema>;

export const SavedSchema = v.variant('ok', [
  v.strictObject({
    ok: v.literal(true),
    key: v.string(),
    /** In an imported pack: number of the change; absent where nothing was changed. */
    change: v.exactOptional(count),
  }),
  v.strictObject({ ok: v.literal(false), problems: v.array(ProblemSchema) }),
]);
export type Saved = v.InferOutput<typeof SavedSchema>;

const FindingSchema = v.variant('type', [
  v.strictObject({ type: v.literal('same-words'), key: v.string() }),
  v.strictObject({ type: v.literal('same-passage'), key: v.string() }),
  v.strictObject({
    type: v.literal('other-figure'),
    key: v.string(),
    known: v.array(v.string()),
    drafted: v.array(v.string()),
  }),
  v.strictObject({
    type: v.literal('other-date'),
    key: v.string(),
    known: v.string(),
    drafted: v.string(),
  }),
]);

export const KnownFindingSchema = v.strictObject({
  finding: FindingSchema,
  /** The claim's own words. */
  text: v.string(),
  /** Title of its pack. */
  pack: v.string(),
});
export type KnownFinding = v.InferOutput<typeof KnownFindingSchema>;

export const OwnSectionSchema = v.picklist(['claims', 'entities']);
export type OwnSection = v.InferOutput<typeof OwnSectionSchema>;

export const OwnFactsSchema = v.strictObject({
  /** In the order in which they were made. */
  claims: v.array(
    v.strictObject({
      key: v.string(),
      text: v.string(),
      exact: v.string(),
      /** Labels of the names that it is about. */
      entities: v.array(v.string()),
      /** Id of its source. */
      source: v.string(),
    }),
  ),
  sources: v.array(
    v.strictObject({
      id: v.string(),
      title: v.string(),
      url: v.nullable(v.string()),
      /** EDTF */
      published: v.nullable(v.string()),
    }),
  ),
  /** Those that the reader has made, or has added forms to; not what only stands for another. */
  names: v.array(v.strictObject({ key: v.string(), name: NewNameSchema })),
  deleted: v.array(
    v.strictObject({
      key: v.string(),
      section: OwnSectionSchema,
      text: v.string(),
      /** ISO date and time. */
      at: v.string(),
    }),
  ),
  canUndo: v.boolean(),
  canRedo: v.boolean(),
});
export type OwnFacts = v.InferOutput<typeof OwnFactsSchema>;

const ExcerptStateSchema = v.variant('state', [
  v.strictObject({ state: v.picklist(['found', 'moved']), start: count, end: count }),
  v.strictObject({ state: v.literal('ambiguous'), starts: v.array(count) }),
  v.strictObject({
    state: v.literal('changed'),
    start: count,
    end: count,
    changes: v.array(
      v.strictObject({ type: v.picklist(['same', 'removed', 'added']), text: v.string() }),
    ),
  }),
  v.strictObject({ state: v.literal('gone') }),
]);

export const DriftReportSchema = v.variant('state', [
  v.strictObject({
    state: v.literal('checked'),
    items: v.array(
      v.strictObject({ claim: v.string(), exact: v.string(), state: ExcerptStateSchema }),
    ),
  }),
  v.strictObject({ state: v.picklist(['not-open', 'unreadable']) }),
]);
export type DriftReport = v.InferOutput<typeof DriftReportSchema>;

/** What was clipped from the page that a tab shows, and whether it still stands there. */
export const PageClipsSchema = v.variant('state', [
  v.strictObject({ state: v.literal('none') }),
  /** The browser lets nobody in, but the address is that of a source. */
  v.strictObject({ state: v.literal('unreadable'), count }),
  v.strictObject({
    state: v.literal('checked'),
    items: v.array(
      v.strictObject({
        /** ClaimKey */
        claim: v.string(),
        /** The claim's own words. */
        text: v.string(),
        exact: v.string(),
        /** Address of the source. */
        url: v.nullable(v.string()),
        state: ExcerptStateSchema,
      }),
    ),
  }),
]);
export type PageClips = v.InferOutput<typeof PageClipsSchema>;

const ofPack = {
  /** Title of the pack. */
  pack: v.string(),
  /** Whether it differs from what the pack says. */
  isEdited: v.boolean(),
};

export const PackClaimSchema = v.strictObject({
  ...ofPack,
  part: ClaimPartSchema,
  /** The words that it quotes, which stay as they are, and where they stand. */
  excerpts: v.array(v.strictObject({ exact: v.string(), source: v.string() })),
  /** EntityKey of the first name that it is about. */
  about: v.string(),
});
export type PackClaim = v.InferOutput<typeof PackClaimSchema>;

export const PackNameSchema = v.strictObject({ ...ofPack, name: NewNameSchema });
export type PackName = v.InferOutput<typeof PackNameSchema>;

/** A name that is known already and written like one that the reader makes. */
export const NameTwinSchema = v.strictObject({
  /** As the reader writes it. */
  form: v.string(),
  /** EntityKey */
  key: v.string(),
  label: v.string(),
  kind: v.picklist(ENTITY_KINDS),
  /** Title of its pack. */
  pack: v.string(),
  origin: v.picklist(PACK_ORIGINS),
});
export type NameTwin = v.InferOutput<typeof NameTwinSchema>;
