/** Begins, installs and gives up imports; what fills the store in between is stage-import.ts. */
import * as v from 'valibot';
import { OWN_PACK_ID } from '../core/clipping/own-pack';
import type { ComparedItem } from '../core/packs/compare-import';
import type { ProblemCode } from '../core/packs/import-problem';
import { type FactDb, type PackRow, PackRowSchema, StoreRowSchema } from './fact-db';
import {
  type ImportBase,
  type ImportItem,
  ImportItemSchema,
  type ImportSummary,
  ImportSummarySchema,
} from './import-summary';
import { openPackStore, PACK_STORE_PREFIX, PackGoneError } from './pack-store';
import { SUMMARY } from './staged-rows';
import { discardStore } from './store-sweep';
import { writeTogether } from './write-together';

/** Each is a database of its own, which the browser opens when a page asks. */
export const MAX_IMPORTED_PACKS = 100;

export type BegunImport =
  | {
      readonly ok: true;
      /** The database to be filled. */
      readonly store: string;
      readonly installed: { readonly store: string; readonly base: ImportBase } | null;
    }
  | { readonly ok: false; readonly code: 'reserved-id' | 'too-many-packs' };

/** Ids of bundled packs, and the reader's own, which no import can replace. */
export function isReservedId(id: string, bundled: readonly string[]): boolean {
  return id === OWN_PACK_ID || bundled.includes(id);
}

export async function beginImport(
  db: FactDb,
  pack: string,
  bundled: readonly string[],
  now: Date = new Date(),
): Promise<BegunImport> {
  return writeTogether<BegunImport>(db, [db.packs, db.stores], async () => {
    const installed = v.safeParse(PackRowSchema, await db.packs.get(pack));
    const isOurs = installed.success && installed.output.origin !== 'imported';
    if (isReservedId(pack, bundled) || isOurs) return { ok: false, code: 'reserved-id' };
    if (!installed.success && (await countUsedStores(db)) >= MAX_IMPORTED_PACKS) {
      return { ok: false, code: 'too-many-packs' };
    }
    const store = `${PACK_STORE_PREFIX}${pack} ${crypto.randomUUID()}`;
    await db.stores.add({ name: store, pack, state: 'staging', at: now.toISOString() });
    const old = installed.success ? installed.output : null;
    const base = old && { ...baseOf(old) };
    return {
      ok: true,
      store,
      installed: base && old?.store !== undefined ? { store: old.store, base } : null,
    };
  });
}

/** Those that are deleted are no burden but for their room. */
export async function countUsedStores(db: FactDb): Promise<number> {
  return db.stores.filter(({ state }) => state !== 'deleted').count();
}

export type InstalledImport =
  | { readonly ok: true; readonly pack: string }
  | { readonly ok: false; readonly code: 'not-staged' | 'outdated' | 'reserved-id' | 'empty' };

/**
 * Makes a filled store the pack, in one small transaction: before it the old pack is there, after
 * it the new one. What the comparison was made with must still be what is installed.
 */
export async function installImport(
  db: FactDb,
  name: string,
  bundled: readonly string[],
): Promise<InstalledImport> {
  const staged = await readStaged(name);
  if (!staged) return { ok: false, code: 'not-staged' };
  const { row, summary } = staged;
  if (isReservedId(row.id, bundled)) return { ok: false, code: 'reserved-id' };
  if (Object.values(row.counts).every((count) => count === 0)) return { ok: false, code: 'empty' };
  const small = [db.sources, db.entities, db.claims, db.relations];
  return writeTogether<InstalledImport>(db, [db.packs, db.stores, ...small], async () => {
    const store = v.safeParse(StoreRowSchema, await db.stores.get(name));
    if (!store.success || store.output.state !== 'staging' || store.output.pack !== row.id) {
      return { ok: false, code: 'not-staged' };
    }
    const parsed = v.safeParse(PackRowSchema, await db.packs.get(row.id));
    const old = parsed.success ? parsed.output : null;
    if (old && old.origin !== 'imported') return { ok: false, code: 'reserved-id' };
    if (!isBase(old, summary.base)) return { ok: false, code: 'outdated' };
    if (old?.store !== undefined) await discardStore(db, old.store);
    // Packs that an early version has stored here are small.
    else if (old) for (const table of small) await table.where('pack').equals(row.id).delete();
    await db.packs.put({ ...row, store: name });
    await db.stores.update(name, { state: 'live' });
    return { ok: true, pack: row.id };
  });
}

/** Whoever fills the store stops at the next write; the sweep deletes it. */
export async function cancelImport(db: FactDb, name: string): Promise<void> {
  await db.transaction('rw', [db.packs, db.stores], async () => {
    const store = v.safeParse(StoreRowSchema, await db.stores.get(name));
    if (store.success && store.output.state === 'staging') await discardStore(db, name);
  });
}

export interface PendingImport {
  readonly store: string;
  readonly pack: string;
  /** ISO date and time. */
  readonly at: string;
  /** Null as long as the store is being filled. */
  readonly summary: ImportSummary | null;
}

export async function readPendingImports(db: FactDb): Promise<PendingImport[]> {
  const rows: unknown[] = await db.stores.toArray();
  const staging = rows.flatMap((row) => {
    const parsed = v.safeParse(StoreRowSchema, row);
    return parsed.success && parsed.output.state === 'staging' ? [parsed.output] : [];
  });
  return Promise.all(
    staging.map(async ({ name, pack, at }) => {
      const staged = await readStaged(name);
      return { store: name, pack, at, summary: staged?.summary ?? null };
    }),
  );
}

export interface ItemFilter {
  readonly verdict?: ComparedItem['verdict'] | undefined;
  readonly code?: ProblemCode | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** A page of the items that are kept of a filled store, in the order of the file. */
export async function readImportItems(
  name: string,
  { verdict, code, offset, limit }: ItemFilter,
): Promise<ImportItem[]> {
  const store = await openPackStore(name);
  try {
    const rows: unknown[] = await store.items.toArray();
    const items = rows.flatMap((row) => {
      const parsed = v.safeParse(v.object({ item: ImportItemSchema }), row);
      return parsed.success ? [parsed.output.item] : [];
    });
    const isWanted = (item: ImportItem): boolean =>
      item.type === 'refused'
        ? verdict === undefined && (code === undefined || item.problem.code === code)
        : code === undefined && (verdict === undefined || item.verdict === verdict);
    return items.filter(isWanted).slice(offset, offset + limit);
  } finally {
    store.close();
  }
}

export function baseOf({ version, sha256, revision }: PackRow): ImportBase {
  return { version, sha256, revision };
}

function isBase(old: PackRow | null, base: ImportBase | null): boolean {
  // A pack of an early version has no store to be compared with.
  if (!old || old.store === undefined) return base === null;
  return base !== null && old.sha256 === base.sha256 && old.revision === base.revision;
}

/** Null where nothing waits under this name, or is still being read. */
export async function readStaged(
  name: string,
): Promise<{ row: PackRow; summary: ImportSummary } | null> {
  let store: FactDb;
  try {
    store = await openPackStore(name);
  } catch (error) {
    if (error instanceof PackGoneError) return null;
    throw error;
  }
  try {
    const [rows, value] = await Promise.all([store.packs.toArray(), store.values.get(SUMMARY)]);
    const row = v.safeParse(PackRowSchema, rows[0]);
    const summary = v.safeParse(ImportSummarySchema, value?.value);
    return row.success && summary.success ? { row: row.output, summary: summary.output } : null;
  } finally {
    store.close();
  }
}
