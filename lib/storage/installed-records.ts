/** Records of an installed pack with what its author shipped, for comparing and merging. */
import * as v from 'valibot';
import { currentOf } from '../core/clipping/history';
import { toKey } from '../core/facts/keys';
import { type Installed, recordId } from '../core/packs/compare-import';
import type { PackRecord, Section } from '../core/packs/import-event';
import { type EditRow, EditRowSchema, type FactDb } from './fact-db';
import { type RecordRow, recordOfRow, rowBatches, rowKey, tableOf } from './pack-rows';

export interface InstalledRecord extends Installed {
  /** Whether the reader has changed it. */
  readonly isEdited: boolean;
}

type AnyRecord = PackRecord['record'];

export function editKey(pack: string, section: Section, id: string): string {
  return toKey(pack, `${section} ${id}`);
}

/** Of these ids, those that are installed or were until the reader deleted them. */
export async function lookUpInstalled(
  store: FactDb,
  pack: string,
  section: Section,
  ids: readonly string[],
): Promise<Map<string, InstalledRecord>> {
  const rows = await tableOf(store, section).bulkGet(ids.map((id) => rowKey(pack, section, id)));
  const edits = await readEdits(store, pack, section, ids);
  return new Map(
    ids.flatMap((id, index) => {
      const installed = installedOf(rows[index], edits.get(id));
      return installed ? [[id, installed] as const] : [];
    }),
  );
}

/** All of a section, deleted ones not. */
export async function* eachInstalled(
  store: FactDb,
  pack: string,
  section: Section,
): AsyncGenerator<[id: string, InstalledRecord], void> {
  for await (const rows of rowBatches(tableOf(store, section), pack)) {
    const ids = rows.map((row) => recordId(recordOfRow(row)));
    const edits = await readEdits(store, pack, section, ids);
    for (const [index, id] of ids.entries()) {
      const installed = installedOf(rows[index], edits.get(id));
      if (installed) yield [id, installed];
    }
  }
}

function installedOf(
  row: RecordRow | undefined,
  edit: EditRow | undefined,
): InstalledRecord | undefined {
  const mine = row ? recordOfRow(row).record : null;
  if (!edit) return mine ? { shipped: mine, mine, isEdited: false } : undefined;
  const current = currentOf(edit.history, edit.shipped) as AnyRecord | null;
  return { shipped: edit.shipped as AnyRecord | null, mine: mine ?? current, isEdited: true };
}

async function readEdits(
  store: FactDb,
  pack: string,
  section: Section,
  ids: readonly string[],
): Promise<Map<string, EditRow>> {
  const rows: unknown[] = await store.edits.bulkGet(ids.map((id) => editKey(pack, section, id)));
  return new Map(
    rows.flatMap((row) => {
      const parsed = v.safeParse(EditRowSchema, row);
      return parsed.success ? [[parsed.output.id, parsed.output] as const] : [];
    }),
  );
}
