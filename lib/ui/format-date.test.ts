import { describe, expect, test } from 'vitest';
import { formatDate } from './format-date';

/** Intl puts thin and narrow spaces into ranges; which ones differs between ICU versions. */
const plainSpaces = (text: string) => text.replace(/\s/g, ' ');

describe('formatDate', () => {
  test.each([
    ['2020-11-03', '3 November 2020'],
    ['2021-07', 'July 2021'],
    ['2021', '2021'],
    ['2021-07~', 'about July 2021'],
    ['2022-04-30~', 'about 30 April 2022'],
    ['2021?', 'perhaps 2021'],
    ['2021-07%', 'perhaps about July 2021'],
    ['202X', 'the 2020s'],
    ['202X~', 'about the 2020s'],
    ['19XX', 'between 1900 and 1999'],
    ['2021-XX', '2021'],
    ['2021-XX-XX', '2021'],
    ['2021-07-XX', 'July 2021'],
    ['0079-10-24', '24 October 79'],
  ])('%s is “%s”', (edtf, text) => {
    expect(formatDate(edtf)).toBe(text);
  });

  test.each([
    ['2018/2022', /^2018\s?–\s?2022$/],
    ['2020-10/2020-12', /^October\s?–\s?December 2020$/],
    ['2020-10-24/2020-11-03', /^24 October\s?–\s?3 November 2020$/],
    ['2021-07-02/2021-07-16', /^2\s?–\s?16 July 2021$/],
    ['2021-07~/2022', /^about July 2021 – 2022$/],
    ['2020-10/2021', /^October 2020 – 2021$/],
    ['2021-07/2021-07', /^July 2021$/],
    ['../2021', /^until 2021$/],
    ['2021-07~/..', /^since about July 2021$/],
  ])('the interval %s', (edtf, pattern) => {
    expect(plainSpaces(formatDate(edtf))).toMatch(pattern);
  });

  test('follows the locale', () => {
    expect(formatDate('2020-11-03', 'en-US')).toBe('November 3, 2020');
  });

  test.each(['', 'yesterday', '2021-13', '2021-02-30', 'a/b', '../..'])(
    '%j is no date and comes back as it is',
    (text) => {
      expect(formatDate(text)).toBe(text);
    },
  );
});
