/**
 * A part of a pack that is a pack: chosen entities with the claims about them, or chosen claims,
 * and whatever these name. A link to what is left out is cut, never left dangling.
 */
import type { Claim, Entity, FactPack, Speaker } from '../facts/pack-schema';

export interface Selection {
  readonly entities?: readonly string[];
  readonly claims?: readonly string[];
}

export function selectPart(pack: FactPack, selection: Selection): FactPack {
  const chosenEntities = new Set(selection.entities);
  const chosenClaims = new Set(selection.claims);
  const claims = pack.claims.filter(
    ({ id, entities: [main = ''] }) => chosenClaims.has(id) || chosenEntities.has(main),
  );
  const claimIds = new Set(claims.map(({ id }) => id));
  const entityIds = new Set([...chosenEntities, ...claims.flatMap(entitiesNamedBy)]);
  const sourceIds = new Set(claims.flatMap(({ evidence }) => evidence.map(({ source }) => source)));
  return {
    ...pack,
    sources: pack.sources.filter(({ id }) => sourceIds.has(id)),
    entities: pack.entities
      .filter(({ id }) => entityIds.has(id))
      .map((entity) => withoutLostSentences(entity, claimIds)),
    claims: claims.map((claim) => withoutLostLinks(claim, claimIds)),
    relations: pack.relations.filter(
      ({ from, to, claim }) => claimIds.has(claim) && entityIds.has(from) && entityIds.has(to),
    ),
  };
}

function entitiesNamedBy({ entities, speaker, evidence }: Claim): string[] {
  const speakers = [speaker, ...evidence.flatMap(({ speaker: by }) => by ?? [])];
  return [...entities, ...speakers.flatMap(namedBy)];
}

function namedBy(speaker: Speaker): string[] {
  if (speaker.type === 'source') return [];
  const via = speaker.via === undefined ? [] : [speaker.via];
  return speaker.type === 'entity' ? [speaker.entity, ...via] : via;
}

/** A sentence that rests on nothing any more would be our own word. */
function withoutLostSentences(entity: Entity, claims: ReadonlySet<string>): Entity {
  const summary = entity.summary.flatMap((sentence): Entity['summary'] => {
    if (!('claims' in sentence)) return [sentence];
    const kept = sentence.claims.filter((id) => claims.has(id));
    return kept.length === 0 ? [] : [{ ...sentence, claims: kept }];
  });
  return { ...entity, summary };
}

function withoutLostLinks({ respondsTo, ...claim }: Claim, claims: ReadonlySet<string>): Claim {
  return {
    ...claim,
    ...(respondsTo !== undefined && claims.has(respondsTo) && { respondsTo }),
    conflictsWith: claim.conflictsWith.filter((id) => claims.has(id)),
  };
}
