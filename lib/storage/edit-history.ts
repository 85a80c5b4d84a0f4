/** What the reader has edited, version by version. */
import * as v from 'valibot';
import { currentOf, type History } from '../core/clipping/history';
import type { Section } from '../core/packs/import-event';
import { isSame } from '../core/packs/is-same';
import { type EditRow, EditRowSchema, type FactDb, PackRowSchema } from './fact-db';
import { editKey } from './installed-records';
import { rowsOfPack } from './pack-rows';
import { storeOf, storeOfRow } from './pack-store';
import type { RecordName } from './record-edits';
import { validRows } from './valid-rows';

/** All that was edited in a pack, with its histories. */
export async function readEditRows(db: FactDb, pack: string): Promise<EditRow[]> {
  const installed = v.safeParse(PackRowSchema, await db.packs.get(pack));
  if (!installed.success) return [];
  const store = await storeOfRow(db, installed.output);
  return validRows(EditRowSchema, await rowsOfPack(store.edits, pack).toArray());
}

export type RecordHistory = History<Record<string, unknown>>;

/** Null where it was never edited. */
export async function readHistory(
  db: FactDb,
  pack: string,
  name: RecordName,
): Promise<RecordHistory | null> {
  return (await readEditRow(db, pack, name))?.history ?? null;
}

/** Null where it was never edited. */
export async function readEditRow(
  db: FactDb,
  pack: string,
  { section, id }: RecordName,
): Promise<EditRow | null> {
  const store = await storeOf(db, pack);
  const row = v.safeParse(EditRowSchema, await store.edits.get(editKey(pack, section, id)));
  return row.success ? row.output : null;
}

/** Of these records, those that are now other than their pack has shipped them. */
export async function readChangedIds(
  store: FactDb,
  pack: string,
  section: Section,
  ids: readonly string[],
): Promise<string[]> {
  // A fact base that could not be upgraded has no such table.
  if (!store.tables.some(({ name }) => name === 'edits')) return [];
  const rows: unknown[] = await store.edits.bulkGet(ids.map((id) => editKey(pack, section, id)));
  return validRows(EditRowSchema, rows)
    .filter(isChanged)
    .map(({ id }) => id);
}

export function isChanged({ history, shipped }: EditRow): boolean {
  return !isSame(currentOf(history, shipped), shipped);
}
