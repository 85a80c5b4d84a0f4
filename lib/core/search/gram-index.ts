/**
 * A coarse index that narrows a search to the texts that share most letter groups with the
 * query. It forgives misspellings and knows no ranking beyond that; Fuse.js ranks what is left,
 * since it could not look at everything within the time of a keystroke.
 */
import { foldText } from '../text/characters';

export interface GramIndex {
  /** Numbers of the texts most like the query, the likest first. */
  find(query: string, limit: number): number[];
}

/** Scripts whose single characters carry meaning. */
const CJK = /([\p{sc=Han}\p{sc=Hangul}\p{sc=Hira}\p{sc=Kana}]+)/u;
const WORD_BREAK = /[^\p{L}\p{N}]+/u;
const GROUP_LENGTH = 3;
const GROUP_LENGTH_CJK = 2;
/** Less in common with the query than this is chance. */
const MIN_SHARE = { name: 0.25, passage: 0.6 } as const;

/**
 * `spread` says how texts are compared: `name` wants the whole text to be like the query,
 * `passage` only asks that the query's words be found in it.
 */
export function createGramIndex(texts: readonly string[], spread: 'name' | 'passage'): GramIndex {
  const postings = new Map<string, number[]>();
  const sizes = new Uint16Array(texts.length);
  texts.forEach((text, number) => {
    const grams = gramsOf(text, spread);
    sizes[number] = grams.size;
    for (const gram of grams) {
      const posting = postings.get(gram);
      if (posting) posting.push(number);
      else postings.set(gram, [number]);
    }
  });
  const shared = new Uint16Array(texts.length);

  function find(query: string, limit: number): number[] {
    const grams = gramsOf(query, spread);
    const touched: number[] = [];
    for (const gram of grams) {
      for (const number of postings.get(gram) ?? []) {
        if (shared[number] === 0) touched.push(number);
        shared[number] = (shared[number] ?? 0) + 1;
      }
    }
    const scored = touched
      .map((number) => ({ number, share: shareOf(number, grams.size) }))
      .filter(({ share }) => share >= MIN_SHARE[spread])
      .sort((a, b) => b.share - a.share || a.number - b.number)
      .slice(0, limit);
    for (const number of touched) shared[number] = 0;
    return scored.map(({ number }) => number);
  }

  function shareOf(number: number, wanted: number): number {
    const common = shared[number] ?? 0;
    if (spread === 'passage') return common / wanted;
    // A quarter of the weight on the text's own length, so that "Ant" finds "Ant" before
    // "Antimonopoly" and yet a name is found by its beginning.
    return common / (wanted * 0.75 + Math.max(wanted, sizes[number] ?? 0) * 0.25);
  }

  return { find };
}

/** Letter groups of the words; of a name also those across its words, so that spaces may be wrong. */
function gramsOf(text: string, spread: 'name' | 'passage'): Set<string> {
  const grams = new Set<string>();
  const words = wordsOf(text);
  for (const word of words) {
    if (CJK.test(word)) {
      for (const character of word) grams.add(character);
      addGroups(word, GROUP_LENGTH_CJK, grams);
      continue;
    }
    // Beginnings, marked by a space, so that one or two letters find something.
    grams.add(` ${word.slice(0, 1)}`);
    if (word.length > 1) grams.add(` ${word.slice(0, 2)}`);
    addGroups(word, GROUP_LENGTH, grams);
  }
  if (spread === 'name' && words.length > 1) {
    addGroups(words.filter((word) => !CJK.test(word)).join(''), GROUP_LENGTH, grams);
  }
  return grams;
}

/** Folded words; where scripts meet without a space, as in 5G网络, they part. */
export function wordsOf(text: string): string[] {
  return foldText(text)
    .split(CJK)
    .flatMap((part) => part.split(WORD_BREAK))
    .filter(Boolean);
}

function addGroups(text: string, length: number, grams: Set<string>): void {
  for (let i = 0; i + length <= text.length; i++) grams.add(text.slice(i, i + length));
}
