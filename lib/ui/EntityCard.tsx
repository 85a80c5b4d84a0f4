import type { Ref } from 'preact';
import type { EntityCard as CardData } from '../core/facts/card';
import { ClaimList } from './ClaimList';
import { ConnectionList } from './ConnectionList';
import type { NamedEntity } from './card-trail';
import { entityKindName } from './kind-names';
import { t } from './message';
import { NativeLabels } from './NativeLabels';
import { NearbyNames } from './NearbyNames';
import { SourceList } from './SourceList';
import { SupportLine } from './SupportLine';
import { useReveal } from './use-reveal';

export interface EntityCardProps {
  readonly card: CardData;
  readonly onOpenEntity: (entity: NamedEntity) => void;
  /** Id of the claim to show first. */
  readonly soughtClaim?: string | undefined;
  /** The heading, for focus after going from card to card. */
  readonly headingRef?: Ref<HTMLHeadingElement>;
}

/** From here on a name is set smaller, so that it does not fill the card. */
const LONG_NAME_CHARS = 48;
/** Of the summary; the claims are not to be pushed out of sight. */
const SENTENCES_AT_FIRST = 2;

/** Who or what an entity is and what is claimed about it, by whom, when, in which words. */
export function EntityCard({ card, onOpenEntity, soughtClaim, headingRef }: EntityCardProps) {
  const { entity } = card;
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
        <SupportLine card={card} />
      </header>
      <Summary card={card} />
      <NearbyNames card={card} onOpenEntity={onOpenEntity} />
      <ClaimList card={card} soughtClaim={soughtClaim} />
      <ConnectionList card={card} onOpenEntity={onOpenEntity} />
      <SourceList card={card} />
    </article>
  );
}

function Summary({ card }: { card: CardData }) {
  const { summary } = card.entity;
  const { shown, reveal, list } = useReveal<HTMLParagraphElement>(SENTENCES_AT_FIRST);
  if (summary.length === 0) return null;
  const sentences = summary.slice(0, shown);
  return (
    <>
      <p class="summary" dir="auto" ref={list}>
        {sentences.map((sentence) => (
          <span key={sentence.text}>
            {sentence.text}
            {'basis' in sentence && <EditorialMark />}{' '}
          </span>
        ))}
      </p>
      {shown < summary.length && (
        <button type="button" class="quiet" onClick={reveal}>
          {t('card_whole_summary')}
        </button>
      )}
      {sentences.some((sentence) => 'basis' in sentence) && (
        <p class="footnote" aria-hidden="true">
          <span class="dagger">†</span> {t('card_editorial')}
        </p>
      )}
    </>
  );
}

/** Read aloud in place; for the eye, a dagger that the footnote explains. */
function EditorialMark() {
  return (
    <>
      <span class="dagger" aria-hidden="true">
        †
      </span>
      <span class="spoken"> {t('card_editorial_spoken')}</span>
    </>
  );
}
