/**
 * Claims that are not one entity's, with all that is needed to show them: what a card holds
 * without its entity. One set is of one pack.
 */
import * as v from 'valibot';
import { buildCard, type CardRows, linkedClaimIds, namedEntityIds } from '../facts/build-card';
import { type EntityCard, EntityCardSchema } from '../facts/card';
import type { Claim, Entity } from '../facts/pack-schema';

const { key: _key, entity: _entity, relations: _relations, ...entries } = EntityCardSchema.entries;
export const ClaimSetSchema = v.strictObject(entries);
export type ClaimSet = v.InferOutput<typeof ClaimSetSchema>;

/** Has an id that no entity can have, so that nothing is taken for it. */
const NOBODY: Entity = {
  id: '',
  kind: 'concept',
  label: '',
  labelBasis: 'derived',
  nativeLabels: [],
  summary: [],
  aliases: [],
};

/** The claims stay in the order given. */
export function buildClaimSet(rows: Omit<CardRows, 'key' | 'entity' | 'relations'>): ClaimSet {
  const card = buildCard({ ...rows, key: '', entity: NOBODY, relations: [] });
  const { key: _, entity: __, relations: ___, ...set } = card;
  return { ...set, claims: [...rows.claims] };
}

/** The set as a card, for what shows claims out of cards. */
export function toCard(set: ClaimSet): EntityCard {
  return { ...set, key: '', entity: NOBODY, relations: [] };
}

/** Ids of claims without which these could be misread, answers aside; see `linkedClaimIds`. */
export function linkedIdsOf(claims: readonly Claim[]): string[] {
  return linkedClaimIds(NOBODY, claims, []);
}

/** Ids of all entities that the claims and their speakers name. */
export function namedIdsIn(claims: readonly Claim[]): string[] {
  return namedEntityIds(NOBODY, claims, []);
}
