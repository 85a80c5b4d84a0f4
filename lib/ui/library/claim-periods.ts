/** The claims of an entity by year or month, and how many of them are drawn. */
import type { EntityCard } from '../../core/facts/card';
import { type Exchange, exchangesOf } from '../../core/facts/exchanges';
import { groupByYear } from '../../core/library/periods';

export interface Period {
  /** `2020` or `2020-11`; null for claims that nobody dated. */
  readonly date: string | null;
  readonly exchanges: readonly Exchange[];
}

/** Hundreds at once would keep the reader waiting for what they may never scroll to. */
export const CLAIMS_AT_A_TIME = 50;

/** In the order of time, the undated last. */
export function periodsOf(card: EntityCard): Period[] {
  const months = groupByYear(card.claims, (claim) => claim.date?.date).flatMap(
    ({ months: own }) => own,
  );
  const dated = new Set(months.flatMap(({ items }) => items));
  const undated = card.claims.filter((claim) => !dated.has(claim));
  const periods: Period[] = months.map(({ period, items }) => ({
    date: period,
    exchanges: exchangesOf(card, items),
  }));
  if (undated.length === 0) return periods;
  return [...periods, { date: null, exchanges: exchangesOf(card, undated) }];
}

/** Whole steps, so many that the claim that is sought is among them. */
export function shownAtFirst(periods: readonly Period[], sought: string | undefined): number {
  const all = periods.flatMap(({ exchanges }) => exchanges);
  const place = all.findIndex(({ claim }) => claim.id === sought);
  return Math.max(1, Math.ceil((place + 1) / CLAIMS_AT_A_TIME)) * CLAIMS_AT_A_TIME;
}

/** The first `count` exchanges, in the periods that they belong to. */
export function cutPeriods(periods: readonly Period[], count: number): Period[] {
  let left = count;
  return periods.flatMap(({ date, exchanges }) => {
    const own = exchanges.slice(0, Math.max(0, left));
    left -= own.length;
    return own.length === 0 ? [] : [{ date, exchanges: own }];
  });
}
