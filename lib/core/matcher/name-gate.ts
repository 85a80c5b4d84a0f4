/**
 * A quick "no" for texts that hold no name of a large list. A tab cannot keep a million names, but
 * it can keep this: a set of bits in which the beginning of every name has left its mark. What
 * the gate lets through, the background has to confirm; what it holds back is no name for certain.
 *
 * The beginning of a name is its first two words, or the whole of a name of one word; for Chinese
 * and Korean its first three characters. The bits are a Bloom filter in blocks of one cache line,
 * one filter for each kind of first letter: most lists hold no name that may begin with a small
 * letter, and then the small words of a text, most of it, are not even looked up.
 */
import { fold, HANGUL, IDEOGRAPH, IGNORABLE, SPACE, WORD } from '../text/characters';
import { roll, SEED, spread } from './hashing';
import { CASED, FOLDED_CLASSES, isToken, traitsOf, UPPER } from './letter-traits';
import { isBrokenLine } from './matcher';
import { hasBits } from './name-filter';
import { type NameGateBits, PREFIX_CHARS, pairHash } from './name-gate-bits';

export interface GateScan {
  /** Where a name may begin, in order. */
  readonly starts: readonly number[];
  /** The first place from which a name may go on beyond the end of the text; -1 for none. */
  readonly openFrom: number;
}

/**
 * The last word of a text, which together with the first word of the next text may begin a name;
 * handed on from scan to scan over neighbouring texts. What `read` tells is of the last scan.
 */
export interface Carry {
  /** Whether there is such a word. */
  isOpen: boolean;
  /** Where it begins in the last text; -1 where in one before it. */
  from: number;
  /** Whether the word of the text before and the first word of this one may begin a name. */
  isHit: boolean;
  hash: number;
  traits: number;
  between: number;
  isSpaced: boolean;
}

export function createCarry(): Carry {
  return {
    isOpen: false,
    from: -1,
    isHit: false,
    hash: 0,
    traits: 0,
    between: SEED,
    isSpaced: false,
  };
}

export interface NameGate {
  /** Places from `from` and before `to` where a name may begin. */
  mayName(text: string, from?: number, to?: number): readonly number[];
  /** The same, and whether the end of the text leaves something open. */
  scan(text: string, from?: number, to?: number, carry?: Carry): GateScan;
}

export function createNameGate({ filters, lengths }: NameGateBits): NameGate {
  const none = new Uint32Array(0);
  const [capital = none, anyCase = none, caseless = none, korean = none, chinese = none] = filters;
  /** What a word that begins with such a letter is looked up in, by the letter's traits. */
  const hasNames = (traits: number): boolean =>
    ((traits & UPPER) !== 0 && capital.length > 0) ||
    ((traits & CASED) !== 0 ? anyCase.length > 0 : caseless.length > 0);

  function mayBegin(traits: number, hash: number): boolean {
    if ((traits & UPPER) !== 0 && hasBits(capital, hash)) return true;
    return hasBits((traits & CASED) !== 0 ? anyCase : caseless, hash);
  }

  function scan(text: string, from = 0, to = text.length, carry?: Carry): GateScan {
    const { length } = text;
    let starts = NO_STARTS;
    let isHit = false;
    let openFrom = -1;
    /** The word before, which together with the next one may begin a name. */
    let word = NONE;
    let wordHash = 0;
    let wordTraits = 0;
    let between = SEED;
    let spaced = false;
    if (carry?.isOpen) {
      word = CARRIED;
      wordHash = carry.hash;
      wordTraits = carry.traits;
      between = carry.between;
      spaced = carry.isSpaced;
      // A line break between two texts is in neither, and counts as a space.
      if (between === SEED && FOLDED_CLASSES[text.charCodeAt(0)] === WORD) {
        between = roll(SEED, SPACE_CODE);
      }
    }

    let previous = foldedClassBefore(text, from);
    let i = from;
    while (i < length) {
      const raw = text.charCodeAt(i);
      const characterClass = FOLDED_CLASSES[raw] as number;
      if (word === NONE) {
        if (i >= to) break;
        if (!isToken(characterClass)) {
          i++;
          if (characterClass === IGNORABLE) continue;
          previous = characterClass;
          while (i < length && FOLDED_CLASSES[text.charCodeAt(i)] === characterClass) i++;
          continue;
        }
      } else if (!isToken(characterClass)) {
        i++;
        if (characterClass === IGNORABLE) continue;
        previous = characterClass;
        if (characterClass !== SPACE) between = roll(between, fold(raw));
        else if (!spaced) between = roll(between, SPACE_CODE);
        spaced = characterClass === SPACE;
        continue;
      }
      const start = i;
      // The rest of a word that began before `from`.
      const isRest = characterClass !== IDEOGRAPH && previous === characterClass;
      previous = characterClass;
      if (characterClass === WORD) {
        const traits = traitsOf(raw);
        const counts = !isRest && start < to && hasNames(traits);
        if (word === NONE && !counts) {
          i++;
          while (i < length && FOLDED_CLASSES[text.charCodeAt(i)] === WORD) i++;
          continue;
        }
        let hash = roll(SEED, fold(raw));
        let shorter = hash;
        let last = raw;
        let isOdd = false;
        for (i++; i < length; i++) {
          const next = text.charCodeAt(i);
          const nextClass = FOLDED_CLASSES[next];
          if (nextClass === WORD) {
            shorter = hash;
            hash = roll(hash, fold(next));
            last = next;
          } else if (nextClass !== IGNORABLE) break;
          else if (last === SMALL_S) isOdd = true;
        }
        // "two Huaweis": the last word of a name may have an s of its own.
        if (last !== SMALL_S || i - start < MIN_PLURAL_CHARS) shorter = hash;
        if (word !== NONE) {
          const isName =
            isOdd ||
            mayBegin(wordTraits, pairHash(wordHash, between, hash)) ||
            (shorter !== hash && mayBegin(wordTraits, pairHash(wordHash, between, shorter)));
          if (!isName) {
            if (i === length && openFrom < 0) openFrom = word;
          } else if (word === CARRIED) isHit = true;
          else starts = withStart(starts, word);
          word = NONE;
        }
        if (!counts) continue;
        if (i === length && openFrom < 0) openFrom = start;
        const isName =
          isOdd ||
          mayBegin(traits, spread(hash)) ||
          (shorter !== hash && mayBegin(traits, spread(shorter)));
        if (isName) starts = withStart(starts, start);
        else {
          word = start;
          wordHash = hash;
          wordTraits = traits;
          between = SEED;
          spaced = false;
        }
        continue;
      }
      if (word !== NONE) {
        const hash = pairHash(wordHash, between, roll(SEED, fold(raw)));
        if (mayBegin(wordTraits, hash)) {
          if (word === CARRIED) isHit = true;
          else starts = withStart(starts, word);
        }
        word = NONE;
      }
      i++;
      if (isRest || start >= to) continue;
      const filter = characterClass === HANGUL ? korean : chinese;
      if (filter.length > 0) {
        const found = scanPrefix(text, start, filter);
        if (found === HIT) starts = withStart(starts, start);
        else if (found === RAN_OUT && openFrom < 0) openFrom = start;
      }
    }
    if (word >= 0 && (openFrom < 0 || word < openFrom)) openFrom = word;
    if (carry) {
      carry.isHit = isHit;
      carry.isOpen = word !== NONE;
      carry.from = word === CARRIED ? -1 : word;
      carry.hash = wordHash;
      carry.traits = wordTraits;
      carry.between = between;
      carry.isSpaced = spaced;
    }
    return starts === NO_STARTS && openFrom < 0 ? NOTHING : { starts, openFrom };
  }

  /** Looks the characters from `start` up, spaces between them as one. */
  function scanPrefix(text: string, start: number, filter: Uint32Array): number {
    let hash = SEED;
    let count = 0;
    let spaced = false;
    for (let i = start; i < text.length; i++) {
      const raw = text.charCodeAt(i);
      const characterClass = FOLDED_CLASSES[raw];
      if (characterClass === IGNORABLE) continue;
      if (characterClass === SPACE && (spaced || isBrokenLine(text, i))) continue;
      spaced = characterClass === SPACE;
      hash = roll(hash, spaced ? SPACE_CODE : fold(raw));
      count++;
      if ((lengths & (1 << count)) !== 0 && hasBits(filter, spread(hash))) return HIT;
      if (count === PREFIX_CHARS) return MISS;
    }
    return RAN_OUT;
  }

  return { scan, mayName: (text, from, to) => scan(text, from, to).starts };
}

/** In the place of a word's start. */
const NONE = -1;
const CARRIED = -2;
const NO_STARTS: number[] = [];
const NOTHING: GateScan = { starts: NO_STARTS, openFrom: -1 };
const HIT = 1;
const MISS = 0;
const RAN_OUT = -1;
const SPACE_CODE = 0x20;
const SMALL_S = 0x73;
/** A shorter word with an s is never read as a plural. */
const MIN_PLURAL_CHARS = 6;

/** Most texts have none, and get no array of their own. */
function withStart(starts: number[], start: number): number[] {
  if (starts === NO_STARTS) return [start];
  starts.push(start);
  return starts;
}

function foldedClassBefore(text: string, index: number): number {
  let i = index - 1;
  while (i >= 0 && FOLDED_CLASSES[text.charCodeAt(i)] === IGNORABLE) i--;
  return i < 0 ? 0 : (FOLDED_CLASSES[text.charCodeAt(i)] ?? 0);
}
