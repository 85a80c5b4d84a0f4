/** Builds the gate's bits: what a name leaves there is told by its beginning. */
import type { Alias } from '../facts/pack-schema';
import { foldText, HANGUL, WORD } from '../text/characters';
import { roll, SEED, spread } from './hashing';
import { beginsUpper, classAt, isCased, isToken } from './letter-traits';
import { buildFilter } from './name-filter';
import {
  ANY_CASE,
  CAPITAL,
  CASELESS,
  CHINESE,
  FIRST_WORDS,
  KINDS,
  KOREAN,
  type NameGateBits,
  PAIRS,
  PREFIX_CHARS,
  pairHash,
} from './name-gate-bits';
import { createNumberList } from './number-list';

export type GatedAlias = Pick<Alias, 'text' | 'case'>;

/**
 * Bits of a fingerprint, by what the filter holds. Every capital word is looked up in the first
 * filters; only one that may be a first word, in these lists one in six, is looked up in the pairs.
 * Chinese and Korean are asked about at every character, in several lengths.
 */
const WIDTHS = [7, 7, 7, 6, 6, 3, 3, 3, 4];
/** In a filter for fewer, bits are no matter. */
const MANY = 100_000;
const WIDTH_OF_FEW = 8;

type AddHash = (kind: number, hash: number) => void;

export function buildNameGate(aliases: Iterable<GatedAlias>): NameGateBits {
  // The size of a filter depends on how many there are of its kind, so hashes are kept till then.
  const hashes = Array.from({ length: KINDS }, () => createNumberList());
  const add = (kind: number, hash: number): void => hashes[kind]?.push(hash);
  let lengths = 0;
  let longest = 0;
  for (const alias of aliases) {
    const pattern = foldText(alias.text);
    let i = 0;
    // A name is never looked for at a sign, but for apostrophes that count as letters in a text.
    while (i < pattern.length && !isToken(classAt(pattern, i))) i++;
    // No text could ever hold it, since it has neither letter nor digit.
    if (i === pattern.length) continue;
    longest = Math.max(longest, alias.text.length);
    const first = classAt(pattern, i);
    if (first === WORD) {
      addWords(add, pattern, i, kindOf(alias, pattern, i));
      continue;
    }
    const prefix = pattern.slice(i, i + PREFIX_CHARS);
    add(first === HANGUL ? KOREAN : CHINESE, spread(rollAll(SEED, prefix)));
    lengths |= 1 << prefix.length;
  }
  const filters = hashes.map((list, kind) => {
    const width = list.length() < MANY ? WIDTH_OF_FEW : (WIDTHS[kind] ?? WIDTH_OF_FEW);
    return buildFilter(list.take(), width);
  });
  return { filters, lengths, longest };
}

/** How the name's first word, at `start` of the pattern, may begin. */
function kindOf(alias: GatedAlias, pattern: string, start: number): number {
  if (!isCased(pattern.charCodeAt(start))) return CASELESS;
  return start === 0 && alias.case !== 'any' && beginsUpper(alias.text) ? CAPITAL : ANY_CASE;
}

function addWords(add: AddHash, pattern: string, start: number, kind: number): void {
  let i = start;
  while (i < pattern.length && classAt(pattern, i) === WORD) i++;
  const word = rollAll(SEED, pattern.slice(start, i));
  let next = i;
  while (next < pattern.length && !isToken(classAt(pattern, next))) next++;
  if (next === pattern.length) {
    add(kind, spread(word));
    return;
  }
  const between = rollAll(SEED, pattern.slice(i, next));
  let end = next + 1;
  // Korean particles and Chinese text may follow, so of them only the first character is sure.
  if (classAt(pattern, next) === WORD) {
    while (end < pattern.length && classAt(pattern, end) === WORD) end++;
  }
  add(kind + FIRST_WORDS, spread(word));
  add(PAIRS, pairHash(word, between, rollAll(SEED, pattern.slice(next, end))));
}

function rollAll(hash: number, text: string): number {
  let rolled = hash;
  for (let i = 0; i < text.length; i++) rolled = roll(rolled, text.charCodeAt(i));
  return rolled;
}
