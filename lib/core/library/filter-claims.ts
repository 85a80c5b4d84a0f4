/** The timeline of everything: which claims are on it, and how many stand in each year and month. */
import type { ClaimKind } from '../facts/pack-schema';
import { type ClaimLine, compareText } from './directory';
import { type Count, Tally } from './facets';
import { compareDates, isInPeriod, periodOf } from './periods';

export interface ClaimFilter {
  readonly kind: ClaimKind | null;
  /** Key of a source. */
  readonly source: string | null;
  /** A year or a month; null for all of them. */
  readonly period: string | null;
  /** Those without a date in place of those with one. */
  readonly undated: boolean;
}

export interface FoundClaims {
  /** In the order of their dates; undated ones by key. */
  readonly found: readonly ClaimLine[];
  /** Of what kind and source allow: those without a date. */
  readonly undated: number;
  /** Of what kind and source allow: how many dated ones stand where, in the order of time. */
  readonly periods: readonly Count[];
  readonly kinds: readonly Count<ClaimKind>[];
  readonly sources: readonly Count[];
}

export function filterClaims(claims: readonly ClaimLine[], filter: ClaimFilter): FoundClaims {
  const kinds = new Tally<ClaimKind>(filter.kind);
  const sources = new Tally(filter.source);
  const periods = new Tally();
  const found: ClaimLine[] = [];
  let undated = 0;
  for (const line of claims) {
    const isKind = filter.kind === null || line.kind === filter.kind;
    const own = new Set(line.quotes.map(({ source }) => source));
    const isSource = filter.source === null || own.has(filter.source);
    const isWhen = standsIn(line, filter);
    if (isSource && isWhen) kinds.add(line.kind);
    if (isKind && isWhen) for (const source of own) sources.add(source);
    if (!isKind || !isSource) continue;
    const period = line.date === null ? null : periodOf(line.date);
    if (period === null) undated++;
    else periods.add(period);
    if (isWhen) found.push(line);
  }
  return {
    found: found.sort(
      (a, b) => compareDates(a.date ?? '', b.date ?? '') || compareText(a.key, b.key),
    ),
    undated,
    periods: periods.counts().sort((a, b) => compareText(a.value, b.value)),
    kinds: kinds.counts(),
    sources: sources.counts(),
  };
}

function standsIn({ date }: ClaimLine, { period, undated }: ClaimFilter): boolean {
  if (date === null || undated) return date === null && undated;
  return period === null || isInPeriod(date, period);
}
