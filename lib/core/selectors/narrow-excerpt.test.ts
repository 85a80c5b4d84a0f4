import { describe, expect, test } from 'vitest';
import { narrowExcerpt } from './narrow-excerpt';

const WHOLE = { exact: 'one two 😀 three', prefix: 'before ', suffix: ' after', start: 7, end: 22 };
const TEXT = WHOLE.prefix + WHOLE.exact + WHOLE.suffix;

describe('a part of an excerpt', () => {
  test.each([
    ['in the middle', 4, 7, 'two'],
    ['with spaces at its ends', 3, 8, 'two'],
    ['to the end', 11, 99, 'three'],
    ['through a character at its end', 4, 9, 'two'],
    ['through a character at its beginning', 9, 16, 'three'],
  ])('%s', (_title, from, to, exact) => {
    const narrowed = narrowExcerpt(WHOLE, from, to);
    expect(narrowed?.exact).toBe(exact);
    expect(TEXT.slice(narrowed?.start, narrowed?.end)).toBe(exact);
    expect(TEXT).toContain(`${narrowed?.prefix}${exact}${narrowed?.suffix}`);
  });

  test.each([
    ['nothing', 4, 4],
    ['only a space', 3, 4],
    ['the wrong way round', 7, 4],
  ])('%s is none', (_title, from, to) => {
    expect(narrowExcerpt(WHOLE, from, to)).toBeNull();
  });

  test('context is no longer than a pack may have it', () => {
    const long = { exact: 'x'.repeat(300), prefix: '', suffix: '', start: 0, end: 300 };
    const narrowed = narrowExcerpt(long, 100, 200);
    expect([narrowed?.prefix.length, narrowed?.suffix.length]).toEqual([32, 32]);
  });
});
