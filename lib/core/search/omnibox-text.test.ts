import { expect, test } from 'vitest';
import type { LibraryRoute } from '../library/routes';
import { escapeXml, routeOfEntered, suggestionContent } from './omnibox-text';
import type { SearchHit } from './search-hit';

const ENTITY: SearchHit = {
  kind: 'entity',
  entity: 'china-tech/jack-ma',
  entityKind: 'person',
  label: 'Jack Ma',
  native: null,
  matched: null,
  summary: '',
  claims: 1,
  score: 0,
};
const CLAIM: SearchHit = {
  kind: 'claim',
  claim: 'china-tech/data-880-million',
  entity: 'china-tech/alibaba',
  entityLabel: 'Alibaba',
  claimKind: 'figure',
  label: 'Alibaba holds data.',
  score: 0.4,
};

test.each<[string, LibraryRoute]>([
  [suggestionContent(ENTITY), { view: 'entity', key: 'china-tech/jack-ma' }],
  [
    suggestionContent(CLAIM),
    { view: 'entity', key: 'china-tech/alibaba', claim: 'data-880-million' },
  ],
  ['  ant group ', { view: 'entities', text: 'ant group' }],
  ['', { view: 'entities' }],
  ['a/b', { view: 'entities', text: 'a/b' }],
  ['[a/b] c', { view: 'entities', text: '[a/b] c' }],
  ['[../../x]', { view: 'entities', text: '[../../x]' }],
  ['[A/b]', { view: 'entities', text: '[A/b]' }],
  ['x'.repeat(300), { view: 'entities', text: 'x'.repeat(100) }],
])('%s', (text, route) => {
  expect(routeOfEntered(text)).toEqual(route);
});

test.each([
  ['Johnson & Johnson <b>"x"</b>', 'Johnson &amp; Johnson &lt;b&gt;&quot;x&quot;&lt;/b&gt;'],
  ["it's", 'it&apos;s'],
  ['a\u0000b\u000bc\ufffed\te', 'abcd\te'],
  ['蚂蚁 \u{20bb7} \ud800x \udc00', '蚂蚁 \u{20bb7} x '],
])('%j as XML', (text, escaped) => {
  expect(escapeXml(text)).toBe(escaped);
});
