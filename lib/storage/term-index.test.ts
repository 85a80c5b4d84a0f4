import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Entity } from '../core/facts/pack-schema';
import { FactDb, PACK_STORE_VERSIONS } from './fact-db';
import { entityRow } from './pack-rows';
import { openNewPackStore, openPackStore } from './pack-store';
import { keysOfBeginning, keysOfTerms, nameTerm } from './term-index';
import { TermIndexWriter } from './term-index-writer';

const NAME = 'pack looms test';
const JENNY = {
  ...{ id: 'jenny', kind: 'product', label: 'Jenny', description: 'A loom.', nativeLabels: [] },
  aliases: [{ text: 'Jenny', strength: 'strong', language: 'en' }],
} as unknown as Entity;
let store: FactDb;

async function filled(entries: readonly (readonly [id: string, terms: readonly string[]])[]) {
  store = await openNewPackStore(NAME);
  const writer = new TermIndexWriter(store, { runTerms: 7, rowTerms: 3 });
  for (const [id, terms] of entries) {
    writer.add(id, terms);
    await writer.flushIfFull();
  }
  await writer.finish();
  return store;
}

afterEach(async () => {
  store.close();
  await Dexie.delete(NAME);
});

describe('the index of terms', () => {
  const NAMES = ['ada', 'ada lovelace', 'adam', 'b', 'lovelace', '蚂蚁', '蚂蚁集团', 'zed'];
  const ENTRIES = NAMES.map((name) => [`id ${name}`, [nameTerm(name)]] as const);

  it.each([
    ['ada', ['ada', 'ada lovelace', 'adam']],
    ['a', ['ada', 'ada lovelace', 'adam']],
    ['adam', ['adam']],
    ['蚂', ['蚂蚁', '蚂蚁集团']],
    ['zed', ['zed']],
    ['zedd', []],
    ['aa', []],
    ['', NAMES.toSorted()],
  ])('finds beginnings: %s', async (beginning, expected) => {
    const db = await filled(ENTRIES);
    const keys = await keysOfBeginning(db, 'looms', beginning, 20);
    expect(keys).toEqual(expected.map((name) => `looms/id ${name}`));
  });

  it('gives no more than were asked for, however many there are of one name', async () => {
    const db = await filled(
      Array.from({ length: 60 }, (_none, n) => [`id${n}`, [nameTerm('smith')]] as const),
    );
    expect(await keysOfBeginning(db, 'looms', 'smi', 50)).toHaveLength(50);
    const names = { names: ['smith'], identifiers: [] };
    expect(new Set(await keysOfTerms(db, 'looms', names, 60)).size).toBe(60);
  });

  it('tells names from identifiers, and looks into rows that were edited', async () => {
    const db = await filled([['loom', ['nq1', 'iq1 7']]]);
    await db.entities.put(entityRow('looms', JENNY));
    const find = (names: string[], identifiers: string[]) =>
      keysOfTerms(db, 'looms', { names, identifiers }, 9);
    expect(await find(['q1 7'], ['q1'])).toEqual([]);
    expect(await find([], ['q1 7'])).toEqual(['looms/loom']);
    expect(await find(['jenny', 'q1'], [])).toEqual(['looms/jenny', 'looms/loom']);
  });

  it('opens what an earlier version has stored, whose rows are all in the index', async () => {
    const early = await new FactDb(NAME, PACK_STORE_VERSIONS.slice(0, 1)).open();
    await (early as FactDb).entities.put(entityRow('looms', JENNY));
    early.close();
    store = await openPackStore(NAME);
    expect(await keysOfBeginning(store, 'looms', 'jen', 9)).toEqual(['looms/jenny']);
  });

  it('finds what a plain list finds', async () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'ü', '蚂', '\u{1f600}'),
      maxLength: 4,
    });
    await fc.assert(
      fc
        .asyncProperty(
          fc.array(fc.array(word, { maxLength: 3 }), { maxLength: 40 }),
          word,
          async (lists, sought) => {
            const entries = lists.map(
              (names, n) => [String(n), [...new Set(names)].map(nameTerm)] as const,
            );
            const db = await filled(entries);
            const found = await keysOfBeginning(db, 'p', sought, 1000);
            const expected = entries.filter(([, terms]) =>
              terms.some((term) => term.startsWith(nameTerm(sought))),
            );
            expect(new Set(found)).toEqual(new Set(expected.map(([id]) => `p/${id}`)));
            const exact = await keysOfTerms(db, 'p', { names: [sought], identifiers: [] }, 1000);
            const same = entries.filter(([, terms]) => terms.includes(nameTerm(sought)));
            expect(new Set(exact)).toEqual(new Set(same.map(([id]) => `p/${id}`)));
            expect(await db.termRuns?.count()).toBe(0);
          },
        )
        .afterEach(async () => {
          store.close();
          await Dexie.delete(NAME);
        }),
      { numRuns: 60 },
    );
  });
});
