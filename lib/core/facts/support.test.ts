import { expect, test } from 'vitest';
import { antGroup } from '../../../tests/fixtures/cards/ant-group';
import { huge } from '../../../tests/fixtures/cards/large';
import { noClaims } from '../../../tests/fixtures/cards/name-only';
import { supportOf } from './support';

test('what a card rests on', () => {
  expect(supportOf(antGroup)).toEqual({
    claims: 10,
    sources: 3,
    ofSources: 5,
    corroborated: 1,
    // One that conflicts, and one that is denied.
    disputed: 2,
    unquoted: 1,
  });
  expect(supportOf(huge)).toMatchObject({ sources: 4, corroborated: 60, unquoted: 0 });
});

test('nothing', () => {
  expect(supportOf(noClaims)).toEqual({
    claims: 0,
    sources: 0,
    ofSources: 0,
    corroborated: 0,
    disputed: 0,
    unquoted: 0,
  });
});
