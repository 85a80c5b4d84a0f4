import { expect, test } from 'vitest';
import { SeenIds } from './seen-ids';
import { slugOf, stableId } from './stable-id';

test('every id is known by its first line, however many there are', () => {
  const seen = new SeenIds();
  for (let i = 1; i <= 50_000; i++) {
    expect(seen.has(`e-${i}`)).toBe(false);
    seen.add(`e-${i}`, i);
    seen.add(`e-${i}`, 99);
  }
  for (let i = 1; i <= 50_000; i += 97) expect(seen.lineOf(`e-${i}`)).toBe(i);
  expect(seen.lineOf('e-0')).toBeUndefined();
});

test.each([
  ['Ada Holm', 'ada-holm'],
  ['Élan & Cø', 'elan-c'],
  ['马云', ''],
  ['--a--', 'a'],
])('%s reads %j', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test('an id is the content’s, and fits', () => {
  expect(stableId('Ada Holm', 'person')).toBe(stableId('Ada Holm', 'person'));
  const ids = ['a', 'b'].flatMap((x) => ['a', 'b', ''].map((y) => stableId(x, y, '马')));
  expect(new Set([...ids, stableId('a', 'b马'), stableId('ab', '马')]).size).toBe(8);
  for (const id of [...ids, stableId('word '.repeat(99)), stableId('马云')]) {
    expect(id).toMatch(/^(?=.{1,80}$)[a-z0-9]+(?:-[a-z0-9]+)*$/);
  }
});
