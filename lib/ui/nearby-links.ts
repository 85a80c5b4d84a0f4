import type { EntityCard } from '../core/facts/card';
import type { CardGroup } from '../core/facts/card-group';
import { type EntityKey, idOfKey, packOfKey } from '../core/facts/keys';
import type { Claim } from '../core/facts/pack-schema';
import { labelOf } from './claim-view';
import { relationHeading } from './kind-names';

/** What binds the card's entity to another one that the same paragraph names. */
export interface NearbyLink {
  readonly key: EntityKey;
  readonly label: string;
  /** Of the pack that says so. */
  readonly card: EntityCard;
  /** "Founder of"; null where only claims name both. */
  readonly phrase: string | null;
  /** Under the relation, or the first of those that name both. */
  readonly claim: Claim;
  /** Denials and answers to the claim. */
  readonly responses: readonly Claim[];
  /** How many claims name both. */
  readonly shared: number;
}

/** The paragraph stays the subject: a card is not to list everybody in it. */
const MAX_LINKS = 3;

/**
 * Related ones first, then those with most in common; strangers to the entity are left out.
 * `nearby`: of each the keys by which packs know it; the pack that has most to say tells of it.
 */
export function nearbyLinks(
  group: CardGroup,
  nearby: readonly (readonly EntityKey[])[],
): NearbyLink[] {
  return nearby
    .flatMap((keys) => {
      const links = keys.flatMap((key) => {
        const card = group.find(({ pack }) => pack.id === packOfKey(key));
        return (card && linkTo(card, key)) ?? [];
      });
      return links.sort(byWeight).slice(0, 1);
    })
    .sort(byWeight)
    .slice(0, MAX_LINKS);
}

function byWeight(a: NearbyLink, b: NearbyLink): number {
  return Number(b.phrase !== null) - Number(a.phrase !== null) || b.shared - a.shared;
}

function linkTo(card: EntityCard, key: EntityKey): NearbyLink | null {
  const id = idOfKey(key);
  const known = [...card.claims, ...card.linkedClaims];
  const relation = card.relations.find(
    ({ from, to, claim }) =>
      (from === id || to === id) && from !== to && known.some((each) => each.id === claim),
  );
  const shared = card.claims.filter(({ entities }) => entities.includes(id));
  const claim = relation ? known.find((each) => each.id === relation.claim) : shared[0];
  if (!claim || id === card.entity.id || !card.entities[id]) return null;
  return {
    key,
    label: labelOf(card, id),
    card,
    phrase: relation ? relationHeading(relation.kind, relation.to === id ? 'from' : 'to') : null,
    claim,
    responses: known.filter(({ respondsTo }) => respondsTo === claim.id),
    shared: shared.length,
  };
}
