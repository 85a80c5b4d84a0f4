import { afterEach, describe, expect, test } from 'vitest';
import english from '../../assets/public/_locales/en/messages.json';
import korean from '../../assets/public/_locales/ko/messages.json';
import traditional from '../../assets/public/_locales/zh_TW/messages.json';
import { type Catalogue, catalogueLookup } from './catalogue-lookup';
import { formatDate } from './format-date';
import { oneOf } from './format-list';
import { locale, plural, setMessages, t } from './message';

const speak = (catalogue: Catalogue, reader?: string) =>
  setMessages(catalogueLookup(catalogue), reader);
afterEach(() => speak(english, 'en-GB'));

describe('t', () => {
  test('puts each value in its place, once', () => {
    expect(t('card_speaker_via', 'Reuters', 'Bloomberg')).toBe('Reuters, via Bloomberg');
    expect(t('card_speaker_via', '$OUTLET$ $2', '$&')).toBe('$OUTLET$ $2, via $&');
  });

  test('writes numbers as the reader does, and leaves a year alone', () => {
    expect(t('card_all_claims', 12_345)).toBe('All 12,345 claims');
    expect(t('date_decade', '2020')).toBe('the 2020s');
    speak(english, 'en-IN');
    expect(t('card_all_claims', 1_234_567)).toBe('All 12,34,567 claims');
  });

  test('says nothing where the words are gone', () => {
    setMessages(() => '');
    expect(t('mute_undo')).toBe('');
  });
});

describe('plural', () => {
  test.each([
    [0, '0 results'],
    [1, '1 result'],
    [2, '2 results'],
    [1000, '1,000 results'],
  ])('%s', (count, text) => {
    expect(plural('popup_result_count', count)).toBe(text);
  });

  test('follows the language of the words, not that of their reader', () => {
    // In French 0 is singular.
    speak(english, 'fr');
    expect(plural('popup_result_count', 0)).toBe('0 results');
  });
});

describe('locale', () => {
  test.each([
    [english, 'en-US', 'en-US', 'November 3, 2020', 'A or B'],
    [english, 'de-DE', 'en', 'November 3, 2020', 'A or B'],
    [english, undefined, 'en', 'November 3, 2020', 'A or B'],
    [korean, 'ko-KR', 'ko-KR', '2020년 11월 3일', 'A 또는 B'],
    [traditional, 'en-GB', 'zh-TW', '2020年11月3日', 'A或B'],
  ])('reader %#', (catalogue, reader, tag, date, list) => {
    speak(catalogue, reader);
    expect(locale()).toBe(tag);
    expect(formatDate('2020-11-03')).toBe(date);
    expect(oneOf(['A', 'B'])).toBe(list);
  });
});
