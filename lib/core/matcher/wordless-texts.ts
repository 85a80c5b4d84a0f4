/**
 * Remembers texts without a single letter or digit: most text nodes of many a page are the same
 * few line breaks with their indentation, and comparing is several times as fast as reading.
 */
const MAX_CHARS = 256;

/** By length, the last one of it. */
const known: string[] = new Array(MAX_CHARS).fill('');

export function isKnownWordless(text: string): boolean {
  return known[text.length] === text;
}

export function rememberWordless(text: string): void {
  if (text.length < MAX_CHARS) known[text.length] = text;
}
