import { expect, test } from 'vitest';
import { antGroup } from '../../../tests/fixtures/cards/ant-group';
import { jackMa } from '../../../tests/fixtures/cards/jack-ma';
import type { EntityCard } from './card';
import { exchangesOf } from './exchanges';
import type { Claim } from './pack-schema';

const claim = (card: EntityCard, id: string): Claim => {
  const found = [...card.claims, ...card.linkedClaims].find((each) => each.id === id);
  if (!found) throw new Error(`the fixture lost its claim ${id}`);
  return found;
};
const ids = (claims: readonly Claim[]) => claims.map(({ id }) => id);

const allegation = claim(antGroup, 'ant-data-confiscated');
const denial = claim(antGroup, 'ant-asserts-independence');
const billion = claim(antGroup, 'ant-one-billion-users');
const millions = claim(antGroup, 'big-data-900-million');

test('an allegation has its denial under it, which does not come again', () => {
  const exchanges = exchangesOf(antGroup, [allegation, denial]);
  expect(exchanges).toHaveLength(1);
  expect(ids(exchanges[0]?.responses ?? [])).toEqual([denial.id]);
});

test('a denial without its allegation before it brings it along', () => {
  expect(exchangesOf(antGroup, [denial])[0]?.answered?.id).toBe(allegation.id);
});

test('a conflict is found from both sides, even where only one side records it', () => {
  expect(ids(exchangesOf(antGroup, [billion])[0]?.conflicts ?? [])).toEqual([millions.id]);
  const silent = { ...millions, conflictsWith: [] };
  const forgetful = { ...antGroup, linkedClaims: [silent] };
  expect(ids(exchangesOf(forgetful, [silent])[0]?.conflicts ?? [])).toEqual([billion.id]);
});

test('claims that conflict stand beside each other once', () => {
  const both = { ...antGroup, claims: [billion, millions], linkedClaims: [] };
  expect(exchangesOf(both, both.claims).map((one) => one.claim.id)).toEqual([billion.id]);
});

test('no claim of a card is lost', () => {
  const shown = exchangesOf(antGroup, antGroup.claims).flatMap((one) => [
    one.claim.id,
    ...ids(one.conflicts),
    ...ids(one.responses),
  ]);
  for (const { id } of antGroup.claims) expect(shown).toContain(id);
});

test('most claims stand alone; a claim that answers itself does not stand under itself', () => {
  const alone = claim(jackMa, 'ma-not-seen');
  const links = { conflicts: [], responses: [], answered: undefined };
  expect(exchangesOf(jackMa, [alone])).toEqual([{ claim: alone, ...links }]);
  const circular = { ...alone, respondsTo: alone.id, conflictsWith: [alone.id] };
  const card = { ...jackMa, claims: [circular] };
  expect(exchangesOf(card, [circular])).toEqual([{ claim: circular, ...links }]);
});
