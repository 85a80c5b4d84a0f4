/** What the reader has edited, version by version, and what they have deleted. */
import * as v from 'valibot';
import { type History, isTombstone } from '../core/clipping/history';
import { type EditRow, EditRowSchema, type FactDb, PackRowSchema } from './fact-db';
import { editKey } from './installed-records';
import { rowsOfPack } from './pack-rows';
import { storeOfRow } from './pack-store';
import { changeRecords, type EditOptions, type EditOutcome, type RecordName } from './record-edits';

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

/** What the reader has deleted, the latest first. */
export async function readDeleted(db: FactDb, pack: string): Promise<EditRow[]> {
  const at = ({ history }: EditRow): string => history.edits[history.done - 1]?.at ?? '';
  return (await readEditRows(db, pack))
    .filter(({ history }) => isTombstone(history))
    .sort((a, b) => (at(a) < at(b) ? 1 : -1));
}

/** Brings back what was deleted; a change of its own, so that it can be undone. */
export async function restoreRecord(
  db: FactDb,
  pack: string,
  { section, id }: RecordName,
  options: EditOptions = {},
): Promise<EditOutcome> {
  const key = editKey(pack, section, id);
  const row = (await readDeleted(db, pack)).find((one) => one.key === key);
  const last = row?.history.edits[row.history.done - 1];
  if (!last) return { ok: true, records: [] };
  return changeRecords(db, pack, [{ section, id, record: last.before }], options);
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
