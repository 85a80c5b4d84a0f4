import { Dexie, type EntityTable, type Transaction } from 'dexie';
import * as v from 'valibot';
import { ClaimSchema, EntitySchema, RelationSchema, SourceSchema } from '../core/facts/pack-schema';

/** Rows carry their pack, so that one pack's rows can be replaced without touching another's. */
const row = { key: v.string(), pack: v.string() };

export const PackRowSchema = v.object({
  id: v.string(),
  version: v.string(),
  /** Of the compiled pack's file. */
  sha256: v.string(),
  title: v.string(),
  license: v.string(),
  counts: v.object({
    sources: v.number(),
    entities: v.number(),
    claims: v.number(),
    relations: v.number(),
  }),
  /** The row is written last, so that a pack without it was never wholly stored. */
  complete: v.literal(true),
});
export const SourceRowSchema = v.object({ ...row, source: SourceSchema });
export const EntityRowSchema = v.object({ ...row, entity: EntitySchema });
export const ClaimRowSchema = v.object({
  ...row,
  /** EntityKeys; the claim's own list holds ids, which are unique inside a pack only. */
  entities: v.array(v.string()),
  /** ClaimKey of the claim that this one answers. */
  respondsTo: v.optional(v.string()),
  claim: ClaimSchema,
});
export const RelationRowSchema = v.object({
  ...row,
  /** EntityKeys */
  from: v.string(),
  to: v.string(),
  relation: RelationSchema,
});

export type PackRow = v.InferOutput<typeof PackRowSchema>;
export type SourceRow = v.InferOutput<typeof SourceRowSchema>;
export type EntityRow = v.InferOutput<typeof EntityRowSchema>;
export type ClaimRow = v.InferOutput<typeof ClaimRowSchema>;
export type RelationRow = v.InferOutput<typeof RelationRowSchema>;

export interface SchemaVersion {
  readonly version: number;
  readonly stores: Readonly<Record<string, string>>;
  readonly upgrade?: (transaction: Transaction) => PromiseLike<unknown>;
}

/** Every shape that was ever released, the oldest first. Released ones are never edited. */
export const SCHEMA_VERSIONS: readonly SchemaVersion[] = [
  {
    version: 1,
    stores: {
      packs: 'id',
      sources: 'key, pack',
      entities: 'key, pack',
      claims: 'key, pack, *entities, respondsTo',
      relations: 'key, pack, from, to',
    },
  },
];

export const FACT_DB_NAME = 'facts';

/** IndexedDB counts in whole numbers; Dexie multiplies its own by ten. */
const NATIVE_STEPS = 10;

/** The database was written by a newer version of the extension. It is left as it is. */
export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError';
}

export class FactDb extends Dexie {
  declare packs: EntityTable<PackRow, 'id'>;
  declare sources: EntityTable<SourceRow, 'key'>;
  declare entities: EntityTable<EntityRow, 'key'>;
  declare claims: EntityTable<ClaimRow, 'key'>;
  declare relations: EntityTable<RelationRow, 'key'>;

  constructor(name: string = FACT_DB_NAME, versions: readonly SchemaVersion[] = SCHEMA_VERSIONS) {
    // The background opens it when it is ready to report what goes wrong.
    super(name, { autoOpen: false });
    for (const { version, stores, upgrade } of versions) {
      const declared = this.version(version).stores(stores);
      if (upgrade) declared.upgrade(upgrade);
    }
  }
}

/**
 * Opens the fact base. An upgrade that fails is rolled back by the browser; the data is then
 * opened in its old shape, and `onUpgradeFailed` hears of it. Nothing is ever deleted here.
 */
export async function openFactDb({
  name = FACT_DB_NAME,
  versions = SCHEMA_VERSIONS,
  onUpgradeFailed,
}: {
  name?: string;
  versions?: readonly SchemaVersion[];
  onUpgradeFailed?: (error: unknown) => void;
} = {}): Promise<FactDb> {
  const newest = versions.at(-1)?.version ?? 0;
  try {
    return await openWith(name, versions, newest);
  } catch (error) {
    if (error instanceof NewerDatabaseError) throw error;
    const installed = await installedVersion(name);
    const older = versions.filter(({ version }) => version <= installed);
    if (older.length === 0 || older.length === versions.length) throw error;
    const db = await openWith(name, older, installed);
    onUpgradeFailed?.(error);
    return db;
  }
}

async function openWith(
  name: string,
  versions: readonly SchemaVersion[],
  newest: number,
): Promise<FactDb> {
  const db = new FactDb(name, versions);
  try {
    await db.open();
  } catch (error) {
    db.close();
    throw error;
  }
  // Dexie opens a newer database as if nothing were amiss, but its rows may have another shape.
  if (db.backendDB().version > newest * NATIVE_STEPS) {
    db.close();
    throw new NewerDatabaseError('The stored facts were written by a newer version of Glossator.');
  }
  return db;
}

/** 0 where there is none. */
async function installedVersion(name: string): Promise<number> {
  const db = new Dexie(name);
  try {
    if (!(await Dexie.exists(name))) return 0;
    await db.open();
    return db.verno;
  } catch {
    return 0;
  } finally {
    db.close();
  }
}
