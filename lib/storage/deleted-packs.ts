/**
 * Packs that were deleted and can still be had back. The database of such a pack stays as it is;
 * its row in `stores` carries what the registry said of it. Taking it back and giving it up are
 * one small transaction each, so that a browser that dies leaves the one or the other.
 */
import { Dexie } from 'dexie';
import * as v from 'valibot';
import { type FactDb, type StoreRow, StoreRowSchema } from './fact-db';
import { countUsedStores, MAX_IMPORTED_PACKS } from './pack-import';
import { discardStore, keptUntil } from './store-sweep';
import { validRows } from './valid-rows';

export interface DeletedPack {
  /** Of its database; a pack of the same id may have been added and deleted since. */
  readonly store: string;
  readonly id: string;
  readonly title: string;
  readonly entities: number;
  /** ISO date and time; from then on the sweep deletes it. */
  readonly keptUntil: string;
  /** Of disk, roughly; null where nobody knows. */
  readonly bytes: number | null;
}

/** The latest first. */
export async function readDeletedPacks(db: FactDb): Promise<DeletedPack[]> {
  const rows = (await readStoreRows(db)).flatMap(({ name, deleted }) => {
    return deleted ? [{ name, deleted }] : [];
  });
  return rows
    .sort((a, b) => (a.deleted.at < b.deleted.at ? 1 : -1))
    .map(({ name, deleted: { at, row, bytes } }) => ({
      ...{ store: name, id: row.id, title: row.title, entities: row.counts.entities, bytes },
      keptUntil: new Date(keptUntil(at)).toISOString(),
    }));
}

/** `id-taken`: one of this id was added since, which has to go first. */
export type ReturnedPack = 'returned' | 'gone' | 'id-taken' | 'too-many-packs';

/** The pack as it was, with the reader's edits and choices. */
export async function returnPack(db: FactDb, store: string): Promise<ReturnedPack> {
  if (!(await Dexie.exists(store))) return 'gone';
  return db.transaction('rw', [db.packs, db.choices, db.stores], async () => {
    const deleted = deletedOf(await db.stores.get(store));
    if (!deleted) return 'gone';
    const { row, choice } = deleted;
    if ((await db.packs.get(row.id)) !== undefined) return 'id-taken';
    if ((await countUsedStores(db)) >= MAX_IMPORTED_PACKS) return 'too-many-packs';
    await db.packs.put({ ...row, store });
    if (choice) await db.choices.put(choice);
    // Undefined takes the field away.
    await db.stores.update(store, { state: 'live', deleted: undefined });
    return 'returned';
  });
}

/** For good; the sweep deletes the database. */
export async function giveUpPack(db: FactDb, store: string): Promise<void> {
  await db.transaction('rw', [db.stores], async () => {
    if (deletedOf(await db.stores.get(store))) await discardStore(db, store);
  });
}

function deletedOf(row: unknown): StoreRow['deleted'] {
  const parsed = v.safeParse(StoreRowSchema, row);
  return parsed.success && parsed.output.state === 'deleted' ? parsed.output.deleted : undefined;
}

async function readStoreRows(db: FactDb): Promise<StoreRow[]> {
  const rows = validRows(StoreRowSchema, await db.stores.toArray());
  return rows.filter(({ state }) => state === 'deleted');
}
