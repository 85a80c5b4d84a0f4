/** Reads what is recorded about the names of an article together, never more rows than here. */
import * as v from 'valibot';
import {
  type Briefing,
  type BriefingName,
  MAX_BRIEFING_CLAIMS,
  MAX_BRIEFING_RELATIONS,
} from '../core/briefing/briefing-schema';
import {
  type DatedClaim,
  type NameCounts,
  type RelationLine,
  rankDatedClaims,
  rankRelations,
} from '../core/briefing/rank-briefing';
import { type EntityKey, packOfKey, toKey } from '../core/facts/keys';
import { ENTITY_KINDS, RELATION_KINDS } from '../core/facts/pack-schema';
import type { FactDb } from './fact-db';
import type { InstalledPack } from './pack-registry';
import { storeOfRow } from './pack-store';
import { readPacks } from './read-facts';
import { readClaimSets } from './read-library';
import { findSameAmong, readStandIns } from './same-entities';
import { validRows } from './valid-rows';

/** Of one table; an article that touches more is told of the first. */
const MAX_ROWS = 4000;

/** Names that stay open between several things are left out: nobody knows whose facts to tell. */
export async function readBriefing(db: FactDb, names: readonly BriefingName[]): Promise<Briefing> {
  const packs = new Map((await readPacks(db)).map((pack) => [pack.id, pack]));
  const { groups, thingOf } = await readThings(db, [...packs.values()], names);
  const counts = countThings(names, thingOf);
  const asked = groups.filter(([thing]) => thing !== undefined && counts.has(thing)).flat();
  const rows = await Promise.all(
    [...keysByPack(asked)].flatMap(([id, keys]) => {
      const pack = packs.get(id);
      return pack ? [storeOfRow(db, pack).then((store) => readRows(store, keys))] : [];
    }),
  );
  const entities = rows.flatMap((ofPack) => ofPack.entities);
  const relationRows = rows.flatMap((ofPack) => ofPack.relations);
  const claimRows = rows.flatMap((ofPack) => ofPack.claims);
  const relations = rankRelations(
    validRows(RelationSchema, relationRows).map((row) => toRelationLine(row, thingOf)),
    counts,
  );
  const claims = rankDatedClaims(
    validRows(ClaimSchema, claimRows).map((row) => toDatedClaim(row, thingOf)),
    counts,
  );
  const shownRelations = relations.slice(0, MAX_BRIEFING_RELATIONS);
  const shownClaims = claims.slice(0, MAX_BRIEFING_CLAIMS).map(({ key }) => key);
  const needed = new Set([...shownClaims, ...shownRelations.map(({ claim }) => claim)]);
  return {
    groups: groups.filter(({ length }) => length > 1),
    entities: validRows(EntitySchema, entities)
      .filter(({ key }) => counts.has(key))
      .map(({ key, entity }) => ({
        key,
        kind: entity.kind,
        native: entity.nativeLabels[0] ?? null,
      })),
    relations: shownRelations.map((line) => ({ ...line })),
    claims: shownClaims,
    sets: await readClaimSets(db, packs, [...needed]),
  };
}

/** By an entity's key, the key by which the briefing speaks of what it is. */
type ThingOf = (key: EntityKey) => EntityKey;

async function readThings(
  db: FactDb,
  packs: readonly InstalledPack[],
  names: readonly BriefingName[],
): Promise<{ groups: EntityKey[][]; thingOf: ThingOf }> {
  const keys = new Set(names.flatMap(({ entities }) => entities));
  const standIns = await readStandIns(db, packs, [...keys]);
  const found = await findSameAmong(db, packs, [...new Set([...keys, ...standIns])]);
  const groups = found.map((group) => {
    const all = group.map(({ key }) => key);
    return [...all.filter((key) => keys.has(key)), ...all.filter((key) => !keys.has(key))];
  });
  const things = new Map(groups.flatMap((group) => group.map((key) => [key, group[0] ?? key])));
  return { groups, thingOf: (key) => things.get(key) ?? key };
}

function countThings(names: readonly BriefingName[], thingOf: ThingOf): NameCounts {
  const counts = new Map<EntityKey, number>();
  for (const { entities, count } of names) {
    const [thing, ...others] = new Set(entities.map(thingOf));
    if (thing !== undefined && others.length === 0) {
      counts.set(thing, (counts.get(thing) ?? 0) + count);
    }
  }
  return counts;
}

/** `db`: the one that holds the pack's rows. */
async function readRows(
  db: FactDb,
  keys: readonly string[],
): Promise<Record<'entities' | 'relations' | 'claims', unknown[]>> {
  const [entities, relations, claims] = await Promise.all([
    db.entities.bulkGet([...keys]),
    db.relations.where('from').anyOf(keys).limit(MAX_ROWS).toArray(),
    db.claims.where('entities').anyOf(keys).distinct().limit(MAX_ROWS).toArray(),
  ]);
  return { entities, relations, claims };
}

function keysByPack(keys: readonly string[]): Map<string, string[]> {
  const byPack = new Map<string, string[]>();
  for (const key of keys) {
    const pack = packOfKey(key);
    byPack.set(pack, [...(byPack.get(pack) ?? []), key]);
  }
  return byPack;
}

/** Only what is ranked or shown, so that thousands of rows are checked in no time. */
const EntitySchema = v.object({
  key: v.string(),
  entity: v.object({
    kind: v.picklist(ENTITY_KINDS),
    nativeLabels: v.array(v.object({ text: v.string(), lang: v.string() })),
  }),
});
const RelationSchema = v.object({
  from: v.string(),
  to: v.string(),
  relation: v.object({
    kind: v.picklist(RELATION_KINDS),
    date: v.optional(v.string()),
    claim: v.string(),
  }),
});
const ClaimSchema = v.object({
  key: v.string(),
  entities: v.array(v.string()),
  claim: v.object({
    date: v.optional(v.object({ date: v.string() })),
    evidence: v.array(v.unknown()),
  }),
});

function toRelationLine(row: v.InferOutput<typeof RelationSchema>, thingOf: ThingOf): RelationLine {
  const { kind, date, claim } = row.relation;
  return {
    ...{ from: thingOf(row.from), to: thingOf(row.to) },
    ...{ kind, date: date ?? null, claim: toKey(packOfKey(row.from), claim) },
  };
}

function toDatedClaim(row: v.InferOutput<typeof ClaimSchema>, thingOf: ThingOf): DatedClaim {
  const { key, entities, claim } = row;
  return {
    ...{ key, entities: entities.map(thingOf) },
    ...{ date: claim.date?.date ?? null, excerpts: claim.evidence.length },
  };
}
