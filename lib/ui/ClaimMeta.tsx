import type { EntityCard } from '../core/facts/card';
import type { Claim } from '../core/facts/pack-schema';
import { claimSpeaker } from './claim-view';
import { aside } from './format-aside';
import { formatDate } from './format-date';
import { claimKindName } from './kind-names';
import { t } from './message';

/** What sort of claim it is, who says it, and when: stands before every claim. */
export function ClaimMeta({ card, claim }: { card: EntityCard; claim: Claim }) {
  const speaker = claimSpeaker(card, claim) ?? t('card_no_speaker');
  return (
    <p class="meta">
      <span class="claim-kind">{claimKindName(claim.kind)}</span>
      <span class="speaker">
        <bdi>{speaker}</bdi>
      </span>
      {card.edited?.claims.includes(claim.id) && <span class="edited">{t('changed_by_you')}</span>}
      {claim.date && (
        <span class="date" title={claim.date.why}>
          {formatDate(claim.date.date)}
          {claim.date.basis === 'inferred' && aside(t('date_inferred'))}
        </span>
      )}
    </p>
  );
}
