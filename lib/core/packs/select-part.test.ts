import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkPack } from '../facts/check-pack';
import type { FactPack } from '../facts/pack-schema';
import { canonicalPack } from './canonical-pack';
import { randomPack } from './random-pack.fixture';
import { selectPart } from './select-part';

const file = new URL('../../../tests/fixtures/packs/valid-full.json', import.meta.url);
const PACK = JSON.parse(readFileSync(file, 'utf8')) as FactPack;

test('any part of a pack is a pack', () => {
  fc.assert(
    fc.property(randomPack, fc.infiniteStream(fc.boolean()), (pack, coin) => {
      const some = (records: readonly { readonly id: string }[]): string[] =>
        records.map(({ id }) => id).filter(() => coin.next().value);
      const part = selectPart(pack, { entities: some(pack.entities), claims: some(pack.claims) });
      expect(checkPack(part)).toEqual([]);
    }),
  );
});

test('all of a pack is the pack, without sources that nothing quotes', () => {
  const all = selectPart(PACK, { entities: PACK.entities.map(({ id }) => id) });
  expect(canonicalPack(all)).toEqual(canonicalPack(PACK));
});

test('a claim brings its source, its speaker and whom it is about, and drops links to others', () => {
  const part = selectPart(PACK, { claims: ['mayor-announces-bridge'] });
  expect(part.claims.map(({ id, conflictsWith }) => [id, conflictsWith])).toEqual([
    ['mayor-announces-bridge', []],
  ]);
  expect(part.entities.map(({ id }) => id)).toEqual(['ada-holm', 'north-bridge', 'the-gazette']);
  expect(part.sources.map(({ id }) => id)).toEqual(['gazette']);
  expect(part.relations).toEqual([]);
});

test('a sentence whose claims are left out is left out', () => {
  const part = selectPart(PACK, { entities: ['ada-holm'] });
  expect(part.entities[0]?.summary).toEqual([
    { text: 'She was born in Northwick.', basis: 'editorial' },
  ]);
  expect(part.claims).toEqual([]);
});
