/**
 * Packs with too many names for every tab become large lists: their names are confirmed by the
 * background, and tabs get a gate to them.
 */

import type { NamedEntity } from '../core/matcher/build-matcher';
import { buildNameGate } from '../core/matcher/build-name-gate';
import {
  aliasesIn,
  createLargeTablesBuilder,
  type LargeTables,
} from '../core/matcher/large-tables';
import { encodeNameGate, type StoredNameGate } from '../core/matcher/name-gate-bits';
import type { FactDb, PackRow } from './fact-db';
import type { LargeListStore } from './large-list-store';
import { PackGoneError } from './pack-store';
import { eachNamedEntity, readNamedEntities } from './read-facts';

/**
 * Aliases that every tab may hold. So many take a tab about 1 MB and 10 ms, which is what the gate
 * to a million takes; beyond that the gate is the lighter one.
 */
export const MAX_TAB_ALIASES = 5000;

export interface SplitPacks {
  /** Of all packs that tabs hold. */
  readonly named: readonly NamedEntity[];
  readonly large: readonly PackRow[];
}

/** The smallest packs go to the tabs, as long as they all fit. */
export async function splitPacks(
  db: FactDb,
  packs: readonly PackRow[],
  maxAliases: number,
): Promise<SplitPacks> {
  // An entity has an alias at least, so some need not be read to be known as large.
  const readable = packs.filter(({ counts }) => counts.entities <= maxAliases);
  const large = packs.filter(({ counts }) => counts.entities > maxAliases);
  const read = (
    await Promise.all(
      readable.map(async (pack) => {
        const named = await readNamedEntities(db, pack.id).catch(noneOfGone);
        return { pack, named, aliases: named.reduce((sum, one) => sum + one.aliases.length, 0) };
      }),
    )
  ).filter(({ named }) => named.length > 0);
  read.sort((a, b) => a.aliases - b.aliases || (a.pack.id < b.pack.id ? -1 : 1));
  const named: NamedEntity[] = [];
  let sum = 0;
  for (const { pack, named: own, aliases } of read) {
    sum += aliases;
    if (sum > maxAliases) large.push(pack);
    else named.push(...own);
  }
  return { named, large };
}

/** A pack that is being replaced or deleted meanwhile must not cost the reader all others. */
function noneOfGone(error: unknown): NamedEntity[] {
  if (error instanceof PackGoneError) return [];
  throw error;
}

/**
 * Brings the stored lists to what the packs say; `partOf` names the version of a list. Gives the
 * gate to all of them, or undefined where there are none.
 */
export async function renewLargeLists(
  db: FactDb,
  store: LargeListStore,
  packs: readonly PackRow[],
  partOf: (pack: PackRow) => string,
): Promise<StoredNameGate | undefined> {
  const stored = await store.readParts();
  const parts = packs.map(partOf);
  const built: LargeTables[] = [];
  for (const pack of packs) {
    const part = partOf(pack);
    if (stored.includes(part)) continue;
    const tables = await buildTables(db, pack.id);
    built.push(tables);
    await store.write({ part, tables });
  }
  if (stored.some((part) => !parts.includes(part))) await store.keepOnly(parts);
  if (packs.length === 0) return undefined;
  // What was built is at hand; read back, it would be in memory twice.
  const others = await store.readTables(parts.filter((part) => stored.includes(part)));
  return encodeNameGate(buildNameGate(aliasesOf([...built, ...others])), parts.join(' '));
}

async function buildTables(db: FactDb, pack: string): Promise<LargeTables> {
  const builder = createLargeTablesBuilder(pack);
  for await (const entity of eachNamedEntity(db, pack)) builder.add(entity);
  return builder.build();
}

function* aliasesOf(lists: readonly LargeTables[]) {
  for (const tables of lists) yield* aliasesIn(tables);
}
