import { type EntityKey, packOfKey } from '../core/facts/keys';
import type { KeyedEntity } from '../core/packs/group-entities';
import { foldHits } from '../core/search/fold-hits';
import type { SearchHit } from '../core/search/search-hit';
import type { FactDb } from './fact-db';
import { readPacks } from './read-facts';
import { findSameAmong } from './same-entities';

/**
 * Makes one hit of what several packs know. Asked at every keystroke, whose hits are mostly those
 * of the one before: what was read is kept, so another one is to be made when facts change.
 */
export function createHitFolder(db: FactDb): (hits: readonly SearchHit[]) => Promise<SearchHit[]> {
  const known = new Map<EntityKey, KeyedEntity>();
  return async (hits) => {
    const keys = hits.flatMap((hit) => (hit.kind === 'entity' ? [hit.entity] : []));
    if (new Set(keys.map(packOfKey)).size < 2) return [...hits];
    const packs = await readPacks(db);
    const groups = await findSameAmong(db, packs, keys, known);
    return foldHits(
      hits,
      groups.map((group) => group.map(({ key }) => key)),
      packs,
    );
  };
}
