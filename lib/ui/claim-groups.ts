import type { EntityCard } from '../core/facts/card';
import { type Exchange, exchangesOf } from '../core/facts/exchanges';
import type { Claim } from '../core/facts/pack-schema';
import { type PlaceInTime, placeInTime } from '../core/facts/place-in-time';

export interface ClaimGroup {
  /** Null where the claims are not sorted by the page's date. */
  readonly place: PlaceInTime | null;
  readonly exchanges: readonly Exchange[];
  /** Exchanges hold several claims; this counts those of the group. */
  readonly claims: number;
  readonly shownAtFirst: number;
}

/** Enough to judge by, short enough to be read beside the text. */
const SHOWN_ALONE = 3;
const SHOWN: Record<PlaceInTime, number> = { before: 3, after: 2, open: 2 };
const PLACES = ['before', 'after', 'open'] as const;

/** The claims in the order given, split by the page's date where there is one. */
export function claimGroups(
  card: EntityCard,
  claims: readonly Claim[],
  pageDate: string | null | undefined,
): ClaimGroup[] {
  const group = (place: PlaceInTime | null, own: readonly Claim[]): ClaimGroup => ({
    place,
    exchanges: exchangesOf(card, own),
    claims: own.length,
    shownAtFirst: SHOWN_ALONE,
  });
  if (!pageDate) return [group(null, claims)];
  const groups = PLACES.map((place) =>
    group(
      place,
      claims.filter((claim) => placeInTime(claim, card.sources, pageDate) === place),
    ),
  ).filter((one) => one.claims > 0);
  if (groups.length < 2) return groups;
  return groups.map((one) => ({ ...one, shownAtFirst: SHOWN[one.place ?? 'before'] }));
}
