import { type EdtfPoint, parseEdtfPoint } from '../core/facts/edtf';
import { locale, t } from './message';

/**
 * An EDTF date as people write it ("about July 2021", "October – December 2020"). What is not a
 * date of our EDTF subset comes back as it is.
 */
export function formatDate(edtf: string, tag = locale()): string {
  const [from = '', to] = edtf.split('/');
  if (to === undefined) return formatPoint(from, tag) ?? edtf;
  if (from === '..') return wrap(formatPoint(to, tag), 'date_until') ?? edtf;
  if (to === '..') return wrap(formatPoint(from, tag), 'date_since') ?? edtf;
  return formatInterval(from, to, tag) ?? edtf;
}

function formatInterval(from: string, to: string, tag: string): string | null {
  const shared = formatSharedRange(from, to, tag);
  if (shared) return shared;
  const first = formatPoint(from, tag);
  const last = formatPoint(to, tag);
  return first && last ? t('date_range', first, last) : null;
}

/** One range without repeated parts ("October – December 2020"), where both ends are alike. */
function formatSharedRange(from: string, to: string, tag: string): string | null {
  const first = parseEdtfPoint(from);
  const last = parseEdtfPoint(to);
  if (!first || !last || first.qualifier || last.qualifier) return null;
  const start = toDate(first);
  const end = toDate(last);
  if (!start || !end || start.precision !== end.precision) return null;
  if (from === to) return formatPoint(from, tag);
  return new Intl.DateTimeFormat(tag, OPTIONS[start.precision]).formatRange(start.date, end.date);
}

function formatPoint(text: string, tag: string): string | null {
  const point = parseEdtfPoint(text);
  if (!point) return null;
  const plain = formatPlain(point, tag);
  if (point.qualifier === '~') return t('date_about', plain);
  if (point.qualifier === '?') return t('date_perhaps', plain);
  if (point.qualifier === '%') return t('date_perhaps_about', plain);
  return plain;
}

function formatPlain(point: EdtfPoint, tag: string): string {
  const known = toDate(point);
  if (known) return new Intl.DateTimeFormat(tag, OPTIONS[known.precision]).format(known.date);
  if (/^\d{3}X$/.test(point.year)) return t('date_decade', point.year.replace('X', '0'));
  return t('date_years_between', point.year.replaceAll('X', '0'), point.year.replaceAll('X', '9'));
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

function wrap(text: string | null, key: 'date_since' | 'date_until'): string | null {
  return text === null ? null : t(key, text);
}
