// Before Dexie, which looks for IndexedDB while it loads.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import * as v from 'valibot';
import { beforeEach, expect, test } from 'vitest';
import { EntityCardSchema } from '../core/facts/card';
import { type FactDb, openFactDb } from './fact-db';
import { samplePack } from './pack.fixture';
import {
  eachNamedEntity,
  readCard,
  readContext,
  readNamedEntities,
  readSearchRows,
} from './read-facts';
import { seedPack } from './seed';

let db: FactDb;

beforeEach(async () => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  db = await openFactDb();
  await seedPack(db, samplePack(), 'a'.repeat(64));
  await seedPack(db, samplePack({ id: 'other' }), 'a'.repeat(64));
});

test('a card holds its claims, those that answer them, and everybody named', async () => {
  const card = await readCard(db, 'engines/charles');
  expect(v.is(EntityCardSchema, card)).toBe(true);
  expect(card?.claims.map((claim) => claim.id)).toEqual(['built-none', 'met']);
  expect(card?.linkedClaims.map((claim) => claim.id)).toEqual(['built-part']);
  expect(card?.sources.map((source) => source.id)).toEqual(['notes']);
  expect(card?.relations).toHaveLength(1);
  expect(Object.keys(card?.entities ?? {}).sort()).toEqual(['ada', 'engine']);
  expect(card?.corroboration['met']).toEqual({ speakers: 1, sources: 1, ofSources: 2 });
});

test('a card says how its pack came here', async () => {
  const packOf = async () => (await readCard(db, 'engines/ada'))?.pack;
  expect(await packOf()).toMatchObject({ version: '1.0.0', origin: 'imported' });
  await seedPack(db, samplePack(), 'a'.repeat(64), 'bundled');
  expect((await packOf())?.origin).toBe('bundled');
  // As early versions wrote it.
  await db.packs.update('engines', { origin: undefined as never });
  expect((await packOf())?.origin).toBe('imported');
});

test('the context of an excerpt is found among the claims of its own pack', async () => {
  const span = { start: 0, end: 5 };
  const pieces = await readContext(db, 'engines/notes', span);
  expect(pieces).toEqual([{ type: 'excerpt', text: 'words' }, { type: 'gap' }]);
  expect(await readContext(db, 'engines/unquoted', span)).toEqual([]);
  expect(await readContext(db, 'nowhere/notes', span)).toEqual([]);
});

test.each(['engines/nobody', 'nowhere/ada', 'ada', '', 'engines/'])(
  'no card of “%s”',
  async (key) => {
    expect(await readCard(db, key)).toBeNull();
  },
);

test('no card out of a pack that was not stored whole', async () => {
  await db.packs.delete('engines');
  expect(await readCard(db, 'engines/ada')).toBeNull();
  expect(await readCard(db, 'other/ada')).not.toBeNull();
});

test('a row of unknown shape hides itself and no other', async () => {
  await db.claims.update('engines/met', { claim: { id: 'met' } as never });
  const card = await readCard(db, 'engines/charles');
  expect(card?.claims.map((claim) => claim.id)).toEqual(['built-none']);
  expect((await readSearchRows(db)).claims).toHaveLength(7);
});

test('names for the matcher are read pack by pack, at once or one after another', async () => {
  const keys = ['engines/ada', 'engines/charles', 'engines/engine'];
  const named = await readNamedEntities(db, 'engines');
  expect(named.map((entity) => entity.key)).toEqual(keys);
  const each: typeof named = [];
  for await (const entity of eachNamedEntity(db, 'engines')) each.push(entity);
  expect(each).toEqual(named);
  expect(named[1]?.related).toContain('engines/engine');
});
