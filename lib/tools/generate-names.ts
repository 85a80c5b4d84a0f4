/**
 * Made-up names in any number, for measuring: the same count and seed give the same names. They
 * are mixed as in lists of people, places and companies: two words mostly, some of one, some of
 * ordinary English words, some Chinese and Korean.
 */
import type { NamedEntity } from '../core/matcher/build-matcher';

export interface GeneratedName {
  readonly id: string;
  readonly text: string;
  readonly isPerson: boolean;
}

const ONSETS =
  'b br c ch cl d dr f fl g gr h j k kl l m n p pr r s sh st t tr v w y z th kn qu'.split(' ');
const VOWELS = 'a e i o u ai au ea ie oo'.split(' ');
const CODAS = ['', '', '', 'n', 'r', 's', 'l', 'm', 't', 'nd', 'rk', 'ck', 'll'];
const WORDS =
  'north south great new old blue green red white black golden silver open first second third last high low long short early late free grand royal upper lower little big young river lake mountain valley forest field stone bridge house court park garden square street road hill island bay coast ocean harbour port market bank trust union press media group house studio network system power energy water light fire air earth star sun moon sky night day spring summer autumn winter home world city town village state county club league cup game school college church museum library theatre hospital station airport railway company society institute council office service project review report journal times post daily weekly global national general central western eastern digital modern classic american british french german chinese japanese indian'.split(
    ' ',
  );
const FAMILIES = '王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹';
const KOREAN_FAMILIES = '김이박최정강조윤장임한오서신권황안송류전';
const COMPANY_ENDS = ['Group', 'Holdings', 'Industries', 'Labs', 'Partners', 'Systems'];

/** One after another, so that a million need not be held at once. */
export function* generateNames(count: number, seed = 1): Generator<GeneratedName> {
  const random = randomFrom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const signOf = (list: string): string => list.charAt(below(list.length));

  const syllable = (): string => pick(ONSETS) + pick(VOWELS) + pick(CODAS);
  const word = (): string => {
    const syllables = 2 + below(2);
    let written = '';
    for (let i = 0; i < syllables; i++) written += syllable();
    return capital(written);
  };

  function write(kind: number): string {
    if (kind < 45) return `${word()} ${word()}`;
    if (kind < 55) return `${word()} ${capital(pick(WORDS))} ${word()}`;
    if (kind < 65) return `${word()} ${pick(COMPANY_ENDS)}`;
    if (kind < 78) return word();
    if (kind < 86) return `${capital(pick(WORDS))} ${capital(pick(WORDS))} ${word()}`;
    if (kind < 88) return `${capital(pick(WORDS))} ${capital(pick(WORDS))}`;
    if (kind < 95) return signOf(FAMILIES) + han(below) + (random() < 0.8 ? han(below) : '');
    return signOf(KOREAN_FAMILIES) + hangul(below) + hangul(below);
  }

  for (let i = 0; i < count; i++) {
    const kind = below(100);
    yield { id: `n${i}`, text: write(kind), isPerson: kind < 45 || kind >= 88 };
  }
}

/** As the entities of a pack: one strong alias each. */
export function* generateEntities(
  count: number,
  { seed = 1, pack = 'generated' }: { readonly seed?: number; readonly pack?: string } = {},
): Generator<NamedEntity> {
  for (const { id, text, isPerson } of generateNames(count, seed)) {
    yield {
      key: `${pack}/${id}`,
      label: text,
      kind: isPerson ? 'person' : 'organisation',
      aliases: [{ text, strength: 'strong', case: 'initial' }],
    };
  }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** One of the few thousand most used characters lie all over the block; any of it will do. */
function han(below: (limit: number) => number): string {
  return String.fromCharCode(0x4e00 + below(0x9fa5 - 0x4e00));
}

function hangul(below: (limit: number) => number): string {
  return String.fromCharCode(0xac00 + below(0xd7a3 - 0xac00));
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x = (x + Math.imul(x ^ (x >>> 7), x | 61)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
