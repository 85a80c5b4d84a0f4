/**
 * What the reader writes: records of their own pack, and changes of imported ones. Each record
 * keeps its history; records that were changed together are undone together. One transaction
 * each: a change that cannot be made leaves everything as it was.
 */
import type { Table } from 'dexie';
import * as v from 'valibot';
import { currentOf, emptyHistory, redo, undo, withEdit } from '../core/clipping/history';
import { OWN_PACK_ID } from '../core/clipping/own-pack';
import { checkRecord } from '../core/packs/check-record';
import { recordId } from '../core/packs/compare-import';
import type { PackMeta, PackRecord, Section } from '../core/packs/import-event';
import { type ImportProblem, type Place, problemOf } from '../core/packs/import-problem';
import { isSame } from '../core/packs/is-same';
import { type EditRow, EditRowSchema, type FactDb, type PackRow, PackRowSchema } from './fact-db';
import { editKey } from './installed-records';
import { recordOfRow, rowKey, rowOf, rowsOfPack, tableOf } from './pack-rows';
import { storeOfRow } from './pack-store';
import { missingReference, type Reference, referencesOf, userOf } from './record-references';
import { writeTogether } from './write-together';

type AnyRecord = PackRecord['record'];

export interface RecordChange {
  readonly section: Section;
  readonly id: string;
  /** Null deletes it. */
  readonly record: unknown;
  /** Other versions of it, for its history only. */
  readonly beside?: readonly unknown[];
  /** What the change was decided by: where it is not so any more, nothing is changed. */
  readonly before?: unknown;
}

/** A record was not as it was when its change was decided. */
export class ChangedMeanwhileError extends Error {
  override readonly name = 'ChangedMeanwhileError';
}

export type EditProblem =
  | ({ readonly reason: 'bad-record' } & ImportProblem)
  /** Another record names it: its key is `user`. */
  | { readonly reason: 'in-use'; readonly section: Section; readonly id: string; user: string }
  | { readonly reason: 'not-installed' | 'read-only' | 'nothing-to-undo' | 'nothing-to-redo' };

export type EditOutcome =
  | {
      readonly ok: true;
      readonly records: readonly RecordName[];
      /** Number of the change that was written, by which it is undone; absent where there was none. */
      readonly change?: number;
    }
  | { readonly ok: false; readonly problem: EditProblem };

export interface RecordName {
  readonly section: Section;
  readonly id: string;
}

/** Older changes cannot be undone together any more; each record still has its history. */
const MAX_CHANGES = 1000;

/** Puts the records there or deletes them, all or none. */
export async function changeRecords(
  db: FactDb,
  pack: string,
  changes: readonly RecordChange[],
  options: EditOptions = {},
): Promise<EditOutcome> {
  let change: number | undefined;
  const outcome = await edit(db, pack, options, async (work) => {
    const wanted = await withBothSides(work, changes.map(checked));
    const edited: EditRow[] = [];
    const keys: string[] = [];
    for (const { section, id, record, beside = [], expected } of wanted) {
      const before = await readEdit(work, section, id);
      if (expected !== undefined && !isSame(currentOf(before.history, before.shipped), expected)) {
        throw new ChangedMeanwhileError(`${section}/${id}`);
      }
      let { history } = before;
      for (const version of [...beside, record]) {
        const next = withEdit(history, before.shipped, version, work.at);
        if (next !== history) keys.push(before.key);
        history = next;
      }
      if (history !== before.history) edited.push({ ...before, history });
    }
    if (edited.length === 0) return [];
    const { changes: table } = work.store;
    await table.filter((row) => row.pack === pack && row.isUndone).delete();
    change = await table.add({ pack, at: work.at, edits: keys, isUndone: false });
    await table
      .where('number')
      .belowOrEqual(change - MAX_CHANGES)
      .delete();
    return edited;
  });
  return outcome.ok && change !== undefined ? { ...outcome, change } : outcome;
}

/** The last change; with `change`, only where that is the one of this number. */
export function undoChange(
  db: FactDb,
  pack: string,
  options: EditOptions & { readonly change?: number | undefined } = {},
) {
  return stepChange(db, pack, options, 'undo');
}

export function redoChange(db: FactDb, pack: string, options: EditOptions = {}) {
  return stepChange(db, pack, options, 'redo');
}

function stepChange(
  db: FactDb,
  pack: string,
  options: EditOptions & { readonly change?: number | undefined },
  step: 'undo' | 'redo',
): Promise<EditOutcome> {
  return edit(db, pack, options, async (work) => {
    const { store } = work;
    const rows = (await store.changes.toArray()).filter((row) => row.pack === pack);
    const change =
      step === 'undo'
        ? rows.findLast(({ isUndone }) => !isUndone)
        : rows.find(({ isUndone }) => isUndone);
    if (!change || change.number !== (options.change ?? change.number)) {
      throw new Refused({ reason: step === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo' });
    }
    await store.changes.put({ ...change, isUndone: step === 'undo' });
    const edits = await store.edits.bulkGet([...new Set(change.edits)]);
    return edits.flatMap((row) => {
      const parsed = v.safeParse(EditRowSchema, row);
      if (!parsed.success) return [];
      const steps = change.edits.filter((key) => key === parsed.output.key);
      const history = steps.reduce(
        (now: EditRow['history']) => (step === 'undo' ? undo(now) : redo(now)),
        parsed.output.history,
      );
      return [{ ...parsed.output, history }];
    });
  });
}

export interface EditOptions {
  readonly now?: Date;
  /** What the own pack is called, where it is not there yet. */
  readonly ownMeta?: PackMeta;
  /** Written in the same transaction, where the pack's rows are in the fact base itself. */
  readonly also?: { readonly tables: readonly Table[]; readonly write: () => Promise<void> };
}

interface Work {
  readonly store: FactDb;
  readonly pack: string;
  readonly at: string;
}

/** Ends the transaction without a trace; what is wrong becomes data. */
class Refused extends Error {
  constructor(readonly problem: EditProblem) {
    super(problem.reason);
  }
}

async function edit(
  db: FactDb,
  pack: string,
  { now = new Date(), ownMeta, also }: EditOptions,
  decide: (work: Work) => Promise<EditRow[]>,
): Promise<EditOutcome> {
  const at = now.toISOString();
  const installed = v.safeParse(PackRowSchema, await db.packs.get(pack));
  if (!installed.success && (pack !== OWN_PACK_ID || !ownMeta)) return refusal('not-installed');
  if (installed.success && installed.output.origin === 'bundled') return refusal('read-only');
  const store = await storeOfRow(db, installed.success ? installed.output : undefined);
  const tables = [store.sources, store.entities, store.claims, store.relations];
  const own = [store.packs, store.edits, store.changes, ...(also?.tables ?? [])];
  try {
    const records = await writeTogether(store, [...tables, ...own], async () => {
      const edited = await decide({ store, pack, at });
      await apply({ store, pack, at }, edited);
      await also?.write();
      if (edited.length > 0) await countAnew(store, pack, edited, ownMeta);
      return edited.map(({ section, id }) => ({ section, id }));
    });
    if (store !== db) await copyPackRow(db, store, pack);
    return { ok: true, records };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** Brings rows to what their histories say, and checks that what they name is there. */
async function apply({ store, pack }: Work, edited: readonly EditRow[]): Promise<void> {
  const records = edited.map((row) => ({
    row,
    record: currentOf(row.history, row.shipped) as AnyRecord | null,
  }));
  await store.edits.bulkPut([...edited]);
  for (const { row, record } of records) {
    const table = tableOf(store, row.section);
    if (record) await table.put(rowOf(pack, { section: row.section, record } as PackRecord));
    else await table.delete(rowKey(pack, row.section, row.id));
  }
  for (const { row, record } of records) {
    const { section, id } = row;
    if (record) {
      const named = { section, record } as PackRecord;
      const missing = await missingReference(store, pack, referencesOf(named));
      if (missing) throw new Refused(missingProblem(section, id, missing));
    } else if (section !== 'relations') {
      const user = await userOf(store, pack, { section, id });
      if (user !== null) throw new Refused({ reason: 'in-use', section, id, user });
    }
  }
}

const UNKNOWN = {
  sources: 'unknown-source',
  entities: 'unknown-entity',
  claims: 'unknown-claim',
} as const;

function missingProblem(section: Section, id: string, missing: Reference): EditProblem {
  const place = { path: `${section}/${id}` };
  return {
    reason: 'bad-record',
    ...problemOf(UNKNOWN[missing.section], place, { id: missing.id }),
  };
}

interface CheckedChange {
  readonly section: Section;
  readonly id: string;
  readonly record: AnyRecord | null;
  readonly beside?: readonly AnyRecord[];
  readonly expected?: unknown;
}

function checked({ section, id, record, beside = [], before }: RecordChange): CheckedChange {
  const others = beside.flatMap((one) => checked({ section, id, record: one }).record ?? []);
  const rest = { beside: others, expected: before };
  if (record === null) return { section, id, record: null, ...rest };
  const place: Place = { path: `${section}/${id}` };
  const outcome = checkRecord(section, record, place);
  if (!outcome.ok) throw new Refused({ reason: 'bad-record', ...outcome.problem });
  if (recordId(outcome.record) !== id) {
    throw new Refused({ reason: 'bad-record', ...problemOf('bad-id', place, { value: id }) });
  }
  return { section, id, record: outcome.record.record, ...rest };
}

/** Claims that conflict say so on both sides; the other side is changed with this one. */
async function withBothSides(
  { store, pack }: Work,
  changes: readonly CheckedChange[],
): Promise<CheckedChange[]> {
  const all = new Map(changes.map((change) => [`${change.section}/${change.id}`, change]));
  const claimNow = async (id: string): Promise<AnyRecord | null> => {
    const change = all.get(`claims/${id}`);
    if (change) return change.record;
    return (await store.claims.get(rowKey(pack, 'claims', id)))?.claim ?? null;
  };
  for (const { section, id, record } of changes) {
    if (section !== 'claims') continue;
    const before = (await store.claims.get(rowKey(pack, 'claims', id)))?.claim.conflictsWith ?? [];
    const after = record && 'conflictsWith' in record ? record.conflictsWith : [];
    for (const other of new Set([...before, ...after])) {
      const claim = await claimNow(other);
      if (!claim || !('conflictsWith' in claim)) continue;
      const rest = claim.conflictsWith.filter((one) => one !== id);
      const conflictsWith = after.includes(other) ? [...rest, id] : rest;
      if (conflictsWith.length === claim.conflictsWith.length) continue;
      all.set(`claims/${other}`, {
        ...all.get(`claims/${other}`),
        section: 'claims',
        id: other,
        record: { ...claim, conflictsWith },
      });
    }
  }
  return [...all.values()];
}

async function readEdit({ store, pack }: Work, section: Section, id: string): Promise<EditRow> {
  const key = editKey(pack, section, id);
  const parsed = v.safeParse(EditRowSchema, await store.edits.get(key));
  if (parsed.success) return parsed.output;
  const row = await tableOf(store, section).get(rowKey(pack, section, id));
  const shipped = row ? { ...recordOfRow(row).record } : null;
  return { key, pack, section, id, shipped, history: emptyHistory() };
}

/** Nothing may be derived from a pack whose row does not tell of the change. */
async function countAnew(
  store: FactDb,
  pack: string,
  edited: readonly EditRow[],
  ownMeta: PackMeta | undefined,
): Promise<void> {
  const parsed = v.safeParse(PackRowSchema, await store.packs.get(pack));
  const row = parsed.success ? parsed.output : newOwnRow(pack, ownMeta);
  const count = (section: Section): Promise<number> =>
    rowsOfPack(tableOf(store, section), pack).count();
  const revision = row.revision + 1;
  const [base = ''] = row.sha256.split('+');
  const sha256 = edited.some(touchesNames) ? `${base}+${revision}` : row.sha256;
  const counts = {
    sources: await count('sources'),
    entities: await count('entities'),
    claims: await count('claims'),
    relations: await count('relations'),
  };
  await store.packs.put({ ...row, revision, sha256, counts });
}

/** What pages mark is made of names and relations; a claim alone must not make them read again. */
function touchesNames({ section }: EditRow): boolean {
  return section === 'entities' || section === 'relations';
}

function newOwnRow(id: string, meta: PackMeta | undefined): PackRow {
  const { version = '1.0.0', title = id, license = 'unknown', description = '' } = meta ?? {};
  return {
    ...{ id, version, title, license, description },
    sha256: 'own',
    origin: 'own',
    counts: { sources: 0, entities: 0, claims: 0, relations: 0 },
    revision: 0,
    complete: true,
  };
}

/** The registry's copy; where the browser dies before this, the next edit brings it up to date. */
async function copyPackRow(db: FactDb, store: FactDb, pack: string): Promise<void> {
  const row = v.safeParse(PackRowSchema, await store.packs.get(pack));
  if (!row.success) return;
  const { counts, revision, sha256 } = row.output;
  await db.packs.update(pack, { counts, revision, sha256 });
}

function refusal(reason: 'not-installed' | 'read-only'): EditOutcome {
  return { ok: false, problem: { reason } };
}
