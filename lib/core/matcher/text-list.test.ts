import { expect, test } from 'vitest';
import { createNumberList } from './number-list';
import { createTextList, textAt } from './text-list';

test.each([0, 1, 65_535, 65_536, 65_537, 200_000])('%i numbers come back in order', (count) => {
  const list = createNumberList();
  for (let n = 0; n < count; n++) list.push(n * 7);
  expect(list.length()).toBe(count);
  const taken = list.take();
  expect(taken).toHaveLength(count);
  expect(taken.every((value, n) => value === n * 7)).toBe(true);
  expect(list.length()).toBe(0);
  list.push(255);
  expect([...list.takeBytes()]).toEqual([255]);
});

test('texts come back over the ends of chunks, also one larger than a chunk', () => {
  const texts = ['', 'Ant', '蚂蚁集团', 'x'.repeat(700_000), '蚂'.repeat(500_000), '마윈', ''];
  const list = createTextList();
  for (const text of texts) list.push(text);
  const { bytes, starts } = list.take();
  expect(texts.map((_text, n) => textAt(bytes, starts, n) === texts[n])).toEqual(
    texts.map(() => true),
  );
  expect(starts).toHaveLength(texts.length + 1);
  expect(list.take().starts).toEqual(Uint32Array.of(0));
});
