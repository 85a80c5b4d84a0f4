import { expect, test } from 'vitest';
import type { Relation } from '../facts/pack-schema';
import { MAX_DRAWN, neighboursOf, placesAround } from './neighbourhood';

const relation = (from: string, kind: Relation['kind'], to: string): Relation => ({
  from,
  to,
  kind,
  claim: `${from}-${to}`,
});

test('relations are gathered by whom they lead to, seen from the entity', () => {
  const neighbours = neighboursOf('ma', [
    relation('ma', 'related-to', 'tea'),
    relation('ma', 'founder-of', 'ant'),
    relation('xi', 'criticised', 'ma'),
    relation('ma', 'criticised', 'xi'),
    relation('ma', 'related-to', 'ma'),
    relation('xi', 'leads', 'ccp'),
  ]);
  expect(neighbours.map(({ id }) => id)).toEqual(['xi', 'ant', 'tea']);
  expect(neighbours[0]?.ties.map(({ kind, outgoing }) => [kind, outgoing])).toEqual([
    ['criticised', false],
    ['criticised', true],
  ]);
  expect(neighboursOf('ma', [])).toEqual([]);
});

test.each(Array.from({ length: MAX_DRAWN + 1 }, (_, count) => count))(
  '%i places are inside the frame and far enough apart for a label',
  (count) => {
    const places = placesAround(count);
    expect(places).toHaveLength(count);
    for (const { x, y } of places) {
      expect(Math.abs(x)).toBeLessThanOrEqual(1);
      expect(Math.abs(y)).toBeLessThanOrEqual(1);
      expect(Math.abs(x)).toBeGreaterThan(0.5);
    }
    for (const side of ['left', 'right'] as const) {
      const heights = places.filter((place) => place.side === side).map(({ y }) => y);
      const gaps = heights.slice(1).map((y, index) => y - (heights[index] ?? 0));
      expect(Math.min(...gaps, 2)).toBeGreaterThanOrEqual(0.39);
    }
  },
);
