import { expect, test } from 'vitest';
import { compareDates, groupByYear, isInPeriod, periodOf } from './periods';

test.each<[string, string | null]>([
  ['2020', '2020'],
  ['2020-11', '2020-11'],
  ['2020-11-03', '2020-11'],
  ['2020-11~', '2020-11'],
  ['2020-XX-03', '2020'],
  ['2020-XX-XX', '2020'],
  ['2020-11-XX', '2020-11'],
  ['201X', '201X'],
  ['2015/2018', '2015'],
  ['2020-10/2021-01~', '2020-10'],
  ['2020-10/..', '2020-10'],
  ['../2021-03', '2021-03'],
  ['../..', null],
  ['soon', null],
  ['', null],
])('%s stands in %s', (date, period) => {
  expect(periodOf(date)).toBe(period);
});

test.each([
  ['2020-11-03', '2020', true],
  ['2020-11-03', '2020-11', true],
  ['2020-11-03', '2020-10', false],
  ['2020', '2020', true],
  ['2020', '2020-11', false],
  ['2020/2022', '2021', false],
  ['soon', '2020', false],
])('%s in %s: %s', (date, period, expected) => {
  expect(isInPeriod(date, period)).toBe(expected);
});

test('dates come in the order of their beginnings, the coarse before the exact', () => {
  const ordered = [
    '201X',
    '2015/2018',
    '../2019-05',
    '2020',
    '2020/2022',
    '2020-01',
    '2020-01/..',
    '2020-01-01',
    '2020-11-03',
    '2021~',
    'soon',
  ];
  expect([...ordered].reverse().sort(compareDates)).toEqual(ordered);
});

test('years hold months, a year without a month comes before its months', () => {
  const years = groupByYear(['2021-02', '2020-11-03', '2020', '2020-11', null, 'soon'], (d) => d);
  expect(years).toEqual([
    {
      year: '2020',
      months: [
        { period: '2020', items: ['2020'] },
        { period: '2020-11', items: ['2020-11', '2020-11-03'] },
      ],
    },
    { year: '2021', months: [{ period: '2021-02', items: ['2021-02'] }] },
  ]);
  expect(groupByYear([], () => null)).toEqual([]);
});
