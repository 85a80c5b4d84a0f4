import { describe, expect, test } from 'vitest';
import { antGroup } from '../../../tests/fixtures/cards/ant-group';
import { manyClaims } from '../../../tests/fixtures/cards/large';
import {
  CLAIMS_AT_A_TIME,
  cutPeriods,
  type Period,
  periodsOf,
  shownAtFirst,
} from './claim-periods';

const idsOf = (periods: readonly Period[]) =>
  periods.flatMap(({ exchanges }) => exchanges.map(({ claim }) => claim.id));
const periods = periodsOf(manyClaims);
const ids = idsOf(periods);

test('the undated stand last', () => {
  const dates = periodsOf(antGroup).map(({ date }) => date);
  expect(dates.slice(0, -1)).not.toContain(null);
});

describe('of many claims', () => {
  test.each([
    ['none is sought', undefined, CLAIMS_AT_A_TIME],
    ['one of the first is sought', ids[3], CLAIMS_AT_A_TIME],
    ['the last of a step is sought', ids[CLAIMS_AT_A_TIME - 1], CLAIMS_AT_A_TIME],
    ['the first of the next step is sought', ids[CLAIMS_AT_A_TIME], 2 * CLAIMS_AT_A_TIME],
    ['one is sought that is not among them', 'nothing', CLAIMS_AT_A_TIME],
  ])('%s', (_what, sought, shown) => {
    expect(shownAtFirst(periods, sought)).toBe(shown);
  });

  test.each([1, CLAIMS_AT_A_TIME, 10_000])('the first %i are drawn in order', (count) => {
    expect(idsOf(cutPeriods(periods, count))).toEqual(ids.slice(0, count));
  });
});
