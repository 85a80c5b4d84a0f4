import { useEffect, useId } from 'preact/hooks';
import type { EntityCard } from '../../core/facts/card';
import { exchangesOf } from '../../core/facts/exchanges';
import type { EntityKey } from '../../core/facts/keys';
import { ClaimEntry } from '../ClaimEntry';
import { formatDate } from '../format-date';
import { plural, t } from '../message';
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
  readonly soughtClaim: string | undefined;
}

/** All claims of an entity in the order of time; of hundreds, the first and more when asked. */
export function EntityClaims({ card, soughtClaim }: EntityClaimsProps) {
  const heading = useId();
  const periods = periodsOf(card);
  const { shown, reveal, list } = useReveal<HTMLDivElement>(
    Math.max(shownAtFirst(periods, soughtClaim), revealed.get(card.key) ?? 0),
    CLAIMS_AT_A_TIME,
    '.by-time > .claims > .claim',
  );
  useEffect(() => void revealed.set(card.key, shown), [card.key, shown]);
  if (card.claims.length === 0) return <p class="empty">{t('card_no_claims')}</p>;
  const hidden = periods.reduce((sum, { exchanges }) => sum + exchanges.length, 0) - shown;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{plural('library_claims', card.claims.length)}</h2>
      <div class="timeline" ref={list}>
        <Conflicts card={card} />
        {cutPeriods(periods, shown).map((period) => (
          <PeriodClaims
            key={period.date ?? ''}
            card={card}
            period={period}
            soughtClaim={soughtClaim}
          />
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

interface PeriodClaimsProps extends EntityClaimsProps {
  readonly period: Period;
}

function PeriodClaims({ card, period, soughtClaim }: PeriodClaimsProps) {
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
            sought={exchange.claim.id === soughtClaim}
          />
        ))}
      </ol>
    </div>
  );
}
