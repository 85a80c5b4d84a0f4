import type { SearchHit } from '../../core/search/search-hit';

export type EntityHit = Extract<SearchHit, { kind: 'entity' }>;
export type ClaimHit = Extract<SearchHit, { kind: 'claim' }>;

export interface HitGroups {
  readonly entities: readonly EntityHit[];
  readonly claims: readonly ClaimHit[];
  /** As they stand in the list: what the arrow keys walk through. */
  readonly all: readonly SearchHit[];
}

/** Names first, then claims, each as well sorted as the search left them. */
export function groupHits(hits: readonly SearchHit[]): HitGroups {
  const entities = hits.filter((hit): hit is EntityHit => hit.kind === 'entity');
  const claims = hits.filter((hit): hit is ClaimHit => hit.kind === 'claim');
  return { entities, claims, all: [...entities, ...claims] };
}

/** Where an arrow key leads in a list of `count` options; -1 is none. Ends are joined. */
export function nextActive(key: string, active: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return active + 1 >= count ? 0 : active + 1;
  if (key === 'ArrowUp') return active <= 0 ? count - 1 : active - 1;
  if (key === 'PageDown') return Math.min(active + PAGE, count - 1);
  if (key === 'PageUp') return Math.max(active - PAGE, 0);
  return null;
}

/** About as many options as the panel shows at once. */
const PAGE = 6;
