import { expect, test } from 'vitest';
import { pageCount, pagesAround } from './pages';

test.each([
  [1, 1, [1]],
  [1, 2, [1, 2]],
  [1, 9, [1, 2, 9]],
  [5, 9, [1, 4, 5, 6, 9]],
  [9, 9, [1, 8, 9]],
  // Beyond the end, as an old address may be: there is still a way back.
  [12, 3, [1, 3]],
])('on page %i of %i: %j', (page, pages, shown) => {
  expect(pagesAround(page, pages)).toEqual(shown);
});

test.each([
  [0, 60, 1],
  [1, 60, 1],
  [60, 60, 1],
  [61, 60, 2],
])('%i things, %i a page: %i pages', (total, size, pages) => {
  expect(pageCount(total, size)).toBe(pages);
});
