/**
 * Every imported pack has a database of its own: it is filled before anybody reads it, one row in
 * the registry makes it the pack, and deleting it takes no longer for a million names than for ten.
 */
import { Dexie } from 'dexie';
import { FactDb, PACK_STORE_VERSIONS, type PackRow } from './fact-db';

export const PACK_STORE_PREFIX = 'pack ';

/** The rows of the pack are not there any more; the registry has not heard of it yet. */
export class PackGoneError extends Error {
  override readonly name = 'PackGoneError';
}

/** The database that holds the pack's rows; the fact base itself for packs that it does not know. */
export async function storeOf(db: FactDb, pack: string): Promise<FactDb> {
  return storeOfRow(db, await db.packs.get(pack));
}

export function storeOfRow(db: FactDb, pack: Pick<PackRow, 'store'> | undefined): Promise<FactDb> {
  const name = pack?.store;
  return name === undefined ? Promise.resolve(db) : openedStore(db, name);
}

/** Open once, however many ask; opened again where the browser has closed it. */
async function openedStore(db: FactDb, name: string): Promise<FactDb> {
  const known = db.packStores.get(name);
  if (known) {
    const store = await known;
    if (store.isOpen()) return store;
  }
  const opening = openPackStore(name);
  db.packStores.set(name, opening);
  opening.catch(() => {
    if (db.packStores.get(name) === opening) db.packStores.delete(name);
  });
  return opening;
}

/** Throws PackGoneError where there is none. */
export async function openPackStore(name: string): Promise<FactDb> {
  // Opening makes what is not there.
  if (!(await Dexie.exists(name))) throw new PackGoneError(`${name} is gone`);
  return openNewPackStore(name);
}

export async function openNewPackStore(name: string): Promise<FactDb> {
  const store = new FactDb(name, PACK_STORE_VERSIONS);
  // Whoever deletes it does not wait for readers: their next question fails.
  store.on('versionchange', () => {
    store.close();
    // Dexie would close it once more, and say so on the console.
    return false;
  });
  try {
    await store.open();
  } catch (error) {
    store.close();
    throw error;
  }
  return store;
}

export async function deletePackStore(db: FactDb, name: string): Promise<void> {
  const open = db.packStores.get(name);
  db.packStores.delete(name);
  await open?.then(
    (store) => store.close(),
    () => undefined,
  );
  await Dexie.delete(name);
}
