/** Reads out of the fact base what the reader's surfaces need, in the core's own terms. */
import * as v from 'valibot';
import { buildCard, linkedClaimIds, namedEntityIds } from '../core/facts/build-card';
import type { EntityCard } from '../core/facts/card';
import { type ContextPiece, contextOf } from '../core/facts/excerpt-context';
import { type EntityKey, idOfKey, packOfKey, type SourceKey, toKey } from '../core/facts/keys';
import type { Evidence } from '../core/facts/pack-schema';
import {
  type KeyedRelation,
  type NamedEntity,
  supportersOf,
  toNamedEntities,
  toNamedEntity,
} from '../core/matcher/build-matcher';
import type { SearchRows } from '../core/search/search-documents';
import {
  ClaimRowSchema,
  EntityRowSchema,
  type FactDb,
  type PackRow,
  PackRowSchema,
  RelationRowSchema,
  SourceRowSchema,
} from './fact-db';

/** Null where no whole pack has the entity. */
export async function readCard(db: FactDb, key: EntityKey): Promise<EntityCard | null> {
  const tables = [db.packs, db.sources, db.entities, db.claims, db.relations];
  return db.transaction('r', tables, async () => {
    const packId = packOfKey(key);
    const pack = v.safeParse(PackRowSchema, await db.packs.get(packId));
    const row = v.safeParse(EntityRowSchema, await db.entities.get(key));
    if (!pack.success || !row.success) return null;
    const { entity } = row.output;
    const toKeys = (ids: readonly string[]): string[] => ids.map((id) => toKey(packId, id));

    const claimRows = valid(ClaimRowSchema, await db.claims.where({ entities: key }).toArray());
    const claims = claimRows.map((claimRow) => claimRow.claim);
    const relations = valid(
      RelationRowSchema,
      await db.relations.where('from').equals(key).or('to').equals(key).toArray(),
    ).map((relationRow) => relationRow.relation);
    const linkedClaims = valid(ClaimRowSchema, [
      ...(await db.claims.bulkGet(toKeys(linkedClaimIds(entity, claims, relations)))),
      ...(await db.claims.where('respondsTo').anyOf(claimRows.map(keyOf)).toArray()),
    ]);
    const linked = [...new Map(linkedClaims.map((other) => [other.key, other.claim])).values()];
    const named = namedEntityIds(entity, [...claims, ...linked], relations);
    return buildCard({
      key,
      pack: {
        id: packId,
        version: pack.output.version,
        title: pack.output.title,
        license: pack.output.license,
        origin: pack.output.origin,
      },
      sources: valid(SourceRowSchema, await db.sources.where({ pack: packId }).toArray()).map(
        (sourceRow) => sourceRow.source,
      ),
      entity,
      claims,
      linkedClaims: linked,
      relations,
      entities: valid(EntityRowSchema, await db.entities.bulkGet(toKeys(named))).map(
        (namedRow) => namedRow.entity,
      ),
    });
  });
}

/** What is stored around an excerpt of a source; empty where that excerpt is not stored. */
export async function readContext(
  db: FactDb,
  source: SourceKey,
  span: { readonly start: number; readonly end: number },
): Promise<ContextPiece[]> {
  const id = idOfKey(source);
  const evidence: Evidence[] = [];
  await db.claims.where({ pack: packOfKey(source) }).each((row: unknown) => {
    const parsed = v.safeParse(ClaimRowSchema, row);
    if (!parsed.success) return;
    evidence.push(...parsed.output.claim.evidence.filter((each) => each.source === id));
  });
  return contextOf(evidence, span);
}

/** Packs that are stored whole. */
export async function readPacks(db: FactDb): Promise<PackRow[]> {
  return valid(PackRowSchema, await db.packs.toArray());
}

export async function readSearchRows(db: FactDb): Promise<SearchRows> {
  const [entities, claims] = await Promise.all([db.entities.toArray(), db.claims.toArray()]);
  return { entities: valid(EntityRowSchema, entities), claims: valid(ClaimRowSchema, claims) };
}

export async function readNamedEntities(db: FactDb, pack: string): Promise<NamedEntity[]> {
  const [entities, relations] = await Promise.all([
    db.entities.where({ pack }).toArray(),
    readKeyedRelations(db, pack),
  ]);
  return toNamedEntities(valid(EntityRowSchema, entities), relations);
}

/** Rows at a time, of a pack that is not to be held in memory whole. */
const BATCH_ROWS = 5000;

/** The same, one after another. */
export async function* eachNamedEntity(db: FactDb, pack: string): AsyncGenerator<NamedEntity> {
  const related = supportersOf(await readKeyedRelations(db, pack));
  // Keys begin with the pack and a slash; what follows the slash in ASCII ends them.
  const last = `${pack}0`;
  let first = `${pack}/`;
  for (;;) {
    const rows = await db.entities
      .where('key')
      .between(first, last, false, false)
      .limit(BATCH_ROWS)
      .toArray();
    for (const row of valid(EntityRowSchema, rows)) yield toNamedEntity(row, related);
    const end = rows.at(-1);
    if (end === undefined) return;
    first = end.key;
  }
}

async function readKeyedRelations(db: FactDb, pack: string): Promise<KeyedRelation[]> {
  const rows = await db.relations.where({ pack }).toArray();
  return valid(RelationRowSchema, rows).map(({ from, to, relation }) => ({
    from,
    to,
    kind: relation.kind,
  }));
}

/** Rows of a shape that we do not know are passed over: one bad row must not hide the others. */
function valid<S extends v.GenericSchema>(schema: S, rows: readonly unknown[]): v.InferOutput<S>[] {
  return rows.flatMap((row) => {
    const parsed = v.safeParse(schema, row);
    return parsed.success ? [parsed.output] : [];
  });
}

function keyOf(row: { readonly key: string }): string {
  return row.key;
}
