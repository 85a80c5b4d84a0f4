import { expect, test } from 'vitest';
import type { Alias } from '../../core/facts/pack-schema';
import { formsByLanguage } from './forms-by-language';

const alias = (text: string, lang: string, strength: Alias['strength']): Alias => ({
  text,
  lang,
  strength,
  case: 'any',
  basis: 'source',
});

test('languages in the order of the pack, in each of them what says most first', () => {
  const forms = formsByLanguage([
    alias('Transchem', 'en', 'garbled'),
    alias('Ma', 'en', 'weak'),
    alias('马云', 'zh-Hans', 'strong'),
    alias('Jack Ma', 'en', 'strong'),
    alias('Ma Yun', 'en', 'strong'),
  ]);
  expect(forms.map(({ lang, forms: own }) => [lang, ...own.map(({ text }) => text)])).toEqual([
    ['en', 'Jack Ma', 'Ma Yun', 'Ma', 'Transchem'],
    ['zh-Hans', '马云'],
  ]);
});
