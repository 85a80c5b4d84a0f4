import { expect, test } from 'vitest';
import type { Claim, Source } from '../facts/pack-schema';
import { checkDrift, driftCounts, isOnSiteOf, isPageOf } from './check-drift';

const SOURCE: Source = {
  id: 'ledger',
  url: 'https://ledger.example/a',
  title: 'A title',
  language: 'en',
  translation: 'unknown',
  stance: 'Unknown.',
};
const OTHER: Source = { ...SOURCE, id: 'other', url: 'https://ledger.example/b' };
const TEXT =
  'The company lost 40 million euros last year, a person close to the board said. Nobody went.';

function claimOf(id: string, exact: string, source = 'ledger'): Claim {
  const start = Math.max(0, TEXT.indexOf(exact));
  const evidence = { source, exact, prefix: '', suffix: '', start, end: start + exact.length };
  return {
    id,
    kind: 'statement',
    text: exact,
    entities: ['x'],
    speaker: { type: 'source' },
    notes: [],
    conflictsWith: [],
    evidence: [evidence],
  };
}

test.each([
  ['the address that was opened', { url: 'https://ledger.example/a#later' }, true],
  ['the address it calls its own', { url: 'https://x.example/', canonical: SOURCE.url }, true],
  ['another page', { url: 'https://ledger.example/b' }, false],
  ['another query', { url: 'https://ledger.example/a?p=2' }, false],
  ['no address', {}, false],
])('a page is a source by %s', (_title, page, expected) => {
  expect(isPageOf(SOURCE, { text: '', ...page })).toBe(expected);
});

test('a source without an address is no page', () => {
  const { url: _url, ...rest } = SOURCE;
  const nowhere: Source = rest;
  expect(isPageOf(nowhere, { text: '', url: 'https://ledger.example/a' })).toBe(false);
});

test('each excerpt of the page, and none of other pages', () => {
  const claims = [
    claimOf('kept', 'The company lost 40 million euros last year'),
    claimOf('gone', 'Nobody knows who bought the two ferries in the end'),
    claimOf('elsewhere', 'Nobody went.', 'other'),
  ];
  const page = { text: TEXT, url: 'https://ledger.example/a' };
  const checked = checkDrift(page, [SOURCE, OTHER], claims);
  expect(checked.map(({ claim, state }) => [claim, state.state])).toEqual([
    ['kept', 'found'],
    ['gone', 'gone'],
  ]);
});

test('a changed passage is shown with its difference', () => {
  const page = { text: TEXT.replace('40', '55'), url: 'https://ledger.example/a' };
  const claims = [claimOf('lost', 'The company lost 40 million euros last year, a person')];
  const [checked] = checkDrift(page, [SOURCE], claims);
  expect(checked?.state).toMatchObject({
    state: 'changed',
    changes: expect.arrayContaining([
      { type: 'removed', text: '40 ' },
      { type: 'added', text: '55 ' },
    ]),
  });
});

test.each([
  ['https://ledger.example/any?page', true],
  ['https://www.ledger.example/a', true],
  ['http://ledger.example/', true],
  ['https://ledger.example:8080/a', false],
  ['https://news.ledger.example/a', false],
  ['https://example/', false],
  ['about:blank', false],
  ['', false],
])('%s is of the site of the source: %s', (url, expected) => {
  expect(isOnSiteOf(SOURCE, url)).toBe(expected);
  expect(isOnSiteOf({}, url)).toBe(false);
});

test('what became of excerpts is counted', () => {
  const states = ['found', 'moved', 'changed', 'ambiguous', 'gone', 'gone'] as const;
  expect(driftCounts(states.map((state) => ({ state })))).toEqual({
    there: 2,
    changed: 1,
    unclear: 1,
    gone: 2,
  });
});
