/**
 * A quick "no" for texts that hold no name of a large list. A tab cannot keep a million names, but
 * it can keep this: a set of bits in which the beginning of every name has left its mark. What
 * the gate lets through, the background has to confirm; what it holds back is no name for certain.
 *
 * The beginning of a name is its first two words, or the whole of a name of one word; for Chinese
 * and Korean its first three characters. First words have filters of their own, one for each kind
 * of first letter: few words of a text may begin a name of several, so for most the next word is
 * not even read; and most lists hold no name that may begin with a small letter, so that the small
 * words of a text, most of it, are not looked up.
 */
import { classBefore } from '../text/boundary';
import { classOf, fold, HANGUL, IDEOGRAPH, IGNORABLE, SPACE, WORD } from '../text/characters';
import { roll, SEED, spread } from './hashing';
import { CASED, foldedClassOf, isToken, traitsOf, UPPER } from './letter-traits';
import { isBrokenLine } from './matcher';
import { openFilter } from './name-filter';
import {
  ANY_CASE,
  CAPITAL,
  CASELESS,
  CHINESE,
  FIRST_WORDS,
  KOREAN,
  type NameGateBits,
  PAIRS,
  PREFIX_CHARS,
  pairHash,
} from './name-gate-bits';

/** What a look says. */
export const MISS = 0;
export const HIT = 1;
/** The text ended too early to tell. */
export const OPEN = 2;

/** A first word of names at the end of a text, which with the first word of the next text may begin a name. */
export interface OpenWord {
  readonly hash: number;
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
  /**
   * After a look that left it open: the word, or null where the text ended within the next one, or
   * within a word that begins no longer name unless it goes on.
   */
  openWord(): OpenWord | null;
  /** Whether the open word and the beginning of the next text may begin a name; it may stay open. */
  follow(word: OpenWord, text: string): typeof MISS | typeof HIT | typeof OPEN;
  /** Looks wherever a name may begin, from `from` and before `to`. */
  scan(text: string, from?: number, to?: number): GateScan;
}

/** Called as in matcher.ts, and for the same reason. */
const { charCodeAt } = String.prototype;

const SPACE_CODE = 0x20;
const SMALL_S = 0x73;
/** A shorter word with an s is never read as a plural. */
const MIN_PLURAL_CHARS = 6;

export function createNameGate({ filters, lengths }: NameGateBits): NameGate {
  const size = (kind: number): number => filters[kind]?.length ?? 0;
  const opened = (kind: number) => openFilter(filters[kind] ?? new Uint8Array(0));
  const isCapital = opened(CAPITAL);
  const isAnyCase = opened(ANY_CASE);
  const isCaseless = opened(CASELESS);
  const isKorean = opened(KOREAN);
  const isChinese = opened(CHINESE);
  const isFirstCapital = opened(FIRST_WORDS + CAPITAL);
  const isFirstAnyCase = opened(FIRST_WORDS + ANY_CASE);
  const isFirstCaseless = opened(FIRST_WORDS + CASELESS);
  const isPair = opened(PAIRS);
  const hasCapital = size(CAPITAL) + size(FIRST_WORDS + CAPITAL) > 0;
  const hasAnyCase = size(ANY_CASE) + size(FIRST_WORDS + ANY_CASE) > 0;
  const hasCaseless = size(CASELESS) + size(FIRST_WORDS + CASELESS) > 0;
  const ascii = new Uint8Array(128);
  for (let code = 0; code < ascii.length; code++) {
    const isFirst = classOf(code) === WORD && hasNames(traitsOf(code));
    ascii[code] = isFirst ? 1 : 0;
  }

  /** Whether anything begins with a letter of such traits. */
  function hasNames(traits: number): boolean {
    if ((traits & UPPER) !== 0 && hasCapital) return true;
    return (traits & CASED) !== 0 ? hasAnyCase : hasCaseless;
  }

  function isName(traits: number, hash: number): boolean {
    if ((traits & UPPER) !== 0 && isCapital(hash)) return true;
    return (traits & CASED) !== 0 ? isAnyCase(hash) : isCaseless(hash);
  }

  function isFirstWord(traits: number, hash: number): boolean {
    if ((traits & UPPER) !== 0 && isFirstCapital(hash)) return true;
    return (traits & CASED) !== 0 ? isFirstAnyCase(hash) : isFirstCaseless(hash);
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
      const raw = charCodeAt.call(text, i);
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
      const raw = charCodeAt.call(text, i);
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
    while (!isToken(foldedClassOf(charCodeAt.call(text, first)))) {
      if (++first >= text.length) return MISS;
    }
    const raw = charCodeAt.call(text, first);
    const characterClass = foldedClassOf(raw);
    if (characterClass !== WORD) {
      const isHangul = characterClass === HANGUL;
      if (size(isHangul ? KOREAN : CHINESE) === 0) return MISS;
      return lookAtPrefix(text, first, isHangul ? isKorean : isChinese);
    }
    const traits = traitsOf(raw);
    if (!hasNames(traits)) return MISS;
    readWord(text, first);
    const hash = spread(wordHash);
    if (isOdd || isName(traits, hash)) return HIT;
    if (shorterHash !== wordHash && isName(traits, spread(shorterHash))) return HIT;
    if (!isFirstWord(traits, hash)) {
      open = null;
      return wordEnd === text.length ? OPEN : MISS;
    }
    return lookBehind(text, wordEnd, { hash: wordHash, between: SEED, isSpaced: false });
  }

  /** Whether the word, with what follows from `start`, may begin a name. */
  function lookBehind(
    text: string,
    start: number,
    { hash, between, isSpaced: spaced }: OpenWord,
  ): typeof MISS | typeof HIT | typeof OPEN {
    readBetween(text, start, between, spaced);
    if (betweenEnd === text.length) {
      open = { hash, between: betweenHash, isSpaced };
      return OPEN;
    }
    const raw = charCodeAt.call(text, betweenEnd);
    if (foldedClassOf(raw) !== WORD) {
      return isPair(pairHash(hash, betweenHash, roll(SEED, fold(raw)))) ? HIT : MISS;
    }
    readWord(text, betweenEnd);
    if (isOdd || isPair(pairHash(hash, betweenHash, wordHash))) return HIT;
    if (shorterHash !== wordHash && isPair(pairHash(hash, betweenHash, shorterHash))) {
      return HIT;
    }
    open = null;
    return wordEnd === text.length ? OPEN : MISS;
  }

  /** Looks the characters from `start` up, spaces between them as one. */
  function lookAtPrefix(
    text: string,
    start: number,
    isBeginning: (hash: number) => boolean,
  ): typeof MISS | typeof HIT | typeof OPEN {
    let hash = SEED;
    let count = 0;
    let spaced = false;
    for (let i = start; i < text.length; i++) {
      const raw = charCodeAt.call(text, i);
      const characterClass = foldedClassOf(raw);
      if (characterClass === IGNORABLE) continue;
      if (characterClass === SPACE && (spaced || isBrokenLine(text, i))) continue;
      spaced = characterClass === SPACE;
      hash = roll(hash, spaced ? SPACE_CODE : fold(raw));
      count++;
      if ((lengths & (1 << count)) !== 0 && isBeginning(spread(hash))) return HIT;
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
      const isBroken = word.between === SEED && foldedClassOf(charCodeAt.call(text, 0)) === WORD;
      return lookBehind(text, 0, isBroken ? { ...word, between: roll(SEED, SPACE_CODE) } : word);
    },

    scan(text, from = 0, to = text.length) {
      const starts: number[] = [];
      let openFrom = -1;
      let previous = classBefore(text, from) ?? 0;
      for (let i = from; i < to; i++) {
        const characterClass = classOf(charCodeAt.call(text, i)) as number;
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
