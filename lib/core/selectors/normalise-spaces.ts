/**
 * When are two pieces of a page the same words? The one rule:
 *
 * - a run of white space of any kind is one space, since pages break lines as they like;
 * - what nobody sees (soft hyphens, zero-width spaces, joins of lines, direction marks) is not
 *   there; the zero-width joiners are, since some scripts write different words with them;
 * - everything else must be equal: letters, case, accents, quotation marks, digits.
 */
export interface NormalisedText {
  readonly text: string;
  /** Offset in the text as given, for each offset in the normalised one; one more than its length. */
  readonly offsets: Uint32Array;
}

const SPACE = /\s|\u0085/;
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]/;

export function normaliseSpaces(raw: string): NormalisedText {
  const offsets = new Uint32Array(raw.length + 1);
  let text = '';
  let length = 0;
  let hasSpace = false;
  for (let i = 0; i < raw.length; i++) {
    const code = raw.charCodeAt(i);
    // Only these can be either; asking a pattern for each letter of a page takes ten times as long.
    const isPlain = code > 0x20 && code < 0x85;
    const char = raw.charAt(i);
    if (!isPlain && UNSEEN.test(char)) continue;
    const isSpace = !isPlain && SPACE.test(char);
    if (isSpace && hasSpace) continue;
    hasSpace = isSpace;
    offsets[length++] = i;
    text += isSpace ? ' ' : char;
  }
  offsets[length] = raw.length;
  return { text, offsets: offsets.subarray(0, length + 1) };
}

/** Whether a span's end may leave the character out: white space, or what nobody sees. */
export function isBlank(char: string): boolean {
  return SPACE.test(char) || UNSEEN.test(char);
}

/** Where a span of the normalised text is in the text as given. */
export function rawSpan(
  { offsets }: NormalisedText,
  start: number,
  end: number,
): { start: number; end: number } {
  // The last character's own offset, since what is unseen may follow it.
  const last = end > start ? (offsets[end - 1] ?? 0) + 1 : (offsets[start] ?? 0);
  return { start: offsets[start] ?? 0, end: last };
}
