import { useId } from 'preact/hooks';
import type { EntityCard } from '../../core/facts/card';
import type { CardGroup } from '../../core/facts/card-group';
import { toKey } from '../../core/facts/keys';
import { formatRoute } from '../../core/library/routes';
import { claimCount, sourceDetails } from '../claim-view';
import { t } from '../message';
import { Origin } from '../OriginNote';

/** The sources that an entity's claims quote, each with how many of them, the most first. */
export function EntitySources({ card, group }: { card: EntityCard; group: CardGroup }) {
  const heading = useId();
  const sources = card.sources
    .map((source) => ({
      source,
      claims: card.claims.filter(({ evidence }) => evidence.some((e) => e.source === source.id))
        .length,
    }))
    .filter(({ claims }) => claims > 0)
    .sort((a, b) => b.claims - a.claims);
  if (sources.length === 0) return null;
  return (
    <section class="entity-sources" aria-labelledby={heading}>
      <h2 id={heading}>
        {t('library_sources')} <Origin card={card} group={group} />
      </h2>
      <ul>
        {sources.map(({ source, claims }) => (
          <li key={source.id}>
            <a
              href={formatRoute({ view: 'source', key: toKey(card.pack.id, source.id) })}
              lang={source.language}
              dir="auto"
            >
              {source.title}
            </a>
            <p class="source-meta">{[claimCount(claims), ...sourceDetails(source)].join(' · ')}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
