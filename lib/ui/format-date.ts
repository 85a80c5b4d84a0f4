import { type EdtfPoint, parseEdtfPoint } from '../core/facts/edtf';
import { strings } from './strings';

const words = strings.dates;

/**
 * An EDTF date as people write it ("about July 2021", "October – December 2020"). What is not a
 * date of our EDTF subset comes back as it is.
 */
export function formatDate(edtf: string, locale = 'en-GB'): string {
  const [from = '', to] = edtf.split('/');
  if (to === undefined) return formatPoint(from, locale) ?? edtf;
  if (from === '..') return wrap(formatPoint(to, locale), words.until) ?? edtf;
  if (to === '..') return wrap(formatPoint(from, locale), words.from) ?? edtf;
  return formatInterval(from, to, locale) ?? edtf;
}

function formatInterval(from: string, to: string, locale: string): string | null {
  const shared = formatSharedRange(from, to, locale);
  if (shared) return shared;
  const first = formatPoint(from, locale);
  const last = formatPoint(to, locale);
  return first && last ? words.range(first, last) : null;
}

/** One range without repeated parts ("October – December 2020"), where both ends are alike. */
function formatSharedRange(from: string, to: string, locale: string): string | null {
  const first = parseEdtfPoint(from);
  const last = parseEdtfPoint(to);
  if (!first || !last || first.qualifier || last.qualifier) return null;
  const start = toDate(first);
  const end = toDate(last);
  if (!start || !end || start.precision !== end.precision) return null;
  if (from === to) return formatPoint(from, locale);
  return new Intl.DateTimeFormat(locale, OPTIONS[start.precision]).formatRange(
    start.date,
    end.date,
  );
}

function formatPoint(text: string, locale: string): string | null {
  const point = parseEdtfPoint(text);
  if (!point) return null;
  const plain = formatPlain(point, locale);
  if (point.qualifier === '~') return words.about(plain);
  if (point.qualifier === '?') return words.perhaps(plain);
  if (point.qualifier === '%') return words.perhaps(words.about(plain));
  return plain;
}

function formatPlain(point: EdtfPoint, locale: string): string {
  const known = toDate(point);
  if (known) return new Intl.DateTimeFormat(locale, OPTIONS[known.precision]).format(known.date);
  if (/^\d{3}X$/.test(point.year)) return words.decade(point.year.replace('X', '0'));
  return words.yearsBetween(point.year.replaceAll('X', '0'), point.year.replaceAll('X', '9'));
}

type Precision = 'year' | 'month' | 'day';

const OPTIONS: Record<Precision, Intl.DateTimeFormatOptions> = {
  year: { timeZone: 'UTC', year: 'numeric' },
  month: { timeZone: 'UTC', year: 'numeric', month: 'long' },
  day: { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' },
};

/** Null where digits of the year are unknown; an unknown month or day lowers the precision. */
function toDate(point: EdtfPoint): { date: Date; precision: Precision } | null {
  if (point.year.includes('X')) return null;
  const month = point.month === 'XX' ? undefined : point.month;
  const day = month === undefined || point.day === 'XX' ? undefined : point.day;
  const date = new Date(0);
  // Unlike Date.UTC, this takes the years 0 to 99 as they are.
  date.setUTCFullYear(Number(point.year), Number(month ?? '1') - 1, Number(day ?? '1'));
  return { date, precision: day ? 'day' : month ? 'month' : 'year' };
}

function wrap(text: string | null, by: (text: string) => string): string | null {
  return text === null ? null : by(text);
}
