import { useContext, useId } from 'preact/hooks';
import type { EntityCard } from '../core/facts/card';
import { type CardGroup, describesOtherwise } from '../core/facts/card-group';
import type { ClaimKey } from '../core/facts/keys';
import type { PlaceInTime } from '../core/facts/place-in-time';
import { ClaimEntry } from './ClaimEntry';
import { Surroundings } from './card-surroundings';
import { type ClaimGroup, claimGroups } from './claim-groups';
import { claimsFrom, soughtIn } from './claim-view';
import { formatDate } from './format-date';
import { type PlainKey, t } from './message';
import { Origin } from './OriginNote';
import { Summary } from './Summary';
import { SupportLine } from './SupportLine';
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
  /** All packs' cards of it, which the reader has to tell apart. */
  readonly group: CardGroup;
  /** The claim to show first. */
  readonly soughtClaim: ClaimKey | undefined;
  /** Whether it says of which date the page is. */
  readonly tellsPageDate: boolean;
}

/** What one pack claims, split by the date of the page that it is read on. */
export function ClaimList({ card, group, soughtClaim, tellsPageDate }: ClaimListProps) {
  const { pageDate } = useContext(Surroundings);
  const sought = soughtIn(card, soughtClaim);
  const claims = claimsFrom(card, sought);
  const isAlone = group.length === 1;
  if (claims.length === 0 && isAlone) return <p class="empty">{t('card_no_claims')}</p>;
  return (
    <section>
      <h3>
        {t('card_claims')}
        <Origin card={card} group={group} />
      </h3>
      {!isAlone && claims.length > 1 && <SupportLine card={card} />}
      {describesOtherwise(card, group) && <Summary card={card} shownAtFirst={1} />}
      {claims.length === 0 && <p class="empty">{t('card_no_claims')}</p>}
      {tellsPageDate && pageDate !== undefined && (
        <p class="page-date">
          {pageDate === null
            ? t('claims_no_page_date')
            : t('claims_page_date', formatDate(pageDate))}
        </p>
      )}
      {claims.length > 0 &&
        claimGroups(card, claims, pageDate).map((one) => (
          <Group key={one.place} card={card} group={one} sought={sought} />
        ))}
    </section>
  );
}

interface GroupProps {
  readonly card: EntityCard;
  readonly group: ClaimGroup;
  /** Id of a claim. */
  readonly sought: string | undefined;
}

function Group({ card, group, sought }: GroupProps) {
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
            sought={exchange.claim.id === sought}
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
