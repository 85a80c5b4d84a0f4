import type { EntityCard } from '../core/facts/card';
import { labelOf } from './claim-view';
import { strings } from './strings';

export interface Connection {
  /** "Founder of", "Regulated by", "Named together with". */
  readonly phrase: string;
  readonly entities: readonly { readonly id: string; readonly label: string }[];
}

/** More would turn the list into an index of the pack. */
const MAX_NAMED_WITH = 6;

/**
 * The entity's relations grouped by what they say, seen from this entity; last, whom its claims
 * name together with it most often though no relation does.
 */
export function connectionsOf(card: EntityCard): Connection[] {
  const groups = new Map<string, Set<string>>();
  for (const relation of card.relations) {
    const outgoing = relation.from === card.entity.id;
    const other = outgoing ? relation.to : relation.from;
    if (other === card.entity.id) continue;
    const phrase = strings.relations[relation.kind][outgoing ? 'from' : 'to'];
    groups.set(phrase, (groups.get(phrase) ?? new Set()).add(other));
  }
  const related = new Set([...groups.values()].flatMap((ids) => [...ids]));
  const others = namedWith(card).filter((id) => !related.has(id));
  if (others.length > 0) {
    groups.set(strings.card.namedWith, new Set(others.slice(0, MAX_NAMED_WITH)));
  }
  return [...groups].map(([phrase, ids]) => ({
    phrase,
    entities: [...ids].map((id) => ({ id, label: labelOf(card, id) })),
  }));
}

/** Other entities of the claims, the most frequent first. */
function namedWith(card: EntityCard): string[] {
  const counts = new Map<string, number>();
  for (const id of card.claims.flatMap((claim) => claim.entities)) {
    // An entity without an entry in the card has no label that could be shown.
    if (id !== card.entity.id && card.entities[id]) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([id]) => id);
}
