/**
 * A file to records of our form, whatever known format it is in, piece by piece: memory does not
 * grow with the list, and whoever iterates sets the pace. Nothing is stored here.
 */
import type { FactPack } from '../facts/pack-schema';
import { detectFormat, HEAD_CHARS } from './detect-format';
import type { ImportEvent, ImportFormat, PackReader } from './import-event';
import { IMPORT_LIMITS } from './import-limits';
import { fail, ImportFailure, type ImportProblem } from './import-problem';
import { createAnnotationReader } from './read-annotations';
import { createFollowTheMoneyReader } from './read-follow-the-money';
import { createOpenSanctionsReader } from './read-open-sanctions';
import { createPackReader } from './read-pack-json';
import { createTableReader } from './read-table';
import type { ReaderContext } from './reader-context';
import { suggestMapping, type TableMapping } from './suggest-mapping';
import { type ByteChunks, type TextChunk, type TextChunks, textChunks } from './text-chunks';

export interface ImportOptions extends Omit<ReaderContext, 'limits'> {
  readonly limits?: ReaderContext['limits'];
  /** As agreed by the reader; without one, what suggestMapping says. */
  readonly mapping?: TableMapping;
  /** Where it is known otherwise. */
  readonly format?: ImportFormat;
  readonly signal?: AbortSignal;
}

/**
 * Events in batches, one batch for each piece of text, the last event `done` or `failed`. Throws
 * the signal's reason when it aborts, and whatever reading the chunks throws.
 */
export async function* importFacts(
  chunks: ByteChunks | TextChunks,
  options: ImportOptions,
): AsyncGenerator<ImportEvent[], void> {
  const limits = options.limits ?? IMPORT_LIMITS;
  const counts = { records: 0, refused: 0 };
  const counted = (events: ImportEvent[]): ImportEvent[] => {
    for (const { type } of events) {
      if (type === 'record') counts.records++;
      else if (type === 'refused') counts.refused++;
    }
    return events;
  };
  let reader: PackReader | undefined;
  try {
    for await (const { text, readBytes } of withWholeHead(textChunks(chunks, limits.bytes))) {
      options.signal?.throwIfAborted();
      if (!reader) {
        const format = options.format ?? detectFormat(text) ?? fail('unknown-format', { line: 1 });
        reader = createReader(format, text, { ...options, limits });
        yield [{ type: 'format', format }];
      }
      const events = counted([...reader.push(text)]);
      yield [...events, { type: 'progress', readBytes, ...counts }];
    }
    options.signal?.throwIfAborted();
    if (!reader) fail('empty-file');
    yield counted([...reader.end()]);
    yield [{ type: 'done', ...counts }];
  } catch (error) {
    if (!(error instanceof ImportFailure)) throw error;
    yield [{ type: 'failed', problem: error.problem }];
  }
}

/** The first chunk long enough to tell the format by; a blank text has none at all. */
async function* withWholeHead(chunks: AsyncIterable<TextChunk>): AsyncGenerator<TextChunk, void> {
  let head = '';
  let readBytes = 0;
  let isHead = true;
  for await (const chunk of chunks) {
    if (!isHead) {
      yield chunk;
      continue;
    }
    head += chunk.text;
    readBytes = chunk.readBytes;
    if (head.length < HEAD_CHARS) continue;
    isHead = false;
    yield { text: head, readBytes };
  }
  if (isHead && head.trim() !== '') yield { text: head, readBytes };
}

function createReader(
  format: ImportFormat,
  head: string,
  options: ReaderContext & Pick<ImportOptions, 'mapping'>,
): PackReader {
  switch (format) {
    case 'pack':
      return createPackReader(options.limits);
    case 'follow-the-money':
      return createFollowTheMoneyReader(options);
    case 'open-sanctions':
      return createOpenSanctionsReader(options);
    case 'annotations':
      return createAnnotationReader(options);
    case 'table':
      return createTableReader(options, options.mapping ?? suggestMapping(head));
  }
}

export interface GatheredImport {
  /** Null where the file cannot be imported at all. */
  readonly pack: FactPack | null;
  readonly format: ImportFormat | null;
  readonly failure: ImportProblem | null;
  readonly refused: readonly { readonly problem: ImportProblem; readonly isConsequence: boolean }[];
}

/** A whole import in memory, for files of a size that fits. */
export async function gatherImport(
  chunks: ByteChunks | TextChunks,
  options: ImportOptions,
): Promise<GatheredImport> {
  const pack: FactPack = { ...options.meta, sources: [], entities: [], claims: [], relations: [] };
  const refused: { problem: ImportProblem; isConsequence: boolean }[] = [];
  let format: ImportFormat | null = null;
  for await (const batch of importFacts(chunks, options)) {
    for (const event of batch) {
      if (event.type === 'record') (pack[event.section] as unknown[]).push(event.record);
      else if (event.type === 'meta') Object.assign(pack, event.meta);
      else if (event.type === 'format') format = event.format;
      else if (event.type === 'refused') {
        refused.push({ problem: event.problem, isConsequence: event.isConsequence });
      } else if (event.type === 'failed') {
        return { pack: null, format, failure: event.problem, refused };
      }
    }
  }
  return { pack, format, failure: null, refused };
}
