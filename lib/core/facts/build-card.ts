/**
 * Puts an entity's card together from the rows that belong to it, and says which rows those are,
 * so that the store needs to know nothing about cards.
 */
import type { EntityCard } from './card';
import { corroborationOf } from './corroboration';
import { type EntityKey, idOfKey } from './keys';
import type { Claim, Entity, Relation, Source, Speaker } from './pack-schema';
import { rankClaims } from './rank-claims';

/** Everything of one pack that a card is built from; more than it needs does no harm. */
export interface CardRows {
  readonly key: EntityKey;
  readonly pack: EntityCard['pack'];
  /** All sources of the pack, quoted or not. */
  readonly sources: readonly Source[];
  readonly entity: Entity;
  /** Claims that name the entity. */
  readonly claims: readonly Claim[];
  /** Claims that must be known to read those; see `linkedClaimIds`. */
  readonly linkedClaims: readonly Claim[];
  readonly relations: readonly Relation[];
  /** Entities that any of the above names; see `namedEntityIds`. */
  readonly entities: readonly Pick<Entity, 'id' | 'label' | 'kind'>[];
}

export function buildCard(rows: CardRows): EntityCard {
  const own = new Set(rows.claims.map((claim) => claim.id));
  const linkedClaims = rows.linkedClaims.filter((claim) => !own.has(claim.id));
  const all = [...rows.claims, ...linkedClaims];
  const quoted = new Set(all.flatMap((claim) => claim.evidence.map((e) => e.source)));
  const corroboration = Object.fromEntries(
    all.map((claim) => [claim.id, corroborationOf(claim, rows.sources.length)]),
  );
  const named = new Set(namedEntityIds(rows.entity, all, rows.relations));
  return {
    key: rows.key,
    pack: rows.pack,
    entity: rows.entity,
    claims: rankClaims(rows.claims, idOfKey(rows.key), corroboration),
    linkedClaims,
    sources: rows.sources.filter((source) => quoted.has(source.id)),
    relations: [...rows.relations],
    entities: Object.fromEntries(
      rows.entities
        .filter(({ id }) => named.has(id))
        .map(({ id, label, kind }) => [id, { label, kind }]),
    ),
    corroboration,
  };
}

/**
 * Ids of claims without which the card's own could be misread: those they answer or conflict
 * with, those that the summary rests on, and those that support the relations. Answers to the
 * card's claims are not in them, since only the store can tell who answers.
 */
export function linkedClaimIds(
  entity: Entity,
  claims: readonly Claim[],
  relations: readonly Relation[],
): string[] {
  const own = new Set(claims.map((claim) => claim.id));
  const linked = new Set([
    ...claims.flatMap((claim) => claim.conflictsWith),
    ...claims.flatMap((claim) => claim.respondsTo ?? []),
    ...entity.summary.flatMap((sentence) => ('claims' in sentence ? sentence.claims : [])),
    ...relations.map((relation) => relation.claim),
  ]);
  return [...linked].filter((id) => !own.has(id));
}

/** Ids of all other entities that claims, their speakers and relations name. */
export function namedEntityIds(
  entity: Entity,
  claims: readonly Claim[],
  relations: readonly Relation[],
): string[] {
  const named = new Set([
    ...claims.flatMap((claim) => [
      ...claim.entities,
      ...speakerIds(claim.speaker),
      ...claim.evidence.flatMap((evidence) =>
        evidence.speaker ? speakerIds(evidence.speaker) : [],
      ),
    ]),
    ...relations.flatMap((relation) => [relation.from, relation.to]),
  ]);
  named.delete(entity.id);
  return [...named];
}

function speakerIds(speaker: Speaker): string[] {
  if (speaker.type === 'source') return [];
  const via = speaker.via === undefined ? [] : [speaker.via];
  return speaker.type === 'entity' ? [speaker.entity, ...via] : via;
}
