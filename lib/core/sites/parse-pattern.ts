/**
 * What a reader types to name a site, as one of the patterns that switches are stored for, and
 * back: what such a pattern covers.
 *
 *   example.com           example.com/*        every page of the site
 *   *.example.com         *.example.com/*      the site and all below it
 *   example.com/news/*    example.com/news/*   pages whose address begins like that
 *   example.com/about     example.com/about    that page alone
 */

/** As messages take it. */
const MAX_PATTERN_CHARS = 300;

export type PatternProblem =
  | 'empty'
  | 'everything'
  | 'not-web'
  | 'star'
  | 'unreadable'
  | 'too-long';

export type ParsedPattern =
  | { readonly ok: true; readonly pattern: string }
  | { readonly ok: false; readonly problem: PatternProblem };

export function parsePattern(input: string): ParsedPattern {
  const typed = input.trim();
  if (typed === '') return problem('empty');
  const scheme = /^([a-z*][a-z0-9+.*-]*):\/\//i.exec(typed)?.[1];
  if (scheme !== undefined && !/^(?:https?|\*)$/i.test(scheme)) return problem('not-web');
  const rest = scheme === undefined ? typed : typed.slice(scheme.length + 3);
  if (rest === '') return problem('empty');
  if (/^\*?(?:\/\*?)?$/.test(rest)) return problem('everything');
  const below = rest.startsWith('*.');
  const address = below ? rest.slice(2) : rest;
  if (/\*(?!$)/.test(address) || /^[^/]*\*$/.test(address)) return problem('star');
  const url = readAddress(address);
  if (url === null) return problem('unreadable');
  // A host alone is a whole site, though its URL has the path "/".
  const path = /[/?#]/.test(address.replace(/\/$/, '')) ? url.pathname : '/*';
  const pattern = (below ? '*.' : '') + url.host.replace(/^www\./, '') + path;
  return pattern.length > MAX_PATTERN_CHARS ? problem('too-long') : { ok: true, pattern };
}

function readAddress(address: string): URL | null {
  try {
    const url = new URL(`http://${address}`);
    const isHost = /^(?:[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?|\[[0-9a-f:.]+\])$/.test(url.hostname);
    return isHost && url.username === '' && url.password === '' ? url : null;
  } catch {
    return null;
  }
}

function problem(what: PatternProblem): ParsedPattern {
  return { ok: false, problem: what };
}

/** What a pattern covers, for words about it. */
export interface PatternReach {
  readonly host: string;
  /** All hosts below that one as well. */
  readonly below: boolean;
  readonly pages: 'all' | 'beginning' | 'one';
  /** What addresses begin with, or are: host and path. */
  readonly address: string;
}

export function reachOf(pattern: string): PatternReach {
  const below = pattern.startsWith('*.');
  const address = (below ? pattern.slice(2) : pattern).replace(/\*$/, '');
  const slash = address.indexOf('/');
  const pages = !pattern.endsWith('*') ? 'one' : slash === address.length - 1 ? 'all' : 'beginning';
  return { host: address.slice(0, slash), below, pages, address };
}
