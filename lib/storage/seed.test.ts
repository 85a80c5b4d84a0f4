// Before Dexie, which looks for IndexedDB while it loads.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { FactPack } from '../core/facts/pack-schema';
import { type FactDb, openFactDb } from './fact-db';
import { samplePack } from './pack.fixture';
import { deletePack, isSeeded, seedPack } from './seed';
import { toStorageFailure } from './storage-failure';

const SHA = 'a'.repeat(64);
const pack = samplePack();
const identity = { id: pack.id, version: pack.version, sha256: SHA };
const otherPack = samplePack({ id: 'looms', title: 'Looms' });

let db: FactDb;

beforeEach(async () => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  db = await openFactDb();
});

/** All that is stored, to compare before and after. */
async function dump(): Promise<Record<string, unknown[]>> {
  const tables = db.tables.map(async (table) => [table.name, await table.toArray()] as const);
  return Object.fromEntries(await Promise.all(tables));
}

const entityKeys = async (): Promise<string[]> =>
  (await db.entities.toCollection().primaryKeys()).sort();

describe('seedPack', () => {
  test('stores every row under its pack', async () => {
    await seedPack(db, pack, SHA, 'bundled');
    expect(await entityKeys()).toEqual(['engines/ada', 'engines/charles', 'engines/engine']);
    expect(await db.claims.where({ entities: 'engines/engine' }).primaryKeys()).toHaveLength(3);
    expect(await db.claims.where({ respondsTo: 'engines/built-none' }).primaryKeys()).toEqual([
      'engines/built-part',
    ]);
    expect(await db.relations.where({ to: 'engines/engine' }).count()).toBe(1);
    expect(await db.packs.get('engines')).toMatchObject({
      version: '1.0.0',
      counts: { sources: 2, entities: 3, claims: 4, relations: 1 },
      complete: true,
    });
  });

  test('replaces the rows of an older version and keeps other packs', async () => {
    await seedPack(db, pack, SHA, 'bundled');
    await seedPack(db, otherPack, SHA, 'bundled');
    const [ada] = pack.entities;
    const newer: FactPack = {
      ...pack,
      version: '2.0.0',
      entities: ada ? [{ ...ada, label: 'Ada King' }] : [],
      claims: [],
      relations: [],
    };
    await seedPack(db, newer, 'b'.repeat(64));
    expect(await entityKeys()).toEqual([
      'engines/ada',
      'looms/ada',
      'looms/charles',
      'looms/engine',
    ]);
    expect((await db.entities.get('engines/ada'))?.entity.label).toBe('Ada King');
    expect(await db.claims.where({ pack: 'engines' }).count()).toBe(0);
    expect(await isSeeded(db, { ...identity, id: 'looms' })).toBe(true);
  });

  const twice = <T>(rows: readonly T[]): T[] => [...rows, ...rows];
  test.each<[string, Partial<FactPack>]>([
    ['source', { sources: twice(pack.sources) }],
    ['entity', { entities: twice(pack.entities) }],
    ['claim', { claims: twice(pack.claims) }],
  ])('with a %s that stands twice it changes nothing', async (_name, rest) => {
    await seedPack(db, pack, SHA, 'bundled');
    const before = await dump();
    await expect(seedPack(db, { ...pack, version: '2.0.0', ...rest }, SHA)).rejects.toThrow();
    expect(await dump()).toEqual(before);
  });

  test.each([1, 4, 7])('a full disk at row %i leaves the store as it was', async (row) => {
    await seedPack(db, pack, SHA, 'bundled');
    const before = await dump();
    failAtRow(row);
    const newer = samplePack({ version: '2.0.0', claims: [] });
    const error = await seedPack(db, newer, SHA).then(
      () => null,
      (reason: unknown) => reason,
    );
    vi.restoreAllMocks();
    expect(toStorageFailure(error).reason).toBe('storage-full');
    expect(await dump()).toEqual(before);
    expect(await isSeeded(db, identity)).toBe(true);
  });
});

/** What fake-indexeddb does when the specification says "abort a transaction with an error". */
interface AbortingTransaction {
  _abort(errorName: string): void;
}

function failAtRow(row: number): void {
  const add = IDBObjectStore.prototype.add;
  let rows = 0;
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
    this: IDBObjectStore,
    ...args: Parameters<typeof add>
  ) {
    const request = add.apply(this, args);
    const transaction = this.transaction as unknown as AbortingTransaction;
    if (++rows === row) {
      request.addEventListener('success', () => transaction._abort('QuotaExceededError'));
    }
    return request;
  });
}

describe('isSeeded', () => {
  beforeEach(() => seedPack(db, pack, SHA, 'bundled'));

  test('is true for what was just stored', async () => {
    expect(await isSeeded(db, identity)).toBe(true);
  });

  test.each([
    ['another pack', { ...identity, id: 'looms' }],
    ['another version', { ...identity, version: '1.0.1' }],
    ['another content under the same version', { ...identity, sha256: 'b'.repeat(64) }],
  ])('is false for %s', async (_name, other) => {
    expect(await isSeeded(db, other)).toBe(false);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['purged', async () => Promise.all(db.tables.map((table) => table.clear()))],
    ['without its pack row', () => db.packs.clear()],
    ['without its claims', () => db.claims.clear()],
    ['short of one entity', () => db.entities.delete('engines/ada')],
    ['short of a source', () => db.sources.delete('engines/notes')],
    ['short of a relation', () => db.relations.clear()],
    ['marked as not complete', () => db.packs.update('engines', { complete: false as never })],
    ['with a pack that somebody else brought', () => seedPack(db, pack, SHA, 'imported')],
    [
      'written by an early version',
      () => db.packs.update('engines', { origin: undefined as never }),
    ],
    ['without counts', () => db.packs.update('engines', { counts: undefined as never })],
  ])('is false for a store %s', async (_name, damage) => {
    await damage();
    expect(await isSeeded(db, identity)).toBe(false);
  });
});

test('deletePack leaves other packs alone', async () => {
  await seedPack(db, pack, SHA, 'bundled');
  await seedPack(db, otherPack, SHA, 'bundled');
  await deletePack(db, 'engines');
  expect(await entityKeys()).toEqual(['looms/ada', 'looms/charles', 'looms/engine']);
  expect(await db.packs.toCollection().primaryKeys()).toEqual(['looms']);
});
