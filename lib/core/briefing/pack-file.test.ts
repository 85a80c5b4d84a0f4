import { expect, test } from 'vitest';
import { mayBePack } from './pack-file';

const AT = 'https://example.com/';

test.each<[url: string | null, contentType: string | null, boolean]>([
  [`${AT}pack`, 'application/json', true],
  [`${AT}pack`, 'application/ld+json', true],
  [`${AT}pack`, 'application/x-ndjson', true],
  [`${AT}list`, 'text/csv', true],
  [`${AT}list`, 'text/tab-separated-values', true],
  [`${AT}pack.json`, 'text/plain', true],
  [`${AT}glossary.CSV?raw=1`, 'text/plain', true],
  [`${AT}entities.ftm.json`, null, true],
  ['file:///home/ada/targets.tsv', 'text/plain', true],
  // A page about a file is none.
  [`${AT}blob/pack.json`, 'text/html', false],
  [`${AT}picture.json`, 'image/png', false],
  [`${AT}notes.txt`, 'text/plain', false],
  [`${AT}?file=pack.json`, null, false],
  [`${AT}jsonfile`, null, false],
  [null, null, false],
  ['no address', null, false],
])('%s as %s: %s', (url, contentType, expected) => {
  expect(mayBePack({ url, contentType })).toBe(expected);
});
