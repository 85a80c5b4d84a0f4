import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spread } from './hashing';
import { buildFilter, openFilter } from './name-filter';

const hashesUpTo = (count: number): Uint32Array =>
  Uint32Array.from({ length: count }, (_, i) => spread(i + 1));

test('what it was built for is in it, whatever it is and however often', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 0xffffffff })),
      fc.integer({ min: 1, max: 8 }),
      (hashes, width) => {
        const has = openFilter(buildFilter(Uint32Array.from(hashes), width));
        expect(hashes.filter((hash) => !has(hash))).toEqual([]);
      },
    ),
    { numRuns: 2000 },
  );
});

describe.each([1, 2, 3, 10, 100, 1000, 30_000, 300_000])('%i names', (count) => {
  const hashes = hashesUpTo(count);
  const filter = buildFilter(hashes, 6);
  const has = openFilter(filter);

  test('all are in it, also by their signed hashes', () => {
    expect(hashes.every((hash) => has(hash) && has(hash | 0))).toBe(true);
  });

  test('strangers pass as rarely as the width promises', () => {
    let passed = 0;
    for (let i = 0; i < 64_000; i++) if (has(spread(-1 - i))) passed++;
    expect(passed / 64_000).toBeLessThan(1.2 / 64);
  });

  // Of fewer names the filter is mostly what it cannot do without.
  if (count >= 30_000) {
    test('a name takes little more than its fingerprint', () => {
      expect((filter.length * 8) / count).toBeLessThan(6 * 1.25);
    });
  }
});

test('of no names nothing is in it', () => {
  expect(buildFilter(new Uint32Array(0), 6)).toHaveLength(0);
  expect(openFilter(new Uint8Array(0))(0)).toBe(false);
});
