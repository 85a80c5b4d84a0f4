import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeSelection } from './describe-selection';
import { findExcerpt } from './find-excerpt';
import { normaliseSpaces, rawSpan } from './normalise-spaces';
import { diffWords } from './word-diff';

const PAGE =
  'The mayor said on Monday that the bridge would cost 40 million crowns. The Ferry Union denied it. ' +
  'On Tuesday the mayor said that the bridge would cost 40 million crowns again.';

function clip(page: string, words: string, from = 0) {
  const start = page.indexOf(words, from);
  const described = describeSelection(page, start, start + words.length);
  if (!described) throw new Error('nothing to clip');
  return described.selectors;
}

const piece = fc.constantFrom(
  ...[
    'the ',
    'bridge ',
    'cost',
    ' 40',
    '.',
    '\n',
    '\u00a0',
    '\u200b',
    '😀',
    '马云',
    'Ada',
    '\t',
    'é',
    '“',
    'a',
    ' ',
  ],
);
const anyText = fc.array(piece, { minLength: 1, maxLength: 60 }).map((parts) => parts.join(''));

describe('describing a selection', () => {
  test('gives the words themselves, at their place, with their neighbours', () => {
    fc.assert(
      fc.property(anyText, fc.nat(200), fc.nat(60), (text, start, length) => {
        const described = describeSelection(text, start, Math.min(text.length, start + length));
        if (!described) return;
        const { exact, prefix, suffix, start: from, end } = described.selectors;
        expect(text.slice(from, end)).toBe(exact);
        expect(text.endsWith(prefix, from) || prefix === '').toBe(true);
        expect(text.slice(0, from).endsWith(prefix)).toBe(true);
        expect(text.startsWith(suffix, end)).toBe(true);
        expect(Math.max(prefix.length, suffix.length)).toBeLessThanOrEqual(32);
        expect(/\p{Surrogate}/u.test(exact + prefix + suffix)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('and what was described is found where it was', () => {
    fc.assert(
      fc.property(anyText, fc.nat(200), fc.nat(60), (text, start, length) => {
        const described = describeSelection(text, start, Math.min(text.length, start + length));
        if (!described) return;
        const { start: from, end } = described.selectors;
        const found = findExcerpt(text, described.selectors);
        expect(found.state).toBe('found');
        if (found.state !== 'found') return;
        const words = (a: number, b: number) => normaliseSpaces(text.slice(a, b)).text.trim();
        expect(words(found.start, found.end)).toBe(words(from, end));
      }),
      { numRuns: 1000 },
    );
  });

  test('takes more context where the words stand twice', () => {
    const words = 'the bridge would cost 40 million crowns';
    const first = clip(PAGE, words);
    const second = clip(PAGE, words, PAGE.indexOf(words) + 1);
    expect(first.suffix).not.toBe(second.suffix);
    expect(describeSelection('a b a b a b a b', 4, 5)?.isUnique).toBe(true);
    expect(describeSelection('ab '.repeat(99), 120, 122)?.isUnique).toBe(false);
  });

  test.each([
    [3, 3],
    [5, 2],
    [-1, 4],
    [0, 1e9],
    [0.5, 4],
    [Number.NaN, 4],
    [3, 4],
  ])('nothing from %d to %d', (start, end) => {
    expect(describeSelection('The mayor', start, end)).toBeNull();
  });
});

describe('finding it again', () => {
  const words = 'bridge would cost 40 million crowns';
  const selectors = clip(PAGE, words);
  const both = PAGE.indexOf(words);
  test.each<[string, string, string]>([
    ['unchanged', PAGE, 'found'],
    ['with other white space', PAGE.replaceAll(' ', '\n  '), 'moved'],
    ['with a soft hyphen', PAGE.replace('million', 'mil\u00adlion'), 'found'],
    ['behind a new beginning', `Corrected. ${PAGE}`, 'moved'],
    [
      'with other words before it',
      PAGE.replace('on Monday that the', 'this week that a'),
      'ambiguous',
    ],
    [
      'with other words before it, alone',
      PAGE.replace('Monday that the', 'Friday that a').slice(0, 90),
      'moved',
    ],
    ['a passage that begins alike, alone', PAGE.slice(100), 'moved'],
    ['with another figure', PAGE.replace('40', '45').slice(0, 100), 'changed'],
    ['in another case', PAGE.replaceAll('bridge', 'Bridge').slice(0, 100), 'changed'],
    ['another page', 'A page about ferries, and nothing else that matters to anybody.', 'gone'],
    ['an empty page', '', 'gone'],
  ])('%s', (_name, page, state) => {
    const found = findExcerpt(page, selectors);
    expect(found.state).toBe(state);
    if (found.state === 'found' || found.state === 'moved') {
      expect(normaliseSpaces(page.slice(found.start, found.end)).text).toBe(words);
    }
  });

  test('a short excerpt is not found inside a longer word, nor by chance elsewhere', () => {
    const short = { exact: 'Ant', prefix: 'said ', suffix: ' rose', start: 0, end: 3 };
    expect(findExcerpt('Antarctica is cold.', { ...short, prefix: '', suffix: '' }).state).toBe(
      'gone',
    );
    expect(findExcerpt('An Ant fell.', short).state).toBe('ambiguous');
    expect(findExcerpt('They said Ant fell.', short).state).toBe('moved');
    expect(findExcerpt('Ant rose and Ant rose.', short).state).toBe('found');
    expect(findExcerpt('1 Ant rose and Ant rose.', short).state).toBe('ambiguous');
  });

  test('half a word is found where its context says so', () => {
    const page = 'The unbelievable story.';
    expect(findExcerpt(`So: ${page}`, clip(page, 'believ')).state).toBe('moved');
  });

  test('what changed is told, and where it stands', () => {
    const page = `Corrected. ${PAGE.slice(0, 70).replace('40 million', 'at least 45 million')}`;
    const found = findExcerpt(page, selectors);
    if (found.state !== 'changed') throw new Error(found.state);
    expect(page.slice(found.start, found.end)).toBe('bridge would cost at least 45 million crowns');
    expect(found.changes).toEqual([
      { type: 'same', text: 'bridge would cost ' },
      { type: 'removed', text: '40 ' },
      { type: 'added', text: 'at least 45 ' },
      { type: 'same', text: 'million crowns' },
    ]);
    expect(both).toBeGreaterThan(0);
  });
});

test('normalising knows where everything was', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const normalised = normaliseSpaces(text);
      expect(normaliseSpaces(normalised.text).text).toBe(normalised.text);
      for (let at = 0; at < normalised.text.length; at++) {
        const { start } = rawSpan(normalised, at, at + 1);
        const char = text.charAt(start);
        expect(normalised.text.charAt(at)).toBe(/\s/.test(char) ? ' ' : char);
      }
    }),
  );
});

test('a difference holds both texts', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd,', '马', '云'), { maxLength: 30 });
  const text = words.map((parts) => parts.join(' '));
  const without = (type: string, before: string, after: string): string =>
    diffWords(before, after)
      .filter((one) => one.type !== type)
      .map((one) => one.text)
      .join('');
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(without('removed', before, after)).toBe(after);
      expect(without('added', before, after).replace(/\s/g, '')).toBe(before.replace(/\s/g, ''));
      if (before === after) expect(diffWords(before, after).length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 500 },
  );
});

test('texts with nothing in common cost little', () => {
  const numbers = (from: number) => Array.from({ length: 1900 }, (_, i) => from + i).join(' ');
  const began = performance.now();
  expect(diffWords(numbers(0), numbers(5000)).length).toBe(2);
  expect(performance.now() - began).toBeLessThan(1000);
});
