import { expect, test } from 'vitest';
import type { Source } from './pack-schema';
import { type CheckedAgainst, checkedAgainst, type PackOrigin } from './verification';

const stored: Source = {
  id: 'a',
  title: 'A',
  file: 'a.txt',
  sha256: '0'.repeat(64),
  language: 'en',
  translation: 'none',
  stance: 'A view.',
};
const { file: _file, sha256: _sha256, ...byAddress } = stored;

test.each<[PackOrigin, string, Source | undefined, CheckedAgainst]>([
  ['bundled', 'a stored source', stored, 'stored-text'],
  ['bundled', 'a source known by address only', byAddress, 'nothing'],
  ['bundled', 'no source', undefined, 'nothing'],
  ['own', 'a clipped page', byAddress, 'clipped-page'],
  ['own', 'no source', undefined, 'nothing'],
  ['imported', 'a source with a hash', stored, 'nothing'],
  ['imported', 'a source known by address only', byAddress, 'nothing'],
])('%s pack, %s', (origin, _what, source, against) => {
  expect(checkedAgainst(origin, source)).toBe(against);
});
