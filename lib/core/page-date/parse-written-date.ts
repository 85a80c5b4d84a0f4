/**
 * A date as pages write it in their markup, as an EDTF date of its own precision. The day is the
 * one that is written: a paper dates itself by its own clock, so no time zone is applied. What may
 * mean two days (03/09/2021) is not a date here.
 */
import { edtfBounds } from '../facts/edtf';

/** Longer texts hold something else than a date. */
const MAX_CHARS = 60;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** "2021-09-03T08:00:00+08:00", "2021/9/3", "2021.09", "2021". */
const YEAR_FIRST = /^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2})(?:[T ,]\D{0,3}\d.*|Z)?)?)?$/i;
/** "20210903", also with a time behind it. */
const DIGITS = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}.*)?$/;
/** "Fri, 03 Sep 2021 10:00:00 GMT", "3 September 2021". */
const DAY_FIRST =
  /^(?:[a-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,? (\d{4})(?:\D.*)?$/i;
/** "September 3, 2021", "Fri Sep 3, 2021". */
const MONTH_FIRST =
  /^(?:[a-z]{3,9},? )?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:\D.*)?$/i;
/** "2021年9月3日", "2021년 9월 3일". */
const EAST_ASIAN = /^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/;

/** Null where the text is not surely one date. */
export function parseWrittenDate(text: string): string | null {
  if (text.length > MAX_CHARS) return null;
  const trimmed = text.trim().replace(/\s+/g, ' ');
  const parts = partsOf(trimmed);
  if (!parts) return null;
  const edtf = parts
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
  return edtfBounds(edtf) === null ? null : edtf;
}

type Parts = readonly [string, string | undefined, string | undefined];

function partsOf(text: string): Parts | null {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return [yearFirst[1] ?? '', yearFirst[3], yearFirst[4]];
  const digits = DIGITS.exec(text) ?? EAST_ASIAN.exec(text);
  if (digits) return [digits[1] ?? '', digits[2], digits[3]];
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return withMonthName(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(text);
  return monthFirst ? withMonthName(monthFirst[3], monthFirst[1], monthFirst[2]) : null;
}

function withMonthName(
  year: string | undefined,
  name: string | undefined,
  day: string | undefined,
): Parts | null {
  const month = MONTHS.indexOf(name?.slice(0, 3).toLowerCase() ?? '') + 1;
  return year === undefined || month === 0 ? null : [year, String(month), day];
}
