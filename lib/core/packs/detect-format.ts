/** Which of the known formats a text is, from its beginning alone. A file's name is not believed. */
import type { ImportFormat } from './import-event';
import { isOpenSanctionsHeader } from './read-open-sanctions';

/** So much of the beginning is enough to tell. UTF-16 code units. */
export const HEAD_CHARS = 1 << 14;

/** Null for what is none of them. */
export function detectFormat(head: string): ImportFormat | null {
  const text = head.trimStart();
  if (text.startsWith('{')) return detectObject(text);
  if (text.startsWith('[')) return 'annotations';
  if (/^<(?:!doctype|html|\?xml|svg|rss|feed)\b/i.test(text)) return null;
  const [line = ''] = text.split(/\r?\n/, 1);
  if (isOpenSanctionsHeader(line)) return 'open-sanctions';
  return 'table';
}

function detectObject(text: string): ImportFormat {
  const [line = ''] = text.split('\n', 1);
  const isOneLine = line.trimEnd().endsWith('}') || line.length >= HEAD_CHARS / 2;
  if (isOneLine && /"schema"\s*:\s*"[A-Z]/.test(line) && /"properties"\s*:/.test(line)) {
    return 'follow-the-money';
  }
  if (/"type"\s*:\s*(?:"|\[[^\]]*")Annotation(?:Page|Collection)?"/.test(text)) {
    // A pack has neither type nor context at its root; a claim's text may quote both.
    if (!/^\{\s*"id"\s*:\s*"[a-z0-9-]+"\s*,\s*"version"/.test(text)) return 'annotations';
  }
  return /^\{\s*"@context"\s*:/.test(text) ? 'annotations' : 'pack';
}
