/**
 * Reads for the library. The directory is made once of all packs that are not too large for it;
 * after that a page of any list costs its own rows and no more.
 */
import * as v from 'valibot';
import type { CardRows } from '../core/facts/build-card';
import { packOfKey, toKey } from '../core/facts/keys';
import { CLAIM_KINDS, ENTITY_KINDS, type Source } from '../core/facts/pack-schema';
import { buildClaimSet, type ClaimSet, linkedIdsOf, namedIdsIn } from '../core/library/claim-set';
import {
  buildDirectory,
  type ClaimLineRow,
  type Directory,
  type EntityLine,
  type EntityLineRow,
  toEntityLine,
} from '../core/library/directory';
import { foldText } from '../core/text/characters';
import { ClaimRowSchema, EntityRowSchema, type FactDb, SourceRowSchema } from './fact-db';
import { type InstalledPack, packOfCard } from './pack-registry';
import { rowBatches, rowsOfPack } from './pack-rows';
import { storeOf, storeOfRow } from './pack-store';
import { readPacks } from './read-facts';
import { splitBySize } from './split-by-size';
import { validRows } from './valid-rows';

/** Rows of all listed packs together: about 10 MB of memory and a second of reading at the most. */
export const MAX_LISTED_ROWS = 30_000;

export interface Library {
  readonly packs: ReadonlyMap<string, InstalledPack>;
  /** Of all packs but the large ones. */
  readonly directory: Directory;
  /** By key, in the order of their packs; of all packs but the large ones. */
  readonly sources: ReadonlyMap<string, Source>;
  /** Packs too large for the directory, by id. */
  readonly large: ReadonlyMap<string, InstalledPack>;
}

/** Changes whenever the packs do; cheap. */
export async function readLibraryVersion(db: FactDb): Promise<string> {
  const packs = await readPacks(db);
  return packs
    .map(({ id, sha256, revision, colour }) => `${id}#${sha256}#${revision}#${colour}`)
    .join(' ');
}

export async function readLibrary(db: FactDb, maxRows = MAX_LISTED_ROWS): Promise<Library> {
  const packs = await readPacks(db);
  const [listed, large] = splitBySize(packs, maxRows);
  const entities: EntityLineRow[] = [];
  const claims: ClaimLineRow[] = [];
  const sources = new Map<string, Source>();
  for (const pack of listed) {
    const { id } = pack;
    const store = await storeOfRow(db, pack);
    for await (const rows of rowBatches(store.entities, id)) {
      entities.push(...validRows(EntityLineSchema, rows));
    }
    for await (const rows of rowBatches(store.claims, id)) {
      claims.push(...validRows(ClaimLineSchema, rows));
    }
    for await (const rows of rowBatches(store.sources, id)) {
      for (const { key, source } of validRows(SourceRowSchema, rows)) sources.set(key, source);
    }
  }
  return {
    packs: byId(packs),
    large: byId(large),
    sources,
    directory: buildDirectory(entities, claims),
  };
}

/** A page of the names of one pack in the order of their ids, straight out of the store. */
export async function readEntityPage(
  db: FactDb,
  pack: string,
  { text, offset, limit }: { text: string; offset: number; limit: number },
): Promise<{ total: number; lines: EntityLine[] }> {
  const prefix = toIdPrefix(text);
  // What has no letters that ids are made of begins no id.
  if (prefix === '' && text.trim() !== '') return { total: 0, lines: [] };
  const store = await storeOf(db, pack);
  const matching = () => store.entities.where('key').startsWith(toKey(pack, prefix));
  const [total, rows] = await Promise.all([
    matching().count(),
    matching().offset(offset).limit(limit).toArray(),
  ]);
  const lines = validRows(EntityLineSchema, rows).map(async (row) => {
    const claims = await store.claims.where({ entities: row.key }).count();
    return toEntityLine(row, { claims, sources: new Set() });
  });
  return { total, lines: await Promise.all(lines) };
}

/** The claims with all that must be known to read them, one set for each of their packs. */
export async function readClaimSets(
  db: FactDb,
  packs: ReadonlyMap<string, InstalledPack>,
  keys: readonly string[],
): Promise<ClaimSet[]> {
  const keysByPack = new Map<string, string[]>();
  for (const key of keys) {
    const pack = packOfKey(key);
    keysByPack.set(pack, [...(keysByPack.get(pack) ?? []), key]);
  }
  const sets = [...keysByPack].map(([pack, own]) => {
    const row = packs.get(pack);
    return row ? [readClaimSet(db, row, own)] : [];
  });
  return Promise.all(sets.flat());
}

/** The claims of one pack, in the order given. */
export async function readClaimSet(
  facts: FactDb,
  pack: InstalledPack,
  keys: readonly string[],
): Promise<ClaimSet> {
  const db = await storeOfRow(facts, pack);
  return db.transaction('r', [db.sources, db.entities, db.claims], async () => {
    const toKeys = (ids: readonly string[]): string[] => ids.map((id) => toKey(pack.id, id));
    const claims = claimsOf(await db.claims.bulkGet([...keys]));
    const linked = claimsOf([
      ...(await db.claims.bulkGet(toKeys(linkedIdsOf(claims)))),
      ...(await db.claims.where('respondsTo').anyOf(keys).toArray()),
    ]);
    const linkedClaims = [...new Map(linked.map((claim) => [claim.id, claim])).values()];
    const named = toKeys(namedIdsIn([...claims, ...linkedClaims]));
    const sources = await rowsOfPack(db.sources, pack.id).toArray();
    return buildClaimSet({
      pack: packOfCard(pack),
      sources: validRows(SourceRowSchema, sources).map(({ source }) => source),
      claims,
      linkedClaims,
      entities: validRows(EntityRowSchema, await db.entities.bulkGet(named)).map(
        ({ entity }) => entity,
      ),
    });
  });
}

function claimsOf(rows: readonly unknown[]): CardRows['claims'][number][] {
  return validRows(ClaimRowSchema, rows).map(({ claim }) => claim);
}

/** Only what the directory reads, so that thousands of rows are checked in no time. */
const EntityLineSchema = v.object({
  key: v.string(),
  entity: v.object({
    kind: v.picklist(ENTITY_KINDS),
    label: v.string(),
    nativeLabels: v.array(v.object({ text: v.string(), lang: v.string() })),
    aliases: v.array(v.object({ text: v.string() })),
    summary: v.array(v.object({ text: v.string() })),
  }),
});
const ClaimLineSchema = v.object({
  key: v.string(),
  entities: v.array(v.string()),
  claim: v.object({
    kind: v.picklist(CLAIM_KINDS),
    date: v.optional(v.object({ date: v.string() })),
    evidence: v.array(v.object({ source: v.string(), start: v.number(), end: v.number() })),
  }),
});

/** "Jack M" → "jack-m": ids are made of their labels. */
function toIdPrefix(text: string): string {
  return foldText(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

function byId(packs: readonly InstalledPack[]): ReadonlyMap<string, InstalledPack> {
  return new Map(packs.map((pack) => [pack.id, pack]));
}
