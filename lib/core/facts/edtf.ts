/**
 * Dates as EDTF (ISO 8601-2), the part of it that news needs: a year, month or day; `~`
 * approximate, `?` uncertain, `%` both; `X` for an unknown digit; intervals with `/`, open with
 * `..`. Seasons, sets and exponential years are left out, so no parser library has to enter the
 * extension for them.
 */

const POINT =
  /^(\d{2}(?:\d{2}|\dX|XX))(?:-(0[1-9]|1[0-2]|XX)(?:-(0[1-9]|[12]\d|3[01]|XX))?)?([~?%])?$/;

export interface EdtfPoint {
  readonly year: string;
  readonly month: string | undefined;
  readonly day: string | undefined;
  readonly qualifier: '~' | '?' | '%' | undefined;
}

/** Null where the text is not a date of this subset. */
export function parseEdtfPoint(text: string): EdtfPoint | null {
  const match = POINT.exec(text);
  if (!match) return null;
  const [, year, month, day, qualifier] = match;
  if (year === undefined) return null;
  if (
    day !== undefined &&
    day !== 'XX' &&
    month !== undefined &&
    month !== 'XX' &&
    /^\d+$/.test(year)
  ) {
    if (Number(day) > daysInMonth(Number(year), Number(month))) return null;
  }
  return { year, month, day, qualifier: qualifier as EdtfPoint['qualifier'] };
}

export function isEdtf(text: string): boolean {
  return edtfBounds(text) !== null;
}

/**
 * The earliest and latest day (`YYYY-MM-DD`, inclusive) that a date may mean; an open end is
 * the empty string. Null where the text is not a date. Qualifiers do not widen the bounds.
 */
export function edtfBounds(text: string): { first: string; last: string } | null {
  const [from, to, ...rest] = text.split('/');
  if (rest.length > 0 || from === undefined) return null;
  if (to === undefined) return pointBounds(from);
  if (from === '..' && to === '..') return null;
  const start = from === '..' ? { first: '' } : pointBounds(from);
  const end = to === '..' ? { last: '' } : pointBounds(to);
  if (!start || !end) return null;
  if (start.first !== '' && end.last !== '' && start.first > end.last) return null;
  return { first: start.first, last: end.last };
}

function pointBounds(text: string): { first: string; last: string } | null {
  const point = parseEdtfPoint(text);
  if (!point) return null;
  const firstYear = point.year.replaceAll('X', '0');
  const lastYear = point.year.replaceAll('X', '9');
  const month = point.month === 'XX' ? undefined : point.month;
  const day = point.day === 'XX' ? undefined : point.day;
  const lastMonth = month ?? '12';
  const lastDay = (month && day) ?? String(daysInMonth(Number(lastYear), Number(lastMonth)));
  return {
    first: `${firstYear}-${month ?? '01'}-${(month && day) ?? '01'}`,
    last: `${lastYear}-${lastMonth}-${lastDay}`,
  };
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
