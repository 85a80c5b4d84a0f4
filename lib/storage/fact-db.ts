import { Dexie, type EntityTable, type Table, type Transaction } from 'dexie';
import * as v from 'valibot';
import type { History } from '../core/clipping/history';
import { ClaimSchema, EntitySchema, RelationSchema, SourceSchema } from '../core/facts/pack-schema';
import { PACK_ORIGINS } from '../core/facts/verification';
import { SECTIONS } from '../core/packs/import-event';
import { StoredPackColourSchema } from '../core/settings/pack-colour';
import { indexEntityRow } from './entity-index';

/** Rows carry their pack, so that one pack's rows can be replaced without touching another's. */
const row = { key: v.string(), pack: v.string() };

export const PackRowSchema = v.object({
  id: v.string(),
  version: v.string(),
  /** Of the compiled pack's file. */
  sha256: v.string(),
  title: v.string(),
  license: v.string(),
  /** Empty in rows of early versions. */
  description: v.optional(v.string(), ''),
  /** Missing in rows of early versions, which tell nothing of it: the least trusted then. */
  origin: v.optional(v.picklist(PACK_ORIGINS), 'imported'),
  counts: v.object({
    sources: v.number(),
    entities: v.number(),
    claims: v.number(),
    relations: v.number(),
  }),
  /** The database that holds the pack's rows; they are in this one where none is named. */
  store: v.optional(v.string()),
  /** ISO date and time. */
  importedAt: v.optional(v.string()),
  /** Goes up with each edit; the hash above only with those that change names or relations. */
  revision: v.optional(v.number(), 0),
  /** The row is written last, so that a pack without it was never wholly stored. */
  complete: v.literal(true),
});
export const SourceRowSchema = v.object({ ...row, source: SourceSchema });
export const EntityRowSchema = v.object({
  ...row,
  entity: EntitySchema,
  /** By which it is found; see entity-index.ts. */
  names: v.optional(v.array(v.string()), []),
  identifiers: v.optional(v.array(v.string()), []),
});
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

/** A record that the reader has made or changed. */
export const EditRowSchema = v.object({
  ...row,
  section: v.picklist(SECTIONS),
  id: v.string(),
  /** As the pack has it; null for what the reader has put in. */
  shipped: v.nullable(v.looseObject({})),
  history: v.object({
    edits: v.array(
      v.object({
        at: v.string(),
        before: v.nullable(v.looseObject({})),
        after: v.nullable(v.looseObject({})),
      }),
    ),
    done: v.number(),
  }),
});
/** Edits that were made together and are undone together; the latest has the highest number. */
export const ChangeRowSchema = v.object({
  number: v.number(),
  pack: v.string(),
  at: v.string(),
  /** Keys of the edits, each as often as its history grew by the change. */
  edits: v.array(v.string()),
  isUndone: v.boolean(),
});
/** What the reader has chosen for a pack; outlives the pack's rows. */
export const ChoiceRowSchema = v.object({
  id: v.string(),
  isEnabled: v.optional(v.boolean()),
  isPainted: v.optional(v.boolean()),
  order: v.optional(v.number()),
  colour: v.optional(StoredPackColourSchema),
});
/** A database with the rows of one pack. Its row here is there before it and after it. */
export const StoreRowSchema = v.object({
  name: v.string(),
  pack: v.string(),
  /**
   * `staging`: being filled, or waiting for the reader's word; `deleted`: the reader may still
   * have it back; `doomed`: to be deleted.
   */
  state: v.picklist(['staging', 'live', 'deleted', 'doomed']),
  /** ISO date and time of its beginning. */
  at: v.string(),
  /** Of a deleted pack, what it takes to have it back. */
  deleted: v.optional(
    v.object({
      /** ISO date and time. */
      at: v.string(),
      row: PackRowSchema,
      choice: v.nullable(ChoiceRowSchema),
      /** Of disk, roughly; null where nobody knows. */
      bytes: v.nullable(v.number()),
    }),
  ),
});
export const ValueRowSchema = v.object({ name: v.string(), value: v.unknown() });

/** Terms in order with the ids of their entities; see term-index.ts. */
export interface TermRow {
  readonly first: string;
  /** Of the row, since a term may fill several. */
  readonly number: number;
  readonly terms: readonly string[];
  readonly ids: readonly string[];
}

export type PackRow = v.InferOutput<typeof PackRowSchema>;
export type SourceRow = v.InferOutput<typeof SourceRowSchema>;
export type EntityRow = v.InferOutput<typeof EntityRowSchema>;
export type ClaimRow = v.InferOutput<typeof ClaimRowSchema>;
export type RelationRow = v.InferOutput<typeof RelationRowSchema>;
export type EditRow = Omit<v.InferOutput<typeof EditRowSchema>, 'history'> & {
  readonly history: History<Record<string, unknown>>;
};
export type ChangeRow = v.InferOutput<typeof ChangeRowSchema>;
export type ChoiceRow = v.InferOutput<typeof ChoiceRowSchema>;
export type StoreRow = v.InferOutput<typeof StoreRowSchema>;
export type ValueRow = v.InferOutput<typeof ValueRowSchema>;

export type TermKey = readonly [first: string, number?: number];

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
  {
    version: 2,
    stores: {
      entities: 'key, pack, *names, *identifiers',
      edits: 'key, pack',
      changes: '++number, pack',
      choices: 'id',
      stores: 'name, pack',
      values: 'name',
    },
    upgrade: (transaction) => transaction.table('entities').toCollection().modify(indexEntityRow),
  },
];

/** Of a database that holds one pack's rows only, so that no index of packs is needed. */
export const PACK_STORE_VERSIONS: readonly SchemaVersion[] = [
  {
    version: 1,
    stores: {
      packs: 'id',
      sources: 'key',
      entities: 'key, *names, *identifiers',
      claims: 'key, *entities, respondsTo',
      relations: 'key, from, to',
      edits: 'key',
      changes: '++number',
      items: '++number',
      values: 'name',
    },
  },
  { version: 2, stores: { terms: '[first+number]', termRuns: '[run+number]' } },
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
  declare edits: EntityTable<EditRow, 'key'>;
  declare changes: EntityTable<ChangeRow, 'number', Omit<ChangeRow, 'number'>>;
  declare choices: EntityTable<ChoiceRow, 'id'>;
  declare stores: EntityTable<StoreRow, 'name'>;
  declare values: EntityTable<ValueRow, 'name'>;
  /** Of what an import would do; in a database of one pack only. */
  declare items: EntityTable<{ number: number; item: unknown }, 'number'>;
  /** In a database of one pack only. */
  declare terms: Table<TermRow, TermKey> | undefined;
  declare termRuns:
    | Table<TermRow & { readonly run: number }, [run: number, number: number]>
    | undefined;
  /** Databases of single packs that this one has opened, by name. */
  readonly packStores = new Map<string, Promise<FactDb>>();

  constructor(name: string = FACT_DB_NAME, versions: readonly SchemaVersion[] = SCHEMA_VERSIONS) {
    // The background opens it when it is ready to report what goes wrong. What is said to be saved
    // has to be on the disk, since the reader may kill the browser.
    super(name, { autoOpen: false, chromeTransactionDurability: 'strict' });
    for (const { version, stores, upgrade } of versions) {
      const declared = this.version(version).stores(stores);
      if (upgrade) declared.upgrade(upgrade);
    }
  }

  override close(options?: { disableAutoOpen: boolean }): void {
    for (const store of this.packStores.values()) {
      store.then(
        (open) => open.close(),
        () => undefined,
      );
    }
    this.packStores.clear();
    super.close(options);
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
