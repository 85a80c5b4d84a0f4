import { describe, expect, test } from 'vitest';
import { PROBLEM_CODES, problemOf } from '../../core/packs/import-problem';
import { placeWords, problemWords } from './problem-words';

/** All values that any problem has. */
const VALUES = {
  ...{ max: 1000, limit: 10, length: 12, found: 3, expected: 4, value: 'wizard', id: 'ada' },
  ...{
    section: 'claims',
    column: 'Name',
    kind: 'zip',
    encoding: 'utf-8',
    text: 'Ada',
    schema: 'A',
  },
};

describe('problemWords', () => {
  test.each(PROBLEM_CODES)('%s has words, with its values and without', (code) => {
    const words = problemWords(problemOf(code, {}, VALUES));
    expect(words).toMatch(/\p{L}.*[.]$/u);
    expect(words).not.toMatch(/\$|undefined|NaN|…/);
    expect(problemWords(problemOf(code))).not.toMatch(/\$|undefined|NaN/);
  });

  test('says what is too large in a unit', () => {
    expect(problemWords(problemOf('too-large', {}, { max: 2 ** 30 }))).toContain('1.1 GB');
  });
});

test.each([
  [{}, ''],
  [{ line: 1200 }, 'Line 1,200'],
  [{ line: 3, column: 'Name' }, 'Line 3 · Column “Name”'],
  [{ line: 3, path: 'claims[2].text' }, 'Line 3 · claims[2].text'],
  [{ path: '' }, ''],
])('the place %j', (place, words) => {
  expect(placeWords(place)).toBe(words);
});
