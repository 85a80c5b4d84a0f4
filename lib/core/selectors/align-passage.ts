/** The passage of a text that is most like an excerpt: information for a reader, never a find. */
import { diffWords, keptShare, type WordChange } from './word-diff';

export interface AlignedPassage {
  readonly start: number;
  readonly end: number;
  readonly changes: readonly WordChange[];
}

/** With fewer words in common than this share, it is another passage. */
const MIN_KEPT_SHARE = 0.5;
/** Of fewer words any sentence has half. */
const MIN_WORDS = 4;
/** A page that is longer is searched up to here. */
const MAX_WORDS = 300_000;

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Null where nothing is like it. */
export function alignPassage(text: string, exact: string): AlignedPassage | null {
  const wanted = wordsOf(exact);
  if (wanted.length < MIN_WORDS) return null;
  const words = wordsOf(text);
  const best = densestWindow(words, wanted);
  if (best === null) return null;
  // Words may have been put in, so the passage may be longer than the excerpt was.
  const slack = wanted.length;
  const first = words[Math.max(0, best - slack)];
  const last = words[Math.min(words.length, best + wanted.length + slack) - 1];
  if (!first || !last) return null;
  return trimmed(text, exact, first.start, last.end);
}

function wordsOf(text: string): Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(/\p{Script=Han}|[\p{L}\p{N}\p{M}]+/gu)) {
    const [word] = match;
    found.push({ word: word.toLowerCase(), start: match.index, end: match.index + word.length });
    if (found.length === MAX_WORDS) break;
  }
  return found;
}

/** Where as many words in a row as are wanted hold most of them; null where too few anywhere. */
function densestWindow(words: readonly Word[], wanted: readonly Word[]): number | null {
  const missing = new Map<string, number>();
  for (const { word } of wanted) missing.set(word, (missing.get(word) ?? 0) + 1);
  let count = 0;
  let best = { at: -1, count: 0 };
  words.forEach(({ word }, index) => {
    const left = missing.get(word);
    if (left !== undefined) {
      if (left > 0) count++;
      missing.set(word, left - 1);
    }
    const gone = words[index - wanted.length]?.word;
    const owed = gone === undefined ? undefined : missing.get(gone);
    if (gone !== undefined && owed !== undefined) {
      missing.set(gone, owed + 1);
      if (owed >= 0) count--;
    }
    if (count > best.count) best = { at: Math.max(0, index - wanted.length + 1), count };
  });
  return best.count >= wanted.length * MIN_KEPT_SHARE ? best.at : null;
}

/** Without what was only put in before the first and after the last common word. */
function trimmed(text: string, exact: string, start: number, end: number): AlignedPassage | null {
  const changes = diffWords(exact, text.slice(start, end));
  const first = changes.findIndex(({ type }) => type === 'same');
  const last = changes.findLastIndex(({ type }) => type === 'same');
  if (first < 0) return null;
  const lengthOf = (part: readonly WordChange[]): number =>
    part.reduce((sum, { type, text: words }) => sum + (type === 'added' ? words.length : 0), 0);
  const kept = changes.filter(
    ({ type }, index) => type !== 'added' || (index > first && index < last),
  );
  if (keptShare(kept) < MIN_KEPT_SHARE) return null;
  const from = start + lengthOf(changes.slice(0, first));
  const to = end - lengthOf(changes.slice(last + 1));
  const passage = text.slice(from, to);
  return {
    start: from + (passage.length - passage.trimStart().length),
    end: to - (passage.length - passage.trimEnd().length),
    changes: kept,
  };
}
