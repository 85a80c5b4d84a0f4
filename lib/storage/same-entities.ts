/**
 * The same person or thing in several packs, to be shown as one with both origins. It is asked
 * when a card is, out of the indexes, so nothing has to be kept up to date.
 */
import * as v from 'valibot';
import { STAND_IN_SCHEME, standsFor } from '../core/clipping/clip-records';
import type { EntityCard } from '../core/facts/card';
import { type EntityKey, packOfKey } from '../core/facts/keys';
import type { Entity } from '../core/facts/pack-schema';
import { SameEntityIndex } from '../core/packs/same-entity';
import { foldText } from '../core/text/characters';
import { identifierOf } from './entity-index';
import { EntityRowSchema, type FactDb } from './fact-db';
import { type InstalledPack, readInstalledPacks } from './pack-registry';
import { PackGoneError, storeOfRow } from './pack-store';
import { readCard } from './read-facts';

export interface GroupedCards {
  /** In the order asked; unknown ones left out. */
  readonly cards: EntityCard[];
  /** Of the same entities in other packs. */
  readonly others: EntityCard[];
  /** Keys of cards that are of one entity: the reader's own first, then as packs are ordered. */
  readonly groups: EntityKey[][];
}

/** More are not read; a name that so many share says nothing. */
const MAX_CANDIDATES = 50;
const MAX_OTHERS = 10;

export async function readGroupedCards(
  db: FactDb,
  keys: readonly EntityKey[],
): Promise<GroupedCards> {
  const cards = (await Promise.all(keys.map((key) => readCard(db, key)))).filter(
    (card) => card !== null,
  );
  const packs = (await readInstalledPacks(db)).filter(({ isEnabled }) => isEnabled);
  const rank = new Map(packs.map(({ id, origin }, index) => [id, origin === 'own' ? -1 : index]));
  const others = new Map<EntityKey, EntityCard>();
  const groups: EntityKey[][] = [];
  for (const { key, entity } of cards) {
    if (groups.some((group) => group.includes(key))) continue;
    const same = await findSame(db, packs, key, entity);
    for (const other of same) {
      if (others.size >= MAX_OTHERS || cards.some((card) => card.key === other)) continue;
      const card = others.get(other) ?? (await readCard(db, other));
      if (card) others.set(other, card);
    }
    const known = same.filter((other) => others.has(other) || cards.some((c) => c.key === other));
    const rankOf = (one: EntityKey): number => rank.get(packOfKey(one)) ?? packs.length;
    groups.push([key, ...known].sort((a, b) => rankOf(a) - rankOf(b)));
  }
  return { cards, others: [...others.values()], groups };
}

/** Keys in other packs. `packs`: those that are enabled. */
export async function findSame(
  db: FactDb,
  packs: readonly InstalledPack[],
  key: EntityKey,
  entity: Entity,
): Promise<EntityKey[]> {
  const enabled = new Set(packs.map(({ id }) => id));
  const stores = await openStores(db, packs);
  const found = (await Promise.all(stores.map((store) => candidatesIn(store, key, entity)))).flat();
  const others = new Map(
    found
      .filter((row) => enabled.has(row.pack) && row.pack !== packOfKey(key))
      .map((row) => [row.key, row.entity]),
  );
  const index = new SameEntityIndex();
  for (const [other, one] of others) index.add(other, one);
  const alike = index.find(key, entity).flatMap(({ key: other, because }) => {
    const one = others.get(other);
    if (!one || isToldApart(entity, one)) return [];
    // A shared alias that is neither's label is a suggestion and no reason to show two as one.
    const label = foldText(one.label);
    const isSame = because.some(
      (reason) => reason.type !== 'alias' || foldText(reason.text) === label,
    );
    return isSame ? [other] : [];
  });
  const standIns = [...others].filter(
    ([other, one]) => standsFor(one) === key || standsFor(entity) === other,
  );
  return [...new Set([...standIns.map(([other]) => other), ...alike])];
}

/** Whether a register gives them different numbers and none gives them the same. */
function isToldApart(a: Entity, b: Entity): boolean {
  const [mine, theirs] = [a, b].map(
    ({ identifiers = [] }) =>
      new Map(identifiers.map(({ scheme, value }) => [scheme.toLowerCase(), value])),
  );
  if (!mine || !theirs) return false;
  mine.delete(STAND_IN_SCHEME);
  const shared = [...mine].filter(([scheme]) => theirs.has(scheme));
  return shared.length > 0 && shared.every(([scheme, value]) => theirs.get(scheme) !== value);
}

async function candidatesIn(store: FactDb, key: EntityKey, entity: Entity) {
  // A fact base that could not be upgraded has no such index.
  if (!('names' in store.entities.schema.idxByName)) return [];
  const identifiers = [...(entity.identifiers ?? []), { scheme: STAND_IN_SCHEME, value: key }].map(
    identifierOf,
  );
  const strong = entity.aliases.filter(({ strength }) => strength === 'strong');
  const names = [...new Set([entity.label, ...strong.map(({ text }) => text)].map(foldText))];
  const original = standsFor(entity);
  const rows: unknown[] = (
    await Promise.all([
      store.entities.where('names').anyOf(names).limit(MAX_CANDIDATES).toArray(),
      store.entities.where('identifiers').anyOf(identifiers).limit(MAX_CANDIDATES).toArray(),
      original === null ? [] : store.entities.bulkGet([original]),
    ])
  ).flat();
  return rows.flatMap((row) => {
    const parsed = v.safeParse(EntityRowSchema, row);
    return parsed.success ? [parsed.output] : [];
  });
}

async function openStores(db: FactDb, packs: readonly InstalledPack[]): Promise<FactDb[]> {
  const opened = await Promise.all(
    packs.map((pack) =>
      storeOfRow(db, pack).catch((error: unknown) => {
        if (error instanceof PackGoneError) return null;
        throw error;
      }),
    ),
  );
  return [...new Set(opened.filter((store) => store !== null))];
}
