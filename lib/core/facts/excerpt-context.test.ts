import { expect, test } from 'vitest';
import { type ContextPiece, contextOf } from './excerpt-context';
import type { Evidence } from './pack-schema';

const TEXT = 'One two three four five six seven eight nine ten eleven twelve.';

/** Quotes words of TEXT, with so many characters around them. */
const quote = (exact: string, before = 0, after = 0): Evidence => {
  const start = TEXT.indexOf(exact);
  const end = start + exact.length;
  const prefix = TEXT.slice(Math.max(0, start - before), start);
  return { source: 's', exact, prefix, suffix: TEXT.slice(end, end + after), start, end };
};
const shown = (pieces: readonly ContextPiece[]): string =>
  pieces
    .map((piece) =>
      piece.type === 'gap' ? '[…]' : piece.type === 'text' ? piece.text : `<${piece.text}>`,
    )
    .join('');

const five = quote('five');

test.each<[string, Evidence[], string]>([
  ['nothing around it', [five], '[…]<five>[…]'],
  ['its own words around it', [quote('five', 5, 4)], '[…]four <five> six[…]'],
  ['from the beginning of the source', [quote('two', 10, 1)], 'One <two> […]'],
  ['neighbours', [five, quote('two'), quote('nine')], '[…]two[…]<five>[…]nine[…]'],
  ['neighbours that touch', [five, quote('four '), quote(' six')], '[…]four <five> six[…]'],
  [
    'neighbours that overlap',
    [quote('five', 5, 4), quote('three four five')],
    '[…]three four <five> six[…]',
  ],
  ['an excerpt within a longer one', [five, quote('four five six')], '[…]four <five> six[…]'],
  [
    'two that become one by a third',
    [five, quote('two three'), quote('three four five')],
    '[…]two three four <five>[…]',
  ],
  [
    'what contradicts the excerpt is left out',
    [five, { ...quote('four five six'), exact: 'four FIVE six' }],
    '[…]<five>[…]',
  ],
])('%s', (_name, evidence, text) => {
  const [first] = evidence;
  if (!first) throw new Error('no evidence');
  expect(shown(contextOf(evidence, first))).toBe(text);
});

test('only so much, and only what is near, never a torn word', () => {
  const long = 'word '.repeat(400);
  const excerpt = { ...five, start: 10_000, end: 10_004 };
  const before = { ...five, exact: long, start: 10_000 - long.length, end: 10_000 };
  const far = { ...five, exact: 'far', start: 20_000, end: 20_003 };
  const text = shown(contextOf([excerpt, before, far], excerpt));
  expect(text.length).toBeLessThan(370);
  expect(text).toMatch(/^\[…\] word word .*<five>\[…\]$/);
});

test('an excerpt that is not stored, or whose offsets do not fit, has none', () => {
  expect(contextOf([five], { start: 0, end: 3 })).toEqual([]);
  expect(contextOf([{ ...five, end: 90 }], { start: five.start, end: 90 })).toEqual([]);
});
