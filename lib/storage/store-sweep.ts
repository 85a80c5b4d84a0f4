/**
 * Clears away databases that no pack is in any more: of packs that were deleted a day ago or
 * replaced, and of imports that nobody finishes because their page is gone. Each has a row in `stores` from
 * before it is made until after it is deleted, so a browser that dies in between leaves nothing
 * that the next sweep does not find.
 */
import { Dexie } from 'dexie';
import { type FactDb, StoreRowSchema } from './fact-db';
import { deletePackStore, PACK_STORE_PREFIX } from './pack-store';
import { validRows } from './valid-rows';

/** Whether the page that fills a store is still there. */
export interface StoreLocks {
  isHeld(name: string): Promise<boolean>;
}

export interface SweepReport {
  readonly deleted: readonly string[];
  /** Could not be deleted now, or are still being filled: the next sweep looks at them again. */
  readonly left: readonly string[];
  /** When the next deleted pack can be had back no longer, milliseconds; null where there is none. */
  readonly nextAt: number | null;
}

/** Between its row and the lock of whoever fills it, milliseconds. */
const GRACE_MS = 60_000;

/** The reader has so long to have a deleted pack back, milliseconds. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** `at`: when it was deleted, as an ISO date and time. A date that is none has passed. */
export function keptUntil(at: string): number {
  return (Date.parse(at) || 0) + KEPT_MS;
}

/** Marks a store to be deleted; to be called inside a transaction that has `stores`. */
export async function discardStore(db: FactDb, name: string): Promise<void> {
  // Undefined takes the field away.
  await db.stores.update(name, { state: 'doomed', deleted: undefined });
}

export async function sweepStores(
  db: FactDb,
  locks: StoreLocks,
  now: number = Date.now(),
): Promise<SweepReport> {
  const nextAt = await doomExpired(db, now);
  const { abandoned, staging } = await sortStores(db, locks, now);
  const deleted: string[] = [];
  const left = [...staging];
  for (const name of abandoned) {
    try {
      await deletePackStore(db, name);
      await db.stores.delete(name);
      deleted.push(name);
    } catch {
      left.push(name);
    }
  }
  return { deleted, left, nextAt };
}

/** Of what is doomed nobody can have anything back while it is being deleted. */
async function doomExpired(db: FactDb, now: number): Promise<number | null> {
  return db.transaction('rw', [db.stores], async () => {
    const times: number[] = [];
    for (const { name, state, deleted } of validRows(StoreRowSchema, await db.stores.toArray())) {
      if (state !== 'deleted') continue;
      const until = deleted ? keptUntil(deleted.at) : now;
      if (until <= now) await discardStore(db, name);
      else times.push(until);
    }
    return times.length > 0 ? Math.min(...times) : null;
  });
}

async function sortStores(
  db: FactDb,
  locks: StoreLocks,
  now: number,
): Promise<{ abandoned: Set<string>; staging: string[] }> {
  // Names first: whatever is made after this has its row before.
  const names = (await Dexie.getDatabaseNames()).filter((name) =>
    name.startsWith(PACK_STORE_PREFIX),
  );
  const [rows, used] = await db.transaction('r', [db.stores, db.packs], async () => [
    validRows(StoreRowSchema, await db.stores.toArray()),
    new Set((await db.packs.toArray()).map(({ store }) => store)),
  ]);
  const known = new Set(rows.map(({ name }) => name));
  const abandoned = new Set(names.filter((name) => !known.has(name) && !used.has(name)));
  const staging: string[] = [];
  for (const row of rows) {
    if (used.has(row.name) || row.state === 'deleted') continue;
    const isYoung = now - Date.parse(row.at) <= GRACE_MS;
    const isWanted = row.state === 'staging' && (isYoung || (await locks.isHeld(row.name)));
    if (isWanted) staging.push(row.name);
    else abandoned.add(row.name);
  }
  return { abandoned, staging };
}
