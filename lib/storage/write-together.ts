import type { Table } from 'dexie';
import type { FactDb } from './fact-db';

/**
 * One transaction that writes: all or nothing. When the disk is full the requests only say that
 * they were aborted; why, the transaction knows, and that becomes the error's cause.
 */
export async function writeTogether<T>(
  db: FactDb,
  tables: readonly Table[],
  write: () => Promise<T>,
): Promise<T> {
  let native: IDBTransaction | undefined;
  try {
    return await db.transaction('rw', [...tables], async (transaction) => {
      native = transaction.idbtrans;
      // Dexie follows native promises only from where it sees an async function.
      return await write();
    });
  } catch (error) {
    const cause = native?.error;
    throw cause ? new Error(`${db.name} could not be written.`, { cause }) : error;
  }
}
