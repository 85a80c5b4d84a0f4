import { describe, expect, test } from 'vitest';
import { findPageDate, type PageDateSigns } from './page-date';

const ADDRESS = 'https://paper.example/2021/news';
const find = (signs: Partial<PageDateSigns>) =>
  findPageDate({ address: ADDRESS, jsonLd: [], metas: [], times: [], ...signs }, '2026-11-22');

const article = (datePublished: unknown, rest: object = {}) => ({
  '@type': 'NewsArticle',
  datePublished,
  ...rest,
});
const ld = (...values: unknown[]) => ({ jsonLd: values.map((value) => JSON.stringify(value)) });
const meta = (...pairs: [string, string][]) => ({
  metas: pairs.map(([name, content]) => ({ name, content })),
});
const time = (...pairs: [string, boolean][]) => ({
  times: pairs.map(([datetime, isMarked]) => ({ datetime, isMarked })),
});

describe('JSON-LD', () => {
  test.each<[string, Partial<PageDateSigns>, string | null]>([
    ['an article', ld(article('2021-09-03T08:00:00+08:00')), '2021-09-03'],
    ['in a list', ld([{ '@type': 'Organization' }, article('2021-09-03')]), '2021-09-03'],
    ['in a graph', ld({ '@graph': [{ '@type': 'WebSite' }, article('2021-09-03')] }), '2021-09-03'],
    [
      'in a graph in a page',
      ld({ '@type': 'WebPage', mainEntity: { '@graph': [article('2021-09-03')] } }),
      '2021-09-03',
    ],
    [
      'several types',
      ld(article('2021-09-03', { '@type': ['Thing', 'BlogPosting'] })),
      '2021-09-03',
    ],
    ['a date in a list', ld(article(['2021-09-03', '2021-09-04'])), '2021-09-03'],
    ['a typed date', ld(article({ '@value': '2021-09-03', '@type': 'Date' })), '2021-09-03'],
    [
      'the article rather than the page around it',
      ld({ '@type': 'WebPage', datePublished: '2015-01-01' }, article('2021-09-03')),
      '2021-09-03',
    ],
    [
      'of several articles the one of this address',
      ld(article('2019-01-01', { url: '/other' }), article('2021-09-03', { url: `${ADDRESS}/` })),
      '2021-09-03',
    ],
    [
      'the address as an object',
      ld(article('2019-01-01'), article('2021-09-03', { mainEntityOfPage: { '@id': ADDRESS } })),
      '2021-09-03',
    ],
    ['articles that differ', ld(article('2019-01-01'), article('2021-09-03')), null],
    [
      'articles that agree, one more finely',
      ld(article('2021'), article('2021-09-03')),
      '2021-09-03',
    ],
    [
      'line breaks in strings',
      { jsonLd: ['{"@type":"Article","headline":"a\nb","datePublished":"2021-09-03"}'] },
      '2021-09-03',
    ],
    [
      'wrapped in a comment',
      { jsonLd: [`<!-- ${JSON.stringify(article('2021-09-03'))} -->`] },
      '2021-09-03',
    ],
    ['a comment of a reader', ld({ '@type': 'Comment', datePublished: '2021-09-03' }), null],
    [
      'a related article',
      ld({ '@type': 'ItemList', itemListElement: [article('2021-09-03')] }),
      null,
    ],
    ['not JSON', { jsonLd: ['{"@type":"NewsArticle", datePublished:'] }, null],
    ['a future date', ld(article('2031-01-01')), null],
    ['a date before print', ld(article('0001-01-01')), null],
    ['a number', ld(article(1_630_656_000)), null],
    ['null everywhere', ld(null, [null], { '@graph': null }, article(null)), null],
    [
      'a prototype as its key',
      { jsonLd: ['{"__proto__":{"@type":"Article","datePublished":"2021"}}'] },
      null,
    ],
    [
      'too long',
      { jsonLd: [`${JSON.stringify(article('2021-09-03'))}${' '.repeat(400_000)}`] },
      null,
    ],
    [
      'too deep',
      {
        jsonLd: [
          `${'{"@graph":'.repeat(5000)}${JSON.stringify(article('2021'))}${'}'.repeat(5000)}`,
        ],
      },
      null,
    ],
    ['too many', ld([...Array.from({ length: 5000 }, () => ({})), article('2021-09-03')]), null],
  ])('%s', (_name, signs, date) => {
    expect(find(signs)).toEqual(date === null ? null : { date, from: 'json-ld' });
  });
});

test.each<[string, Partial<PageDateSigns>, string | null]>([
  ['Open Graph', meta(['article:published_time', '2021-09-03T08:00Z']), '2021-09-03'],
  ['letter case', meta(['DC.Date', '2021-09-03']), '2021-09-03'],
  ['papers', meta(['citation_date', '2021/09/03']), '2021-09-03'],
  ['the plainer name first', meta(['date', '2022-01-01'], ['pubdate', '2021-09-03']), '2021-09-03'],
  ['a bad one is passed over', meta(['pubdate', 'soon'], ['date', '2021-09-03']), '2021-09-03'],
  ['a change is no publication', meta(['article:modified_time', '2021-09-03']), null],
  ['two that differ', meta(['date', '2021-09-03'], ['date', '2020-09-03']), null],
])('meta: %s', (_name, signs, date) => {
  expect(find(signs)).toEqual(date === null ? null : { date, from: 'meta' });
});

test.each<[string, Partial<PageDateSigns>, string | null]>([
  ['one', time(['2021-09-03T08:00', false]), '2021-09-03'],
  ['the marked one', time(['2020-01-01', false], ['2021-09-03', true]), '2021-09-03'],
  ['several that differ', time(['2020-01-01', false], ['2021-09-03', false]), null],
  ['a length of time', time(['PT2H30M', false]), null],
])('time: %s', (_name, signs, date) => {
  expect(find(signs)).toEqual(date === null ? null : { date, from: 'time' });
});

test('JSON-LD before meta before time; what has no use is passed over', () => {
  const signs = { ...meta(['date', '2020-01-01']), ...time(['2019-01-01', true]) };
  expect(find({ ...ld(article('2021-09-03')), ...signs })?.from).toBe('json-ld');
  expect(find({ ...ld(article('2031-09-03')), ...signs })?.from).toBe('meta');
  expect(find({ ...time(['2019-01-01', true]), ...meta(['date', 'x']) })?.from).toBe('time');
});

test('a page of tomorrow, as other time zones have it, is possible', () => {
  expect(find(ld(article('2026-11-23')))?.date).toBe('2026-11-23');
  expect(find(ld(article('2026-11-24')))).toBeNull();
  expect(find(ld(article('2026')))?.date).toBe('2026');
});

test('an address that is none', () => {
  expect(find({ address: 'about:srcdoc', ...ld(article('2021', { url: 'http://[' })) })?.date).toBe(
    '2021',
  );
});
