// Before Dexie, which looks for IndexedDB while it loads.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { createLargeMatcher } from '../core/matcher/large-matcher';
import { createMatcher } from '../core/matcher/matcher';
import type { MatcherTables } from '../core/matcher/matcher-tables';
import { createNameGate } from '../core/matcher/name-gate';
import { decodeNameGate, type StoredNameGate } from '../core/matcher/name-gate-bits';
import { createFactBase } from './fact-base';
import { createLargeListStore, type LargeListStore } from './large-list-store';
import type { MatcherWriter } from './matcher-writer';
import { samplePack } from './pack.fixture';

const SMALL = samplePack({
  id: 'small',
  entities: samplePack().entities.slice(0, 1),
  claims: [],
  relations: [],
});
const LARGE = samplePack({ id: 'large', claims: [], relations: [] });
/** Of the small pack, which has two aliases; the large one has four. */
const TWO = 2;

interface Kept {
  tables: MatcherTables;
  parts: readonly string[];
  gate: StoredNameGate | undefined;
  writes: number;
}
let kept: Kept | null;
let largeLists: LargeListStore;
let changes: number;

beforeEach(() => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  largeLists = createLargeListStore();
  kept = null;
  changes = 0;
});

const keeper: MatcherWriter = {
  readParts: async () => kept?.parts ?? [],
  async write(tables, parts, gate) {
    kept = { tables, parts, gate, writes: (kept?.writes ?? 0) + 1 };
  },
};

function start(maxTabAliases: number, extensionVersion = '1.0.0') {
  const packs = { small: SMALL, large: LARGE };
  return createFactBase({
    bundled: [SMALL, LARGE].map(({ id, version }) => ({ id, version, sha256: 'a'.repeat(64) })),
    loadPack: async ({ id }) => packs[id as keyof typeof packs],
    matcher: keeper,
    largeLists,
    extensionVersion,
    maxTabAliases,
    onChanged: () => {
      changes += 1;
    },
  });
}

const inTab = (text: string): number =>
  kept ? createMatcher(kept.tables).scan(text).candidates.length : 0;
const throughGate = (text: string): number => {
  const bits = kept?.gate && decodeNameGate(kept.gate, kept.gate.identity);
  return bits ? createNameGate(bits).scan(text).starts.length : 0;
};
async function inLists(text: string): Promise<string[]> {
  const matchers = (await largeLists.readTables()).map(createLargeMatcher);
  return matchers.flatMap((matcher) =>
    matcher.entitiesOf(matcher.find(text).flatMap(({ aliases }) => aliases)).map(({ key }) => key),
  );
}

test('as long as all names fit into a tab there is no list and no gate', async () => {
  await start(100).report();
  expect(kept?.gate).toBeUndefined();
  expect(await largeLists.readParts()).toEqual([]);
  expect(inTab('Ada Lovelace and Charles Babbage')).toBe(2);
});

test('a pack that does not fit becomes a list behind a gate', async () => {
  expect(await start(TWO).report()).toMatchObject({ state: 'ready' });
  expect(kept?.tables.entityKeys).toEqual(['small/ada']);
  expect(inTab('Charles Babbage')).toBe(0);
  expect(throughGate('with Charles Babbage')).toBe(1);
  expect(throughGate('with Nobody Else')).toBe(0);
  expect(await inLists('with Charles Babbage')).toEqual(['large/charles']);
});

test('nothing is built again at the next start', async () => {
  await start(TWO).report();
  const [first] = await largeLists.readTables();
  const base = start(TWO);
  expect(await base.wasPrepared()).toBe(true);
  await base.report();
  expect(kept?.writes).toBe(1);
  expect(await largeLists.readTables()).toEqual([first]);
});

/** As a build of the same version left it that knew other forms of matcher and gate. */
async function storeInOldForm(): Promise<void> {
  const inOldForm = (part: string): string => part.replace(/(glossator@\S+) \d+\.\d+/, '$1 1.1');
  if (kept) kept = { ...kept, parts: kept.parts.map(inOldForm) };
}

test.each([
  ['the lists were purged', () => largeLists.keepOnly([]), '1.0.0'],
  ['the extension is another version', async () => {}, '1.0.1'],
  ['what is stored has another form', storeInOldForm, '1.0.0'],
])('all is built again when %s', async (_name, happens, version) => {
  await start(TWO).report();
  await happens();
  const base = start(TWO, version);
  await base.report();
  expect(await base.wasPrepared()).toBe(true);
  expect(kept?.writes).toBe(2);
  expect(await largeLists.readParts()).toHaveLength(1);
  expect(await inLists('Charles Babbage')).toEqual(['large/charles']);
});

test('whoever holds lists in memory hears of new ones', async () => {
  await start(TWO).report();
  const before = changes;
  await start(TWO).rebuild();
  expect(changes).toBeGreaterThan(before);
});

test('a list that fits after all goes, and its gate with it', async () => {
  await start(TWO).report();
  await start(100).rebuild();
  expect(kept?.gate).toBeUndefined();
  expect(await largeLists.readParts()).toEqual([]);
  expect(inTab('Charles Babbage')).toBe(1);
});
