/** What a file is, from its beginning alone, before the reader is asked anything about it. */
import { isBackup } from '../../core/backup/read-backup';
import { detectFormat } from '../../core/packs/detect-format';
import type { ImportFormat } from '../../core/packs/import-event';
import { ImportFailure, type ImportProblem, problemOf } from '../../core/packs/import-problem';
import { type MappingSuggestion, suggestMapping } from '../../core/packs/suggest-mapping';
import { textChunks } from '../../core/packs/text-chunks';

/** More than the first piece of text needs, whatever its characters. */
const HEAD_BYTES = 1 << 17;

export type InspectedFile =
  | { readonly is: 'backup' }
  | {
      readonly is: 'list';
      readonly format: ImportFormat;
      /** Of a table; null for formats that say themselves what is where. */
      readonly mapping: MappingSuggestion | null;
    }
  | { readonly is: 'nothing'; readonly problem: ImportProblem };

export async function inspectFile(file: Blob): Promise<InspectedFile> {
  try {
    const head = await readHead(file);
    if (head.trim() === '') return { is: 'nothing', problem: problemOf('empty-file') };
    if (isBackup(head)) return { is: 'backup' };
    const format = detectFormat(head);
    if (!format) return { is: 'nothing', problem: problemOf('unknown-format', { line: 1 }) };
    return { is: 'list', format, mapping: format === 'table' ? suggestMapping(head) : null };
  } catch (error) {
    if (!(error instanceof ImportFailure)) throw error;
    return { is: 'nothing', problem: error.problem };
  }
}

async function readHead(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  // The first piece only: where the slice ends may be in the middle of a character.
  for await (const { text } of textChunks([bytes], Number.POSITIVE_INFINITY)) return text;
  return '';
}
