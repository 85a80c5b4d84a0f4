import { expect, test } from 'vitest';
import type { EntityKind } from '../facts/pack-schema';
import { aliasRule } from './alias-strength';

test.each<[string, EntityKind, string, string]>([
  ['Ada Holm', 'person', 'strong', 'initial'],
  ['Holm', 'person', 'weak', 'initial'],
  ['J. Holm', 'person', 'weak', 'initial'],
  ['Li Xu', 'person', 'weak', 'initial'],
  ['Хольм Ада', 'person', 'strong', 'initial'],
  ['马云', 'person', 'weak', 'any'],
  ['蚂蚁集团', 'organisation', 'strong', 'any'],
  ['마윈', 'person', 'weak', 'any'],
  ['アリババ', 'organisation', 'strong', 'any'],
  ['Huawei', 'organisation', 'strong', 'initial'],
  ['Apple', 'organisation', 'weak', 'initial'],
  ['TARGET', 'organisation', 'strong', 'exact'],
  ['Target', 'organisation', 'weak', 'initial'],
  ['IMF', 'organisation', 'weak', 'exact'],
  ['EBITDA', 'concept', 'strong', 'exact'],
  ['arbitrage', 'concept', 'strong', 'any'],
  ['bond', 'concept', 'weak', 'any'],
  ['quantitative easing', 'concept', 'strong', 'any'],
  ['2021', 'concept', 'weak', 'exact'],
  ['Ant', 'organisation', 'weak', 'exact'],
])('%s (%s): %s, %s', (text, kind, strength, letterCase) => {
  expect(aliasRule(text, kind)).toEqual({ strength, case: letterCase });
});
