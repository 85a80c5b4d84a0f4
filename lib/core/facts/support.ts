/** How well an entity's claims are supported, all together: the first thing to weigh them by. */
import type { EntityCard } from './card';

export interface Support {
  readonly claims: number;
  /** Sources that any of the claims quotes. */
  readonly sources: number;
  /** Sources of the pack. */
  readonly ofSources: number;
  /** Claims that two sources or more carry. */
  readonly corroborated: number;
  /** Claims that another one conflicts with, or that somebody denies or answers. */
  readonly disputed: number;
  /** Claims without any excerpt. */
  readonly unquoted: number;
}

export function supportOf(card: EntityCard): Support {
  const { claims, corroboration } = card;
  const answered = new Set(
    [...claims, ...card.linkedClaims].map((claim) => claim.respondsTo).filter(Boolean),
  );
  const count = (holds: (claim: EntityCard['claims'][number]) => boolean): number =>
    claims.filter(holds).length;
  return {
    claims: claims.length,
    sources: new Set(claims.flatMap((claim) => claim.evidence.map(({ source }) => source))).size,
    ofSources: Math.max(0, ...Object.values(corroboration).map(({ ofSources }) => ofSources)),
    corroborated: count(({ id }) => (corroboration[id]?.sources ?? 0) > 1),
    disputed: count(({ id, conflictsWith }) => conflictsWith.length > 0 || answered.has(id)),
    unquoted: count(({ evidence }) => evidence.length === 0),
  };
}
