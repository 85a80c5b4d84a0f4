import type { Ref } from 'preact';
import { type CardGroup, inTurn } from '../core/facts/card-group';
import type { ClaimKey } from '../core/facts/keys';
import { ClaimList } from './ClaimList';
import { ConnectionList } from './ConnectionList';
import type { NamedEntity } from './card-trail';
import { withSoughtFirst } from './claim-view';
import { entityKindName } from './kind-names';
import { NativeLabels } from './NativeLabels';
import { NearbyNames } from './NearbyNames';
import { OriginNote } from './OriginNote';
import { SourceList } from './SourceList';
import { Summary } from './Summary';
import { SupportLine } from './SupportLine';

export interface EntityCardProps {
  readonly group: CardGroup;
  readonly onOpenEntity: (entity: NamedEntity) => void;
  /** The claim to show first. */
  readonly soughtClaim?: ClaimKey | undefined;
  /** The heading, for focus after going from card to card. */
  readonly headingRef?: Ref<HTMLHeadingElement>;
}

/** From here on a name is set smaller, so that it does not fill the card. */
const LONG_NAME_CHARS = 48;
/** Of the summary; the claims are not to be pushed out of sight. */
const SENTENCES_AT_FIRST = 2;

/** Who or what an entity is and what is claimed about it, by whom, when, in which words. */
export function EntityCard({ group, onOpenEntity, soughtClaim, headingRef }: EntityCardProps) {
  const [{ entity }] = group;
  const cards = inTurn(group);
  const claimed = withSoughtFirst(cards, soughtClaim);
  const firstClaimed = claimed.find(({ claims }) => claims.length > 0);
  return (
    <article class="card">
      <header class="card-head">
        <p class="kind">{entityKindName(entity.kind)}</p>
        <h2
          class={entity.label.length > LONG_NAME_CHARS ? 'name long' : 'name'}
          tabIndex={-1}
          {...(headingRef ? { ref: headingRef } : {})}
          dir="auto"
        >
          {entity.label}
        </h2>
        <NativeLabels labels={entity.nativeLabels} />
        {group.length === 1 ? <SupportLine card={group[0]} /> : <OriginNote group={group} />}
      </header>
      <Summary card={group[0]} shownAtFirst={SENTENCES_AT_FIRST} />
      <NearbyNames group={group} onOpenEntity={onOpenEntity} />
      {claimed.map((card) => (
        <ClaimList
          key={card.key}
          card={card}
          group={group}
          soughtClaim={soughtClaim}
          tellsPageDate={card === firstClaimed}
        />
      ))}
      {cards.map((card) => (
        <ConnectionList key={card.key} card={card} group={group} onOpenEntity={onOpenEntity} />
      ))}
      {cards.map((card) => (
        <SourceList key={card.key} card={card} group={group} />
      ))}
    </article>
  );
}
