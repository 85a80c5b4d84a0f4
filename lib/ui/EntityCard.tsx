import type { Ref } from 'preact';
import type { EntityCard as CardData } from '../core/facts/card';
import { toKey } from '../core/facts/keys';
import { ClaimEntry } from './ClaimEntry';
import type { NamedEntity } from './card-trail';
import { claimsFrom } from './claim-view';
import { connectionsOf } from './connections';
import { SourceList } from './SourceList';
import { strings } from './strings';
import { useReveal } from './use-reveal';

export interface EntityCardProps {
  readonly card: CardData;
  readonly onOpenEntity: (entity: NamedEntity) => void;
  /** Id of the claim to show first. */
  readonly soughtClaim?: string | undefined;
  /** The heading, for focus after going from card to card. */
  readonly headingRef?: Ref<HTMLHeadingElement>;
}

/** Enough to judge by, short enough to be read beside the text. */
const CLAIMS_AT_FIRST = 3;
const CONNECTIONS_AT_FIRST = 5;

/** Who or what an entity is and what is claimed about it, by whom, when, in which words. */
export function EntityCard({ card, onOpenEntity, soughtClaim, headingRef }: EntityCardProps) {
  const { entity } = card;
  return (
    <article class="card">
      <header class="card-head">
        <p class="kind">{strings.entityKinds[entity.kind]}</p>
        <h2 class="name" tabIndex={-1} {...(headingRef ? { ref: headingRef } : {})} dir="auto">
          {entity.label}
        </h2>
        {entity.nativeLabels.length > 0 && (
          <p class="natives">
            {entity.nativeLabels.map((native) => (
              <span key={native.lang} lang={native.lang} dir="auto">
                {native.text}
              </span>
            ))}
          </p>
        )}
      </header>
      <Summary card={card} />
      <Claims card={card} soughtClaim={soughtClaim} />
      <Connections card={card} onOpenEntity={onOpenEntity} />
      <SourceList card={card} />
    </article>
  );
}

function Summary({ card }: { card: CardData }) {
  const { summary } = card.entity;
  if (summary.length === 0) return null;
  return (
    <>
      <p class="summary">
        {summary.map((sentence) => (
          <span key={sentence.text}>
            {sentence.text}
            {'basis' in sentence && <EditorialMark />}{' '}
          </span>
        ))}
      </p>
      {summary.some((sentence) => 'basis' in sentence) && (
        <p class="footnote" aria-hidden="true">
          <span class="dagger">†</span> {strings.card.editorial}
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
      <span class="spoken"> {strings.card.editorialSpoken}</span>
    </>
  );
}

function Claims({ card, soughtClaim }: { card: CardData; soughtClaim: string | undefined }) {
  const { all, reveal, list } = useReveal<HTMLOListElement>(CLAIMS_AT_FIRST);
  const claims = claimsFrom(card, soughtClaim);
  if (claims.length === 0) return <p class="empty">{strings.card.noClaims}</p>;
  return (
    <section>
      <h3>{strings.card.claims}</h3>
      <ol class="claims" ref={list}>
        {(all ? claims : claims.slice(0, CLAIMS_AT_FIRST)).map((claim) => (
          <ClaimEntry key={claim.id} card={card} claim={claim} sought={claim.id === soughtClaim} />
        ))}
      </ol>
      {!all && claims.length > CLAIMS_AT_FIRST && (
        <button type="button" class="more" onClick={reveal}>
          {strings.card.allClaims(claims.length)}
        </button>
      )}
    </section>
  );
}

interface ConnectionsProps {
  readonly card: CardData;
  readonly onOpenEntity: (entity: NamedEntity) => void;
}

function Connections({ card, onOpenEntity }: ConnectionsProps) {
  const { all, reveal, list } = useReveal<HTMLDListElement>(CONNECTIONS_AT_FIRST);
  const connections = connectionsOf(card);
  if (connections.length === 0) return null;
  const shown = all ? connections : connections.slice(0, CONNECTIONS_AT_FIRST);
  return (
    <section class="connections">
      <h3>{strings.card.connections}</h3>
      <dl ref={list}>
        {shown.map(({ phrase, entities }) => (
          <div key={phrase}>
            <dt>{phrase}</dt>
            {entities.map(({ id, label }) => (
              <dd key={id}>
                <button
                  type="button"
                  class="link"
                  onClick={() => onOpenEntity({ key: toKey(card.pack.id, id), label })}
                >
                  {label}
                </button>
              </dd>
            ))}
          </div>
        ))}
      </dl>
      {shown.length < connections.length && (
        <button type="button" class="quiet" onClick={reveal}>
          {strings.card.allConnections}
        </button>
      )}
    </section>
  );
}
