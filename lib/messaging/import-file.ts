/**
 * Imports a file from one of our own pages. The page reads it and fills the store itself, with
 * the code that the background would use: the file is not sent anywhere, memory stays bounded, and
 * a background that falls asleep does not end it. The background makes the place and the switch.
 */
import type { ImportOptions } from '../core/packs/import-facts';
import { importFacts } from '../core/packs/import-facts';
import type { ImportProblem } from '../core/packs/import-problem';
import { chunksOfStream } from '../core/packs/text-chunks';
import type { ImportSummary } from '../storage/import-summary';
import { openPackStore, PackGoneError } from '../storage/pack-store';
import { type StageProgress, stageImport } from '../storage/stage-import';
import { type StorageFailure, toStorageFailure } from '../storage/storage-failure';
import type { Params, Result } from './protocol';
import { type ReviewedItem, withChanges } from './reviewed-items';
import { send } from './send';

export interface FileImport {
  readonly file: Blob;
  readonly options: Omit<ImportOptions, 'signal'>;
  /** The id to be installed under; a pack's own where none is given, else the one of `meta`. */
  readonly pack?: string;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: StageProgress) => void;
}

export type ImportedFile =
  | { readonly state: 'staged'; readonly staged: StagedFile }
  | { readonly state: 'cancelled' }
  | { readonly state: 'bad-file'; readonly problem: ImportProblem }
  | { readonly state: 'refused'; readonly code: ImportRefusal }
  | { readonly state: 'failed'; readonly failure: StorageFailure };

/** `other-storage`: the window is one whose storage the background does not see. */
export type ImportRefusal = 'reserved-id' | 'too-many-packs' | 'private-window' | 'other-storage';

export interface StagedFile {
  readonly summary: ImportSummary;
  items(filter: Omit<Params<'importItems'>, 'store'>): Promise<readonly ReviewedItem[]>;
  /** Names that other packs know already; null where nobody can tell any more. */
  twins(): Promise<Result<'importTwins'>['twins']>;
  install(): Promise<Result<'installImport'>>;
  discard(): Promise<void>;
}

/** Resolves whatever happens; nothing that is installed has changed by then. */
export async function importFile(request: FileImport): Promise<ImportedFile> {
  try {
    const target = await targetOf(request);
    if (typeof target !== 'object') return await stageInto(request, target);
    return { state: 'bad-file', problem: target };
  } catch (error) {
    if (request.signal.aborted) return { state: 'cancelled' };
    return { state: 'failed', failure: toStorageFailure(error) };
  }
}

async function stageInto(request: FileImport, fileId: string): Promise<ImportedFile> {
  const { file, options, signal, onProgress } = request;
  const pack = request.pack ?? fileId;
  const begun = await send('beginImport', { pack });
  if (!begun.ok) return { state: 'refused', code: begun.code };
  const release = await holdLock(begun.store);
  const discard = async (): Promise<void> => {
    await send('cancelImport', { store: begun.store }).finally(release);
  };
  try {
    const store = await openPackStore(begun.store);
    const before = begun.installed && (await openPackStore(begun.installed.store));
    const staged = await stageImport({
      store,
      installed: before && begun.installed && { store: before, base: begun.installed.base },
      pack,
      fileId,
      chunks: chunksOfStream(file.stream()),
      totalBytes: file.size,
      options: { ...options, signal },
      onProgress,
    }).finally(() => {
      store.close();
      before?.close();
    });
    if (staged.ok) {
      return {
        state: 'staged',
        staged: {
          summary: staged.summary,
          async items(filter) {
            const { items } = await send('importItems', { ...filter, store: begun.store });
            return withChanges(items, pack, begun.installed?.store);
          },
          twins: async () => (await send('importTwins', { store: begun.store })).twins,
          install: () => send('installImport', { store: begun.store }).finally(release),
          discard,
        },
      };
    }
    await discard();
    return { state: 'bad-file', problem: staged.problem };
  } catch (error) {
    const wasCancelled = signal.aborted || !(await isStillWanted(begun.store));
    await discard().catch(() => undefined);
    if (wasCancelled) return { state: 'cancelled' };
    if (error instanceof PackGoneError) return { state: 'refused', code: 'other-storage' };
    return { state: 'failed', failure: toStorageFailure(error) };
  }
}

/** Another page may have cancelled it, by which the store was deleted under our hands. */
async function isStillWanted(name: string): Promise<boolean> {
  try {
    return (await send('importStatus', {})).imports.some(({ store }) => store === name);
  } catch {
    return true;
  }
}

/** As long as it is held, nobody sweeps the store away; it goes with the page. */
function holdLock(name: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(name, () => new Promise<void>((release) => resolve(release)))
      .catch(reject);
  });
}

/** So much of a pack's beginning is searched for its id; UTF-16 code units. */
const HEAD_BYTES = 4096;

/** The id under which the file's records are stored, which has to be known before the first. */
async function targetOf({ file, options, signal }: FileImport): Promise<string | ImportProblem> {
  if (options.format !== 'pack') return options.meta.id;
  const head = await file.slice(0, HEAD_BYTES).text();
  const [, id] = /^\ufeff?\s*\{\s*"id"\s*:\s*"([a-z0-9-]{1,80})"/.exec(head) ?? [];
  if (id !== undefined) return id;
  // A pack may say what it is at its end only.
  const chunks = chunksOfStream(file.stream());
  for await (const batch of importFacts(chunks, { ...options, signal })) {
    for (const event of batch) {
      if (event.type === 'failed') return event.problem;
      if (event.type === 'meta') return event.meta.id;
    }
  }
  return options.meta.id;
}
