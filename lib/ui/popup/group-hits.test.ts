import { describe, expect, test } from 'vitest';
import type { SearchHit } from '../../core/search/search-hit';
import { groupHits, nextActive } from './group-hits';

const entity = (label: string): SearchHit => ({
  kind: 'entity',
  entity: `p/${label}`,
  entityKind: 'person',
  label,
  native: null,
  matched: null,
  summary: '',
  claims: 1,
  score: 0,
});
const claim = (label: string): SearchHit => ({
  kind: 'claim',
  claim: `p/${label}`,
  entity: 'p/a',
  entityLabel: 'a',
  claimKind: 'event',
  label,
  score: 0,
});

test('groupHits keeps the order inside each group', () => {
  const { all } = groupHits([claim('1'), entity('a'), claim('2'), entity('b')]);
  expect(all.map((hit) => hit.label)).toEqual(['a', 'b', '1', '2']);
});

describe('nextActive', () => {
  test.each([
    ['ArrowDown', -1, 3, 0],
    ['ArrowDown', 1, 3, 2],
    ['ArrowDown', 2, 3, 0],
    ['ArrowUp', 2, 3, 1],
    ['ArrowUp', 0, 3, 2],
    ['ArrowUp', -1, 3, 2],
    ['PageDown', 0, 20, 6],
    ['PageDown', 18, 20, 19],
    ['PageUp', 3, 20, 0],
    ['ArrowDown', 0, 1, 0],
    ['ArrowDown', -1, 0, null],
    ['Enter', 0, 3, null],
    ['a', 0, 3, null],
  ])('%s from %i of %i', (key, active, count, next) => {
    expect(nextActive(key, active, count)).toBe(next);
  });
});
