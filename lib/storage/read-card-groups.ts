/** The cards of a person or thing out of every pack that knows it. */
import { standsFor } from '../core/clipping/clip-records';
import type { EntityCard } from '../core/facts/card';
import type { CardGroup } from '../core/facts/card-group';
import { type EntityKey, packOfKey } from '../core/facts/keys';
import type { FactDb } from './fact-db';
import type { InstalledPack } from './pack-registry';
import { readCardOf, readPacks } from './read-facts';
import { findSame } from './same-entities';

/** Of one thing, besides what was asked for. */
const MAX_OTHERS = 20;

/**
 * One group for each person or thing, in the order asked; in a group the card that gives the name
 * first, then as packs are ordered. Unknown keys and those of disabled packs are left out.
 */
export async function readCardGroups(db: FactDb, keys: readonly EntityKey[]): Promise<CardGroup[]> {
  const packs = await readPacks(db);
  try {
    return await readFrom(db, packs, keys);
  } catch (error) {
    // A pack may be deleted while it is read; the others have their cards all the same.
    const left = await readPacks(db);
    if (storesOf(left) === storesOf(packs)) throw error;
    return readFrom(db, left, keys);
  }
}

async function readFrom(
  db: FactDb,
  packs: readonly InstalledPack[],
  keys: readonly EntityKey[],
): Promise<CardGroup[]> {
  const reading = new Map<EntityKey, Promise<EntityCard | null>>();
  const read = (key: EntityKey): Promise<EntityCard | null> => {
    const pack = packs.find(({ id }) => id === packOfKey(key));
    const card = reading.get(key) ?? (pack ? readCardOf(db, pack, key) : Promise.resolve(null));
    reading.set(key, card);
    return card;
  };
  // Begun before it is known which further ones there are, since somebody waits.
  const [same] = await Promise.all([findSame(db, packs, keys), ...keys.map(read)]);
  const groups = await Promise.all(
    same.map(async (group) => {
      const others = group.filter(({ key }) => !keys.includes(key)).slice(0, MAX_OTHERS);
      const shown = group.filter((one) => keys.includes(one.key) || others.includes(one));
      const cards = await Promise.all(shown.map(({ key }) => read(key)));
      return cards.filter((card) => card !== null).filter((card) => addsTo(card, keys));
    }),
  );
  return groups.flatMap(([head, ...others]) => (head ? [[head, ...others] as const] : []));
}

/** What the reader once clipped about it may be deleted, and what stands for it still there. */
function addsTo({ key, pack, entity, claims }: EntityCard, keys: readonly EntityKey[]): boolean {
  const isEmptied = pack.origin === 'own' && standsFor(entity) !== null && claims.length === 0;
  return keys.includes(key) || !isEmptied;
}

function storesOf(packs: readonly InstalledPack[]): string {
  return packs.map(({ id, store }) => `${id} ${store}`).join();
}
