import type { EntityCard } from '../core/facts/card';
import { type CardGroup, namedOtherwise, newNatives } from '../core/facts/card-group';
import { entityKindName } from './kind-names';
import { plural, t } from './message';
import { PackDot, PackName } from './PackName';

/** That several packs know the name, whose words the head has, and who names it otherwise. */
export function OriginNote({ group }: { group: CardGroup }) {
  const [head, ...others] = group;
  if (others.length === 0) return null;
  return (
    <div class="origins">
      <p>
        {plural('card_packs', group.length)} <PackDot colour={head.pack.colour} />
        {t('card_named_as_in', head.pack.title)}
      </p>
      {namedOtherwise(group).map((card) => (
        <p key={card.key} class="named-otherwise">
          <PackDot colour={card.pack.colour} />
          <bdi>
            {t(
              'card_named_otherwise',
              card.pack.title,
              [
                card.entity.label,
                ...newNatives(card.entity, head.entity).map(({ text }) => text),
              ].join(' '),
              entityKindName(card.entity.kind),
            )}
          </bdi>
        </p>
      ))}
    </div>
  );
}

/** Behind a heading: whose facts stand below it. Nothing where only one pack has any. */
export function Origin({ card, group }: { card: EntityCard; group: CardGroup }) {
  if (group.length === 1) return null;
  const isOwn = card.pack.origin === 'own';
  return (
    <span class={isOwn ? 'origin own' : 'origin'}>
      {isOwn && <Pencil />}
      <PackName title={card.pack.title} colour={card.pack.colour} />
    </span>
  );
}

/** Beside the title, which says in words that the facts are the reader’s own. */
function Pencil() {
  return (
    <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
      <path
        d="M3 13l.7-3L11 2.7l2.3 2.3L6 12.3z"
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linejoin="round"
      />
    </svg>
  );
}
