import { describe, expect, test } from 'vitest';
import { cards } from '../../tests/fixtures/cards/all-cards';
import { antGroup } from '../../tests/fixtures/cards/ant-group';
import { parseCards } from './popover-cards';

describe('parseCards', () => {
  test('takes every card that the surfaces are drawn from', () => {
    expect(parseCards({ cards })).toEqual(cards);
    expect(parseCards({ cards: [] })).toEqual([]);
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['an error as data', { ok: false, error: { code: 'failed', message: 'x' } }],
    ['bare cards', [antGroup]],
    ['a card without its entity', { cards: [{ ...antGroup, entity: undefined }] }],
    ['a card with a claim that is none', { cards: [{ ...antGroup, claims: [{ text: 'x' }] }] }],
    ['a card with more than we know', { cards: [{ ...antGroup, html: '<b>' }] }],
  ])('refuses %s', (_, answer) => {
    expect(() => parseCards(answer)).toThrow();
  });
});
