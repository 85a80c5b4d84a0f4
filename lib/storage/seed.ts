import * as v from 'valibot';
import type { FactPack } from '../core/facts/pack-schema';
import type { PackOrigin } from '../core/facts/verification';
import { type FactDb, type PackRow, PackRowSchema } from './fact-db';
import { claimRow, entityRow, relationRow, sourceRow } from './pack-rows';

/** Names one version of a bundled pack, as the build wrote it. */
export interface PackIdentity {
  readonly id: string;
  readonly version: string;
  readonly sha256: string;
}

/**
 * Replaces all rows of this pack, in one transaction: afterwards either the whole new pack is
 * stored or what was there before. Rows of other packs are not touched. Whoever calls it has
 * checked what `origin` promises of the pack's excerpts.
 */
export async function seedPack(
  db: FactDb,
  pack: FactPack,
  sha256: string,
  origin: PackOrigin = 'imported',
): Promise<void> {
  let native: IDBTransaction | undefined;
  try {
    await db.transaction('rw', tablesOf(db), async (transaction) => {
      await deleteRows(db, pack.id);
      native = transaction.idbtrans;
      await addRows(db, pack);
      await db.packs.add(packRow(pack, sha256, origin));
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
 * Whether this very version of a bundled pack is stored, as such and whole. Counting takes the
 * place of reading: a browser drops a whole database, and a write that was cut short lacks rows.
 */
export async function isSeeded(
  db: FactDb,
  { id, version, sha256 }: PackIdentity,
): Promise<boolean> {
  const stored = v.safeParse(PackRowSchema, await db.packs.get(id));
  if (!stored.success) return false;
  if (stored.output.version !== version || stored.output.sha256 !== sha256) return false;
  if (stored.output.origin !== 'bundled') return false;
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
  const { id } = pack;
  await db.sources.bulkAdd(pack.sources.map((source) => sourceRow(id, source)));
  await db.entities.bulkAdd(pack.entities.map((entity) => entityRow(id, entity)));
  await db.claims.bulkAdd(pack.claims.map((claim) => claimRow(id, claim)));
  await db.relations.bulkAdd(
    // A relation has no id of its own; its place in the pack is as good.
    pack.relations.map((relation, index) => relationRow(id, relation, String(index))),
  );
}

async function deleteRows(db: FactDb, pack: string): Promise<void> {
  await db.packs.delete(pack);
  for (const table of [db.sources, db.entities, db.claims, db.relations]) {
    await table.where('pack').equals(pack).delete();
  }
}

function packRow(pack: FactPack, sha256: string, origin: PackOrigin): PackRow {
  const { id, version, title, license, description } = pack;
  return {
    id,
    version,
    sha256,
    title,
    license,
    description,
    origin,
    counts: {
      sources: pack.sources.length,
      entities: pack.entities.length,
      claims: pack.claims.length,
      relations: pack.relations.length,
    },
    revision: 0,
    complete: true,
  };
}
