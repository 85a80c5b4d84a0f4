import type { EntityCard } from '../core/facts/card';
import { claimSpeaker, labelOf } from './claim-view';
import { relationHeading } from './kind-names';
import { t } from './message';

export interface Connection {
  /** "Founder of", "Regulated by", "Named together with". */
  readonly phrase: string;
  readonly entities: readonly {
    readonly id: string;
    readonly label: string;
    /** Whose view it is, where the connection is alleged or thought; null where it is reported. */
    readonly saidBy: string | null;
  }[];
}

/** More would turn the list into an index of the pack. */
const MAX_NAMED_WITH = 6;

/**
 * The entity's relations grouped by what they say, seen from this entity; last, whom its claims
 * name together with it most often though no relation does.
 */
export function connectionsOf(card: EntityCard): Connection[] {
  /** By phrase: who, and who says so. */
  const groups = new Map<string, Map<string, string | null>>();
  for (const relation of card.relations) {
    const outgoing = relation.from === card.entity.id;
    const other = outgoing ? relation.to : relation.from;
    if (other === card.entity.id) continue;
    const phrase = relationHeading(relation.kind, outgoing ? 'from' : 'to');
    const group = groups.get(phrase) ?? new Map<string, string | null>();
    // What one claim reports needs no speaker any more where another one only alleges it.
    if (group.get(other) !== null) group.set(other, speakerOfContested(card, relation.claim));
    groups.set(phrase, group);
  }
  const related = new Set([...groups.values()].flatMap((group) => [...group.keys()]));
  const others = namedWith(card).filter((id) => !related.has(id));
  if (others.length > 0) {
    const shown = others.slice(0, MAX_NAMED_WITH);
    groups.set(t('relation_named_with'), new Map(shown.map((id) => [id, null])));
  }
  return [...groups].map(([phrase, group]) => ({
    phrase,
    entities: [...group].map(([id, saidBy]) => ({ id, label: labelOf(card, id), saidBy })),
  }));
}

/** Null for what is reported as it is. */
function speakerOfContested(card: EntityCard, id: string): string | null {
  const claim = [...card.claims, ...card.linkedClaims].find((each) => each.id === id);
  if (claim?.kind !== 'allegation' && claim?.kind !== 'opinion') return null;
  return claimSpeaker(card, claim) ?? t('card_no_speaker');
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
