import { expect, test } from 'vitest';
import {
  countCovered,
  mergeSpans,
  quotedLength,
  quotedShare,
  type Span,
  sentencesOf,
} from './coverage';

const spans = (...pairs: readonly (readonly [number, number])[]): Span[] =>
  pairs.map(([start, end]) => ({ start, end }));

test.each<[string, Span[], Span[], number]>([
  ['none', [], [], 0],
  ['apart, out of order', spans([8, 10], [0, 3]), spans([0, 3], [8, 10]), 5],
  ['overlapping', spans([0, 5], [3, 8]), spans([0, 8]), 8],
  ['one in the other', spans([0, 9], [3, 4]), spans([0, 9]), 9],
  ['touching', spans([0, 2], [2, 4]), spans([0, 4]), 4],
  ['twice the same', spans([1, 2], [1, 2]), spans([1, 2]), 1],
  ['empty', spans([3, 3]), [], 0],
])('%s', (_what, given, merged, length) => {
  expect(mergeSpans(given)).toEqual(merged);
  expect(quotedLength(given)).toBe(length);
});

test.each<[Span[], number | undefined, number | null]>([
  [spans([0, 5], [3, 10]), 40, 0.25],
  [[], 40, 0],
  [spans([0, 5]), undefined, null],
  [spans([0, 5]), 0, null],
  [spans([0, 50]), 40, null],
])('of %j in %s characters: %s', (given, length, share) => {
  expect(quotedShare(given, length)).toBe(share);
});

test('a sentence is covered by any part of an excerpt, and not by one that only touches it', () => {
  const text = 'One thing. Another thing! 3 4.\n\nA third?';
  const sentences = sentencesOf(text);
  expect(sentences.map(({ start, end }) => text.slice(start, end).trim())).toEqual([
    'One thing.',
    'Another thing!',
    'A third?',
  ]);
  expect(countCovered(sentences, spans([4, 9]))).toBe(1);
  expect(countCovered(sentences, spans([4, 12]))).toBe(2);
  expect(countCovered(sentences, spans([0, 11]))).toBe(1);
  expect(countCovered(sentences, [])).toBe(0);
});
