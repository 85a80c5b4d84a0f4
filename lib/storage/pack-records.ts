/** A pack's records page by page, in the order in which packs are written. */
import * as v from 'valibot';
import { relationKey } from '../core/packs/canonical-pack';
import type { PackMeta, PackRecord, Section } from '../core/packs/import-event';
import { type FactDb, PackRowSchema, RelationRowSchema } from './fact-db';
import { recordOfRow, rowsOfPack, tableOf } from './pack-rows';
import { storeOfRow } from './pack-store';

export interface RecordPage {
  readonly records: readonly PackRecord['record'][];
  /** To be given for the next page; null where this was the last. */
  readonly next: string | null;
}

/** Null where no such pack is installed. */
export async function readPackMeta(db: FactDb, id: string): Promise<PackMeta | null> {
  const row = v.safeParse(PackRowSchema, await db.packs.get(id));
  if (!row.success) return null;
  const { version, title, description, license } = row.output;
  // A pack must say what it is; rows of early versions do not.
  return { id, version, title, description: description === '' ? title : description, license };
}

export async function readRecordPage(
  db: FactDb,
  pack: string,
  section: Section,
  { after, limit }: { after: string | null; limit: number },
): Promise<RecordPage> {
  const row = v.safeParse(PackRowSchema, await db.packs.get(pack));
  if (!row.success) return { records: [], next: null };
  const store = await storeOfRow(db, row.output);
  if (section === 'relations') return readRelationPage(store, pack, after, limit);
  const rows = await rowsOfPack(tableOf(store, section), pack, after ?? undefined)
    .limit(limit)
    .toArray();
  return {
    records: rows.map((one) => recordOfRow(one).record),
    next: rows.length < limit ? null : (rows.at(-1)?.key ?? null),
  };
}

/** Rows of relations are filed by hashes; they are written by what they join. */
async function readRelationPage(
  store: FactDb,
  pack: string,
  after: string | null,
  limit: number,
): Promise<RecordPage> {
  const rows = await store.relations
    .where('from')
    .between(after ?? `${pack}/`, `${pack}0`, false, false)
    .limit(limit)
    .toArray();
  const last = rows.at(-1)?.from;
  if (last === undefined) return { records: [], next: null };
  const whole = [
    ...rows.filter(({ from }) => from !== last),
    ...(await store.relations.where('from').equals(last).toArray()),
  ];
  const records = whole
    .flatMap((row) => {
      const parsed = v.safeParse(RelationRowSchema, row);
      return parsed.success ? [parsed.output.relation] : [];
    })
    .map((relation) => [relationKey(relation), relation] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, relation]) => relation);
  return { records, next: rows.length < limit ? null : last };
}
