import { expect, test } from 'vitest';
import { MAX_RECENT, parseRecent, type RecentLookup, withLookup } from './recent-lookups';

const lookup = (key: string): RecentLookup => ({ key: `p/${key}`, label: key.toUpperCase() });

test('the latest comes first, each once, and old ones go', () => {
  const all = Array.from('abcdefghijk').reduce(
    (recent: RecentLookup[], key) => withLookup(recent, lookup(key)),
    [],
  );
  expect(all).toHaveLength(MAX_RECENT);
  expect(
    withLookup(all, lookup('i'))
      .map(({ label }) => label)
      .join(''),
  ).toBe('IKJHGFED');
});

test.each([
  [undefined, 0],
  ['x', 0],
  [[lookup('a'), { key: 'p/b' }, null, { ...lookup('c'), site: 'bank' }, lookup('d')], 2],
  [Array.from('abcdefghijk', lookup), MAX_RECENT],
])('of what is stored only what we understand: %j', (stored, count) => {
  expect(parseRecent(stored)).toHaveLength(count);
});
