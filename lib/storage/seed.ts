import * as v from 'valibot';
import { toKey } from '../core/facts/keys';
import type { FactPack } from '../core/facts/pack-schema';
import { type FactDb, type PackRow, PackRowSchema } from './fact-db';

/** Names one version of a bundled pack, as the build wrote it. */
export interface PackIdentity {
  readonly id: string;
  readonly version: string;
  readonly sha256: string;
}

/**
 * Replaces all rows of this pack, in one transaction: afterwards either the whole new pack is
 * stored or what was there before. Rows of other packs are not touched.
 */
export async function seedPack(db: FactDb, pack: FactPack, sha256: string): Promise<void> {
  let native: IDBTransaction | undefined;
  try {
    await db.transaction('rw', tablesOf(db), async (transaction) => {
      await deleteRows(db, pack.id);
      native = transaction.idbtrans;
      await addRows(db, pack);
      await db.packs.add(packRow(pack, sha256));
    });
  } catch (error) {
    // When the disk is full the requests only say that they were aborted; why, the transaction knows.
    const cause = native?.error;
    throw cause ? new Error(`Pack ${pack.id} could not be stored.`, { cause }) : error;
  }
}

/** Removes a pack and all its rows, in one transaction. */
export async function deletePack(db: FactDb, pack: string): Promise<void> {
  await db.transaction('rw', tablesOf(db), () => deleteRows(db, pack));
}

/**
 * Whether this very version is stored and whole. Counting takes the place of reading: a browser
 * drops a whole database, and a write that was cut short lacks rows.
 */
export async function isSeeded(
  db: FactDb,
  { id, version, sha256 }: PackIdentity,
): Promise<boolean> {
  const stored = v.safeParse(PackRowSchema, await db.packs.get(id));
  if (!stored.success) return false;
  if (stored.output.version !== version || stored.output.sha256 !== sha256) return false;
  const { counts } = stored.output;
  const ofPack = { pack: id };
  const [sources, entities, claims, relations] = await Promise.all([
    db.sources.where(ofPack).count(),
    db.entities.where(ofPack).count(),
    db.claims.where(ofPack).count(),
    db.relations.where(ofPack).count(),
  ]);
  return (
    sources === counts.sources &&
    entities === counts.entities &&
    claims === counts.claims &&
    relations === counts.relations
  );
}

function tablesOf(db: FactDb) {
  return [db.packs, db.sources, db.entities, db.claims, db.relations];
}

async function addRows(db: FactDb, pack: FactPack): Promise<void> {
  const rowOf = (id: string) => ({ key: toKey(pack.id, id), pack: pack.id });
  await db.sources.bulkAdd(pack.sources.map((source) => ({ ...rowOf(source.id), source })));
  await db.entities.bulkAdd(pack.entities.map((entity) => ({ ...rowOf(entity.id), entity })));
  await db.claims.bulkAdd(
    pack.claims.map((claim) => ({
      ...rowOf(claim.id),
      entities: claim.entities.map((id) => toKey(pack.id, id)),
      ...(claim.respondsTo !== undefined && { respondsTo: toKey(pack.id, claim.respondsTo) }),
      claim,
    })),
  );
  await db.relations.bulkAdd(
    pack.relations.map((relation, index) => ({
      // A relation has no id of its own; its place in the pack is as good.
      ...rowOf(String(index)),
      from: toKey(pack.id, relation.from),
      to: toKey(pack.id, relation.to),
      relation,
    })),
  );
}

async function deleteRows(db: FactDb, pack: string): Promise<void> {
  await db.packs.delete(pack);
  for (const table of [db.sources, db.entities, db.claims, db.relations]) {
    await table.where('pack').equals(pack).delete();
  }
}

function packRow(pack: FactPack, sha256: string): PackRow {
  const { id, version, title, license } = pack;
  return {
    id,
    version,
    sha256,
    title,
    license,
    counts: {
      sources: pack.sources.length,
      entities: pack.entities.length,
      claims: pack.claims.length,
      relations: pack.relations.length,
    },
    complete: true,
  };
}
