/**
 * Puts any number of terms in order in little memory: sorted runs go to the store, and are merged
 * in the end. (An external merge sort, Knuth, The Art of Computer Programming 3, 5.4.)
 */
import type { FactDb, TermRow } from './fact-db';
import { writeTogether } from './write-together';

type Entry = readonly [term: string, id: string];

/** A run is sorted in one go, while the page cannot answer. */
const SIZES = { runTerms: 25_000, rowTerms: 256 };
/** Written in one transaction. */
const WRITTEN_ROWS = 100;

export class TermIndexWriter {
  #entries: Entry[] = [];
  #runs = 0;

  constructor(
    private readonly store: FactDb,
    private readonly sizes = SIZES,
  ) {}

  add(id: string, terms: readonly string[]): void {
    for (const term of terms) this.#entries.push([term, id]);
  }

  async flushIfFull(): Promise<void> {
    if (this.#entries.length >= this.sizes.runTerms) await this.#flush();
  }

  /** Throws the signal's reason. */
  async finish(signal?: AbortSignal): Promise<void> {
    await this.#flush();
    const { terms, termRuns } = tablesOf(this.store);
    const { rowTerms } = this.sizes;
    let rows: TermRow[] = [];
    const write = async (): Promise<void> => {
      const full = rows;
      rows = [];
      await writeTogether(this.store, [terms], () => terms.bulkAdd(full));
    };
    let waiting: Entry[] = [];
    let number = 0;
    for await (const entries of this.#merged(signal)) {
      waiting = waiting.length === 0 ? entries : [...waiting, ...entries];
      let at = 0;
      for (; at + rowTerms <= waiting.length; at += rowTerms) {
        rows.push(toRow(waiting.slice(at, at + rowTerms), number++));
      }
      waiting = waiting.slice(at);
      if (rows.length >= WRITTEN_ROWS) await write();
    }
    if (waiting.length > 0) rows.push(toRow(waiting, number));
    await write();
    await writeTogether(this.store, [termRuns], () => termRuns.clear());
  }

  async #flush(): Promise<void> {
    if (this.#entries.length === 0) return;
    const entries = this.#entries.sort(compare);
    this.#entries = [];
    const run = this.#runs++;
    const { rowTerms } = this.sizes;
    const rows: (TermRow & { readonly run: number })[] = [];
    for (let at = 0; at < entries.length; at += rowTerms) {
      rows.push({ ...toRow(entries.slice(at, at + rowTerms), at / rowTerms), run });
    }
    const { termRuns } = tablesOf(this.store);
    await writeTogether(this.store, [termRuns], () => termRuns.bulkAdd(rows));
  }

  /** All entries in order, some at a time. */
  async *#merged(signal: AbortSignal | undefined): AsyncGenerator<Entry[], void> {
    const { termRuns } = tablesOf(this.store);
    let open = Array.from({ length: this.#runs }, (_none, run) => ({
      run,
      number: 0,
      entries: [] as Entry[],
    }));
    while (open.length > 0) {
      signal?.throwIfAborted();
      const empty = open.filter(({ entries }) => entries.length === 0);
      const rows = await termRuns.bulkGet(empty.map(({ run, number }) => [run, number]));
      for (const [index, one] of empty.entries()) {
        one.entries = entriesOf(rows[index]);
        one.number++;
      }
      open = open.filter(({ entries }) => entries.length > 0);
      // What is not above the end of any row that was read has nothing unread before it.
      const ends = open.flatMap(({ entries }) => entries.slice(-1)).sort(compare);
      const [end] = ends;
      if (!end) return;
      const ready: Entry[] = [];
      for (const one of open) {
        const above = one.entries.findIndex((entry) => compare(entry, end) > 0);
        const count = above < 0 ? one.entries.length : above;
        for (const entry of one.entries.slice(0, count)) ready.push(entry);
        one.entries = one.entries.slice(count);
      }
      yield ready.sort(compare);
    }
  }
}

function toRow(entries: readonly Entry[], number: number): TermRow {
  const terms = entries.map(([term]) => term);
  return { first: terms[0] ?? '', number, terms, ids: entries.map(([, id]) => id) };
}

function entriesOf(row: TermRow | undefined): Entry[] {
  return (row?.terms ?? []).map((term, index) => [term, row?.ids[index] ?? '']);
}

/** By UTF-16 code units, as the store orders its keys. */
function compare([a, idOfA]: Entry, [b, idOfB]: Entry): number {
  if (a !== b) return a < b ? -1 : 1;
  return idOfA < idOfB ? -1 : idOfA > idOfB ? 1 : 0;
}

function tablesOf({ terms, termRuns }: FactDb) {
  if (!terms || !termRuns) throw new Error('Only the database of one pack has terms.');
  return { terms, termRuns };
}
