/** What an import would change, with what the reader has now beside it. */
import type { Installed } from '../core/packs/compare-import';
import { SECTIONS } from '../core/packs/import-event';
import { isSame } from '../core/packs/is-same';
import type { ImportItem } from '../storage/import-summary';
import { lookUpInstalled } from '../storage/installed-records';
import { openPackStore } from '../storage/pack-store';

/** A field that would be another after the update. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  /** The reader has edited it. */
  readonly isEdited: boolean;
}

export type ReviewedItem =
  | Extract<ImportItem, { type: 'refused' }>
  | (Extract<ImportItem, { type: 'compared' }> & { readonly changes: readonly FieldChange[] });

/** `installed`: the store of the version that would be replaced. */
export async function withChanges(
  items: readonly ImportItem[],
  pack: string,
  installed: string | undefined,
): Promise<ReviewedItem[]> {
  const wanted = items.filter((item) => item.type === 'compared' && item.fields.length > 0);
  const records = await recordsBefore(wanted, pack, installed);
  return items.map((item) => {
    if (item.type === 'refused') return item;
    const { section, id, fields, merged } = item;
    const known = records.get(`${section}/${id}`);
    const changes = fields.map((field): FieldChange => {
      const [before, shipped] = [fieldOf(known?.mine, field), fieldOf(known?.shipped, field)];
      return { field, before, after: fieldOf(merged, field), isEdited: !isSame(before, shipped) };
    });
    return { ...item, changes: known ? changes : [] };
  });
}

async function recordsBefore(
  items: readonly ImportItem[],
  pack: string,
  installed: string | undefined,
): Promise<Map<string, Installed>> {
  const found = new Map<string, Installed>();
  if (installed === undefined || items.length === 0) return found;
  try {
    const store = await openPackStore(installed);
    try {
      for (const section of SECTIONS) {
        const ids = items.flatMap((item) =>
          item.type === 'compared' && item.section === section ? [item.id] : [],
        );
        const records = await lookUpInstalled(store, pack, section, ids);
        for (const [id, record] of records) found.set(`${section}/${id}`, record);
      }
    } finally {
      store.close();
    }
  } catch {
    // It was replaced meanwhile; which fields change is known all the same.
  }
  return found;
}

function fieldOf(record: object | null | undefined, field: string): unknown {
  return record && Object.hasOwn(record, field) ? Reflect.get(record, field) : undefined;
}
