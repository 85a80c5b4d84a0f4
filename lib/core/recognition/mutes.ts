/**
 * "Not this one": words that the reader does not want read as an entity, on one page, on one site
 * or everywhere. A mute is about words and an entity together, so that "Ant" may mean nobody while
 * "Ant Group" is still explained, and "Ma" may be the one Ma and not the other.
 */
import type { EntityKey } from '../facts/keys';
import { foldText } from '../text/characters';

/** An address longer than this cannot be muted as a page; UTF-16 code units. */
export const MAX_PAGE_CHARS = 2000;

export type MuteScope =
  | { readonly type: 'everywhere' }
  /** As switches name it: `example.com/*`. */
  | { readonly type: 'site'; readonly site: string }
  /** As pageOf names it. */
  | { readonly type: 'page'; readonly page: string };
export type ScopeType = MuteScope['type'];

export interface Mute {
  readonly entity: EntityKey;
  /** The words, folded. */
  readonly alias: string;
  readonly scope: MuteScope;
  /** When the reader said so, as an ISO date and time. */
  readonly at: string;
}

/** So many are kept; beyond that the oldest go. */
export const MAX_MUTES = 5000;

/** What a scope is compared with: the page that the reader sees in the address bar. */
export interface MutePlace {
  readonly site: string | null;
  readonly page: string | null;
}

export type IsMuted = (entity: EntityKey, words: string) => boolean;

/** An address without fragment and credentials; `location` and `URL` both fit. */
export function pageOf(url: Pick<URL, 'protocol' | 'host' | 'pathname' | 'search'>): string {
  return `${url.protocol}//${url.host}${url.pathname}${url.search}`;
}

/**
 * What is muted at a place; undefined where nothing is. Takes what is stored as it is, because
 * every page reads it before it marks anything: what has another form is passed over.
 */
export function mutedAt(stored: unknown, place: MutePlace): IsMuted | undefined {
  const muted = new Set<string>();
  for (const mute of Array.isArray(stored) ? (stored as readonly Partial<Mute>[]) : []) {
    if (mute?.scope && covers(mute.scope, place)) muted.add(`${mute.entity}\n${mute.alias}`);
  }
  if (muted.size === 0) return undefined;
  return (entity, words) => muted.has(`${entity}\n${foldText(words)}`);
}

function covers(scope: MuteScope, { site, page }: MutePlace): boolean {
  if (scope.type === 'site') return scope.site === site;
  return scope.type === 'everywhere' || (scope.type === 'page' && scope.page === page);
}

/** With the new ones last; one that is there already is taken anew. */
export function withMutes(mutes: readonly Mute[], added: readonly Mute[]): Mute[] {
  return [...withoutMutes(mutes, added), ...added].slice(-MAX_MUTES);
}

/** Without those of the same words, entity and scope as the given ones. */
export function withoutMutes(mutes: readonly Mute[], gone: readonly Mute[]): Mute[] {
  const ids = new Set(gone.map(idOf));
  return mutes.filter((mute) => !ids.has(idOf(mute)));
}

function idOf({ entity, alias, scope }: Mute): string {
  const where = scope.type === 'site' ? scope.site : scope.type === 'page' ? scope.page : '';
  return [entity, alias, scope.type, where].join('\n');
}

/** The scope of that type at a place; null where the place has no such thing. */
export function scopeAt(type: ScopeType, { site, page }: MutePlace): MuteScope | null {
  if (type === 'everywhere') return { type };
  if (type === 'site') return site === null ? null : { type, site };
  return page === null || page.length > MAX_PAGE_CHARS ? null : { type, page };
}
