/** What the panel is told of the names of an article together. */
import * as v from 'valibot';
import type { EntityKey } from '../facts/keys';
import { ENTITY_KINDS, RELATION_KINDS } from '../facts/pack-schema';
import { ClaimSetSchema } from '../library/claim-set';

/** Names that are asked about at once: the first of a page that has more. */
export const MAX_BRIEFING_NAMES = 300;
export const MAX_BRIEFING_RELATIONS = 40;
export const MAX_BRIEFING_CLAIMS = 40;

/** A name of an article, and how often it stands there. */
export interface BriefingName {
  /** Whatever it may mean. */
  readonly entities: readonly EntityKey[];
  readonly count: number;
}

export const BriefingSchema = v.strictObject({
  /**
   * Keys of one person or thing that several packs know: first the one by which the briefing
   * speaks of it, which is of the article.
   */
  groups: v.array(v.array(v.string())),
  /** Of those that are known, in any order. */
  entities: v.array(
    v.strictObject({
      key: v.string(),
      kind: v.picklist(ENTITY_KINDS),
      native: v.nullable(v.strictObject({ text: v.string(), lang: v.string() })),
    }),
  ),
  /** Between two of the names, the most telling first. */
  relations: v.array(
    v.strictObject({
      from: v.string(),
      to: v.string(),
      kind: v.picklist(RELATION_KINDS),
      date: v.nullable(v.string()),
      claim: v.string(),
    }),
  ),
  /** Keys of dated claims about them, the most telling first. */
  claims: v.array(v.string()),
  /** All claims above, and those that relations rest on, with what is needed to read them. */
  sets: v.array(ClaimSetSchema),
});

export type Briefing = v.InferOutput<typeof BriefingSchema>;
