/** The claims of a briefing, as they are shown. */
import type { EntityCard } from '../../core/facts/card';
import { type Exchange, exchangesOf } from '../../core/facts/exchanges';
import { idOfKey, packOfKey, toKey } from '../../core/facts/keys';
import type { Claim } from '../../core/facts/pack-schema';
import { type ClaimSet, toCard } from '../../core/library/claim-set';
import { compareDates } from '../../core/library/periods';
import type { Detail } from './popup-api';

export interface FoundClaim {
  readonly card: EntityCard;
  readonly claim: Claim;
}

export function findClaim(sets: readonly ClaimSet[], key: string): FoundClaim | null {
  const set = sets.find(({ pack }) => pack.id === packOfKey(key));
  const claim = set?.claims.find(({ id }) => id === idOfKey(key));
  return set && claim ? { card: toCard(set), claim } : null;
}

export interface DatedEntry {
  readonly key: string;
  readonly date: string;
  readonly card: EntityCard;
  /** With its answers, without which an allegation is not to be read. */
  readonly exchange: Exchange;
  /** What opens when it is pressed: its first name on the page. */
  readonly detail: Detail;
}

/** In the order of time; `present` are the keys of the names on the page. */
export function datedEntries(
  sets: readonly ClaimSet[],
  keys: readonly string[],
  present: ReadonlySet<string>,
): DatedEntry[] {
  const entries = keys.flatMap((key) => {
    const found = findClaim(sets, key);
    const date = found?.claim.date?.date;
    const [exchange] = found ? exchangesOf(found.card, [found.claim]) : [];
    if (!found || date === undefined || !exchange) return [];
    const { card, claim } = found;
    const ids = claim.entities;
    const id = ids.find((each) => present.has(toKey(card.pack.id, each))) ?? ids[0];
    if (id === undefined) return [];
    const entity = { key: toKey(card.pack.id, id), label: card.entities[id]?.label ?? id };
    return [
      { key, date, card, exchange, detail: { entities: [entity] as const, soughtClaim: key } },
    ];
  });
  return entries.sort((a, b) => compareDates(a.date, b.date));
}
