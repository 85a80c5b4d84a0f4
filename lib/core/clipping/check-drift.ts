/**
 * What became of what was clipped from a page: each excerpt against the page's text now. Strict,
 * like find-excerpt.ts, whose states these are.
 */
import type { Claim, Source } from '../facts/pack-schema';
import { cleanAddress, parseWebAddress } from '../packs/web-address';
import { type ExcerptState, findExcerptIn } from '../selectors/find-excerpt';
import { normaliseSpaces } from '../selectors/normalise-spaces';

export interface PageNow {
  readonly text: string;
  readonly url?: string | undefined;
  readonly canonical?: string | undefined;
}

export interface CheckedExcerpt {
  /** Id of the claim. */
  readonly claim: string;
  readonly exact: string;
  readonly state: ExcerptState;
}

/** Whether the page is the source: by the address that was opened, or the one it calls its own. */
export function isPageOf(source: Pick<Source, 'url'>, { url, canonical }: PageNow): boolean {
  const wanted = source.url === undefined ? null : cleanAddress(source.url);
  if (wanted === null) return false;
  return [url, canonical].some(
    (address) => address !== undefined && cleanAddress(address) === wanted,
  );
}

/**
 * Whether an address is of the source's site, so that it is worth asking the page there whether it
 * is the source: a page may call only an address of its own site its own when it is clipped.
 */
export function isOnSiteOf(source: Pick<Source, 'url'>, url: string): boolean {
  const [wanted, opened] = [source.url ?? '', url].map((address) => parseWebAddress(address)?.host);
  const bare = (host: string): string => host.replace(/^www\./, '');
  return wanted !== undefined && opened !== undefined && bare(wanted) === bare(opened);
}

export interface DriftCounts {
  readonly there: number;
  readonly changed: number;
  /** The words stand in several places. */
  readonly unclear: number;
  readonly gone: number;
}

export function driftCounts(states: readonly Pick<ExcerptState, 'state'>[]): DriftCounts {
  const count = (...names: ExcerptState['state'][]): number =>
    states.filter(({ state }) => names.includes(state)).length;
  return {
    there: count('found', 'moved'),
    changed: count('changed'),
    unclear: count('ambiguous'),
    gone: count('gone'),
  };
}

/** In the order of the claims. */
export function checkDrift(
  page: PageNow,
  sources: readonly Source[],
  claims: readonly Claim[],
): CheckedExcerpt[] {
  const here = new Set(sources.filter((source) => isPageOf(source, page)).map(({ id }) => id));
  if (here.size === 0) return [];
  const text = normaliseSpaces(page.text);
  return claims.flatMap((claim) =>
    claim.evidence
      .filter(({ source }) => here.has(source))
      .map((evidence) => ({
        claim: claim.id,
        exact: evidence.exact,
        state: findExcerptIn(text, evidence),
      })),
  );
}
