/** Reads out of the fact base what the reader's surfaces need, in the core's own terms. */
import * as v from 'valibot';
import { ownFormsOf, standsFor } from '../core/clipping/clip-records';
import { OWN_PACK_ID } from '../core/clipping/own-pack';
import { buildCard, linkedClaimIds, namedEntityIds } from '../core/facts/build-card';
import type { EntityCard } from '../core/facts/card';
import { type ContextPiece, contextOf } from '../core/facts/excerpt-context';
import { type EntityKey, idOfKey, packOfKey, type SourceKey, toKey } from '../core/facts/keys';
import type { Evidence } from '../core/facts/pack-schema';
import {
  type KeyedRelation,
  type NamedEntity,
  supportersOf,
  toNamedEntities,
  toNamedEntity,
} from '../core/matcher/build-matcher';
import type { SearchRows } from '../core/search/search-documents';
import { readChangedIds } from './edit-history';
import {
  ClaimRowSchema,
  type EntityRow,
  EntityRowSchema,
  type FactDb,
  RelationRowSchema,
  SourceRowSchema,
} from './fact-db';
import { type InstalledPack, packOfCard, readInstalledPacks } from './pack-registry';
import { rowBatches, rowsOfPack } from './pack-rows';
import { storeOf, storeOfRow } from './pack-store';
import { splitBySize } from './split-by-size';
import { validRows } from './valid-rows';

/** Null where no whole pack that is enabled has the entity. */
export async function readCard(db: FactDb, key: EntityKey): Promise<EntityCard | null> {
  const packId = packOfKey(key);
  const pack = (await readInstalledPacks(db)).find(({ id }) => id === packId);
  return pack?.isEnabled ? readCardOf(db, pack, key) : null;
}

/** `pack`: the one that the key is of. Throws PackGoneError where it was just deleted. */
export async function readCardOf(
  db: FactDb,
  pack: InstalledPack,
  key: EntityKey,
): Promise<EntityCard | null> {
  return readCardFrom(await storeOfRow(db, pack), pack, key);
}

/** `db`: the one that holds the pack's rows. */
async function readCardFrom(
  db: FactDb,
  pack: InstalledPack,
  key: EntityKey,
): Promise<EntityCard | null> {
  const tables = [db.sources, db.entities, db.claims, db.relations];
  const card = await db.transaction('r', tables, async () => {
    const packId = pack.id;
    const row = v.safeParse(EntityRowSchema, await db.entities.get(key));
    if (!row.success) return null;
    const { entity } = row.output;
    const toKeys = (ids: readonly string[]): string[] => ids.map((id) => toKey(packId, id));

    const claimRows = validRows(ClaimRowSchema, await db.claims.where({ entities: key }).toArray());
    const claims = claimRows.map((claimRow) => claimRow.claim);
    const relations = validRows(
      RelationRowSchema,
      await db.relations.where('from').equals(key).or('to').equals(key).toArray(),
    ).map((relationRow) => relationRow.relation);
    const linkedClaims = validRows(ClaimRowSchema, [
      ...(await db.claims.bulkGet(toKeys(linkedClaimIds(entity, claims, relations)))),
      ...(await db.claims.where('respondsTo').anyOf(claimRows.map(keyOf)).toArray()),
    ]);
    const linked = [...new Map(linkedClaims.map((other) => [other.key, other.claim])).values()];
    const named = namedEntityIds(entity, [...claims, ...linked], relations);
    return buildCard({
      key,
      pack: packOfCard(pack),
      sources: validRows(SourceRowSchema, await rowsOfPack(db.sources, packId).toArray()).map(
        (sourceRow) => sourceRow.source,
      ),
      entity,
      claims,
      linkedClaims: linked,
      relations,
      entities: validRows(EntityRowSchema, await db.entities.bulkGet(toKeys(named))).map(
        (namedRow) => namedRow.entity,
      ),
    });
  });
  if (card === null || pack.origin !== 'imported' || pack.revision === 0) return card;
  return withEdits(db, pack.id, card);
}

async function withEdits(db: FactDb, pack: string, card: EntityCard): Promise<EntityCard> {
  const changed = (section: 'entities' | 'claims', ids: readonly string[]) =>
    readChangedIds(db, pack, section, ids);
  const own = await changed('entities', [card.entity.id]);
  const claims = await changed(
    'claims',
    [...card.claims, ...card.linkedClaims].map(({ id }) => id),
  );
  if (own.length + claims.length === 0) return card;
  return { ...card, edited: { entity: own.length > 0, claims } };
}

/** What is stored around an excerpt of a source; empty where that excerpt is not stored. */
export async function readContext(
  db: FactDb,
  source: SourceKey,
  span: { readonly start: number; readonly end: number },
): Promise<ContextPiece[]> {
  const id = idOfKey(source);
  const evidence: Evidence[] = [];
  const pack = packOfKey(source);
  const store = await storeOf(db, pack);
  await rowsOfPack(store.claims, pack).each((row: unknown) => {
    const parsed = v.safeParse(ClaimRowSchema, row);
    if (!parsed.success) return;
    evidence.push(...parsed.output.claim.evidence.filter((each) => each.source === id));
  });
  return contextOf(evidence, span);
}

/** Packs that are stored whole and enabled, in the reader's order. */
export async function readPacks(db: FactDb): Promise<InstalledPack[]> {
  return (await readInstalledPacks(db)).filter(({ isEnabled }) => isEnabled);
}

/** Rows that are held in memory for search, of all packs together. */
const MAX_SEARCH_ROWS = 30_000;

/** Of the enabled packs those that are held in memory for search, and those too large for it. */
export async function readSearchedPacks(
  db: FactDb,
  maxRows = MAX_SEARCH_ROWS,
): Promise<{ listed: InstalledPack[]; large: InstalledPack[] }> {
  const [listed, large] = splitBySize(await readPacks(db), maxRows);
  return { listed, large };
}

/** Of the enabled packs, without those too large to be held in memory. */
export async function readSearchRows(db: FactDb): Promise<SearchRows> {
  const { listed: searched } = await readSearchedPacks(db);
  const rows: SearchRows[] = [];
  for (const pack of searched) {
    const store = await storeOfRow(db, pack);
    rows.push({
      entities: validRows(EntityRowSchema, await rowsOfPack(store.entities, pack.id).toArray()),
      claims: validRows(ClaimRowSchema, await rowsOfPack(store.claims, pack.id).toArray()),
    });
  }
  return {
    entities: rows.flatMap(({ entities }) => entities),
    claims: rows.flatMap(({ claims }) => claims),
  };
}

export async function readNamedEntities(db: FactDb, pack: string): Promise<NamedEntity[]> {
  const store = await storeOf(db, pack);
  const [entities, relations] = await Promise.all([
    rowsOfPack(store.entities, pack).toArray(),
    readKeyedRelations(store, pack),
  ]);
  const rows = await withoutStandIns(db, validRows(EntityRowSchema, entities));
  return toNamedEntities(await withOwnForms(db, pack, rows), relations);
}

/** What stands for an entity of another pack is found by that one's names, unless that is disabled. */
async function withoutStandIns(db: FactDb, rows: readonly EntityRow[]): Promise<EntityRow[]> {
  const originals = rows.map(({ entity }) => standsFor(entity));
  if (originals.every((original) => original === null)) return [...rows];
  const enabled = new Set((await readPacks(db)).map(({ id }) => id));
  return rows.filter((_row, index) => {
    const original = originals[index] ?? null;
    return original === null || !enabled.has(packOfKey(original));
  });
}

/** The reader's own forms of names of another pack stand in what stands for those. */
async function withOwnForms(
  db: FactDb,
  pack: string,
  rows: readonly EntityRow[],
): Promise<EntityRow[]> {
  if (pack === OWN_PACK_ID) return [...rows];
  const store = await storeOf(db, OWN_PACK_ID);
  const own = validRows(EntityRowSchema, await rowsOfPack(store.entities, OWN_PACK_ID).toArray());
  const forms = new Map(own.map(({ entity }) => [standsFor(entity), ownFormsOf(entity)]));
  return rows.map((row) => {
    const more = forms.get(row.key) ?? [];
    if (more.length === 0) return row;
    return { ...row, entity: { ...row.entity, aliases: [...row.entity.aliases, ...more] } };
  });
}

/**
 * Rows at a time, of a pack that is not to be held in memory whole. So few are forgotten before the
 * collector takes them for old, after which it would let hundreds of megabytes lie.
 */
const BATCH_ROWS = 500;

/** The same, one after another. */
export async function* eachNamedEntity(db: FactDb, pack: string): AsyncGenerator<NamedEntity> {
  const store = await storeOf(db, pack);
  const related = supportersOf(await readKeyedRelations(store, pack));
  for await (const rows of rowBatches(store.entities, pack, BATCH_ROWS)) {
    for (const row of validRows(EntityRowSchema, rows)) yield toNamedEntity(row, related);
  }
}

async function readKeyedRelations(db: FactDb, pack: string): Promise<KeyedRelation[]> {
  const rows = await rowsOfPack(db.relations, pack).toArray();
  return validRows(RelationRowSchema, rows).map(({ from, to, relation }) => ({
    from,
    to,
    kind: relation.kind,
  }));
}

function keyOf(row: { readonly key: string }): string {
  return row.key;
}
