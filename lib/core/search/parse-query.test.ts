import { describe, expect, test } from 'vitest';
import { type FilterWords, parseQuery } from './parse-query';
import { NO_FILTER, type SearchFilter } from './search-filter';

const KNOWN: FilterWords = {
  prefixes: { kind: ['kind', 'Art'], source: ['source'], date: ['date', '日期'] },
  kinds: [
    { entityKind: 'person', label: 'Person', words: ['person', 'people'] },
    { entityKind: 'public-body', label: 'Public body', words: ['public body', 'public-body'] },
    { entityKind: 'product', label: 'Product', words: ['product'] },
    { entityKind: 'event', label: 'Event', words: ['event'] },
    { claimKind: 'event', label: 'Event', words: ['event'] },
    { claimKind: 'figure', label: 'Figure', words: ['figure', '数字'] },
  ],
  months: [['January', 'Jan'], [], [], [], [], [], [], [], [], [], ['November'], []],
  sources: [
    { key: 'p/paper', label: 'The Paper', names: ['The Paper', 'A title of many words'] },
    { key: 'p/lianhe', label: 'Lianhe', names: ['Lianhe', 'Another title'] },
  ],
};

const parse = (query: string) => parseQuery(query, KNOWN);

describe('what is sought, and what it is narrowed to', () => {
  test.each<[string, string, Partial<SearchFilter>]>([
    ['', '', {}],
    ['jack ma', 'jack ma', {}],
    ['kind:person xu', 'xu', { entityKinds: ['person'] }],
    ['xu Kind:People', 'xu', { entityKinds: ['person'] }],
    ['Art:person', '', { entityKinds: ['person'] }],
    ['kind：person', '', { entityKinds: ['person'] }],
    ['kind:"public body" cyber', 'cyber', { entityKinds: ['public-body'] }],
    ['kind:event', '', { entityKinds: ['event'], claimKinds: ['event'] }],
    ['kind:person kind:figure', '', { entityKinds: ['person'], claimKinds: ['figure'] }],
    // Begun, and it can become one thing only.
    ['kind:pe', '', { entityKinds: ['person'] }],
    ['kind:p', '', {}],
    ['kind:', '', {}],
    ['kind:spaceship xu', 'xu', {}],
    // Plain words at either end.
    ['person xu', 'xu', { entityKinds: ['person'] }],
    ['xu person', 'xu', { entityKinds: ['person'] }],
    ['person', '', { entityKinds: ['person'] }],
    ['public body cyber', 'cyber', { entityKinds: ['public-body'] }],
    ['数字', '', { claimKinds: ['figure'] }],
    ['the person law', 'the person law', {}],
    ['"person" xu', 'person xu', {}],
    ['“person xu', 'person xu', {}],
    // Dates.
    ['2021', '', { period: '2021' }],
    ['ant 2020-11', 'ant', { period: '2020-11' }],
    ['ant 2020/3', 'ant', { period: '2020-03' }],
    ['date:2020', '', { period: '2020' }],
    ['date:soon ant', 'ant', {}],
    ['日期:2020年11月 蚂蚁', '蚂蚁', { period: '2020-11' }],
    ['2021년 앤트', '앤트', { period: '2021' }],
    ['November 2020 ant', 'ant', { period: '2020-11' }],
    ['ant 2020 jan', 'ant', { period: '2020-01' }],
    ['november', 'november', {}],
    ['880 million', '880 million', {}],
    ['2020-13', '2020-13', {}],
    ['person xu 2021', 'xu', { entityKinds: ['person'], period: '2021' }],
    // Sources.
    ['source:paper', '', { sources: ['p/paper'] }],
    ['source:"many title" data', 'data', { sources: ['p/paper'] }],
    ['source:title', '', { sources: ['p/paper', 'p/lianhe'] }],
    ['source:nobody data', 'data', {}],
    // A colon after any other word is a colon.
    ['https://example.com', 'https://example.com', {}],
    ['note: ant', 'note: ant', {}],
  ])('%s', (query, words, filter) => {
    const parsed = parse(query);
    expect(parsed.words.replace(/\s+/g, ' ')).toBe(words);
    expect(parsed.filter).toEqual({ ...NO_FILTER, ...filter });
  });
});

describe('chips', () => {
  test.each<[string, readonly (readonly [string | null, string])[]]>([
    ['kind:person xu', [['Person', 'xu']]],
    [
      'xu  source:paper 2021',
      [
        ['The Paper', 'xu 2021'],
        ['2021', 'xu source:paper "2021"'],
      ],
    ],
    ['person xu', [['Person', '"person" xu']]],
    ['kind:spaceship xu', [[null, 'xu']]],
    ['source:title', [['title', '']]],
    ['Jan 2020', [['2020-01', '"Jan 2020"']]],
    ['xu', []],
  ])('%s', (query, chips) => {
    expect(parse(query).chips.map(({ label, without }) => [label, without])).toEqual(chips);
  });

  test('without a chip there is one filter less, and no other comes', () => {
    for (const query of ['person xu 2021', 'Jan 2020 kind:person', 'source:paper people']) {
      const { chips } = parse(query);
      for (const { without } of chips) expect(parse(without).chips).toHaveLength(chips.length - 1);
    }
  });
});

test('plain words can be sought as they are', () => {
  expect(parse('person xu').literal).toMatchObject({ words: 'person xu', filter: NO_FILTER });
  expect(parse('2021 kind:person').literal).toMatchObject({
    words: '2021',
    filter: { entityKinds: ['person'] },
  });
  expect(parse('kind:person xu').literal).toBeNull();
});
