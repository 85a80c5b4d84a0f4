/** A selection as selectors: verbatim words with as much context as makes them unique. */
import { MAX_CONTEXT_CHARS } from '../facts/pack-schema';
import { isBlank, normaliseSpaces } from './normalise-spaces';
import type { ExcerptSelectors } from './selectors';

/**
 * Context that a clipping has at least: some words on each side tell the passage from a later one
 * of the same words. UTF-16 code units.
 */
const MIN_CONTEXT_CHARS = 16;
const CONTEXT_STEP_CHARS = 8;

export interface DescribedSelection {
  readonly selectors: ExcerptSelectors;
  /** Whether the words with their context are in the text only once. */
  readonly isUnique: boolean;
}

/** Without the white space at its ends; null where nothing else is selected. */
export function describeSelection(
  text: string,
  start: number,
  end: number,
): DescribedSelection | null {
  const span = trimmed(text, start, end);
  if (!span) return null;
  const exact = text.slice(span.start, span.end);
  const normalised = normaliseSpaces(text).text;
  for (let size = MIN_CONTEXT_CHARS; ; size += CONTEXT_STEP_CHARS) {
    const prefix = endOf(text.slice(Math.max(0, span.start - size), span.start), span.start > size);
    const suffix = beginningOf(
      text.slice(span.end, span.end + size),
      span.end + size < text.length,
    );
    const quote = normaliseSpaces(prefix + exact + suffix).text;
    const isUnique = normalised.indexOf(quote) === normalised.lastIndexOf(quote);
    if (isUnique || size + CONTEXT_STEP_CHARS > MAX_CONTEXT_CHARS) {
      return { selectors: { exact, prefix, suffix, ...span }, isUnique };
    }
  }
}

/** Null where the offsets are wrong or nothing but white space lies between them. */
function trimmed(text: string, start: number, end: number): { start: number; end: number } | null {
  const isSpan = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end;
  if (!isSpan || end > text.length) return null;
  let [from, to] = [start, end];
  while (from < to && isBlank(text.charAt(from))) from++;
  while (from < to && isBlank(text.charAt(to - 1))) to--;
  if (from >= to) return null;
  return {
    start: insidePair(text, from) ? from - 1 : from,
    end: insidePair(text, to) ? to + 1 : to,
  };
}

/** Whether an offset stands between the halves of one character. */
function insidePair(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}

/** Without the word that the cut went through, as long as another is left. */
function endOf(context: string, isCut: boolean): string {
  if (!isCut) return context;
  const space = context.search(/\s\S/);
  const whole = space < 0 ? context : context.slice(space + 1);
  return whole.replace(/^[\udc00-\udfff]/, '');
}

function beginningOf(context: string, isCut: boolean): string {
  if (!isCut) return context;
  const space = context.trimEnd().search(/\s\S*$/);
  const whole = space <= 0 ? context : context.slice(0, space);
  return whole.replace(/[\ud800-\udbff]$/, '');
}
