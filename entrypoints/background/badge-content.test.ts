import { expect, test } from 'vitest';
import { badgeOf } from './badge-content';

test.each<[number | 'off', string, string]>([
  [0, '', 'Glossator'],
  [1, '1', 'Glossator: 1 name on this page'],
  [12, '12', 'Glossator: 12 names on this page'],
  [99, '99', 'Glossator: 99 names on this page'],
  [100, '99+', 'Glossator: 100 names on this page'],
  [20_000, '99+', 'Glossator: 20,000 names on this page'],
  ['off', 'off', 'Glossator: off on this site'],
])('%s → “%s”', (state, text, title) => {
  expect(badgeOf(state)).toMatchObject({ text, title });
});
