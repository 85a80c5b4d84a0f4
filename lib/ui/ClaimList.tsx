import { useContext, useId } from 'preact/hooks';
import type { EntityCard } from '../core/facts/card';
import type { PlaceInTime } from '../core/facts/place-in-time';
import { ClaimEntry } from './ClaimEntry';
import { Surroundings } from './card-surroundings';
import { type ClaimGroup, claimGroups } from './claim-groups';
import { claimsFrom } from './claim-view';
import { formatDate } from './format-date';
import { type PlainKey, t } from './message';
import { useReveal } from './use-reveal';

/** Hundreds of claims at once would make the card heavy and the scroll bar useless. */
const MORE_AT_A_TIME = 50;

const HEADINGS: Record<PlaceInTime, PlainKey> = {
  before: 'claims_before',
  after: 'claims_after',
  open: 'claims_open',
};

export interface ClaimListProps {
  readonly card: EntityCard;
  /** Id of the claim to show first. */
  readonly soughtClaim: string | undefined;
}

/** What is claimed, split by the date of the page that it is read on. */
export function ClaimList({ card, soughtClaim }: ClaimListProps) {
  const { pageDate } = useContext(Surroundings);
  const claims = claimsFrom(card, soughtClaim);
  if (claims.length === 0) return <p class="empty">{t('card_no_claims')}</p>;
  return (
    <section>
      <h3>{t('card_claims')}</h3>
      {pageDate !== undefined && (
        <p class="page-date">
          {pageDate === null
            ? t('claims_no_page_date')
            : t('claims_page_date', formatDate(pageDate))}
        </p>
      )}
      {claimGroups(card, claims, pageDate).map((group) => (
        <Group key={group.place} card={card} group={group} soughtClaim={soughtClaim} />
      ))}
    </section>
  );
}

function Group({ card, group, soughtClaim }: ClaimListProps & { readonly group: ClaimGroup }) {
  const heading = useId();
  const { exchanges, place, shownAtFirst } = group;
  const { shown, reveal, list } = useReveal<HTMLOListElement>(shownAtFirst, MORE_AT_A_TIME);
  const hidden = exchanges.length - shown;
  return (
    <div class="claim-group">
      {place && (
        <h4 class="when" id={heading}>
          {t(HEADINGS[place])}
        </h4>
      )}
      <ol class="claims" ref={list} {...(place ? { 'aria-labelledby': heading } : {})}>
        {exchanges.slice(0, shown).map((exchange) => (
          <ClaimEntry
            key={exchange.claim.id}
            card={card}
            exchange={exchange}
            sought={exchange.claim.id === soughtClaim}
          />
        ))}
      </ol>
      {hidden > 0 && (
        <button
          type="button"
          class="more"
          onClick={reveal}
          {...(place ? { 'aria-describedby': heading } : {})}
        >
          {hidden > MORE_AT_A_TIME
            ? t('card_more_claims', MORE_AT_A_TIME, hidden)
            : t('card_all_claims', group.claims)}
        </button>
      )}
    </div>
  );
}
