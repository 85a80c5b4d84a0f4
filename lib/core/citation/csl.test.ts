import { expect, test } from 'vitest';
import type { Evidence, Source } from '../facts/pack-schema';
import { cslDate, cslItem } from './csl';

const bare: Source = {
  id: 'paper',
  title: 'A title',
  language: 'en',
  translation: 'none',
  stance: 'A view.',
};
const quoted = (exact: string): Evidence => ({
  source: 'paper',
  exact,
  prefix: '',
  suffix: '',
  start: 0,
  end: exact.length,
});

test.each([
  ['2021', { 'date-parts': [[2021]] }],
  ['2021-09', { 'date-parts': [[2021, 9]] }],
  ['2021-09-03', { 'date-parts': [[2021, 9, 3]] }],
  ['2021-09~', { 'date-parts': [[2021, 9]], circa: true }],
  ['2021-XX-XX', { 'date-parts': [[2021]] }],
  ['2018/2022-05', { 'date-parts': [[2018], [2022, 5]] }],
  ['202X', null],
  ['2021/..', null],
  ['soon', null],
  [undefined, null],
])('%s', (edtf, date) => {
  expect(cslDate(edtf, false)).toEqual(date);
});

test('a date that was worked out is about', () => {
  expect(cslDate('2021-09', true)).toEqual({ 'date-parts': [[2021, 9]], circa: true });
});

test('only what is known of a source', () => {
  expect(cslItem(bare, [quoted('words'), quoted('more')], null)).toEqual({
    id: 'paper',
    type: 'document',
    title: 'A title',
    language: 'en',
    note: '“words”; “more”',
  });
});

test('everything that is known', () => {
  const source: Source = {
    ...bare,
    url: 'https://paper.example/a',
    retrieved: '2022-01-02',
    publisher: 'The Paper',
    author: 'A. Writer',
    published: { date: '2021-09-03', basis: 'stated' },
  };
  expect(cslItem(source, [quoted('words')], 'machine translation')).toEqual({
    id: 'paper',
    type: 'webpage',
    title: 'A title',
    language: 'en',
    author: [{ literal: 'A. Writer' }],
    publisher: 'The Paper',
    issued: { 'date-parts': [[2021, 9, 3]] },
    accessed: { 'date-parts': [[2022, 1, 2]] },
    URL: 'https://paper.example/a',
    note: '“words”; machine translation',
  });
});

test('an address that is no web address is left out', () => {
  const item = cslItem({ ...bare, url: 'http://[' }, [], null);
  expect(item.type).toBe('document');
  expect(item.URL).toBeUndefined();
});
