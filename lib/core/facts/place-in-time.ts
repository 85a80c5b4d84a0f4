import { edtfBounds } from './edtf';
import type { Claim, Source } from './pack-schema';

/** Seen from the day when the page was published; "open" where the dates do not tell. */
export type PlaceInTime = 'before' | 'after' | 'open';

/** How far from what is written an approximate or uncertain date may lie, by its precision. */
const DOUBT_IN_DAYS = { day: 7, month: 31, year: 366 };
const DAY_MS = 86_400_000;

/**
 * Whether a claim is about the time up to the page's publication, that day included, or about a
 * later one. A forecast is dated by what it foretells, which says nothing on when it was known: it
 * is placed by the first source that has it. Where the date does not tell, what a source had
 * printed by then was known.
 */
export function placeInTime(
  claim: Claim,
  sources: readonly Source[],
  pageDate: string,
): PlaceInTime {
  const page = edtfBounds(pageDate);
  if (!page) return 'open';
  const told = placeOf(sourceDates(claim, sources), page);
  if (claim.kind === 'forecast') return told;
  const place = placeOf([claim.date?.date], page);
  return place === 'open' && told === 'before' ? 'before' : place;
}

function placeOf(dates: readonly (string | undefined)[], page: Bounds): PlaceInTime {
  const all = dates.map((date) => (date === undefined ? null : widened(date)));
  if (all.some((bounds) => bounds !== null && bounds.last !== '' && bounds.last <= page.first)) {
    return 'before';
  }
  const isAfter = (bounds: Bounds | null): boolean =>
    // A page that tells its year only may have come out on the last day of it.
    bounds !== null && bounds.first !== '' && bounds.first > page.last;
  return all.length > 0 && all.every(isAfter) ? 'after' : 'open';
}

function sourceDates(claim: Claim, sources: readonly Source[]): (string | undefined)[] {
  const ids = new Set(claim.evidence.map(({ source }) => source));
  return sources.filter(({ id }) => ids.has(id)).map(({ published }) => published?.date);
}

/** First and last day, as ISO dates; empty where the end is open. */
interface Bounds {
  readonly first: string;
  readonly last: string;
}

/** The bounds of a date with the room that its qualifiers leave. */
function widened(date: string): Bounds | null {
  const bounds = edtfBounds(date);
  if (!bounds || !/[~?%]/.test(date)) return bounds;
  const doubt = Math.max(...date.split('/').map(doubtOf));
  return { first: moved(bounds.first, -doubt), last: moved(bounds.last, doubt) };
}

function doubtOf(point: string): number {
  if (!/[~?%]$/.test(point)) return 0;
  const precision = (['year', 'month', 'day'] as const)[point.split('-').length - 1];
  return DOUBT_IN_DAYS[precision ?? 'year'];
}

/** An open end stays open. */
function moved(day: string, days: number): string {
  if (day === '') return '';
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
