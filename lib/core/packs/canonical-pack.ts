/**
 * The one order in which a pack is written: keys as the schema has them, records by id, relations
 * by what they join. What an author has ordered (aliases, evidence, sentences) stays as it is.
 */
import * as v from 'valibot';
import {
  ClaimSchema,
  EntitySchema,
  type FactPack,
  type Relation,
  RelationSchema,
  SourceSchema,
} from '../facts/pack-schema';
import type { PackMeta, PackRecord } from './import-event';

/** Throws for a pack that is none; packs are checked when they come in. */
export function canonicalPack(pack: FactPack): FactPack {
  return {
    ...canonicalMeta(pack),
    sources: pack.sources.map((record) => v.parse(SourceSchema, record)).sort(byId),
    entities: pack.entities.map((record) => v.parse(EntitySchema, record)).sort(byId),
    claims: pack.claims.map((record) => canonicalClaim(v.parse(ClaimSchema, record))).sort(byId),
    relations: pack.relations.map((record) => v.parse(RelationSchema, record)).sort(byEnds),
  };
}

export function canonicalMeta({ id, version, title, description, license }: PackMeta): PackMeta {
  return { id, version, title, description, license };
}

/** One record with its keys in order. */
export function canonicalRecord({ section, record }: PackRecord): PackRecord['record'] {
  switch (section) {
    case 'sources':
      return v.parse(SourceSchema, record);
    case 'entities':
      return v.parse(EntitySchema, record);
    case 'claims':
      return canonicalClaim(v.parse(ClaimSchema, record));
    case 'relations':
      return v.parse(RelationSchema, record);
  }
}

function canonicalClaim(claim: FactPack['claims'][number]): FactPack['claims'][number] {
  return { ...claim, conflictsWith: [...claim.conflictsWith].sort() };
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compare(a.id, b.id);
}

function byEnds(a: Relation, b: Relation): number {
  return compare(relationKey(a), relationKey(b));
}

/** Relations have no id; what they say names them. */
export function relationKey({ from, to, kind, claim, date = '' }: Relation): string {
  return [from, to, kind, claim, date].join(' ');
}

/** By code unit, as a database orders its keys, not as a language orders words. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
