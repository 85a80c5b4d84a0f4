// Before Dexie, which looks for IndexedDB while it loads.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { writePackJson } from '../core/packs/write-pack-json';
import { giveUpPack, readDeletedPacks, returnPack } from './deleted-packs';
import { type FactDb, openFactDb } from './fact-db';
import { samplePack } from './pack.fixture';
import { beginImport, installImport, MAX_IMPORTED_PACKS } from './pack-import';
import { BUNDLED, dump, importPack, stage } from './pack-import.fixture';
import { choosePack, readInstalledPacks, removePack } from './pack-registry';
import { readCard } from './read-facts';
import { changeRecords } from './record-edits';
import { seedPack } from './seed';
import { sweepStores } from './store-sweep';

const nobody = { isHeld: async () => false };
const DELETED_AT = new Date('2024-05-03T12:00:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;
const timeAfter = (ms: number): number => DELETED_AT.getTime() + ms;
const LOOMS = samplePack({ id: 'looms' });

let db: FactDb;
let store: string;
beforeEach(async () => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  db = await openFactDb();
  await seedPack(db, samplePack(), 'a'.repeat(64), 'bundled');
  store = await importPack(db, LOOMS);
});

const ids = async () => (await readInstalledPacks(db)).map(({ id }) => id);
const remove = () => removePack(db, 'looms', DELETED_AT);

/** As if the browser had been killed and started again. */
async function nextLife(): Promise<void> {
  db.close();
  db = await openFactDb();
}

describe('a deleted pack', () => {
  test('comes back as it was, with the reader’s edits and choices', async () => {
    await choosePack(db, 'looms', { isPainted: true, colour: 'teal', order: 7 });
    await changeRecords(db, 'looms', [{ section: 'claims', id: 'met', record: null }]);
    const before = await dump(db);
    expect(await remove()).toBe('removed');
    expect(await ids()).toEqual(['engines']);
    expect(await readCard(db, 'looms/ada')).toBeNull();
    await nextLife();
    expect(await readDeletedPacks(db)).toMatchObject([
      {
        store,
        id: 'looms',
        title: LOOMS.title,
        entities: 3,
        keptUntil: '2024-05-04T12:00:00.000Z',
      },
    ]);
    expect(await returnPack(db, store)).toBe('returned');
    await nextLife();
    expect(await dump(db)).toEqual(before);
    expect(await readDeletedPacks(db)).toEqual([]);
  });

  test('says how much room it takes, roughly', async () => {
    await remove();
    const [{ bytes } = { bytes: null }] = await readDeletedPacks(db);
    const whole = writePackJson(LOOMS).length;
    expect(bytes).toBeGreaterThan(whole / 2);
    expect(bytes).toBeLessThan(whole * 4);
  });

  test.each([
    ['for a day', DAY_MS - 1, { deleted: 0, nextAt: timeAfter(DAY_MS), outcome: 'returned' }],
    ['and no longer', DAY_MS, { deleted: 1, nextAt: null, outcome: 'gone' }],
  ])('is kept %s', async (_name, ms, { deleted, nextAt, outcome }) => {
    await remove();
    const report = await sweepStores(db, nobody, timeAfter(ms));
    expect(report).toMatchObject({ nextAt, left: [] });
    expect(report.deleted).toHaveLength(deleted);
    expect(await returnPack(db, store)).toBe(outcome);
    expect(await ids()).toEqual(outcome === 'returned' ? ['engines', 'looms'] : ['engines']);
  });

  test('is gone for good once it is given up', async () => {
    await remove();
    await giveUpPack(db, store);
    expect(await readDeletedPacks(db)).toEqual([]);
    // The browser dies before the database is deleted.
    await nextLife();
    expect(await returnPack(db, store)).toBe('gone');
    expect((await sweepStores(db, nobody, timeAfter(1))).deleted).toEqual([store]);
    expect(await Dexie.getDatabaseNames()).toEqual(['facts']);
    expect(await db.stores.count()).toBe(0);
  });

  test('cannot be deleted again, nor come back twice', async () => {
    await remove();
    expect(await remove()).toBe('not-installed');
    expect(await returnPack(db, store)).toBe('returned');
    expect(await returnPack(db, store)).toBe('gone');
    expect(await ids()).toEqual(['engines', 'looms']);
    // What is in use is nobody's to give up.
    await giveUpPack(db, store);
    await sweepStores(db, nobody, timeAfter(2 * DAY_MS));
    expect(await readCard(db, 'looms/ada')).not.toBeNull();
  });

  test('does not come back once the browser has purged its database', async () => {
    await remove();
    db.close();
    await Dexie.delete(store);
    db = await openFactDb();
    expect(await returnPack(db, store)).toBe('gone');
  });

  test('of which the row is damaged is swept', async () => {
    await remove();
    await db.stores.update(store, { deleted: { at: 'yesterday' } as never });
    expect(await readDeletedPacks(db)).toEqual([]);
    expect(await returnPack(db, store)).toBe('gone');
    expect((await sweepStores(db, nobody, timeAfter(0))).deleted).toEqual([store]);
  });
});

describe('a deleted pack and imports of the same id', () => {
  const text = (version: string) => writePackJson({ ...LOOMS, version });

  test('an update that was being looked at is outdated, until the pack is back', async () => {
    const update = await stage(db, 'looms', text('2.0.0'));
    await remove();
    expect(await installImport(db, update.store, BUNDLED)).toEqual({ ok: false, code: 'outdated' });
    expect(await ids()).toEqual(['engines']);
    await returnPack(db, store);
    expect(await installImport(db, update.store, BUNDLED)).toMatchObject({ ok: true });
    expect(await readInstalledPacks(db)).toMatchObject([{}, { id: 'looms', version: '2.0.0' }]);
  });

  test('an import begun since is outdated once the deleted one is back', async () => {
    await remove();
    const again = await stage(db, 'looms', text('2.0.0'));
    expect(await returnPack(db, store)).toBe('returned');
    expect(await installImport(db, again.store, BUNDLED)).toEqual({ ok: false, code: 'outdated' });
    expect(await readInstalledPacks(db)).toMatchObject([{}, { version: LOOMS.version }]);
  });

  test('one added since begins anew, has to go first, and can itself be had back', async () => {
    await choosePack(db, 'looms', { isPainted: true });
    await remove();
    const newer = await importPack(db, { ...LOOMS, version: '2.0.0' });
    expect(await readInstalledPacks(db)).toMatchObject([{}, { isPainted: false }]);
    expect(await returnPack(db, store)).toBe('id-taken');
    await removePack(db, 'looms', new Date(timeAfter(5)));
    expect((await readDeletedPacks(db)).map((pack) => pack.store)).toEqual([newer, store]);
    expect(await returnPack(db, store)).toBe('returned');
    expect(await returnPack(db, newer)).toBe('id-taken');
    expect(await readInstalledPacks(db)).toMatchObject([{}, { version: LOOMS.version }]);
  });
});

test('deleted packs take no place of others, and find none where all are taken', async () => {
  await remove();
  const rest = Array.from({ length: MAX_IMPORTED_PACKS }, (_, index) => `p${index}`);
  await db.stores.bulkPut(
    rest.slice(1).map((name) => ({ name, pack: name, state: 'live' as const, at: '2024' })),
  );
  expect(await beginImport(db, 'more', BUNDLED)).toMatchObject({ ok: true });
  expect(await beginImport(db, 'even-more', BUNDLED)).toMatchObject({ code: 'too-many-packs' });
  expect(await returnPack(db, store)).toBe('too-many-packs');
  expect(await readDeletedPacks(db)).toHaveLength(1);
});
