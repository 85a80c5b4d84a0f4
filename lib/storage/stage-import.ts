/**
 * Fills the database of a pack that is not installed yet from a file, and compares each record
 * with what is installed: the dry run and the pack are made in one reading. Nothing that anybody
 * reads is touched. Whoever calls it may die half-way; see store-sweep.ts.
 */
import { DryRun, type DryRunItem, type Installed } from '../core/packs/compare-import';
import {
  type ImportEvent,
  type ImportFormat,
  type PackMeta,
  SECTIONS,
} from '../core/packs/import-event';
import { type ImportOptions, importFacts } from '../core/packs/import-facts';
import { type ImportProblem, type ProblemCode, problemOf } from '../core/packs/import-problem';
import type { ByteChunks, TextChunks } from '../core/packs/text-chunks';
import { timeLeft } from '../core/packs/time-left';
import type { FactDb } from './fact-db';
import type { ImportBase, ImportItem, ImportSummary } from './import-summary';
import { eachInstalled, lookUpInstalled } from './installed-records';
import { createSha256, type Sha256 } from './sha256';
import { StagedRows } from './staged-rows';

export interface StageRequest {
  /** Empty; filled here. */
  readonly store: FactDb;
  /** The rows of the pack of this id as it is installed, and what it is; null where none is. */
  readonly installed: { readonly store: FactDb; readonly base: ImportBase } | null;
  /** The id under which the file is installed. */
  readonly pack: string;
  /** The id that a pack file was seen to have; another one at its end is a fraud. */
  readonly fileId?: string | undefined;
  readonly chunks: ByteChunks | TextChunks;
  readonly totalBytes: number;
  readonly options: ImportOptions;
  readonly onProgress?: (progress: StageProgress) => void;
  readonly now?: () => Date;
}

export interface StageProgress {
  /** Everything is read, and the names are put in order; see term-index-writer.ts. */
  readonly isOrdering: boolean;
  readonly readBytes: number;
  readonly totalBytes: number;
  readonly records: number;
  readonly refused: number;
  /** Null as long as nobody can tell. */
  readonly secondsLeft: number | null;
}

export type Staged =
  | { readonly ok: true; readonly summary: ImportSummary }
  | { readonly ok: false; readonly problem: ImportProblem };

/** So long a page may not answer its reader; milliseconds. */
const SLICE_MS = 24;
/** Of each verdict so many items are kept. */
const MAX_ITEMS = 1000;

/** Throws what the store throws, and the signal's reason. */
export async function stageImport(request: StageRequest): Promise<Staged> {
  const { store, installed, pack, options, totalBytes, now = () => new Date() } = request;
  const hash = createSha256();
  const rows = new StagedRows(store, pack, now().toISOString());
  const edited = new Map<string, Installed>();
  const dryRun = new DryRun(async (section, ids) => {
    if (!installed) return new Map();
    const found = await lookUpInstalled(installed.store, pack, section, ids);
    for (const [id, one] of found) if (one.isEdited) edited.set(`${section}/${id}`, one);
    return found;
  });
  const refusals: Partial<Record<ProblemCode, number>> = {};
  const kept = keeper(rows, refusals);
  const told: Told = { meta: options.meta, format: null, bytes: 0 };
  const slices = createSlices();
  const begun = slices.now();
  let latest: StageProgress | undefined;

  for await (const batch of importFacts(hashed(request.chunks, hash), options)) {
    const items = await dryRun.take(batch);
    const theirs = batch.filter((event) => event.type === 'record');
    let record = 0;
    for (const item of items) {
      kept(item);
      if (item.type !== 'compared') continue;
      const event = theirs[record++];
      const isEdited = edited.has(`${item.section}/${item.id}`);
      if (event) rows.add(item.section, item.id, item.merged, isEdited ? event.record : undefined);
    }
    edited.clear();
    const failure = hear(batch, told, (progress) => {
      const secondsLeft = timeLeft(progress.readBytes, totalBytes, slices.now() - begun);
      latest = { ...progress, isOrdering: false, totalBytes, secondsLeft };
      request.onProgress?.(latest);
    });
    if (failure) return { ok: false, problem: failure };
    await rows.flushIfFull();
    await slices.pauseIfDue();
  }
  if (told.format === 'pack' && request.fileId !== undefined && told.meta.id !== request.fileId) {
    return { ok: false, problem: problemOf('bad-value', { path: 'id' }, { value: told.meta.id }) };
  }
  if (installed) await keepEdits(installed.store, pack, dryRun, rows, kept);
  options.signal?.throwIfAborted();
  await rows.flush();
  if (latest) request.onProgress?.({ ...latest, isOrdering: true, secondsLeft: null });
  await rows.finishTerms(options.signal);
  const counts = await rows.finishReferences();
  const { version, title, description, license } = told.meta;
  const summary: ImportSummary = {
    pack,
    ...{ version, title, description, license },
    format: told.format ?? 'pack',
    sha256: hash.end(),
    bytes: told.bytes,
    counts,
    verdicts: { ...dryRun.counts },
    refusals,
    base: installed?.base ?? null,
  };
  options.signal?.throwIfAborted();
  await rows.complete(summary);
  return { ok: true, summary };
}

interface Told {
  meta: PackMeta;
  format: ImportFormat | null;
  bytes: number;
}

/** Notes what the file says of itself; gives the problem where it ends the import. */
function hear(
  batch: readonly ImportEvent[],
  told: Told,
  onProgress: (event: Pick<StageProgress, 'readBytes' | 'records' | 'refused'>) => void,
): ImportProblem | null {
  for (const event of batch) {
    if (event.type === 'failed') return event.problem;
    if (event.type === 'meta') told.meta = event.meta;
    if (event.type === 'format') told.format = event.format;
    if (event.type !== 'progress') continue;
    told.bytes = event.readBytes;
    const { readBytes, records, refused } = event;
    onProgress({ readBytes, records, refused });
  }
  return null;
}

/** What is installed and not in the file: told as gone, or kept where the reader has changed it. */
async function keepEdits(
  installed: FactDb,
  pack: string,
  dryRun: DryRun,
  rows: StagedRows,
  kept: (item: DryRunItem) => void,
): Promise<void> {
  for (const section of SECTIONS) {
    for await (const [id, one] of eachInstalled(installed, pack, section)) {
      for (const item of dryRun.gone(section, id, one)) {
        kept(item);
        if (item.type === 'compared') rows.add(section, id, item.merged, null);
      }
      await rows.flushIfFull();
    }
  }
}

/** Keeps the first items of each verdict, and of each reason for a refusal. */
function keeper(
  rows: StagedRows,
  refusals: Partial<Record<ProblemCode, number>>,
): (item: DryRunItem) => void {
  const kept = new Map<string, number>();
  return (item) => {
    if (item.type === 'refused') {
      const { code } = item.problem;
      refusals[code] = (refusals[code] ?? 0) + 1;
    } else if (item.verdict === 'same') return;
    const kind = item.type === 'refused' ? item.problem.code : item.verdict;
    const count = kept.get(kind) ?? 0;
    if (count >= MAX_ITEMS) return;
    kept.set(kind, count + 1);
    rows.addItem(toItem(item));
  };
}

function toItem(item: DryRunItem): ImportItem {
  if (item.type === 'refused') {
    const { code, place, values } = item.problem;
    return { type: 'refused', problem: { code, place, values }, isConsequence: item.isConsequence };
  }
  const { verdict, section, id, place, fields, conflicts, merged } = item;
  return {
    type: 'compared',
    ...{ verdict, section, id, place },
    fields: [...fields],
    conflicts: conflicts.map((conflict) => ({ ...conflict })),
    merged: merged && { ...merged },
  };
}

async function* hashed(
  chunks: ByteChunks | TextChunks,
  hash: Sha256,
): AsyncGenerator<Uint8Array, void> {
  const encoder = new TextEncoder();
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? encoder.encode(chunk) : chunk;
    hash.push(bytes);
    yield bytes;
  }
}

/** Lets the page answer its reader now and then. */
function createSlices(): { now(): number; pauseIfDue(): Promise<void> } {
  const now = (): number => performance.now();
  let since = now();
  return {
    now,
    async pauseIfDue() {
      if (now() - since < SLICE_MS) return;
      // A timer would be slowed to one a second in a tab that nobody looks at.
      await new Promise<void>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          port1.close();
          resolve();
        };
        port2.postMessage(null);
      });
      since = now();
    },
  };
}
