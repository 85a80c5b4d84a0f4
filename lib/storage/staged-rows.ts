/** The rows of a pack that is being imported, written some thousand at a time. */
import type { PackRecord, Section } from '../core/packs/import-event';
import { isSame } from '../core/packs/is-same';
import type { EditRow, FactDb } from './fact-db';
import type { ImportItem, ImportSummary } from './import-summary';
import { editKey } from './installed-records';
import { entityRow, type RecordRow, rowKey, rowOf, tableOf, unindexedRow } from './pack-rows';
import { termsOf } from './term-index';
import { TermIndexWriter } from './term-index-writer';
import { writeTogether } from './write-together';

type AnyRecord = PackRecord['record'];

const FULL_ROWS = 500;
export const SUMMARY = 'summary';

export class StagedRows {
  #rows = new Map<Section, RecordRow[]>();
  #edits: EditRow[] = [];
  #items: ImportItem[] = [];
  #waiting = 0;
  readonly #terms: TermIndexWriter;
  /** Deleted by the reader in the version before. */
  readonly #deleted: { readonly id: string; readonly theirs: AnyRecord }[] = [];

  constructor(
    private readonly store: FactDb,
    private readonly pack: string,
    /** ISO date and time of the import. */
    private readonly at: string,
  ) {
    this.#terms = new TermIndexWriter(store);
  }

  /**
   * `merged` as it is to be stored, null for what is to be absent. `theirs` is given where the
   * reader has changed the record: what the pack ships now, null where it has it no more.
   */
  add(section: Section, id: string, merged: AnyRecord | null, theirs?: AnyRecord | null): void {
    if (merged) this.#push({ section, record: merged } as PackRecord, theirs !== undefined);
    if (theirs === undefined || isSame(merged, theirs)) return;
    if (merged === null && theirs !== null && section === 'entities') {
      this.#deleted.push({ id, theirs });
    }
    this.#edits.push({
      key: editKey(this.pack, section, id),
      pack: this.pack,
      section,
      id,
      shipped: theirs,
      history: { edits: [{ at: this.at, before: theirs, after: merged }], done: 1 },
    });
    this.#waiting++;
  }

  addItem(item: ImportItem): void {
    this.#items.push(item);
    this.#waiting++;
  }

  async flushIfFull(): Promise<void> {
    if (this.#waiting >= FULL_ROWS) await this.flush();
    await this.#terms.flushIfFull();
  }

  async flush(): Promise<void> {
    const { store } = this;
    const [rows, edits, items] = [this.#rows, this.#edits, this.#items];
    this.#rows = new Map();
    this.#edits = [];
    this.#items = [];
    this.#waiting = 0;
    const tables = [store.sources, store.entities, store.claims, store.relations];
    await writeTogether(store, [...tables, store.edits, store.items], async () => {
      for (const [section, some] of rows) await tableOf(store, section).bulkPut(some);
      await store.edits.bulkPut(edits);
      await store.items.bulkAdd(items.map((item) => ({ item })));
    });
  }

  /** Throws the signal's reason. */
  finishTerms(signal?: AbortSignal): Promise<void> {
    return this.#terms.finish(signal);
  }

  /** Puts back what the reader has deleted and the new version speaks of; counts what is there. */
  async finishReferences(): Promise<ImportSummary['counts']> {
    const { store, pack } = this;
    for (const { id, theirs } of this.#deleted) {
      const key = rowKey(pack, 'entities', id);
      const uses = await Promise.all([
        store.claims.where('entities').equals(key).count(),
        store.relations.where('from').equals(key).or('to').equals(key).count(),
      ]);
      if (uses.every((count) => count === 0) || !('aliases' in theirs)) continue;
      await store.entities.put(entityRow(pack, theirs));
      await store.edits.delete(editKey(pack, 'entities', id));
    }
    const [sources, entities, claims, relations] = await Promise.all([
      store.sources.count(),
      store.entities.count(),
      store.claims.count(),
      store.relations.count(),
    ]);
    return { sources, entities, claims, relations };
  }

  /** The last write: without it the pack is not whole and nobody installs it. */
  async complete(summary: ImportSummary): Promise<void> {
    const { store, at } = this;
    const { pack: id, version, sha256, title, license, description, counts } = summary;
    await writeTogether(store, [store.packs, store.values], async () => {
      await store.values.put({ name: SUMMARY, value: summary });
      await store.packs.put({
        ...{ id, version, sha256, title, license, description, counts },
        origin: 'imported',
        store: store.name,
        importedAt: at,
        revision: 0,
        complete: true,
      });
    });
  }

  #push(one: PackRecord, isEdited: boolean): void {
    const { section } = one;
    const isListed = one.section === 'entities' && !isEdited;
    if (isListed) this.#terms.add(one.record.id, termsOf(one.record));
    const row = isListed ? unindexedRow(this.pack, one.record) : rowOf(this.pack, one);
    const rows = this.#rows.get(section);
    if (rows) rows.push(row);
    else this.#rows.set(section, [row]);
    this.#waiting++;
  }
}
