import { expect, test } from 'vitest';
import { type ClipRoute, formatClipRoute, parseClipRoute } from './clip-route';

test.each<[string, ClipRoute]>([
  ['', { view: 'own' }],
  ['#', { view: 'own' }],
  ['#/own', { view: 'own' }],
  ['#/claim/own/a-1', { view: 'claim', key: 'own/a-1' }],
  ['#/name/own/a', { view: 'name', key: 'own/a' }],
  ['#8e1c', { view: 'clip', id: '8e1c' }],
])('%s', (hash, route) => {
  expect(parseClipRoute(hash)).toEqual(route);
  if (route.view !== 'clip' && hash.length > 1) expect(formatClipRoute(route)).toBe(hash);
});
