/**
 * Where claims stand on a timeline. A date stands at its beginning: an interval where it starts,
 * one without a known start where it ends, a year before its months. What has no date stands
 * nowhere and is told apart.
 */
import { type EdtfPoint, edtfBounds, parseEdtfPoint } from '../facts/edtf';
import { compareText } from './directory';

/** A year (`2020`; `201X` for a decade) and in it the months that something is known of. */
export interface Year<T> {
  readonly year: string;
  readonly months: readonly Month<T>[];
}

export interface Month<T> {
  /** `2020-11`; the year itself for what is dated no closer. */
  readonly period: string;
  readonly items: readonly T[];
}

/** The month or, where that is not known, the year in which a date stands; null for no date. */
export function periodOf(date: string): string | null {
  const point = pointOf(date);
  if (!point || !edtfBounds(date)) return null;
  const { year, month } = point;
  return month === undefined || month === 'XX' || year.includes('X') ? year : `${year}-${month}`;
}

/** The beginning of an interval, or its end where the beginning is not known. */
function pointOf(date: string): EdtfPoint | null {
  const [from = '', to] = date.split('/');
  return parseEdtfPoint(from === '..' && to !== undefined ? to : from);
}

export function yearOf(period: string): string {
  return period.slice(0, 4);
}

/** Whether a date stands in a year or a month. */
export function isInPeriod(date: string, period: string): boolean {
  const own = periodOf(date);
  return own !== null && (own === period || own.startsWith(`${period}-`));
}

/** By where the dates stand, then by when they end; texts that are no dates come last. */
export function compareDates(a: string, b: string): number {
  const [x, y] = [sortKey(a), sortKey(b)];
  return compareText(x.at, y.at) || compareText(x.last, y.last) || compareText(a, b);
}

function sortKey(date: string): { at: string; last: string } {
  const bounds = edtfBounds(date);
  const point = pointOf(date);
  if (!bounds || !point) return { at: '~', last: '~' };
  const known = [point.year.replaceAll('X', '0'), point.month, point.day];
  const end = known.findIndex((part) => part === undefined || part === 'XX');
  // What says less begins what says more ("2020", "2020-11", "2020-11-03") and so comes first.
  const at = known.slice(0, end < 0 ? known.length : end).join('-');
  // An open end lasts longest.
  return { at, last: bounds.last === '' ? '~' : bounds.last };
}

/** Items in the order of their dates by year and month; those without a date are left out. */
export function groupByYear<T>(
  items: readonly T[],
  dateOf: (item: T) => string | null | undefined,
): Year<T>[] {
  const years = new Map<string, Map<string, T[]>>();
  const dated = items.flatMap((item) => {
    const date = dateOf(item) ?? null;
    const period = date === null ? null : periodOf(date);
    return date === null || period === null ? [] : [{ item, date, period }];
  });
  dated.sort((a, b) => compareDates(a.date, b.date));
  for (const { item, period } of dated) {
    const months = years.get(yearOf(period)) ?? new Map<string, T[]>();
    years.set(yearOf(period), months);
    months.set(period, [...(months.get(period) ?? []), item]);
  }
  return [...years].map(([year, months]) => ({
    year,
    months: [...months].map(([period, inside]) => ({ period, items: inside })),
  }));
}
