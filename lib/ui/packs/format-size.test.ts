import { expect, test } from 'vitest';
import { formatSize } from './format-size';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [12_400, '12 kB'],
  [1_550_000, '1.6 MB'],
  [2 ** 30, '1.1 GB'],
  [5e12, '5,000 GB'],
])('%d is %s', (bytes, words) => {
  expect(formatSize(bytes)).toBe(words);
});
