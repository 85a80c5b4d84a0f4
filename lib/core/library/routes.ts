/**
 * Addresses inside the library: the part after `#`, so that going back, bookmarks and links from
 * other pages of the extension all work without a server. Whatever is not an address of ours is
 * `unknown`; filters that make no sense are left out.
 */
import { type EntityKey, idOfKey, packOfKey, toKey } from '../facts/keys';
import { CLAIM_KINDS, type ClaimKind, ENTITY_KINDS, type EntityKind } from '../facts/pack-schema';

/** What is left out is not filtered by; pages count from 1. */
export interface EntityListRoute {
  readonly view: 'entities';
  readonly text?: string;
  readonly kind?: EntityKind;
  /** Key of a source: names with a claim from it. */
  readonly source?: string;
  /** Id of a pack. */
  readonly pack?: string;
  readonly page?: number;
}

export interface TimelineRoute {
  readonly view: 'timeline';
  readonly kind?: ClaimKind;
  readonly source?: string;
  /** `2020` or `2020-11`. */
  readonly period?: string;
  /** Claims that nobody dated, in place of the dated ones. */
  readonly undated?: true;
  readonly page?: number;
}

export type LibraryRoute =
  | EntityListRoute
  | TimelineRoute
  | { readonly view: 'sources'; readonly page?: number }
  /** `claim` is the id of a claim to show first. */
  | { readonly view: 'entity'; readonly key: EntityKey; readonly claim?: string }
  | { readonly view: 'source'; readonly key: string; readonly page?: number }
  | { readonly view: 'unknown' };

/** The library's page inside the extension. */
export const LIBRARY_PAGE = 'library.html';

/** Path inside the extension, for `runtime.getURL` and links between its pages. */
export function libraryPath(route: LibraryRoute): string {
  return LIBRARY_PAGE + formatRoute(route);
}

/** `#/entity/china-tech/jack-ma`. */
export function formatRoute(route: LibraryRoute): string {
  switch (route.view) {
    case 'entities': {
      const { text, kind, source, pack, page } = route;
      return `#/names${query({ q: text, kind, source, pack, page: pageText(page) })}`;
    }
    case 'entity':
      return `#/entity/${keyPath(route.key)}${query({ claim: route.claim })}`;
    case 'sources':
      return `#/sources${query({ page: pageText(route.page) })}`;
    case 'source':
      return `#/source/${keyPath(route.key)}${query({ page: pageText(route.page) })}`;
    case 'timeline': {
      const { kind, source, period, undated, page } = route;
      const when = undated ? 'undated' : period;
      return `#/timeline${query({ kind, source, when, page: pageText(page) })}`;
    }
    case 'unknown':
      return '#/';
  }
}

/** The address after `#`, with it or without; never throws. */
export function parseRoute(hash: string): LibraryRoute {
  const [path = '', search = ''] = cutAt(hash.replace(/^#?\/?/, ''), '?');
  const params = new URLSearchParams(search);
  const [view, pack, id, ...rest] = path.split('/').map(decode);
  if (rest.length > 0) return { view: 'unknown' };
  if (pack !== undefined && id !== undefined) return parseItem(view, pack, id, params);
  if (pack !== undefined) return { view: 'unknown' };
  if (view === '' || view === 'names') return parseEntityList(params);
  if (view === 'sources') return { view: 'sources', ...pageOf(params) };
  if (view === 'timeline') return parseTimeline(params);
  return { view: 'unknown' };
}

/** Whether both show the same thing, be it filtered or turned to another page. */
export function isSameView(a: LibraryRoute, b: LibraryRoute): boolean {
  if (a.view !== b.view) return false;
  return 'key' in a && 'key' in b ? a.key === b.key : true;
}

function parseItem(
  view: string | undefined,
  pack: string,
  id: string,
  params: URLSearchParams,
): LibraryRoute {
  if (!ID.test(pack) || !ID.test(id)) return { view: 'unknown' };
  const key = toKey(pack, id);
  if (view === 'source') return { view: 'source', key, ...pageOf(params) };
  if (view !== 'entity') return { view: 'unknown' };
  const claim = params.get('claim') ?? '';
  return ID.test(claim) ? { view: 'entity', key, claim } : { view: 'entity', key };
}

function parseEntityList(params: URLSearchParams): EntityListRoute {
  const text = params.get('q') ?? '';
  const kind = ENTITY_KINDS.find((each) => each === params.get('kind'));
  const pack = params.get('pack') ?? '';
  return {
    view: 'entities',
    ...(text !== '' && { text: text.slice(0, MAX_TEXT_CHARS) }),
    ...(kind && { kind }),
    ...sourceOf(params),
    ...(ID.test(pack) && { pack }),
    ...pageOf(params),
  };
}

function parseTimeline(params: URLSearchParams): TimelineRoute {
  const kind = CLAIM_KINDS.find((each) => each === params.get('kind'));
  const when = params.get('when') ?? '';
  return {
    view: 'timeline',
    ...(kind && { kind }),
    ...sourceOf(params),
    ...(when === 'undated' && { undated: true }),
    ...(PERIOD.test(when) && { period: when }),
    ...pageOf(params),
  };
}

function sourceOf(params: URLSearchParams): { source?: string } {
  const source = params.get('source') ?? '';
  const [pack, id, ...rest] = source.split('/');
  const isKey = ID.test(pack ?? '') && ID.test(id ?? '') && rest.length === 0;
  return isKey ? { source } : {};
}

/** The first page goes without saying, so that a view has one address. */
function pageOf(params: URLSearchParams): { page?: number } {
  const page = Number(params.get('page') ?? '');
  return Number.isInteger(page) && page > 1 && page <= MAX_PAGE ? { page } : {};
}

function pageText(page: number | undefined): string | undefined {
  return page === undefined || page === 1 ? undefined : String(page);
}

/** As the pack format has it. */
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const PERIOD = /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/;
export const MAX_TEXT_CHARS = 100;
/** Beyond this no list goes; keeps offsets sound. */
export const MAX_PAGE = 100_000;

function keyPath(key: string): string {
  return `${encodeURIComponent(packOfKey(key))}/${encodeURIComponent(idOfKey(key))}`;
}

function query(values: Readonly<Record<string, string | undefined>>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== '') params.set(name, value);
  }
  // A slash needs no escape in a query and is easier to read.
  const text = params.toString().replaceAll('%2F', '/');
  return text === '' ? '' : `?${text}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function cutAt(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)];
}
