import { useEffect, useId } from 'preact/hooks';
import type { EntityCard } from '../../core/facts/card';
import type { CardGroup } from '../../core/facts/card-group';
import { exchangesOf } from '../../core/facts/exchanges';
import type { ClaimKey, EntityKey } from '../../core/facts/keys';
import { ClaimEntry } from '../ClaimEntry';
import { soughtIn } from '../claim-view';
import { formatDate } from '../format-date';
import { plural, t } from '../message';
import { Origin } from '../OriginNote';
import { useReveal } from '../use-reveal';
import {
  CLAIMS_AT_A_TIME,
  cutPeriods,
  type Period,
  periodsOf,
  shownAtFirst,
} from './claim-periods';

/** How many claims the reader had before them, for when they come back. */
const revealed = new Map<EntityKey, number>();

export interface EntityClaimsProps {
  readonly card: EntityCard;
  readonly group: CardGroup;
  readonly soughtClaim: ClaimKey | undefined;
}

/** All of a pack’s claims of an entity in the order of time; of hundreds, the first and more when asked. */
export function EntityClaims({ card, group, soughtClaim }: EntityClaimsProps) {
  const heading = useId();
  const sought = soughtIn(card, soughtClaim);
  const periods = periodsOf(card);
  const { shown, reveal, list } = useReveal<HTMLDivElement>(
    Math.max(shownAtFirst(periods, sought), revealed.get(card.key) ?? 0),
    CLAIMS_AT_A_TIME,
    '.by-time > .claims > .claim',
  );
  useEffect(() => void revealed.set(card.key, shown), [card.key, shown]);
  if (card.claims.length === 0 && group.length === 1) {
    return <p class="empty">{t('card_no_claims')}</p>;
  }
  const hidden = periods.reduce((sum, { exchanges }) => sum + exchanges.length, 0) - shown;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>
        {plural('library_claims', card.claims.length)} <Origin card={card} group={group} />
      </h2>
      <div class="timeline" ref={list}>
        <Conflicts card={card} />
        {cutPeriods(periods, shown).map((period) => (
          <PeriodClaims key={period.date ?? ''} card={card} period={period} sought={sought} />
        ))}
      </div>
      {hidden > 0 && (
        <button type="button" class="more" onClick={reveal}>
          {hidden > CLAIMS_AT_A_TIME
            ? t('card_more_claims', CLAIMS_AT_A_TIME, hidden)
            : t('card_all_claims', card.claims.length)}
        </button>
      )}
    </section>
  );
}

/** Claims that cannot be true together, side by side; they stand at their dates as well. */
function Conflicts({ card }: { card: EntityCard }) {
  const heading = useId();
  const exchanges = exchangesOf(
    card,
    card.claims.filter((claim) => claim.conflictsWith.length > 0),
  );
  if (exchanges.length === 0) return null;
  return (
    <div class="period conflicts">
      <h3 id={heading}>{t('library_conflicts')}</h3>
      <div>
        <p class="help">{t('library_conflicts_help')}</p>
        <ol class="claims" aria-labelledby={heading}>
          {exchanges.map((exchange) => (
            <ClaimEntry key={exchange.claim.id} card={card} exchange={exchange} sought={false} />
          ))}
        </ol>
      </div>
    </div>
  );
}

interface PeriodClaimsProps {
  readonly card: EntityCard;
  readonly period: Period;
  /** Id of a claim. */
  readonly sought: string | undefined;
}

function PeriodClaims({ card, period, sought }: PeriodClaimsProps) {
  const heading = useId();
  const { date, exchanges } = period;
  return (
    <div class="period by-time">
      <h3 id={heading}>{date === null ? t('library_undated') : formatDate(date)}</h3>
      <ol class="claims" aria-labelledby={heading}>
        {exchanges.map((exchange) => (
          <ClaimEntry
            key={exchange.claim.id}
            card={card}
            exchange={exchange}
            sought={exchange.claim.id === sought}
          />
        ))}
      </ol>
    </div>
  );
}
