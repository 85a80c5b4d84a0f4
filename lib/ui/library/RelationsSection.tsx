import { useId, useState } from 'preact/hooks';
import type { EntityCard } from '../../core/facts/card';
import type { CardGroup } from '../../core/facts/card-group';
import { toKey } from '../../core/facts/keys';
import {
  MAX_DRAWN,
  type Neighbour,
  neighboursOf,
  type Tie,
} from '../../core/library/neighbourhood';
import { formatRoute } from '../../core/library/routes';
import { labelOf } from '../claim-view';
import { connectionsOf } from '../connections';
import { formatDate } from '../format-date';
import { relationHeading } from '../kind-names';
import { plural, t } from '../message';
import { Origin } from '../OriginNote';
import { useReveal } from '../use-reveal';
import { RelationGraph } from './RelationGraph';

/** Who an entity is connected with: drawn, or as a list that says the same and more. */
export function RelationsSection({ card, group }: { card: EntityCard; group: CardGroup }) {
  const heading = useId();
  const [form, setForm] = useState<'graph' | 'list'>('graph');
  const neighbours = neighboursOf(card.entity.id, card.relations);
  const { shown, reveal, list } = useReveal<HTMLUListElement>(MAX_DRAWN);
  const withoutRelation = namedTogether(card);
  if (neighbours.length === 0 && withoutRelation.length === 0) return null;
  const hidden = neighbours.length - shown;
  return (
    <section class="relations" data-form={form} aria-labelledby={heading}>
      <div class="section-line">
        <h2 id={heading}>
          {t('library_relations')} <Origin card={card} group={group} />
        </h2>
        {neighbours.length > 0 && (
          <div class="forms">
            {(['graph', 'list'] as const).map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={form === each}
                onClick={() => setForm(each)}
              >
                {t(each === 'graph' ? 'library_as_graph' : 'library_as_list')}
              </button>
            ))}
          </div>
        )}
      </div>
      {neighbours.length > 0 && (
        <>
          <div class="relation-graph">
            <RelationGraph card={card} neighbours={neighbours.slice(0, MAX_DRAWN)} />
          </div>
          <ul class="relation-list" ref={list}>
            {neighbours.slice(0, shown).map((neighbour) => (
              <NeighbourEntry key={neighbour.id} card={card} neighbour={neighbour} />
            ))}
          </ul>
          {hidden > 0 && (
            <button
              type="button"
              class="quiet"
              onClick={() => {
                setForm('list');
                reveal();
              }}
            >
              {plural('library_more_neighbours', hidden)}
            </button>
          )}
        </>
      )}
      {withoutRelation.length > 0 && (
        <p class="named-with">
          {t('relation_named_with')}{' '}
          {withoutRelation.map(({ id, label }, index) => (
            <>
              {index > 0 && ', '}
              <a key={id} href={hrefOf(card, id)} dir="auto">
                {label}
              </a>
            </>
          ))}
        </p>
      )}
    </section>
  );
}

function NeighbourEntry({ card, neighbour }: { card: EntityCard; neighbour: Neighbour }) {
  return (
    <li>
      <a href={hrefOf(card, neighbour.id)} dir="auto">
        {labelOf(card, neighbour.id)}
      </a>
      <ul class="ties">
        {neighbour.ties.map((tie) => (
          <li key={`${tie.kind} ${tie.outgoing} ${tie.claim}`}>
            <span class="tie-kind">{tieName(tie)}</span>
            {tie.date !== undefined && <span class="tie-date">{formatDate(tie.date)}</span>}
            {claimText(card, tie.claim) !== '' && (
              <span class="tie-claim" dir="auto">
                {claimText(card, tie.claim)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}

export function tieName({ kind, outgoing }: Pick<Tie, 'kind' | 'outgoing'>): string {
  return relationHeading(kind, outgoing ? 'from' : 'to');
}

function hrefOf(card: EntityCard, id: string): string {
  return formatRoute({ view: 'entity', key: toKey(card.pack.id, id) });
}

function claimText(card: EntityCard, id: string): string {
  return [...card.claims, ...card.linkedClaims].find((claim) => claim.id === id)?.text ?? '';
}

/** Whom no relation leads to, though claims name them together with the entity. */
function namedTogether(card: EntityCard) {
  const phrase = t('relation_named_with');
  return connectionsOf(card).find((group) => group.phrase === phrase)?.entities ?? [];
}
