import type { EntityCard } from '../core/facts/card';
import type { CardGroup } from '../core/facts/card-group';
import { toKey } from '../core/facts/keys';
import type { NamedEntity } from './card-trail';
import { connectionsOf } from './connections';
import { aside } from './format-aside';
import { t } from './message';
import { Origin } from './OriginNote';
import { useReveal } from './use-reveal';

const CONNECTIONS_AT_FIRST = 5;

export interface ConnectionListProps {
  readonly card: EntityCard;
  readonly group: CardGroup;
  readonly onOpenEntity: (entity: NamedEntity) => void;
}

/** Everybody and everything that the entity is connected with, by how. */
export function ConnectionList({ card, group, onOpenEntity }: ConnectionListProps) {
  const { shown, reveal, list } = useReveal<HTMLDListElement>(CONNECTIONS_AT_FIRST);
  const connections = connectionsOf(card);
  if (connections.length === 0) return null;
  return (
    <section class="connections">
      <h3>
        {t('card_connections')}
        <Origin card={card} group={group} />
      </h3>
      <dl ref={list}>
        {connections.slice(0, shown).map(({ phrase, entities }) => (
          <div key={phrase}>
            <dt>{phrase}</dt>
            {entities.map(({ id, label, saidBy }) => (
              <dd key={id}>
                <button
                  type="button"
                  class="link"
                  onClick={() => onOpenEntity({ key: toKey(card.pack.id, id), label })}
                >
                  <bdi>{label}</bdi>
                </button>
                {saidBy !== null && (
                  <span class="said-by">{aside(t('connection_said_by', saidBy))}</span>
                )}
              </dd>
            ))}
          </div>
        ))}
      </dl>
      {shown < connections.length && (
        <button type="button" class="quiet" onClick={reveal}>
          {t('card_all_connections')}
        </button>
      )}
    </section>
  );
}
