/** What the manifest puts into every page before anything is hovered. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as v from 'valibot';

const FilesSchema = v.optional(v.array(v.string()), []);
const ManifestSchema = v.object({
  content_scripts: v.array(v.object({ js: FilesSchema, css: FilesSchema })),
});

export interface InjectedFile {
  readonly file: string;
  /** After gzip -9. */
  readonly gzipped: number;
}

export function injectedFiles(build: string): InjectedFile[] {
  const manifest: unknown = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8'));
  return v.parse(ManifestSchema, manifest).content_scripts.flatMap(({ js, css }) =>
    [...js, ...css].map((file) => ({
      file,
      gzipped: gzippedSize(readFileSync(join(build, file))),
    })),
  );
}

export function gzippedSize(content: Buffer | string): number {
  return gzipSync(content, { level: 9 }).length;
}
