import { expect, test } from 'vitest';
import { cutToWidth } from './cut-to-width';

test.each([
  ['Jack Ma', 10, 'Jack Ma'],
  ['Jack Ma', 7, 'Jack Ma'],
  ['Jack Ma', 6, 'Jack…'],
  ['disorderly expansion of capital', 12, 'disorderly…'],
  ['蚂蚁集团', 8, '蚂蚁集团'],
  ['蚂蚁集团', 7, '蚂蚁集…'],
  ['마윈 재단', 6, '마윈…'],
  // Letters outside the basic plane are not cut in two.
  ['𠮷𠮷𠮷', 5, '𠮷𠮷…'],
  ['', 5, ''],
])('%s in %i letters: %s', (text, letters, cut) => {
  expect(cutToWidth(text, letters)).toBe(cut);
});
