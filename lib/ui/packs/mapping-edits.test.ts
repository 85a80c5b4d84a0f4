import { expect, test } from 'vitest';
import { suggestMapping } from '../../core/packs/suggest-mapping';
import { withHeadings, withRole } from './mapping-edits';

const NAMED = suggestMapping('name,meaning\nAnt,an insect\nBee,another\n');
const BARE = suggestMapping('Ant,an insect\nBee,another\n');

test('a role has one column', () => {
  expect(withRole(NAMED, 1, 'label').roles).toEqual([null, 'label']);
  expect(withRole(NAMED, 1, null).roles).toEqual(['label', null]);
  expect(withRole(withRole(NAMED, 0, null), 1, null).roles).toEqual([null, null]);
});

test.each([
  ['with headings, and there are', NAMED, true, ['name', 'meaning'], 2],
  ['with headings, said to have none', NAMED, false, null, 3],
  ['without, and there are none', BARE, false, null, 2],
  ['without, said to have some', BARE, true, ['Ant', 'an insect'], 1],
])('%s', (_case, suggestion, hasHeadings, headings, rows) => {
  const shown = withHeadings(suggestion, hasHeadings);
  expect(shown.headings).toEqual(headings);
  expect(shown.rows).toHaveLength(rows);
});
