// Before Dexie, which looks for IndexedDB while it loads.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { FactPack } from '../core/facts/pack-schema';
import { createMatcher } from '../core/matcher/matcher';
import type { MatcherTables } from '../core/matcher/matcher-tables';
import { SCRIPTS, type Script } from '../core/settings/settings';
import { createFactBase, type FactBase } from './fact-base';
import { openFactDb } from './fact-db';
import { createLargeListStore } from './large-list-store';
import type { MatcherWriter } from './matcher-writer';
import { samplePack } from './pack.fixture';
import { readCard } from './read-facts';
import { seedPack } from './seed';
import { BadPackError } from './storage-failure';

const SHA = 'a'.repeat(64);

/** Stands for extension storage, which outlives the background. */
interface Kept {
  tables: MatcherTables | null;
  parts: readonly string[];
  writes: number;
}

interface Started {
  readonly base: FactBase;
  readonly loads: string[];
  changes: number;
}

let kept: Kept;

beforeEach(() => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  kept = { tables: null, parts: [], writes: 0 };
});

const keeper: MatcherWriter = {
  readParts: async () => kept.parts,
  async write(tables, parts) {
    kept = { tables, parts, writes: kept.writes + 1 };
  },
};

/** One life of the background. */
function start(
  pack: FactPack = samplePack(),
  {
    load,
    extensionVersion = '1.0.0',
    scripts = SCRIPTS,
  }: {
    load?: () => Promise<FactPack>;
    extensionVersion?: string;
    scripts?: readonly Script[];
  } = {},
): Started {
  const started: Started = {
    loads: [],
    changes: 0,
    base: createFactBase({
      bundled: [{ id: pack.id, version: pack.version, sha256: SHA }],
      async loadPack({ version }) {
        started.loads.push(version);
        return load ? load() : pack;
      },
      matcher: keeper,
      largeLists: createLargeListStore(),
      extensionVersion,
      scripts: async () => scripts,
      onChanged: () => {
        started.changes += 1;
      },
    }),
  };
  return started;
}

const READY = { state: 'ready', entities: 3, claims: 4, sources: 2 } as const;

const namesIn = (text: string): number =>
  kept.tables ? createMatcher(kept.tables).scan(text).candidates.length : 0;

describe('a fact base', () => {
  test('is built at the first start', async () => {
    const { base, loads } = start();
    expect(await base.wasPrepared()).toBe(false);
    expect(await base.report()).toEqual(READY);
    expect(loads).toEqual(['1.0.0']);
    expect(namesIn('Lady Lovelace met Charles Babbage')).toBe(2);
    expect(await base.wasPrepared()).toBe(true);
  });

  test('is built once, however many ask at the same time', async () => {
    const { base, loads } = start();
    await Promise.all([base.db(), base.report(), base.db(), base.report()]);
    expect(loads).toHaveLength(1);
    expect(kept.writes).toBe(1);
  });

  test('neither loads the pack nor builds the matcher at later starts', async () => {
    await start().base.db();
    const { base, loads } = start();
    expect(await base.wasPrepared()).toBe(true);
    expect(await base.report()).toEqual(READY);
    expect(loads).toEqual([]);
    expect(kept.writes).toBe(1);
  });

  test('takes a new version of the pack and keeps the reader’s own', async () => {
    await start().base.db();
    const own = await openFactDb();
    await seedPack(own, samplePack({ id: 'own' }), SHA);
    own.close();
    const [ada] = samplePack().entities;
    const newer = samplePack({
      version: '2.0.0',
      entities: ada ? [ada] : [],
      claims: [],
      relations: [],
    });
    const { base } = start(newer);
    expect(await base.wasPrepared()).toBe(false);
    expect(await base.report()).toEqual({ state: 'ready', entities: 4, claims: 4, sources: 4 });
    expect(kept.tables?.entityKeys).toEqual([
      'engines/ada',
      'own/ada',
      'own/charles',
      'own/engine',
    ]);
  });

  test('builds the matcher anew with a new version of the extension', async () => {
    await start().base.db();
    const { base, loads } = start(samplePack(), { extensionVersion: '1.1.0' });
    expect(await base.wasPrepared()).toBe(false);
    await base.db();
    expect(loads).toEqual([]);
    expect(kept.writes).toBe(2);
  });

  test('leaves out names in scripts that the reader does not want, from the next start on', async () => {
    await start().base.db();
    const { base, loads } = start(samplePack(), { scripts: ['han', 'hangul'] });
    expect(await base.wasPrepared()).toBe(false);
    await base.db();
    expect(namesIn('Ada Lovelace')).toBe(0);
    expect(await base.wasPrepared()).toBe(true);
    expect(loads).toEqual([]);
    expect(await start().base.wasPrepared()).toBe(false);
  });

  test('obeys a change of scripts at once, and does nothing where none changed', async () => {
    const scripts: Script[] = [...SCRIPTS];
    const { base } = start(samplePack(), { scripts });
    await base.settingsChanged();
    await base.settingsChanged();
    expect(kept.writes).toBe(1);
    scripts.splice(0, 1);
    await base.settingsChanged();
    expect(namesIn('Ada Lovelace')).toBe(0);
    scripts.unshift('latin');
    await base.settingsChanged();
    expect(namesIn('Ada Lovelace')).toBe(1);
    expect(kept.writes).toBe(3);
  });

  test('builds the matcher anew where extension storage was cleared', async () => {
    await start().base.db();
    kept = { tables: null, parts: [], writes: 0 };
    await start().base.db();
    expect(namesIn('Ada Lovelace')).toBe(1);
  });

  test('is mended after the browser purged it between two starts', async () => {
    await start().base.db();
    Dexie.dependencies.indexedDB = new IDBFactory();
    const { base, loads } = start();
    expect(await readCard(await base.db(), 'engines/ada')).not.toBeNull();
    expect(loads).toHaveLength(1);
  });

  test.each<[string, (base: FactBase) => Promise<unknown>]>([
    [
      'emptied',
      async (base) => Promise.all((await base.db()).tables.map((table) => table.clear())),
    ],
    ['closed', async (base) => (await base.db()).close()],
  ])('is mended after it was %s while in use', async (_name, damage) => {
    const { base } = start();
    await damage(base);
    expect(await readCard(await base.db(), 'engines/ada')).not.toBeNull();
    expect(await base.report()).toEqual(READY);
  });
});

describe('where it fails', () => {
  const broken = () => Promise.reject(new BadPackError('claims[3]'));

  test('the first time, it says why and has no database', async () => {
    const { base } = start(samplePack(), { load: broken });
    expect(await base.report()).toMatchObject({ state: 'failed', reason: 'bad-pack' });
    await expect(base.db()).rejects.toThrow('claims[3]');
    expect(kept.writes).toBe(0);
  });

  test('on an update, the facts before it stay in use', async () => {
    await start().base.db();
    const { base } = start(samplePack({ version: '2.0.0' }), { load: broken });
    expect(await base.report()).toMatchObject({ state: 'failed' });
    expect(await readCard(await base.db(), 'engines/ada')).not.toBeNull();
    expect(namesIn('Ada Lovelace')).toBe(1);
  });

  test('a blocked database is told of', async () => {
    const base = createFactBase({
      bundled: [{ id: 'engines', version: '1.0.0', sha256: SHA }],
      loadPack: async () => samplePack(),
      matcher: keeper,
      largeLists: createLargeListStore(),
      extensionVersion: '1.0.0',
      open: () => Promise.reject(new DOMException('no', 'InvalidStateError')),
    });
    expect(await base.report()).toMatchObject({ state: 'failed', reason: 'storage-blocked' });
    await expect(base.db()).rejects.toThrow('InvalidStateError');
  });

  test('it tries again when asked for its state', async () => {
    let works = false;
    const load = () => (works ? Promise.resolve(samplePack()) : broken());
    const { base } = start(samplePack(), { load });
    expect(await base.report()).toMatchObject({ state: 'failed' });
    works = true;
    expect(await base.report()).toEqual(READY);
  });
});

test('rebuild writes the bundled packs and the matcher anew and nothing else', async () => {
  const started = start();
  const db = await started.base.db();
  await seedPack(db, samplePack({ id: 'own', claims: [], relations: [] }), SHA);
  await db.entities.update('engines/ada', { 'entity.label': 'Somebody' });
  expect(await started.base.rebuild()).toMatchObject({ state: 'ready', entities: 6 });
  expect((await db.entities.get('engines/ada'))?.entity.label).toBe('Ada Lovelace');
  expect(await db.entities.where({ pack: 'own' }).count()).toBe(3);
  expect(kept.tables?.entityKeys).toHaveLength(6);
  expect(started.changes).toBe(2);
});
