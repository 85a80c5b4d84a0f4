import type { ExportedFile } from './packs-api';

/** So long the browser may take to fetch what it saves. */
const KEEP_MS = 60_000;

/** Hands a file to the browser, which saves it where it saves downloads. */
export function download({ name, content }: ExportedFile): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
