import type { EntityCard } from '../core/facts/card';
import type { CardGroup } from '../core/facts/card-group';
import type { Source } from '../core/facts/pack-schema';
import { sourceDetails } from './claim-view';
import { plural, t } from './message';
import { Origin } from './OriginNote';
import { PackDot } from './PackName';

/** What the quoted sources are and whose view they take; folded, for readers who want to know. */
export function SourceList({ card, group }: { card: EntityCard; group: CardGroup }) {
  if (card.sources.length === 0) return null;
  return (
    <details class="sources">
      <summary>
        {plural('card_sources', card.sources.length)}
        <Origin card={card} group={group} />
      </summary>
      <ul>
        {card.sources.map((source) => (
          <li key={source.id}>
            <cite lang={source.language} dir="auto">
              {source.title}
            </cite>
            <p class="source-meta">{sourceMeta(source)}</p>
            <p class="stance">{source.stance}</p>
          </li>
        ))}
      </ul>
      <p class="pack">
        <PackDot colour={card.pack.colour} />
        {t('card_pack', card.pack.title, card.pack.license)}
      </p>
    </details>
  );
}

function sourceMeta(source: Source): string {
  return [
    source.publisher,
    source.author && t('card_author', source.author),
    ...sourceDetails(source),
  ]
    .filter(Boolean)
    .join(' · ');
}
