/**
 * When a page was published, by what it says of itself. Readers are told which claims were known
 * by then, so a wrong date is worse than none: where the signs do not agree, the next kind of
 * sign is asked, and in the end none is found.
 */
import { edtfBounds } from '../facts/edtf';
import { jsonLdDates } from './json-ld-dates';
import { parseWrittenDate } from './parse-written-date';

/** What a page's markup says, unchecked. */
export interface PageDateSigns {
  /** Without its fragment. */
  readonly address: string;
  /** Texts of the JSON-LD scripts. */
  readonly jsonLd: readonly string[];
  /** `name`, `property` or `itemprop` of each meta element, with its content. */
  readonly metas: readonly { readonly name: string; readonly content: string }[];
  /** `datetime` of the article's time elements, those marked as its publication first. */
  readonly times: readonly { readonly datetime: string; readonly isMarked: boolean }[];
}

export interface PageDate {
  /** EDTF: a day, a month or a year. */
  readonly date: string;
  readonly from: 'json-ld' | 'meta' | 'time';
}

/** From the plainest. "date" comes last, since some sites put the day of the last change there. */
const META_NAMES = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'citation_publication_date',
  'citation_online_date',
  'citation_date',
  'parsely-pub-date',
  'publish-date',
  'publish_date',
  'publishdate',
  'publication_date',
  'publication-date',
  'pubdate',
  'pub_date',
  'article_date_original',
  'dcterms.issued',
  'dc.date.issued',
  'dcterms.created',
  'dc.date.created',
  'dcterms.date',
  'dc.date',
  'sailthru.date',
  'date',
];

/** Printed papers that are on the web begin about here; what is earlier is a slip. */
const EARLIEST = '1600';

/** `today` is `YYYY-MM-DD`; a page cannot have been published after it, time zones aside. */
export function findPageDate(signs: PageDateSigns, today: string): PageDate | null {
  const latest = dayAfter(today);
  const isPossible = (date: string): boolean => {
    const bounds = edtfBounds(date);
    return bounds !== null && bounds.first >= EARLIEST && bounds.first <= latest;
  };
  const jsonLd = fromJsonLd(signs, isPossible);
  if (jsonLd) return { date: jsonLd, from: 'json-ld' };
  const meta = fromMetas(signs.metas, isPossible);
  if (meta) return { date: meta, from: 'meta' };
  const time = fromTimes(signs.times, isPossible);
  return time ? { date: time, from: 'time' } : null;
}

function fromJsonLd(signs: PageDateSigns, isPossible: (date: string) => boolean): string | null {
  const all = signs.jsonLd.flatMap(jsonLdDates).filter(({ date }) => isPossible(date));
  const articles = all.filter(({ isArticle }) => isArticle);
  const here = articles.filter(({ addresses }) =>
    addresses.some((address) => isSameAddress(address, signs.address)),
  );
  const own = [here, articles, all].find((dates) => dates.length > 0) ?? [];
  return agreed(own.map(({ date }) => date));
}

function fromMetas(
  metas: PageDateSigns['metas'],
  isPossible: (date: string) => boolean,
): string | null {
  for (const wanted of META_NAMES) {
    const dates = metas
      .filter(({ name }) => name.trim().toLowerCase() === wanted)
      .map(({ content }) => parseWrittenDate(content))
      .filter((date) => date !== null)
      .filter(isPossible);
    const date = agreed(dates);
    if (date) return date;
  }
  return null;
}

function fromTimes(
  times: PageDateSigns['times'],
  isPossible: (date: string) => boolean,
): string | null {
  const read = times.flatMap(({ datetime, isMarked }) => {
    const date = parseWrittenDate(datetime);
    return date && isPossible(date) ? [{ date, isMarked }] : [];
  });
  const marked = read.filter(({ isMarked }) => isMarked);
  return agreed((marked.length > 0 ? marked : read).map(({ date }) => date));
}

/** The date that all of them mean, in its finest form; null where two of them differ. */
function agreed(dates: readonly string[]): string | null {
  const finest = dates.reduce<string | undefined>(
    (best, date) => (best === undefined || date.length > best.length ? date : best),
    undefined,
  );
  if (finest === undefined) return null;
  return dates.every((date) => finest.startsWith(date)) ? finest : null;
}

function isSameAddress(said: string, address: string): boolean {
  try {
    const [a, b] = [new URL(said, address), new URL(address)];
    return a.host === b.host && withoutSlash(a.pathname) === withoutSlash(b.pathname);
  } catch {
    return false;
  }
}

function withoutSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
