/** What the library's pages are told: the answers of the background, checked at both ends. */
import * as v from 'valibot';
import { EntityCardSchema } from '../facts/card';
import { CLAIM_KINDS, ENTITY_KINDS, SourceSchema } from '../facts/pack-schema';
import { ClaimSetSchema } from './claim-set';

/** Of one page of any list. */
export const MAX_PAGE_ITEMS = 100;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const key = v.string();

export const EntityItemSchema = v.strictObject({
  key,
  kind: v.picklist(ENTITY_KINDS),
  label: v.string(),
  native: v.nullable(v.strictObject({ text: v.string(), lang: v.string() })),
  summary: v.string(),
  claims: count,
});
export type EntityItem = v.InferOutput<typeof EntityItemSchema>;

/** A value of a facet with the name that readers know it by. */
const NamedCountSchema = v.strictObject({ value: v.string(), label: v.string(), count });
export type NamedCount = v.InferOutput<typeof NamedCountSchema>;

const PackCountSchema = v.strictObject({
  ...NamedCountSchema.entries,
  colour: EntityCardSchema.entries.pack.entries.colour,
});
export type PackCount = v.InferOutput<typeof PackCountSchema>;

const EntityKindCountSchema = v.strictObject({ value: v.picklist(ENTITY_KINDS), count });
const ClaimKindCountSchema = v.strictObject({ value: v.picklist(CLAIM_KINDS), count });

/** A pack too large for filters and timelines; its names are leafed through in order of their ids. */
const LargePackSchema = v.strictObject({ id: v.string(), title: v.string(), entities: count });
export type LargePack = v.InferOutput<typeof LargePackSchema>;

export const EntityPageSchema = v.strictObject({
  /** Of all pages. */
  total: count,
  entities: v.array(EntityItemSchema),
  kinds: v.array(EntityKindCountSchema),
  sources: v.array(NamedCountSchema),
  packs: v.array(PackCountSchema),
  largePacks: v.array(LargePackSchema),
});
export type EntityPage = v.InferOutput<typeof EntityPageSchema>;

export const SourceItemSchema = v.strictObject({
  key,
  source: SourceSchema,
  pack: EntityCardSchema.entries.pack,
  claims: count,
  /** Entities that its claims name. */
  entities: count,
});
export type SourceItem = v.InferOutput<typeof SourceItemSchema>;

export const SourceItemsSchema = v.strictObject({
  /** Of all pages. */
  total: count,
  sources: v.array(SourceItemSchema),
  largePacks: v.array(LargePackSchema),
});
export type SourceItems = v.InferOutput<typeof SourceItemsSchema>;

export const SourcePageSchema = v.strictObject({
  item: SourceItemSchema,
  /** Where its excerpts stand, without overlaps: UTF-16 code units, end exclusive. */
  spans: v.array(v.strictObject({ start: count, end: count })),
  /** Its claims on this page, in the order of the text. */
  set: ClaimSetSchema,
});
export type SourcePage = v.InferOutput<typeof SourcePageSchema>;

export const TimelinePageSchema = v.strictObject({
  total: count,
  undated: count,
  /** How many claims stand in which year or month, in the order of time. */
  periods: v.array(v.strictObject({ value: v.string(), count })),
  kinds: v.array(ClaimKindCountSchema),
  sources: v.array(NamedCountSchema),
  /** Keys of the claims on this page, in order; they are in the sets. */
  claims: v.array(key),
  /** One for each pack. */
  sets: v.array(ClaimSetSchema),
  largePacks: v.array(LargePackSchema),
});
export type TimelinePage = v.InferOutput<typeof TimelinePageSchema>;
