/** What the background tells of clippings and of the reader's own facts, checked at both ends. */
import * as v from 'valibot';
import { PROBLEM_CODES } from '../packs/import-problem';
import { ClipFormSchema, ClipNoticeSchema, NewNameSchema } from './clip-form';

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

export const OpenedClipSchema = v.variant('state', [
  v.strictObject({ state: v.picklist(['ask', 'nothing', 'unreadable', 'gone']) }),
  v.strictObject({
    state: v.literal('drafted'),
    form: ClipFormSchema,
    notices: v.array(ClipNoticeSchema),
  }),
]);
export type OpenedClip = v.InferOutput<typeof OpenedClipSchema>;

export const SavedSchema = v.variant('ok', [
  v.strictObject({ ok: v.literal(true), key: v.string() }),
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
  /** Those that the reader has made; not those that only stand for names of other packs. */
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
