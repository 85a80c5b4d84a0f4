/** Records of a pack as rows of the store, and where a pack's rows lie. */
import type { Collection, Table } from 'dexie';
import { toKey } from '../core/facts/keys';
import type { Claim, Entity, Relation, Source } from '../core/facts/pack-schema';
import { relationKey } from '../core/packs/canonical-pack';
import type { PackRecord, Section } from '../core/packs/import-event';
import { contentHash } from '../core/packs/stable-id';
import { entityIndexFields } from './entity-index';
import type { ClaimRow, EntityRow, FactDb, RelationRow, SourceRow } from './fact-db';

export type RecordRow = SourceRow | EntityRow | ClaimRow | RelationRow;

export function sourceRow(pack: string, source: Source): SourceRow {
  return { key: toKey(pack, source.id), pack, source };
}

export function entityRow(pack: string, entity: Entity): EntityRow {
  return { key: toKey(pack, entity.id), pack, entity, ...entityIndexFields(entity) };
}

/** Of an entity that the pack's terms lead to, so that the browser need not index it as well. */
export function unindexedRow(pack: string, entity: Entity): EntityRow {
  return { key: toKey(pack, entity.id), pack, entity, names: [], identifiers: [] };
}

export function claimRow(pack: string, claim: Claim): ClaimRow {
  return {
    key: toKey(pack, claim.id),
    pack,
    entities: claim.entities.map((id) => toKey(pack, id)),
    ...(claim.respondsTo !== undefined && { respondsTo: toKey(pack, claim.respondsTo) }),
    claim,
  };
}

/** A relation has no id of its own; `id` names it inside its pack's store. */
export function relationRow(
  pack: string,
  relation: Relation,
  id = contentHash(relationKey(relation)),
): RelationRow {
  const { from, to } = relation;
  return { key: toKey(pack, id), pack, from: toKey(pack, from), to: toKey(pack, to), relation };
}

export function rowOf(pack: string, { section, record }: PackRecord): RecordRow {
  switch (section) {
    case 'sources':
      return sourceRow(pack, record);
    case 'entities':
      return entityRow(pack, record);
    case 'claims':
      return claimRow(pack, record);
    case 'relations':
      return relationRow(pack, record);
  }
}

/** Key of the row of a record, by what names it in its section: relations by their own key. */
export function rowKey(pack: string, section: Section, id: string): string {
  return toKey(pack, section === 'relations' ? contentHash(id) : id);
}

export function recordOfRow(row: RecordRow): PackRecord {
  if ('source' in row) return { section: 'sources', record: row.source };
  if ('entity' in row) return { section: 'entities', record: row.entity };
  if ('claim' in row) return { section: 'claims', record: row.claim };
  return { section: 'relations', record: row.relation };
}

/** The rows of one pack in the order of their keys. Those after `after`, where it is given. */
export function rowsOfPack<T, I>(
  table: Table<T, string, I>,
  pack: string,
  after = `${pack}/`,
): Collection<T, string, I> {
  // Keys begin with the pack and a slash; what follows the slash in ASCII ends them.
  return table.where(':id').between(after, `${pack}0`, false, false);
}

export function tableOf(db: FactDb, section: Section): Table<RecordRow, string> {
  return db.table<RecordRow, string>(section);
}

const BATCH_ROWS = 2000;

/** A pack's rows, some at a time, so that neither memory nor the background's turn is taken whole. */
export async function* rowBatches<T extends { key: string }, I>(
  table: Table<T, string, I>,
  pack: string,
  size = BATCH_ROWS,
): AsyncGenerator<T[], void> {
  let after: string | undefined;
  for (;;) {
    const rows = await rowsOfPack(table, pack, after).limit(size).toArray();
    if (rows.length > 0) yield rows;
    const end = rows.at(-1);
    if (end === undefined || rows.length < size) return;
    after = end.key;
  }
}
