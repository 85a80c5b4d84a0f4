import { expect, test } from 'vitest';
import { fieldWords } from './field-words';

test.each([
  ['', 'whole entry'],
  ['label', 'name'],
  ['summary[0].text', 'summary 1'],
  ['evidence[2].exact', 'excerpts 3 (exact)'],
  ['published.date', 'published (date)'],
  ['lookalikes', 'lookalikes'],
  ['constructor', 'constructor'],
])('%s', (path, words) => {
  expect(fieldWords(path)).toBe(words);
});
