/**
 * A quick "no" for words that begin no name. The beginning of every name has left a bit in a small
 * set, at a place told by its hash; only one word in eight finds its bit there and has to go down
 * the trie. Only for words in ASCII, in which nothing has to be skipped or unfolded.
 *
 * A beginning is the first letters of the first word, or all of it where it is shorter, and
 * whether the first of them is a capital: many names ask for one. Digits share the numbers of
 * letters, which lets a few more words through and holds no name back.
 */
import { classOf, WORD } from '../text/characters';

export const ASCII_END = 0x80;
/** So many letters are looked at; with four, a fourth more words get through. */
export const BEGINNING_CHARS = 5;
/** In the place of a letter: the word ends here. */
export const WORD_END = 0;
/** In the place of a letter: the text ends here, and the word may go on in the next. */
export const TEXT_END = 31;

/** The beginning that consists of this one letter or digit, as it is written. */
export function firstLetter(code: number): number {
  return code & 63;
}

/** A beginning and one more letter or digit, in whatever case, or one of the two ends. */
export function nextLetter(beginning: number, code: number): number {
  return (beginning << 5) | (code & 31);
}

/** `beginnings`: as they were built. The gate says no only where no name begins so. */
export function createBeginningGate(beginnings: Uint32Array): (beginning: number) => boolean {
  const shift = shiftFor(beginnings);
  return (beginning) => {
    const place = placeOf(beginning, shift);
    return ((beginnings[place >>> 5] as number) & (1 << (place & 31))) !== 0;
  };
}

export interface NameBeginning {
  /** The folded name. */
  readonly pattern: string;
  /** Whether its case rule asks for a capital as the first letter. */
  readonly isCapital: boolean;
}

/** With so many, one strange beginning in a hundred finds a bit that is not its own. */
const BITS_PER_NAME = 32;
const MIN_BITS = 1024;

/** The size is a power of two, so that the top bits of a hash are a place. */
export function buildBeginnings(names: readonly NameBeginning[]): Uint32Array {
  const asked = names.filter(({ pattern }) => pattern.charCodeAt(0) < ASCII_END);
  let bits = MIN_BITS;
  while (bits < asked.length * BITS_PER_NAME) bits *= 2;
  const beginnings = new Uint32Array(bits / 32);
  const shift = shiftFor(beginnings);
  const mark = (beginning: number): void => {
    const place = placeOf(beginning, shift);
    beginnings[place >>> 5] = (beginnings[place >>> 5] ?? 0) | (1 << (place & 31));
  };
  for (const { pattern, isCapital } of asked) {
    const first = pattern.charCodeAt(0);
    if (!isCapital) markAll(firstLetter(first), pattern, mark);
    markAll(firstLetter(pattern.charAt(0).toUpperCase().charCodeAt(0)), pattern, mark);
  }
  return beginnings;
}

function markAll(first: number, pattern: string, mark: (beginning: number) => void): void {
  let beginning = first;
  for (let i = 1; i < BEGINNING_CHARS; i++) {
    mark(nextLetter(beginning, TEXT_END));
    const code = pattern.charCodeAt(i);
    if (classOf(code) !== WORD) {
      mark(nextLetter(beginning, WORD_END));
      return;
    }
    beginning = nextLetter(beginning, code);
  }
  mark(beginning);
}

function shiftFor(beginnings: Uint32Array): number {
  return Math.clz32(beginnings.length * 32 - 1);
}

function placeOf(beginning: number, shift: number): number {
  return Math.imul(beginning, 0x9e3779b1) >>> shift;
}
