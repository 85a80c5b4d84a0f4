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
import { classBefore } from '../text/boundary';
import {
  CHARACTER_CLASSES,
  fold,
  HANGUL,
  IDEOGRAPH,
  IGNORABLE,
  SPACE,
  WORD,
} from '../text/characters';
import { roll, SEED, spread } from './hashing';
import { CASED, foldedClassOf, isToken, traitsOf, UPPER } from './letter-traits';
import { isBrokenLine } from './matcher';
import { hasBits } from './name-filter';
import { type NameGateBits, PREFIX_CHARS, pairHash } from './name-gate-bits';

/** What a look says. */
export const MISS = 0;
export const HIT = 1;
/** The text ended too early to tell. */
export const OPEN = 2;

/** A word at the end of a text, which with the first word of the next text may begin a name. */
export interface OpenWord {
  readonly hash: number;
  readonly traits: number;
  /** Hash of what stands between it and the next word, so far. */
  readonly between: number;
  readonly isSpaced: boolean;
}

export interface GateScan {
  /** Where a name may begin, in order. */
  readonly starts: readonly number[];
  /** The first place from which a name may go on beyond the end of the text; -1 for none. */
  readonly openFrom: number;
}

export interface NameGate {
  /** By ASCII character: 1 where a name may begin with it. All others have to be looked at. */
  readonly ascii: Readonly<Uint8Array>;
  /** Whether a name may begin at `start`, where a word begins or a Chinese character stands. */
  look(text: string, start: number): typeof MISS | typeof HIT | typeof OPEN;
  /** After a look that left it open: the word, or null where the text ended within the next one. */
  openWord(): OpenWord | null;
  /** Whether the open word and the beginning of the next text may begin a name; it may stay open. */
  follow(word: OpenWord, text: string): typeof MISS | typeof HIT | typeof OPEN;
  /** Looks wherever a name may begin, from `from` and before `to`. */
  scan(text: string, from?: number, to?: number): GateScan;
}

const SPACE_CODE = 0x20;
const SMALL_S = 0x73;
/** A shorter word with an s is never read as a plural. */
const MIN_PLURAL_CHARS = 6;

export function createNameGate({ filters, lengths }: NameGateBits): NameGate {
  const none = new Uint32Array(0);
  const [capital = none, anyCase = none, caseless = none, korean = none, chinese = none] = filters;
  const ascii = new Uint8Array(128);
  for (let code = 0; code < ascii.length; code++) {
    const isFirst = CHARACTER_CLASSES[code] === WORD && hasNames(traitsOf(code));
    ascii[code] = isFirst ? 1 : 0;
  }

  /** Whether anything begins with a letter of such traits. */
  function hasNames(traits: number): boolean {
    if ((traits & UPPER) !== 0 && capital.length > 0) return true;
    return (traits & CASED) !== 0 ? anyCase.length > 0 : caseless.length > 0;
  }

  function mayBegin(traits: number, hash: number): boolean {
    if ((traits & UPPER) !== 0 && hasBits(capital, hash)) return true;
    return hasBits((traits & CASED) !== 0 ? anyCase : caseless, hash);
  }

  // Of the word read last, and what was read behind it.
  let wordEnd = 0;
  let wordHash = 0;
  /** Without an s of its own, as in "two Huaweis"; else the same. */
  let shorterHash = 0;
  /** Written so that its s may be a plural's or not. */
  let isOdd = false;
  let betweenEnd = 0;
  let betweenHash = 0;
  let isSpaced = false;
  let open: OpenWord | null = null;

  function readWord(text: string, start: number): void {
    let hash = SEED;
    let shorter = SEED;
    let last = 0;
    let i = start;
    isOdd = false;
    for (; i < text.length; i++) {
      const raw = text.charCodeAt(i);
      const characterClass = foldedClassOf(raw);
      if (characterClass === WORD) {
        shorter = hash;
        hash = roll(hash, fold(raw));
        last = raw;
      } else if (characterClass !== IGNORABLE) break;
      else if (last === SMALL_S) isOdd = true;
    }
    wordEnd = i;
    wordHash = hash;
    shorterHash = last === SMALL_S && i - start >= MIN_PLURAL_CHARS ? shorter : hash;
  }

  /** Reads signs and spaces, runs of these as one, up to the next letter. */
  function readBetween(text: string, start: number, hash: number, spaced: boolean): void {
    betweenHash = hash;
    isSpaced = spaced;
    let i = start;
    for (; i < text.length; i++) {
      const raw = text.charCodeAt(i);
      const characterClass = foldedClassOf(raw);
      if (characterClass === IGNORABLE) continue;
      if (isToken(characterClass)) break;
      if (characterClass !== SPACE) betweenHash = roll(betweenHash, fold(raw));
      else if (!isSpaced) betweenHash = roll(betweenHash, SPACE_CODE);
      isSpaced = characterClass === SPACE;
    }
    betweenEnd = i;
  }

  function look(text: string, start: number): typeof MISS | typeof HIT | typeof OPEN {
    let first = start;
    // An apostrophe that counts as a letter may stand first.
    while (!isToken(foldedClassOf(text.charCodeAt(first)))) {
      if (++first >= text.length) return MISS;
    }
    const raw = text.charCodeAt(first);
    const characterClass = foldedClassOf(raw);
    if (characterClass !== WORD) {
      return lookAtPrefix(text, first, characterClass === HANGUL ? korean : chinese);
    }
    const traits = traitsOf(raw);
    if (!hasNames(traits)) return MISS;
    readWord(text, first);
    if (isOdd || mayBegin(traits, spread(wordHash))) return HIT;
    if (shorterHash !== wordHash && mayBegin(traits, spread(shorterHash))) return HIT;
    return lookBehind(text, wordEnd, { hash: wordHash, traits, between: SEED, isSpaced: false });
  }

  /** Whether the word, with what follows from `start`, may begin a name. */
  function lookBehind(
    text: string,
    start: number,
    { hash, traits, between, isSpaced: spaced }: OpenWord,
  ): typeof MISS | typeof HIT | typeof OPEN {
    readBetween(text, start, between, spaced);
    if (betweenEnd === text.length) {
      open = { hash, traits, between: betweenHash, isSpaced };
      return OPEN;
    }
    const raw = text.charCodeAt(betweenEnd);
    if (foldedClassOf(raw) !== WORD) {
      return mayBegin(traits, pairHash(hash, betweenHash, roll(SEED, fold(raw)))) ? HIT : MISS;
    }
    readWord(text, betweenEnd);
    if (isOdd || mayBegin(traits, pairHash(hash, betweenHash, wordHash))) return HIT;
    if (shorterHash !== wordHash && mayBegin(traits, pairHash(hash, betweenHash, shorterHash))) {
      return HIT;
    }
    open = null;
    return wordEnd === text.length ? OPEN : MISS;
  }

  /** Looks the characters from `start` up, spaces between them as one. */
  function lookAtPrefix(
    text: string,
    start: number,
    filter: Uint32Array,
  ): typeof MISS | typeof HIT | typeof OPEN {
    if (filter.length === 0) return MISS;
    let hash = SEED;
    let count = 0;
    let spaced = false;
    for (let i = start; i < text.length; i++) {
      const raw = text.charCodeAt(i);
      const characterClass = foldedClassOf(raw);
      if (characterClass === IGNORABLE) continue;
      if (characterClass === SPACE && (spaced || isBrokenLine(text, i))) continue;
      spaced = characterClass === SPACE;
      hash = roll(hash, spaced ? SPACE_CODE : fold(raw));
      count++;
      if ((lengths & (1 << count)) !== 0 && hasBits(filter, spread(hash))) return HIT;
      if (count === PREFIX_CHARS) return MISS;
    }
    open = null;
    return OPEN;
  }

  return {
    ascii,
    look,
    openWord: () => open,

    follow(word, text) {
      // A line break between two texts is in neither, and counts as a space.
      const isBroken = word.between === SEED && foldedClassOf(text.charCodeAt(0)) === WORD;
      return lookBehind(text, 0, isBroken ? { ...word, between: roll(SEED, SPACE_CODE) } : word);
    },

    scan(text, from = 0, to = text.length) {
      const starts: number[] = [];
      let openFrom = -1;
      let previous = classBefore(text, from) ?? 0;
      for (let i = from; i < to; i++) {
        const characterClass = CHARACTER_CLASSES[text.charCodeAt(i)] as number;
        if (characterClass === IGNORABLE) continue;
        const isInside = characterClass !== IDEOGRAPH && characterClass === previous;
        previous = characterClass;
        if (isInside || !isToken(characterClass)) continue;
        const said = look(text, i);
        if (said === HIT) starts.push(i);
        else if (said === OPEN && openFrom < 0) openFrom = i;
      }
      return { starts, openFrom };
    },
  };
}
