import { expect, test } from 'vitest';
import { differingParts, valueWords } from './value-words';

const ada = { text: 'Ada', lang: 'en' };
const lady = { text: 'Lady Lovelace', lang: 'en' };

test.each<[unknown, string | null]>([
  ['Ada Lovelace', 'Ada Lovelace'],
  [1843, '1843'],
  [false, 'false'],
  [null, null],
  [undefined, null],
  [['ada', 'charles'], 'ada\ncharles'],
  [[ada, lady], 'Ada (lang: en)\nLady Lovelace (lang: en)'],
  [{ date: '1843', basis: 'stated' }, 'date: 1843\nbasis: stated'],
  [
    { id: 'met', text: 'They met.', entities: ['ada', 'charles'] },
    'id: met\ntext: They met.\nentities: ada; charles',
  ],
  [[{ source: 's', exact: 'He said', start: 4 }], 'He said (source: s, start: 4)'],
  ['x'.repeat(700), `${'x'.repeat(600)}…`],
])('%j in words', (value, words) => {
  expect(valueWords(value)).toBe(words);
});

test.each<[string, unknown, unknown, object]>([
  ['what went and what came', [ada, lady], [lady, 'x'], { before: [ada], after: ['x'] }],
  ['what came', [ada], [ada, lady], { before: undefined, after: [lady] }],
  ['an order', [ada, lady], [lady, ada], { before: [ada, lady], after: [lady, ada] }],
  ['no lists', 'Ada', 'Lady', { before: 'Ada', after: 'Lady' }],
  ['a list that was none', undefined, [ada], { before: undefined, after: [ada] }],
])('of two values %s', (_name, before, after, parts) => {
  expect(differingParts(before, after)).toEqual(parts);
});
