/**
 * Text from elsewhere is shown as text, so markup in it cannot act. These rules keep out what
 * deceives all the same: characters that nobody sees but that change what is read, and markup
 * that was written to act, which no honest list contains.
 *
 * Verbatim words (an excerpt and its context) may hold any markup, since a page may be about
 * markup; and they may set text direction, as long as they end it again.
 */
import type { ProblemCode } from './import-problem';

/** Tabulators and line ends are white space; the other controls have no business in a text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/;
const LONE_SURROGATE = /\p{Surrogate}/u;
const BIDI = /[\u202a-\u202e\u2066-\u2069]/;
const BIDI_OVERRIDE = /[\u202d\u202e]/;
const ALL_BIDI = /[\u202a-\u202e\u2066-\u2069]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL_RUN = /[\u0000-\u001f\u007f-\u009f\s]+/g;
/** An element that would run or load something, with its end; or an attribute that would. */
const ACTIVE_MARKUP =
  /<(script|style|iframe|object|embed|svg|math|template|form)\b[^>]*>[\s\S]*?<\/\1|<[a-z][^<>]*[\s/"'](?:on[a-z]+|src|srcdoc|href|style|formaction)\s*=/i;

/** Fields that quote a source word for word. */
const VERBATIM_FIELDS: ReadonlySet<string> = new Set(['exact', 'prefix', 'suffix']);

/** What speaks against a text as the value of that field; null for a clean one. */
export function textProblem(text: string, field: string): ProblemCode | null {
  if (LONE_SURROGATE.test(text)) return 'lone-surrogate';
  if (CONTROL.test(text)) return 'control-character';
  const isVerbatim = VERBATIM_FIELDS.has(field);
  if (BIDI.test(text) && (!isVerbatim || BIDI_OVERRIDE.test(text) || !isBalanced(text))) {
    return 'bidi-control';
  }
  return !isVerbatim && ACTIVE_MARKUP.test(text) ? 'markup' : null;
}

/**
 * A text of a foreign format in one line: controls and white space as single spaces, direction
 * marks gone. Our own packs are not cleaned but refused, because their bytes must stay.
 */
export function cleanLine(text: string): string {
  return text.replace(CONTROL_RUN, ' ').replace(ALL_BIDI, '').trim();
}

/** Cut to so many UTF-16 code units, never through a character. */
export function cutTo(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The words of an HTML fragment, for fields that are declared to be HTML. */
export function textOfHtml(html: string): string {
  const text = html
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1[^>]*>/gi, ' ')
    .replace(/<[a-z/!][^<>]*>/gi, ' ')
    .replace(/&([a-z]+);/gi, (whole, name: string) =>
      Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole,
    );
  return cleanLine(text);
}

function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const [mark] of text.matchAll(ALL_BIDI)) {
    if (mark === '\u202c' || mark === '\u2069') {
      if (open.pop() !== mark) return false;
    } else {
      open.push(mark >= '\u2066' ? '\u2069' : '\u202c');
    }
  }
  return open.length === 0;
}
