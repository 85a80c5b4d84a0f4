import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceText } from '../../core/facts/check-excerpts';
import type { Source } from '../../core/facts/pack-schema';

/** The stored texts that are in the folder, by source id. */
export function readSourceTexts(
  sources: readonly Pick<Source, 'id' | 'file'>[],
  folder: string,
): Map<string, SourceText> {
  return new Map(
    sources.flatMap(({ id, file }) => {
      if (file === undefined || !existsSync(join(folder, file))) return [];
      const bytes = readFileSync(join(folder, file));
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return [[id, { text: bytes.toString('utf8'), sha256 }] as const];
    }),
  );
}
