// Before Dexie, which looks for IndexedDB while it loads.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import * as v from 'valibot';
import { beforeEach, expect, test } from 'vitest';
import type { Entity } from '../core/facts/pack-schema';
import {
  EntityPageSchema,
  SourceItemsSchema,
  SourcePageSchema,
  TimelinePageSchema,
} from '../core/library/library-schema';
import { type FactDb, openFactDb } from './fact-db';
import { entityPage, sourceItems, sourcePage, timelinePage } from './library-pages';
import { samplePack } from './pack.fixture';
import { type Library, readLibrary, readLibraryVersion } from './read-library';
import { seedPack } from './seed';

let db: FactDb;
const SHA = 'a'.repeat(64);
const PAGE = { offset: 0, limit: 50 };
const ALL = { text: '', kind: null, source: null, pack: null };
const ALWAYS = { kind: null, source: null, period: null, undated: false };

beforeEach(async () => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  db = await openFactDb();
  const pack = samplePack();
  const claims = pack.claims.map((claim, index) => ({
    ...claim,
    // The first claim stands last in the text.
    evidence: claim.evidence.map((each) => ({ ...each, start: 100 - index, end: 110 - index })),
    ...(index < 2 && { date: { date: `18${43 - index}`, basis: 'stated' as const } }),
  }));
  await seedPack(db, { ...pack, claims }, SHA);
});

const labels = ({ entities }: { entities: readonly { label: string }[] }) =>
  entities.map(({ label }) => label);

test('names are listed by label, with their claims and what filters would leave', async () => {
  const page = await entityPage(db, await readLibrary(db), ALL, PAGE);
  expect(v.is(EntityPageSchema, page)).toBe(true);
  expect(labels(page)).toEqual(['Ada Lovelace', 'Analytical Engine', 'Charles Babbage']);
  expect(page.entities.map(({ claims }) => claims)).toEqual([2, 3, 2]);
  expect(page.kinds).toEqual([{ value: 'person', count: 3 }]);
  expect(page.sources).toEqual([{ value: 'engines/notes', label: 'Notes', count: 3 }]);
  expect(page.packs).toEqual([{ value: 'engines', label: 'Engines', count: 3, colour: null }]);
});

test('pages are parts of the whole', async () => {
  const page = await entityPage(db, await readLibrary(db), ALL, { offset: 2, limit: 1 });
  expect(page.total).toBe(3);
  expect(labels(page)).toEqual(['Charles Babbage']);
});

test('sources tell how many claims and names they have', async () => {
  const library = await readLibrary(db);
  const found = sourceItems(library, PAGE);
  expect(v.is(SourceItemsSchema, found)).toBe(true);
  const counts = found.sources.map(({ key, claims, entities }) => [key, claims, entities]);
  expect(counts).toEqual([
    ['engines/notes', 4, 3],
    ['engines/unquoted', 0, 0],
  ]);
  const second = sourceItems(library, { offset: 1, limit: 1 });
  expect([second.total, ...second.sources.map(({ key }) => key)]).toEqual([2, 'engines/unquoted']);
});

test('a source has its claims in the order of its text, a page at a time', async () => {
  const library = await readLibrary(db);
  const page = await sourcePage(db, library, 'engines/notes', PAGE);
  expect(v.is(SourcePageSchema, page)).toBe(true);
  const ids = ['met', 'built-part', 'built-none', 'wrote-notes'];
  expect(page?.set.claims.map(({ id }) => id)).toEqual(ids);
  expect(page?.spans).toEqual([{ start: 97, end: 110 }]);
  const second = await sourcePage(db, library, 'engines/notes', { offset: 1, limit: 1 });
  expect(second?.set.claims.map(({ id }) => id)).toEqual(['built-part']);
  // What it answers comes along, and everybody it names.
  expect(second?.set.linkedClaims.map(({ id }) => id)).toEqual(['built-none']);
  expect(Object.keys(second?.set.entities ?? {}).sort()).toEqual(['charles', 'engine']);
});

test.each(['engines/nothing', 'nowhere/notes', 'notes', ''])('no source “%s”', async (key) => {
  expect(await sourcePage(db, await readLibrary(db), key, PAGE)).toBeNull();
});

test('the timeline has dated claims in order, undated ones apart', async () => {
  const library = await readLibrary(db);
  const dated = await timelinePage(db, library, ALWAYS, PAGE);
  expect(v.is(TimelinePageSchema, dated)).toBe(true);
  expect(dated.claims).toEqual(['engines/built-none', 'engines/wrote-notes']);
  expect(dated.undated).toBe(2);
  expect(dated.periods.map(({ value }) => value)).toEqual(['1842', '1843']);
  const [set] = dated.sets;
  expect(set?.claims.map(({ id }) => id)).toEqual(['built-none', 'wrote-notes']);
  const undated = await timelinePage(db, library, { ...ALWAYS, undated: true }, PAGE);
  expect(undated.claims).toEqual(['engines/built-part', 'engines/met']);
});

test('claims of two packs come in two sets', async () => {
  await seedPack(db, samplePack({ id: 'other' }), SHA);
  const page = await timelinePage(db, await readLibrary(db), { ...ALWAYS, undated: true }, PAGE);
  expect(page.sets.map(({ pack, claims }) => [pack.id, claims.length])).toEqual([
    ['engines', 2],
    ['other', 4],
  ]);
});

test('rows of unknown shape hide themselves and no others', async () => {
  await db.entities.update('engines/ada', { entity: { id: 'ada' } as never });
  await db.claims.update('engines/met', { claim: { id: 'met' } as never });
  const library = await readLibrary(db);
  expect(library.directory.entities).toHaveLength(2);
  expect(library.directory.claims).toHaveLength(3);
});

test('the version tells when packs changed', async () => {
  const before = await readLibraryVersion(db);
  expect(await readLibraryVersion(db)).toBe(before);
  await seedPack(db, samplePack(), 'b'.repeat(64));
  expect(await readLibraryVersion(db)).not.toBe(before);
});

test('10,000 names are listed, filtered and paged', async () => {
  await seedPack(db, samplePack({ id: 'many', entities: manyEntities(10_000) }), SHA);
  const library = await readLibrary(db);
  expect(library.large.size).toBe(0);
  const page = await entityPage(db, library, ALL, { offset: 9990, limit: 50 });
  expect([page.total, page.entities.length]).toEqual([10_003, 13]);
  const found = await entityPage(db, library, { ...ALL, text: 'person 77' }, PAGE);
  expect([found.total, labels(found)[0]]).toEqual([280, 'Person 77']);
}, 30_000);

test('a pack too large for the directory is leafed through in the store', async () => {
  await seedPack(db, samplePack({ id: 'many', entities: manyEntities(300) }), SHA);
  const library = await readLibrary(db, 100);
  expect([...library.large.keys()]).toEqual(['many']);
  expect(library.directory.entities).toHaveLength(3);
  const everything = await entityPage(db, library, ALL, PAGE);
  expect(everything.largePacks).toEqual([{ id: 'many', title: 'Engines', entities: 300 }]);

  const inPack = { ...ALL, pack: 'many' };
  const page = await entityPage(db, library, inPack, { offset: 100, limit: 2 });
  expect(v.is(EntityPageSchema, page)).toBe(true);
  expect([page.total, ...labels(page)]).toEqual([300, 'Person 189', 'Person 19']);
  expect(labels(await entityPage(db, library, { ...inPack, text: ' PERSON 29' }, PAGE))).toEqual([
    'Person 29',
    ...Array.from({ length: 10 }, (_, index) => `Person 29${index}`),
  ]);
  expect((await entityPage(db, library, { ...inPack, text: '马' }, PAGE)).total).toBe(0);
  expect((await entityPage(db, library, { ...ALL, pack: 'engines' }, PAGE)).total).toBe(3);
});

test('the largest packs are left out, and only as many as need be', async () => {
  await seedPack(db, samplePack({ id: 'other', entities: manyEntities(30) }), SHA);
  const sizes: readonly [number, readonly string[]][] = [
    [1000, []],
    [20, ['other']],
    [1, ['engines', 'other']],
  ];
  for (const [rows, large] of sizes) {
    const library: Library = await readLibrary(db, rows);
    expect([...library.large.keys()]).toEqual(large);
  }
});

function manyEntities(count: number): Entity[] {
  const [first] = samplePack().entities;
  if (!first) throw new Error('the sample has entities');
  return Array.from({ length: count }, (_, index) => ({
    ...first,
    id: `person-${index}`,
    label: `Person ${index}`,
    aliases: first.aliases.map((alias) => ({ ...alias, text: `Person ${index}` })),
  }));
}
