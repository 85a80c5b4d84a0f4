// Before Dexie, which looks for IndexedDB while it loads.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import * as v from 'valibot';
import { beforeEach, expect, test } from 'vitest';
import { BriefingSchema } from '../core/briefing/briefing-schema';
import { type FactDb, openFactDb } from './fact-db';
import { samplePack } from './pack.fixture';
import { importPack } from './pack-import.fixture';
import { readBriefing } from './read-briefing';
import { seedPack } from './seed';

let db: FactDb;

beforeEach(async () => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  db = await openFactDb();
  const pack = samplePack();
  const claims = pack.claims.map((claim, index) => ({
    ...claim,
    ...(index < 2 && { date: { date: `18${43 - index}`, basis: 'stated' as const } }),
  }));
  await seedPack(db, { ...pack, claims }, 'a'.repeat(64));
});

const names = (...ids: string[]) => ids.map((id) => ({ entities: [`engines/${id}`], count: 1 }));

test('relations and dated claims of the names, with what is needed to read them', async () => {
  const briefing = await readBriefing(db, names('charles', 'engine'));
  expect(v.is(BriefingSchema, briefing)).toBe(true);
  expect(briefing.entities.map(({ key }) => key)).toEqual(['engines/charles', 'engines/engine']);
  expect(briefing.relations).toMatchObject([
    { from: 'engines/charles', to: 'engines/engine', claim: 'engines/built-part' },
  ]);
  // Two names of the article before one.
  expect(briefing.claims).toEqual(['engines/built-none', 'engines/wrote-notes']);
  const [set] = briefing.sets;
  expect(set?.claims.map(({ id }) => id)).toEqual(['built-none', 'wrote-notes', 'built-part']);
  // An allegation comes with its answer, and everybody by name.
  expect(set?.entities).toMatchObject({ ada: { label: 'Ada Lovelace' } });
});

test('a relation to somebody who is not there is left out', async () => {
  expect((await readBriefing(db, names('charles'))).relations).toEqual([]);
});

test.each([
  [names()],
  [names('nobody')],
  [[{ entities: ['other/ada'], count: 2 }]],
  [[{ entities: ['engines/ada', 'engines/charles'], count: 2 }]],
])('of nobody that is known there is nothing', async (asked) => {
  expect(await readBriefing(db, asked)).toEqual({
    groups: [],
    entities: [],
    relations: [],
    claims: [],
    sets: [],
  });
});

test('what two packs know is one, with what either tells', async () => {
  await importPack(
    db,
    samplePack({
      id: 'looms',
      claims: samplePack().claims.map((claim) => ({
        ...claim,
        date: { date: '1844', basis: 'stated' as const },
      })),
    }),
  );
  const briefing = await readBriefing(db, [
    { entities: ['engines/charles', 'looms/charles'], count: 2 },
    { entities: ['engines/engine'], count: 1 },
    { entities: ['looms/engine', 'engines/engine'], count: 1 },
  ]);
  expect(briefing.groups).toEqual([
    ['engines/charles', 'looms/charles'],
    ['engines/engine', 'looms/engine'],
  ]);
  expect(briefing.entities.map(({ key }) => key)).toEqual(['engines/charles', 'engines/engine']);
  // Both packs say so, and it is one line.
  expect(briefing.relations).toMatchObject([{ from: 'engines/charles', to: 'engines/engine' }]);
  expect(briefing.claims).toContain('looms/built-part');
  expect(briefing.claims).toContain('engines/built-none');
});
