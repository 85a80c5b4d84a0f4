import { expect, test } from 'vitest';
import { formatRoute, isSameView, type LibraryRoute, libraryPath, parseRoute } from './routes';

test.each<[LibraryRoute, string]>([
  [{ view: 'entities' }, '#/names'],
  [{ view: 'entities', kind: 'public-body', page: 3 }, '#/names?kind=public-body&page=3'],
  [{ view: 'entities', text: 'a & b' }, '#/names?q=a+%26+b'],
  [
    { view: 'entities', text: '马云', pack: 'china-tech' },
    '#/names?q=%E9%A9%AC%E4%BA%91&pack=china-tech',
  ],
  [{ view: 'entities', source: 'china-tech/xi-push' }, '#/names?source=china-tech/xi-push'],
  [{ view: 'entity', key: 'china-tech/jack-ma' }, '#/entity/china-tech/jack-ma'],
  [{ view: 'entity', key: 'a/b', claim: 'c-1' }, '#/entity/a/b?claim=c-1'],
  [{ view: 'sources' }, '#/sources'],
  [{ view: 'sources', page: 2 }, '#/sources?page=2'],
  [{ view: 'source', key: 'a/b' }, '#/source/a/b'],
  [{ view: 'source', key: 'a/b', page: 2 }, '#/source/a/b?page=2'],
  [{ view: 'timeline' }, '#/timeline'],
  [{ view: 'timeline', kind: 'denial', period: '2020-11' }, '#/timeline?kind=denial&when=2020-11'],
  [{ view: 'timeline', undated: true, page: 2 }, '#/timeline?when=undated&page=2'],
])('%j is written %s and read back', (route, hash) => {
  expect(formatRoute(route)).toBe(hash);
  expect(parseRoute(hash)).toEqual(route);
});

test.each<[string, LibraryRoute]>([
  ['', { view: 'entities' }],
  ['#', { view: 'entities' }],
  ['#/', { view: 'entities' }],
  ['#names', { view: 'entities' }],
  ['#/names?kind=nonsense&page=0&pack=No', { view: 'entities' }],
  ['#/names?page=1.5&source=a', { view: 'entities' }],
  ['#/names?page=1', { view: 'entities' }],
  ['#/names?source=a/b/c', { view: 'entities' }],
  ['#/timeline?when=2020-13', { view: 'timeline' }],
  ['#/entity/a/b?claim=<script>', { view: 'entity', key: 'a/b' }],
  ['#/nowhere', { view: 'unknown' }],
  ['#/entity', { view: 'unknown' }],
  ['#/entity/a', { view: 'unknown' }],
  ['#/entity/a/b/c', { view: 'unknown' }],
  ['#/entity/A/b', { view: 'unknown' }],
  ['#/entity/a/%', { view: 'unknown' }],
  ['#/entity/../b', { view: 'unknown' }],
  ['#/sources/a/b', { view: 'unknown' }],
])('“%s” is read as %j', (hash, route) => {
  expect(parseRoute(hash)).toEqual(route);
});

test('a typed filter is cut to a sound length', () => {
  const route = parseRoute(`#/names?q=${'x'.repeat(5000)}`);
  expect(route.view === 'entities' && route.text?.length).toBe(100);
});

test.each<[LibraryRoute, LibraryRoute, boolean]>([
  [{ view: 'entities' }, { view: 'entities', page: 2 }, true],
  [{ view: 'entities' }, { view: 'sources' }, false],
  [{ view: 'entity', key: 'a/b' }, { view: 'entity', key: 'a/b', claim: 'c' }, true],
  [{ view: 'entity', key: 'a/b' }, { view: 'entity', key: 'a/c' }, false],
  [{ view: 'entity', key: 'a/b' }, { view: 'source', key: 'a/b' }, false],
])('%j and %j show the same: %s', (a, b, same) => {
  expect(isSameView(a, b)).toBe(same);
});

test('other pages of the extension link to a path', () => {
  expect(libraryPath({ view: 'entity', key: 'a/b' })).toBe('library.html#/entity/a/b');
});
