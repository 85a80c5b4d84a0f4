import { describe, expect, test } from 'vitest';
import { cards } from '../../tests/fixtures/cards/all-cards';
import { antGroup } from '../../tests/fixtures/cards/ant-group';
import { antOfThree } from '../../tests/fixtures/cards/several-packs';
import { parseCards } from './popover-cards';

describe('parseCards', () => {
  test('takes every card that the surfaces are drawn from', () => {
    const groups = [...cards.map((card) => [card]), antOfThree];
    expect(parseCards({ groups })).toEqual(groups);
    expect(parseCards({ groups: [] })).toEqual([]);
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['an error as data', { ok: false, error: { code: 'failed', message: 'x' } }],
    ['bare cards', [antGroup]],
    ['cards that are in no group', { groups: [antGroup] }],
    ['a group of nothing', { groups: [[]] }],
    ['a card without its entity', { groups: [[{ ...antGroup, entity: undefined }]] }],
    [
      'a card with a claim that is none',
      { groups: [[antGroup, { ...antGroup, claims: [{ text: 'x' }] }]] },
    ],
    ['a card with more than we know', { groups: [[{ ...antGroup, html: '<b>' }]] }],
  ])('refuses %s', (_, answer) => {
    expect(() => parseCards(answer)).toThrow();
  });
});
