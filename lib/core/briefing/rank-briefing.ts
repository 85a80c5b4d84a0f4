/**
 * What of the fact base an article's briefing tells first: of all that is recorded about the names
 * that stand in it, what binds most of them, and those that it speaks of most.
 */
import { edtfBounds } from '../facts/edtf';
import type { ClaimKey, EntityKey } from '../facts/keys';
import type { Relation } from '../facts/pack-schema';

/** How often each name stands in the article. */
export type NameCounts = ReadonlyMap<EntityKey, number>;

export interface RelationLine {
  readonly from: EntityKey;
  readonly to: EntityKey;
  readonly kind: Relation['kind'];
  readonly date: string | null;
  /** The claim that it rests on. */
  readonly claim: ClaimKey;
}

export interface DatedClaim {
  readonly key: ClaimKey;
  readonly entities: readonly EntityKey[];
  /** EDTF; null where it has none. */
  readonly date: string | null;
  /** How many excerpts carry it. */
  readonly excerpts: number;
}

/** Relations that say little of the two beyond that they meet. */
const VAGUE: ReadonlySet<Relation['kind']> = new Set(['related-to', 'reported-by', 'located-in']);
/** As much as a name that stands in the article some dozen times. */
const VAGUENESS = 3;

/** Those between two names of the article, the most telling first; each said once. */
export function rankRelations(
  relations: readonly RelationLine[],
  counts: NameCounts,
): RelationLine[] {
  const said = new Set<string>();
  const scored: { readonly line: RelationLine; readonly score: number }[] = [];
  for (const line of relations) {
    const { from, to, kind } = line;
    const [a, b] = [counts.get(from), counts.get(to)];
    const words = `${from} ${kind} ${to}`;
    if (a === undefined || b === undefined || from === to || said.has(words)) continue;
    said.add(words);
    scored.push({ line, score: weight(a) + weight(b) - (VAGUE.has(kind) ? VAGUENESS : 0) });
  }
  return byScore(scored).map(({ line }) => line);
}

/** Those with a date that name somebody of the article, the most telling first. */
export function rankDatedClaims(claims: readonly DatedClaim[], counts: NameCounts): DatedClaim[] {
  const scored = claims.flatMap((line) => {
    const present = new Set(line.entities.filter((key) => counts.has(key)));
    if (line.date === null || edtfBounds(line.date) === null || present.size === 0) return [];
    const names = [...present].reduce((sum, key) => sum + weight(counts.get(key) ?? 0), 0);
    // What is only about others of the article's circle tells the less of it.
    const share = present.size / new Set(line.entities).size;
    return { line, score: names * share + weight(line.excerpts) };
  });
  return byScore(scored).map(({ line }) => line);
}

/** Twice as often is more, but not twice as much. */
function weight(count: number): number {
  return Math.log2(1 + count);
}

/** The order stays among equals. */
function byScore<T extends { readonly score: number }>(scored: readonly T[]): T[] {
  return [...scored].sort((a, b) => b.score - a.score);
}
