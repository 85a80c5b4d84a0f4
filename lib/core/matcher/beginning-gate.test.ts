import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BEGINNING_CHARS,
  buildBeginnings,
  createBeginningGate,
  firstLetter,
  nextLetter,
  TEXT_END,
  WORD_END,
} from './beginning-gate';
import { buildTables, type NamedEntity } from './build-matcher';
import { createMatcher } from './matcher';
import { entitiesAndText } from './names.fixture';

/** As the matcher reads a word of a text: at most so many letters, and how the word ends. */
function beginningOf(word: string, end: number): number {
  const [first = '', ...rest] = word.slice(0, BEGINNING_CHARS);
  let beginning = firstLetter(first.charCodeAt(0));
  for (const letter of rest) beginning = nextLetter(beginning, letter.charCodeAt(0));
  return word.length < BEGINNING_CHARS ? nextLetter(beginning, end) : beginning;
}

describe('what a name lets through', () => {
  test.each([
    ['the name itself', 'ant group', false, 'ant', WORD_END, true],
    ['capitals', 'ant group', false, 'ANT', WORD_END, true],
    ['a capital, where one is asked for', 'ant group', true, 'Ant', WORD_END, true],
    ['a small letter, where a capital is asked for', 'ant group', true, 'ant', WORD_END, false],
    ['a word cut by the text’s end', 'alibaba', true, 'Ali', TEXT_END, true],
    ['a short word that could have gone on', 'alibaba', true, 'Ali', WORD_END, false],
    ['a longer word', 'ma', true, 'Make', WORD_END, false],
    ['a word that begins alike for long', 'alibaba', true, 'Alibas', WORD_END, true],
    ['another word', 'alibaba', true, 'Allow', WORD_END, false],
    ['digits', '5g network', false, '5G', WORD_END, true],
  ])('%s', (_what, pattern, isCapital, word, end, passes) => {
    const mayBegin = createBeginningGate(buildBeginnings([{ pattern, isCapital }]));
    expect(mayBegin(beginningOf(word, end))).toBe(passes);
  });
});

/** The same tables with a gate that lets every word through. */
function ungated(entities: readonly NamedEntity[]): ReturnType<typeof createMatcher> {
  const tables = buildTables(entities);
  return createMatcher({ ...tables, beginnings: tables.beginnings.map(() => 0xffffffff) });
}

test('the gate holds no name back, in whole texts and in pieces', () => {
  fc.assert(
    fc.property(entitiesAndText, fc.nat(), ([entities, text], cut) => {
      const gated = createMatcher(buildTables(entities));
      const free = ungated(entities);
      expect(gated.scan(text).candidates).toEqual(free.scan(text).candidates);
      const at = cut % (text.length + 1);
      for (const [from, to] of [
        [0, at],
        [at, text.length],
      ] as const) {
        expect(gated.scan(text, from, to).candidates).toEqual(free.scan(text, from, to).candidates);
      }
    }),
    { numRuns: 2000 },
  );
});

test('a name that goes on in the next text is kept open', () => {
  fc.assert(
    fc.property(entitiesAndText, fc.nat(), ([entities, text], cut) => {
      const gated = createMatcher(buildTables(entities));
      const at = cut % (text.length + 1);
      const { openFrom } = gated.scan(text.slice(0, at));
      const across = gated.scan(text).candidates.filter(({ start, end }) => start < at && end > at);
      for (const { start } of across) {
        expect(openFrom).toBeGreaterThanOrEqual(0);
        expect(openFrom).toBeLessThanOrEqual(start);
      }
    }),
    { numRuns: 2000 },
  );
});
