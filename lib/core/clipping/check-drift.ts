/**
 * What became of what was clipped from a page: each excerpt against the page's text now. Strict,
 * like find-excerpt.ts, whose states these are.
 */
import type { Claim, Source } from '../facts/pack-schema';
import { cleanAddress } from '../packs/web-address';
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
