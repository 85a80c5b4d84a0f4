/**
 * Which entities of the enabled packs are one person or thing. It is asked when something is to be
 * shown, out of the indexes, so nothing has to be kept up to date.
 */
import * as v from 'valibot';
import { STAND_IN_SCHEME, standsFor } from '../core/clipping/clip-records';
import { type EntityKey, packOfKey } from '../core/facts/keys';
import { groupEntities, type KeyedEntity } from '../core/packs/group-entities';
import { foldText } from '../core/text/characters';
import { identifierOf } from './entity-index';
import { EntityRowSchema, type FactDb } from './fact-db';
import type { InstalledPack } from './pack-registry';
import { PackGoneError, storeOfRow } from './pack-store';
import { keysOfTerms } from './term-index';

/** Of one entity; a name that so many share says nothing. */
const MAX_CANDIDATES = 50;
/** Besides those asked for. */
const MAX_OTHERS = 500;
/** What is like it, what is like that, and what could contradict that. */
const ROUNDS = 3;

/**
 * The entities asked for, each with those of other packs that are the same; first the one that
 * gives the name, then in the order of `packs`, which are those that are enabled. Unknown keys are
 * left out.
 */
export async function findSame(
  db: FactDb,
  packs: readonly InstalledPack[],
  keys: readonly EntityKey[],
): Promise<KeyedEntity[][]> {
  const stores = await openStores(db, packs);
  const asked = await readEntities(stores, keys);
  const known = new Map(asked.map((one) => [one.key, one]));
  const sought: Sought = { names: new Set(), identifiers: new Set() };
  let latest = asked;
  for (let round = 0; round < ROUNDS && stores.size > 1 && latest.length > 0; round++) {
    const found = (await candidateKeys(stores, latest, sought)).filter((key) => !known.has(key));
    latest = await readEntities(stores, found.slice(0, MAX_OTHERS + asked.length - known.size));
    for (const one of latest) known.set(one.key, one);
  }
  const wanted = new Set(asked);
  return inGroups(packs, [...known.values()]).filter((group) =>
    group.some((one) => wanted.has(one)),
  );
}

/**
 * The same, but only among each other: looking for the names of hundreds would take too long.
 * `known` is what was read before, and gets what is read now.
 */
export async function findSameAmong(
  db: FactDb,
  packs: readonly InstalledPack[],
  keys: readonly EntityKey[],
  known = new Map<EntityKey, KeyedEntity>(),
): Promise<KeyedEntity[][]> {
  const missing = keys.filter((key) => !known.has(key));
  if (missing.length > 0) {
    const read = await readEntities(await openStores(db, packs), missing);
    for (const one of read) known.set(one.key, one);
  }
  return inGroups(
    packs,
    keys.flatMap((key) => known.get(key) ?? []),
  );
}

/** Keys of what stands for the entities in the reader's own pack. */
export async function readStandIns(
  db: FactDb,
  packs: readonly InstalledPack[],
  keys: readonly EntityKey[],
): Promise<EntityKey[]> {
  const own = packs.find(({ origin }) => origin === 'own');
  const store = own && (await storeOfRow(db, own));
  if (!store || !isIndexed(store)) return [];
  const identifiers = keys.map((value) => identifierOf({ scheme: STAND_IN_SCHEME, value }));
  return store.entities.where('identifiers').anyOf(identifiers).primaryKeys();
}

function inGroups(
  packs: readonly InstalledPack[],
  entities: readonly KeyedEntity[],
): KeyedEntity[][] {
  const ranks = new Map(packs.map(({ id }, index) => [id, index]));
  const rankOf = ({ key }: KeyedEntity): number => ranks.get(packOfKey(key)) ?? packs.length;
  return groupEntities(entities).map((group) =>
    namedFirst(group.sort((a, b) => rankOf(a) - rankOf(b))),
  );
}

/** Entities by their keys, in that order. `stores`: of each pack that is enabled. */
async function readEntities(
  stores: ReadonlyMap<string, FactDb>,
  keys: readonly EntityKey[],
): Promise<KeyedEntity[]> {
  const found = new Map<EntityKey, KeyedEntity>();
  for (const store of new Set(stores.values())) {
    const here = keys.filter((key) => stores.get(packOfKey(key)) === store);
    const rows: unknown[] = here.length === 0 ? [] : await store.entities.bulkGet(here);
    for (const row of rows) {
      const parsed = v.safeParse(EntityRowSchema, row);
      if (parsed.success) found.set(parsed.output.key, parsed.output);
    }
  }
  return keys.flatMap((key) => found.get(key) ?? []);
}

/** What stands for another one has its name from there. */
function namedFirst(group: KeyedEntity[]): KeyedEntity[] {
  const head = group.find(({ entity }) => standsFor(entity) === null);
  return head ? [head, ...group.filter((one) => one !== head)] : group;
}

/** What was looked for already. */
interface Sought {
  readonly names: Set<string>;
  readonly identifiers: Set<string>;
}

/** Keys of whatever shares a name or a number with one of the entities. */
async function candidateKeys(
  stores: ReadonlyMap<string, FactDb>,
  entities: readonly KeyedEntity[],
  sought: Sought,
): Promise<EntityKey[]> {
  const names = newTo(sought.names, entities.flatMap(namesOf));
  const identifiers = newTo(sought.identifiers, entities.flatMap(identifiersOf));
  const originals = entities.flatMap(({ entity }) => standsFor(entity) ?? []);
  const limit = MAX_CANDIDATES * entities.length;
  // Several packs may lie in one store, whose index is then asked for all of them.
  const byStore = new Map([...stores].map(([pack, store]) => [store, pack]));
  const found = await Promise.all(
    [...byStore].map(([store, pack]) =>
      isIndexed(store)
        ? // In one transaction, since each would have one of its own.
          store.transaction('r', [store.entities, ...(store.terms ? [store.terms] : [])], () =>
            keysOfTerms(store, pack, { names, identifiers }, limit),
          )
        : [],
    ),
  );
  return [...new Set([...originals, ...found.flat()])].filter((key) => stores.has(packOfKey(key)));
}

/** Those that the set does not have; afterwards it has them. */
function newTo(known: Set<string>, words: readonly string[]): string[] {
  const added = [...new Set(words)].filter((word) => !known.has(word));
  for (const word of added) known.add(word);
  return added;
}

/** A fact base that could not be upgraded has no such indexes. */
function isIndexed({ entities }: FactDb): boolean {
  return 'names' in entities.schema.idxByName;
}

function namesOf({ entity }: KeyedEntity): string[] {
  const strong = entity.aliases.filter(({ strength }) => strength === 'strong');
  return [entity.label, ...strong.map(({ text }) => text)].map(foldText);
}

/** Also by which others say that they stand for it. */
function identifiersOf({ key, entity }: KeyedEntity): string[] {
  return [...(entity.identifiers ?? []), { scheme: STAND_IN_SCHEME, value: key }].map(identifierOf);
}

/** By pack; without those that were deleted just now. */
async function openStores(
  db: FactDb,
  packs: readonly InstalledPack[],
): Promise<Map<string, FactDb>> {
  const opened = await Promise.all(
    packs.map(async (pack) => {
      try {
        return [[pack.id, await storeOfRow(db, pack)] as const];
      } catch (error) {
        if (error instanceof PackGoneError) return [];
        throw error;
      }
    }),
  );
  return new Map(opened.flat());
}
