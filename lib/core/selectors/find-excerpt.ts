/**
 * Where is an excerpt now? Strict: it is found only where its very words stand (see
 * normalise-spaces.ts for what that means), and only where its context or its length leaves no
 * doubt that it is this passage. What is not found is never guessed; a passage like it is shown as
 * information, with the difference.
 */
import { alignPassage } from './align-passage';
import { type NormalisedText, normaliseSpaces, rawSpan } from './normalise-spaces';
import type { ExcerptSelectors } from './selectors';
import type { WordChange } from './word-diff';

export type ExcerptState =
  /** Where it was. */
  | { readonly state: 'found'; readonly start: number; readonly end: number }
  /** Word for word, elsewhere in the text. */
  | { readonly state: 'moved'; readonly start: number; readonly end: number }
  /** Its words stand in several places, none of which is known to be the one. */
  | { readonly state: 'ambiguous'; readonly starts: readonly number[] }
  /** A passage like it stands here, which may be what became of it. */
  | {
      readonly state: 'changed';
      readonly start: number;
      readonly end: number;
      readonly changes: readonly WordChange[];
    }
  | { readonly state: 'gone' };

/** Words of this length do not stand twice in a text by chance, whatever is around them. */
const MIN_UNMISTAKABLE_CHARS = 32;
/** More places than that are not told apart any further. */
const MAX_PLACES = 1000;

interface Quote {
  readonly before: string;
  readonly exact: string;
  readonly after: string;
}

/** `text` is the page's now, read in the way in which it was read when the excerpt was taken. */
export function findExcerpt(text: string, selectors: ExcerptSelectors): ExcerptState {
  return findExcerptIn(normaliseSpaces(text), selectors);
}

/** For several excerpts of one page, which is then normalised once. */
export function findExcerptIn(page: NormalisedText, selectors: ExcerptSelectors): ExcerptState {
  const quote = quoteOf(selectors);
  if (quote.exact === '') return { state: 'gone' };
  const places = placesOf(page.text, quote.exact).filter((at) => isWhole(page.text, at, quote));
  const [both, one] = [2, 1].map((sides) =>
    places.filter((at) => matchingSides(page.text, at, quote) >= sides),
  );
  for (const likely of [both ?? [], one ?? []]) {
    if (likely.length > 0) return choose(page, likely, quote, selectors.start);
  }
  if (places.length === 1 && quote.exact.length >= MIN_UNMISTAKABLE_CHARS) {
    return choose(page, places, quote, selectors.start);
  }
  if (places.length > 0) return ambiguous(page, places, quote);
  const aligned = alignPassage(page.text, quote.exact);
  if (!aligned) return { state: 'gone' };
  const span = rawSpan(page, aligned.start, aligned.end);
  return { state: 'changed', ...span, changes: aligned.changes };
}

function choose(
  page: NormalisedText,
  places: readonly number[],
  quote: Quote,
  start: number,
): ExcerptState {
  const spanAt = (at: number) => rawSpan(page, at, at + quote.exact.length);
  const here = places.find((at) => page.offsets[at] === start);
  if (here !== undefined) return { state: 'found', ...spanAt(here) };
  const [only, ...others] = places;
  if (only === undefined || others.length > 0) return ambiguous(page, places, quote);
  return { state: 'moved', ...spanAt(only) };
}

function ambiguous(page: NormalisedText, places: readonly number[], quote: Quote): ExcerptState {
  return {
    state: 'ambiguous',
    starts: places.map((at) => rawSpan(page, at, at + quote.exact.length).start),
  };
}

/** Normalised as one text, since white space may lie on both sides of a seam. */
function quoteOf({ prefix, exact, suffix }: ExcerptSelectors): Quote {
  const whole = normaliseSpaces(prefix + exact + suffix);
  const indexOf = (offset: number): number => whole.offsets.findIndex((raw) => raw >= offset);
  let from = indexOf(prefix.length);
  let to = indexOf(prefix.length + exact.length);
  while (from < to && whole.text.charAt(from) === ' ') from++;
  while (from < to && whole.text.charAt(to - 1) === ' ') to--;
  return {
    before: whole.text.slice(0, from).trimStart(),
    exact: whole.text.slice(from, to),
    after: whole.text.slice(to).trimEnd(),
  };
}

function placesOf(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    places.push(at);
    if (places.length === MAX_PLACES) break;
  }
  return places;
}

/** 2 where all the context that is known is there. Context that is not known does not count against it. */
function matchingSides(text: string, at: number, { before, exact, after }: Quote): number {
  const hasBefore = text.endsWith(before, at);
  const hasAfter = text.startsWith(after, at + exact.length);
  if (hasBefore && hasAfter) return 2;
  return (hasBefore && before !== '') || (hasAfter && after !== '') ? 1 : 0;
}

/** Not in the middle of longer words, unless the context says that it was taken from there. */
function isWhole(text: string, at: number, { before, exact, after }: Quote): boolean {
  const end = at + exact.length;
  const cutsBefore = isWordBreak(text, at) ? false : !endsInWord(before);
  const cutsAfter = isWordBreak(text, end) ? false : !/^[\p{L}\p{N}]/u.test(after);
  return !cutsBefore && !cutsAfter;
}

function endsInWord(text: string): boolean {
  return /[\p{L}\p{N}]$/u.test(text);
}

const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function isWordBreak(text: string, at: number): boolean {
  const [left, right] = [text.slice(Math.max(0, at - 2), at), text.slice(at, at + 2)];
  if (!endsInWord(left) || !/^[\p{L}\p{N}]/u.test(right)) return true;
  return SPACELESS.test(left.slice(-1)) || SPACELESS.test(right.slice(0, 1));
}
