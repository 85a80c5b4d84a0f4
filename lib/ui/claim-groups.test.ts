import { expect, test } from 'vitest';
import { antGroup } from '../../tests/fixtures/cards/ant-group';
import { claimGroups } from './claim-groups';

const shape = (pageDate: string | null | undefined) =>
  claimGroups(antGroup, antGroup.claims, pageDate).map(({ place, claims }) => [place, claims]);

test.each([undefined, null])('without a date (%s) the claims stay together', (date) => {
  expect(shape(date)).toEqual([[null, antGroup.claims.length]]);
});

test('split by the date of the page, none lost', () => {
  const groups = shape('2021-01-15');
  expect(groups.map(([place]) => place)).toEqual(['before', 'after', 'open']);
  expect(groups.reduce((sum, [, claims]) => sum + Number(claims), 0)).toBe(antGroup.claims.length);
});

test('groups without claims do not stand there', () => {
  expect(shape('2026-01-15').map(([place]) => place)).toEqual(['before', 'open']);
  expect(claimGroups(antGroup, [], '2021')).toEqual([]);
});

test('what is in one group only is shown as if there were none', () => {
  const [first] = antGroup.claims;
  if (!first) throw new Error('the fixture has no claims');
  const [group] = claimGroups(antGroup, [first], '2026');
  expect(group).toMatchObject({ place: 'before', claims: 1, shownAtFirst: 3 });
});
