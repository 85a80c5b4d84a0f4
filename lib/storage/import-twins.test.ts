// Before Dexie, which looks for IndexedDB while it loads.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Entity } from '../core/facts/pack-schema';
import { writePackJson } from '../core/packs/write-pack-json';
import { type FactDb, openFactDb } from './fact-db';
import { findImportTwins, type TwinLimits } from './import-twins';
import { samplePack } from './pack.fixture';
import { cancelImport } from './pack-import';
import { importPack, stage } from './pack-import.fixture';
import { choosePack } from './pack-registry';
import { seedPack } from './seed';

const LIMITS: TwinLimits = { entities: 100, patience: 60_000, shown: 2 };
const ENGINES = samplePack();
const [ada, charles] = ENGINES.entities;
if (!ada || !charles) throw new Error();

let db: FactDb;
beforeEach(async () => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  db = await openFactDb();
  await seedPack(db, ENGINES, 'a'.repeat(64), 'bundled');
});

const named = (index: number, like: Entity = charles): Entity => {
  const text = `Weaver Number ${index}`;
  const alias = { ...like.aliases[0], text } as Entity['aliases'][number];
  return { ...like, id: `weaver-${index}`, label: text, nativeLabels: [], aliases: [alias] };
};
const listOf = (count: number, ...others: Entity[]): Entity[] => [
  ...Array.from({ length: count }, (_, index) => named(index)),
  ...others,
];
const only = (id: string, entities: readonly Entity[]) =>
  samplePack({ id, entities: [...entities], claims: [], relations: [] });

async function waiting(entities: readonly Entity[], id = 'looms'): Promise<string> {
  const { store, staged } = await stage(db, id, writePackJson(only(id, entities)));
  if (!staged.ok) throw new Error(staged.problem.code);
  return store;
}

describe('names that other packs know', () => {
  test('are counted, the first of them with the pack that knows them', async () => {
    await choosePack(db, 'engines', { colour: 'red' });
    const store = await waiting(listOf(3, ada, charles));
    expect(await findImportTwins(db, store, LIMITS)).toEqual({
      count: 2,
      isComplete: true,
      first: [
        { label: ada.label, pack: { title: ENGINES.title, colour: 'red' } },
        { label: charles.label, pack: { title: ENGINES.title, colour: 'red' } },
      ],
    });
  });

  test.each<[string, Partial<TwinLimits>, number, object]>([
    ['a small pack in a large one', {}, 50, { count: 2, isComplete: true }],
    ['no more than are looked up', { entities: 1 }, 50, { count: 1, isComplete: false }],
    ['none, where there is no time', { patience: -1 }, 50, { count: 0, isComplete: false }],
    ['no more than are shown', { shown: 1 }, 0, { count: 2, first: [{ label: ada.label }] }],
  ])('%s', async (_name, limits, count, told) => {
    const store = await waiting(listOf(count, ada, charles));
    expect(await findImportTwins(db, store, { ...LIMITS, ...limits })).toMatchObject(told);
  });

  test('are counted once where several packs know them, with the smallest of these', async () => {
    await importPack(db, only('wheels', [ada]));
    const store = await waiting([ada]);
    expect(await findImportTwins(db, store, LIMITS)).toMatchObject({
      count: 1,
      first: [{ label: ada.label }],
    });
  });

  test('are none in a disabled pack, in the version that is replaced, or of another kind', async () => {
    await importPack(db, only('looms', [charles]));
    const update = await waiting([
      { ...charles, summary: [] },
      { ...ada, kind: 'product' },
    ]);
    await choosePack(db, 'engines', { isEnabled: false });
    expect(await findImportTwins(db, update, LIMITS)).toMatchObject({ count: 0 });
    await choosePack(db, 'engines', { isEnabled: true });
    expect(await findImportTwins(db, update, LIMITS)).toMatchObject({ count: 1 });
  });
});

test('nobody can tell of an import that was cancelled', async () => {
  const store = await waiting([ada]);
  await cancelImport(db, store);
  expect(await findImportTwins(db, 'pack nothing', LIMITS)).toBeNull();
});
