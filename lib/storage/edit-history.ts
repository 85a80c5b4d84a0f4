/** What the reader has edited, version by version. */
import * as v from 'valibot';
import type { History } from '../core/clipping/history';
import { type EditRow, EditRowSchema, type FactDb, PackRowSchema } from './fact-db';
import { editKey } from './installed-records';
import { rowsOfPack } from './pack-rows';
import { storeOfRow } from './pack-store';
import type { RecordName } from './record-edits';

/** All that was edited in a pack, with its histories. */
export async function readEditRows(db: FactDb, pack: string): Promise<EditRow[]> {
  const installed = v.safeParse(PackRowSchema, await db.packs.get(pack));
  if (!installed.success) return [];
  const store = await storeOfRow(db, installed.output);
  const rows: unknown[] = await rowsOfPack(store.edits, pack).toArray();
  return rows.flatMap((row) => {
    const parsed = v.safeParse(EditRowSchema, row);
    return parsed.success ? [parsed.output] : [];
  });
}

export type RecordHistory = History<Record<string, unknown>>;

/** Null where it was never edited. */
export async function readHistory(
  db: FactDb,
  pack: string,
  { section, id }: RecordName,
): Promise<RecordHistory | null> {
  const key = editKey(pack, section, id);
  return (await readEditRows(db, pack)).find((row) => row.key === key)?.history ?? null;
}
