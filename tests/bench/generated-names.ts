/** Names that nobody bears, of one or two words, the same ones in every run. */
import type { NamedEntity } from '../../lib/core/matcher/build-matcher';

const ONSETS =
  'b br c ch d dr f fr g gr h j k kl l m n p pr qu r s sh sl st t th tr v w x y z zh'.split(' ');
const NUCLEI = 'a e i o u ai ao ea ei ia ie io oo ou ua'.split(' ');
const CODAS = ['', '', '', 'n', 'ng', 'r', 'l', 's', 't', 'ck', 'm', 'nd'];
const SEED = 20_2411;

/** As many different names as are asked for; the first ones are the same whatever the number. */
export function generateNames(count: number): string[] {
  const random = createRandom(SEED);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const syllable = (): string => pick(ONSETS) + pick(NUCLEI) + pick(CODAS);
  const word = (syllables: number): string => {
    const letters = Array.from({ length: syllables }, syllable).join('');
    return letters.charAt(0).toUpperCase() + letters.slice(1);
  };
  const names = new Set<string>();
  while (names.size < count) {
    // Three in ten have one word, and that a longer one: short ones would be real words.
    names.add(random() < 0.3 ? word(3) : `${word(1 + Math.floor(random() * 2))} ${word(2)}`);
  }
  return [...names];
}

/** Each name an entity of its own, marked wherever it stands. */
export function toNamed(names: readonly string[], namespace: string): NamedEntity[] {
  return names.map((text, i) => ({
    key: `${namespace}/n${i}`,
    label: text,
    kind: 'person',
    aliases: [{ text, strength: 'strong', case: 'initial' }],
  }));
}

/** Mulberry32, by Tommy Ettinger: small, seeded, good enough for names. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
