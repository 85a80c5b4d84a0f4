/** Builds the gate's bits: what a name leaves there is told by its beginning. */
import type { Alias } from '../facts/pack-schema';
import { foldText, HANGUL, WORD } from '../text/characters';
import { roll, SEED, spread } from './hashing';
import { beginsUpper, classAt, isCased, isToken } from './letter-traits';
import { createFilter, setBits } from './name-filter';
import {
  ANY_CASE,
  CAPITAL,
  CASELESS,
  CHINESE,
  KINDS,
  KOREAN,
  type NameGateBits,
  PREFIX_CHARS,
  pairHash,
} from './name-gate-bits';
import { createNumberList } from './number-list';

export type GatedAlias = Pick<Alias, 'text' | 'case'>;

/** What the gate keeps of an alias. */
interface Beginning {
  readonly kind: number;
  readonly hash: number;
  /** Of Korean and Chinese beginnings; else 0. */
  readonly length: number;
}

export function buildNameGate(aliases: Iterable<GatedAlias>): NameGateBits {
  // The size of a filter depends on how many there are of its kind, so hashes are kept till then.
  const hashes = Array.from({ length: KINDS }, () => createNumberList());
  let lengths = 0;
  let longest = 0;
  for (const alias of aliases) {
    const beginning = beginningOf(alias);
    if (!beginning) continue;
    longest = Math.max(longest, alias.text.length);
    hashes[beginning.kind]?.push(beginning.hash);
    if (beginning.length > 0) lengths |= 1 << beginning.length;
  }
  const filters = hashes.map((list) => {
    const filter = createFilter(list.length());
    for (const hash of list.toUint32Array()) setBits(filter, hash);
    return filter;
  });
  return { filters, lengths, longest };
}

/** Null where no text could ever hold the alias, since it has neither letter nor digit. */
function beginningOf(alias: GatedAlias): Beginning | null {
  const pattern = foldText(alias.text);
  let i = 0;
  // A name is never looked for at a sign, but for apostrophes that count as letters in a text.
  while (i < pattern.length && !isToken(classAt(pattern, i))) i++;
  if (i === pattern.length) return null;
  const first = classAt(pattern, i);
  if (first !== WORD) {
    const prefix = pattern.slice(i, i + PREFIX_CHARS);
    const kind = first === HANGUL ? KOREAN : CHINESE;
    return { kind, hash: spread(rollAll(SEED, prefix)), length: prefix.length };
  }
  const kind = !isCased(pattern.charCodeAt(i))
    ? CASELESS
    : i === 0 && alias.case !== 'any' && beginsUpper(alias.text)
      ? CAPITAL
      : ANY_CASE;
  return { kind, hash: wordsHash(pattern, i), length: 0 };
}

function wordsHash(pattern: string, start: number): number {
  let i = start;
  while (i < pattern.length && classAt(pattern, i) === WORD) i++;
  const word = rollAll(SEED, pattern.slice(start, i));
  let next = i;
  while (next < pattern.length && !isToken(classAt(pattern, next))) next++;
  if (next === pattern.length) return spread(word);
  const between = rollAll(SEED, pattern.slice(i, next));
  let end = next + 1;
  // Korean particles and Chinese text may follow, so of them only the first character is sure.
  if (classAt(pattern, next) === WORD) {
    while (end < pattern.length && classAt(pattern, end) === WORD) end++;
  }
  return pairHash(word, between, rollAll(SEED, pattern.slice(next, end)));
}

function rollAll(hash: number, text: string): number {
  let rolled = hash;
  for (let i = 0; i < text.length; i++) rolled = roll(rolled, text.charCodeAt(i));
  return rolled;
}
