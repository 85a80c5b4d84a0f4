/** What an import would do, as it is kept beside the rows that wait to be installed. */
import * as v from 'valibot';
import { SECTIONS } from '../core/packs/import-event';
import { PROBLEM_CODES } from '../core/packs/import-problem';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const ImportProblemSchema = v.strictObject({
  code: v.picklist(PROBLEM_CODES),
  place: v.strictObject({
    line: v.optional(v.number()),
    path: v.optional(v.string()),
    column: v.optional(v.string()),
  }),
  values: v.record(v.string(), v.union([v.string(), v.number()])),
});

/** The pack that the comparison was made with. */
export const ImportBaseSchema = v.strictObject({
  version: v.string(),
  sha256: v.string(),
  revision: v.number(),
});
export type ImportBase = v.InferOutput<typeof ImportBaseSchema>;

export const ImportSummarySchema = v.strictObject({
  pack: v.string(),
  format: v.picklist(['pack', 'table', 'open-sanctions', 'follow-the-money', 'annotations']),
  version: v.string(),
  title: v.string(),
  description: v.string(),
  license: v.string(),
  sha256: v.string(),
  bytes: count,
  /** Records that will be there after the import. */
  counts: v.strictObject({ sources: count, entities: count, claims: count, relations: count }),
  verdicts: v.strictObject({
    new: count,
    same: count,
    changed: count,
    conflicting: count,
    gone: count,
    refused: count,
  }),
  /** Refused ones by what is wrong with them. */
  refusals: v.record(v.picklist(PROBLEM_CODES), count),
  /** Null where no pack of this id is installed. */
  base: v.nullable(ImportBaseSchema),
});
export type ImportSummary = v.InferOutput<typeof ImportSummarySchema>;

const place = ImportProblemSchema.entries.place;

/** Of each verdict the first few hundred are kept; the summary counts them all. */
export const ComparedItemSchema = v.strictObject({
  type: v.literal('compared'),
  verdict: v.picklist(['new', 'same', 'changed', 'conflicting', 'gone']),
  section: v.picklist(SECTIONS),
  id: v.string(),
  place,
  fields: v.array(v.string()),
  conflicts: v.array(
    v.strictObject({
      path: v.string(),
      base: v.optional(v.unknown()),
      mine: v.optional(v.unknown()),
      theirs: v.optional(v.unknown()),
    }),
  ),
  /** As it will be stored; null for what will be gone. */
  merged: v.nullable(v.looseObject({})),
});
export const RefusedItemSchema = v.strictObject({
  type: v.literal('refused'),
  problem: ImportProblemSchema,
  /** It was refused only because another was. */
  isConsequence: v.boolean(),
});
export const ImportItemSchema = v.variant('type', [ComparedItemSchema, RefusedItemSchema]);
export type ImportItem = v.InferOutput<typeof ImportItemSchema>;
