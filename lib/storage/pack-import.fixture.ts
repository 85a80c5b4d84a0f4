/** An import as a page makes it, and everything that is stored, to be compared. */
import { Dexie } from 'dexie';
import { IDBObjectStore } from 'fake-indexeddb';
import { vi } from 'vitest';
import type { FactPack } from '../core/facts/pack-schema';
import type { ImportOptions } from '../core/packs/import-facts';
import { READER_OPTIONS } from '../core/packs/reader-options.fixture';
import { writePackJson } from '../core/packs/write-pack-json';
import type { FactDb } from './fact-db';
import { beginImport, installImport } from './pack-import';
import { openNewPackStore, openPackStore } from './pack-store';
import { type Staged, stageImport } from './stage-import';

export const BUNDLED = ['engines'];

export interface StageTest {
  readonly options?: Partial<ImportOptions>;
  readonly chunks?: AsyncIterable<Uint8Array>;
  readonly fileId?: string;
}

/** Reads a file into a store; gives its name with the outcome. */
export async function stage(
  db: FactDb,
  pack: string,
  text: string,
  { options, chunks, fileId }: StageTest = {},
): Promise<{ store: string; staged: Staged }> {
  const begun = await beginImport(db, pack, BUNDLED);
  if (!begun.ok) throw new Error(begun.code);
  const store = await openNewPackStore(begun.store);
  const before = begun.installed && (await openPackStore(begun.installed.store));
  const bytes = new TextEncoder().encode(text);
  try {
    const staged = await stageImport({
      store,
      installed: before && begun.installed && { store: before, base: begun.installed.base },
      pack,
      fileId,
      chunks: chunks ?? pieces(bytes),
      totalBytes: bytes.length,
      options: { ...READER_OPTIONS, ...options },
    });
    return { store: begun.store, staged };
  } finally {
    store.close();
    before?.close();
  }
}

export function* pieces(bytes: Uint8Array, size = 1000): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function importPack(db: FactDb, pack: FactPack): Promise<string> {
  const { store, staged } = await stage(db, pack.id, writePackJson(pack));
  if (!staged.ok) throw new Error(staged.problem.code);
  const installed = await installImport(db, store, BUNDLED);
  if (!installed.ok) throw new Error(installed.code);
  return store;
}

/** Every row of every database, but the registry of stores, whose names are made by chance. */
export async function dump(db: FactDb): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = { facts: await rowsIn(db) };
  for (const name of (await Dexie.getDatabaseNames()).sort()) {
    if (name === db.name) continue;
    const other = await new Dexie(name).open();
    all[name] = await rowsIn(other);
    other.close();
  }
  return all;
}

async function rowsIn(db: Dexie): Promise<Record<string, unknown[]>> {
  const tables = db.tables.map(async (table) => [table.name, await table.toArray()] as const);
  return Object.fromEntries(await Promise.all(tables));
}

/** What fake-indexeddb does when the specification says "abort a transaction with an error". */
interface AbortingTransaction {
  _abort(errorName: string): void;
}

/** The disk is full at the nth row that is written from now on. */
export function fillDiskAt(row: number): void {
  let rows = 0;
  for (const method of ['add', 'put'] as const) {
    const write = IDBObjectStore.prototype[method];
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
      this: IDBObjectStore,
      ...args: Parameters<typeof write>
    ) {
      const request = write.apply(this, args);
      const transaction = this.transaction as unknown as AbortingTransaction;
      if (++rows === row) {
        request.addEventListener('success', () => transaction._abort('QuotaExceededError'));
      }
      return request;
    });
  }
}
