// Before Dexie, which looks for IndexedDB while it loads.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { CardGroup } from '../core/facts/card-group';
import { createFactBase } from './fact-base';
import { type FactDb, openFactDb, SCHEMA_VERSIONS } from './fact-db';
import { createLargeListStore } from './large-list-store';
import { samplePack } from './pack.fixture';
import { importPack } from './pack-import.fixture';
import { choosePack, orderPacks, readInstalledPacks, removePack } from './pack-registry';
import { readBriefing } from './read-briefing';
import { readCardGroups } from './read-card-groups';
import { readCard, readSearchedPacks, readSearchRows } from './read-facts';
import { readLibrary, readLibraryVersion } from './read-library';
import { changeRecords } from './record-edits';
import { readSearchCandidates } from './search-large';
import { seedPack } from './seed';
import { sweepStores } from './store-sweep';

const SHA = 'a'.repeat(64);
const keysOf = (groups: readonly CardGroup[]) => groups.map((group) => group.map(({ key }) => key));
const nobody = { isHeld: async () => false };
const [ada, charles, engine] = samplePack().entities;
if (!ada || !charles || !engine) throw new Error();

let db: FactDb;
beforeEach(async () => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  db = await openFactDb();
  await seedPack(db, samplePack(), SHA, 'bundled');
});

const ids = async () => (await readInstalledPacks(db)).map(({ id }) => id);

describe('the registry', () => {
  test('has every pack with the reader’s choices, or what holds without', async () => {
    await importPack(db, samplePack({ id: 'looms' }));
    await changeRecords(db, 'own', [{ section: 'entities', id: 'ada', record: ada }], {
      ownMeta: { id: 'own', version: '1.0.0', title: 'My', description: 'My.', license: 'x' },
    });
    expect(await readInstalledPacks(db)).toMatchObject([
      { id: 'own', origin: 'own', isEnabled: true, isPainted: false },
      { id: 'engines', origin: 'bundled', isEnabled: true, isPainted: true },
      { id: 'looms', origin: 'imported', isEnabled: true, isPainted: false },
    ]);
    expect(await choosePack(db, 'looms', { isPainted: true })).toBe(true);
    expect(await choosePack(db, 'looms', { isEnabled: false })).toBe(true);
    expect(await choosePack(db, 'nowhere', { isEnabled: false })).toBe(false);
    await orderPacks(db, ['looms', 'nowhere', 'engines']);
    expect(await ids()).toEqual(['looms', 'engines', 'own']);
    expect((await readInstalledPacks(db))[0]).toMatchObject({
      ...{ isEnabled: false, isPainted: true },
    });
  });

  test('choices outlive an update of the pack', async () => {
    await importPack(db, samplePack({ id: 'looms' }));
    await choosePack(db, 'engines', { isEnabled: false });
    await choosePack(db, 'looms', { isPainted: true });
    await seedPack(db, samplePack({ version: '2.0.0' }), SHA, 'bundled');
    await importPack(db, samplePack({ id: 'looms', version: '2.0.0' }));
    expect(await readInstalledPacks(db)).toMatchObject([
      { id: 'engines', isEnabled: false },
      { id: 'looms', isPainted: true, version: '2.0.0' },
    ]);
  });

  test('a disabled pack is in no card, search, library or briefing', async () => {
    await importPack(db, samplePack({ id: 'looms' }));
    const names = ['looms/ada', 'engines/engine'].map((key) => ({ entities: [key], count: 1 }));
    const versions = [await readLibraryVersion(db)];
    expect((await readBriefing(db, names)).entities).toHaveLength(2);
    expect((await readLibrary(db)).directory.entities).toHaveLength(6);
    await choosePack(db, 'looms', { isEnabled: false });
    versions.push(await readLibraryVersion(db));
    expect(versions[0]).not.toBe(versions[1]);
    expect(await readCard(db, 'looms/ada')).toBeNull();
    expect((await readSearchRows(db)).entities.map(({ key }) => key)).toEqual([
      ...['engines/ada', 'engines/charles', 'engines/engine'],
    ]);
    expect((await readLibrary(db)).directory.entities).toHaveLength(3);
    expect((await readBriefing(db, names)).entities).toHaveLength(1);
    await choosePack(db, 'looms', { isEnabled: true });
    expect(await readCard(db, 'looms/ada')).not.toBeNull();
  });

  test.each([
    ['engines', 'not-removable'],
    ['nowhere', 'not-installed'],
  ])('%s cannot be removed', async (id, outcome) => {
    expect(await removePack(db, id)).toBe(outcome);
    expect(await ids()).toEqual(['engines']);
  });

  test('a removed pack is gone at once, its rows after a day, also in a later life', async () => {
    const store = await importPack(db, samplePack({ id: 'looms' }));
    await readCard(db, 'looms/ada');
    expect(await removePack(db, 'looms', new Date(0))).toBe('removed');
    expect(await ids()).toEqual(['engines']);
    expect(await readCard(db, 'looms/ada')).toBeNull();
    db.close();
    db = await openFactDb();
    expect((await sweepStores(db, nobody)).deleted).toEqual([store]);
    expect(await Dexie.getDatabaseNames()).toEqual(['facts']);
    expect(await db.stores.count()).toBe(0);
  });

  test('a pack whose store nobody has noted down is not swept away', async () => {
    const store = await importPack(db, samplePack({ id: 'looms' }));
    await db.stores.delete(store);
    expect((await sweepStores(db, nobody)).deleted).toEqual([]);
    expect(await readCard(db, 'looms/ada')).not.toBeNull();
  });

  test('a colour is chosen, stays when something else is, and is on cards and in the library', async () => {
    expect((await readCard(db, 'engines/ada'))?.pack.colour).toBeNull();
    const version = await readLibraryVersion(db);
    await choosePack(db, 'engines', { colour: 'purple' });
    await choosePack(db, 'engines', { isPainted: false });
    expect((await readCard(db, 'engines/ada'))?.pack.colour).toBe('purple');
    expect(await readLibraryVersion(db)).not.toBe(version);
    await choosePack(db, 'engines', { colour: null });
    expect(await readInstalledPacks(db)).toMatchObject([{ colour: null, isPainted: false }]);
  });

  test('a colour that nobody knows costs no other choice', async () => {
    await db.choices.put({ id: 'engines', isPainted: false, colour: 'ultraviolet' as never });
    expect(await readInstalledPacks(db)).toMatchObject([{ colour: null, isPainted: false }]);
  });

  test('a bundled pack that comes with the id of an imported one takes its place', async () => {
    const store = await importPack(db, samplePack({ id: 'looms' }));
    await seedPack(db, samplePack({ id: 'looms', title: 'Ours' }), SHA, 'bundled');
    expect((await readCard(db, 'looms/ada'))?.pack).toMatchObject({ title: 'Ours' });
    expect((await sweepStores(db, nobody)).deleted).toEqual([store]);
  });
});

test('the matcher follows what is installed, enabled and painted', async () => {
  let keys: readonly string[] = [];
  let parts: readonly string[] = [];
  let discreet: readonly string[] | undefined;
  const base = () =>
    createFactBase({
      bundled: [{ id: 'engines', version: '1.0.0', sha256: SHA }],
      loadPack: async () => samplePack(),
      matcher: {
        readParts: async () => parts,
        async write(tables, from) {
          keys = tables.entityKeys;
          discreet = tables.discreet;
          parts = from;
        },
      },
      largeLists: createLargeListStore(),
      extensionVersion: '1.0.0',
    });
  const facts = base();
  await facts.report();
  await importPack(db, samplePack({ id: 'looms', entities: [ada], claims: [], relations: [] }));
  await facts.packsChanged();
  expect(keys).toContain('looms/ada');
  expect(discreet).toEqual(['looms']);
  await choosePack(db, 'looms', { isPainted: true });
  await facts.packsChanged();
  expect(discreet).toEqual([]);
  await choosePack(db, 'engines', { isEnabled: false });
  await facts.packsChanged();
  expect(keys).toEqual(['looms/ada']);
  expect(await base().wasPrepared()).toBe(true);
  await choosePack(db, 'looms', { isEnabled: false });
  await facts.packsChanged();
  expect(keys).toEqual([]);
  expect(await facts.report()).toMatchObject({ state: 'ready', entities: 0 });
  expect(await base().wasPrepared()).toBe(true);
});

describe('search in packs too large for memory', () => {
  test.each([
    ['ada lo', ['looms/ada']],
    ['lovelace', ['looms/ada']],
    ['Babbage Charles', ['looms/charles']],
    ['lovelase', ['looms/ada']],
    ['lady', ['looms/ada']],
    ['engine', ['looms/engine']],
    ['', []],
    ['zzz', []],
  ])('%s', async (query, keys) => {
    await importPack(db, samplePack({ id: 'looms' }));
    const { listed, large } = await readSearchedPacks(db, 10);
    expect([listed, large].map((packs) => packs.map(({ id }) => id))).toEqual([
      ['engines'],
      ['looms'],
    ]);
    const { entities, claims } = await readSearchCandidates(db, large, query);
    expect(entities.map(({ key }) => key)).toEqual(keys);
    expect(claims.length > 0).toBe(keys.length > 0);
  });
});

test('a fact base of the first version gets what it lacks, and keeps what it has', async () => {
  db.close();
  Dexie.dependencies.indexedDB = new IDBFactory();
  const old = await openFactDb({ versions: SCHEMA_VERSIONS.slice(0, 1) });
  await seedPack(old, samplePack(), SHA, 'bundled');
  await old.entities.toCollection().modify((row) => {
    Reflect.deleteProperty(row, 'names');
    Reflect.deleteProperty(row, 'identifiers');
  });
  await old.entities.put({ key: 'engines/odd', pack: 'engines', entity: { odd: true } } as never);
  const before = await old.claims.toArray();
  expect(await readInstalledPacks(old)).toHaveLength(1);
  expect(keysOf(await readCardGroups(old, ['engines/ada']))).toEqual([['engines/ada']]);
  old.close();
  db = await openFactDb();
  expect(db.verno).toBe(2);
  expect(await db.claims.toArray()).toEqual(before);
  expect(await db.entities.where('names').equals('lovelace').primaryKeys()).toEqual([
    'engines/ada',
  ]);
  expect(await db.entities.count()).toBe(4);
  expect(await readCard(db, 'engines/ada')).not.toBeNull();
});
