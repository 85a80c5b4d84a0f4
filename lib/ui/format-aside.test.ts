import { expect, test } from 'vitest';
import { aside } from './format-aside';

test.each([
  ['(inferred)', ' (inferred)'],
  ['(추정)', ' (추정)'],
  ['（推断）', '（推断）'],
])('%s', (words, set) => {
  expect(aside(words)).toBe(set);
});
