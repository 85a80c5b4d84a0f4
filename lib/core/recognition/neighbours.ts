/**
 * A surname beside another capitalised word is part of somebody else's name: "Yo-Yo Ma", "Li
 * Qiang", "Ma Rainey". Unless that word is a title, or one that merely begins a sentence.
 */
import type { Span } from './mention';

/** Words before a surname that belong to no name. Lower case. */
const TITLES =
  'mr mrs ms miss dr prof sir president premier chairman chairwoman chair founder co-founder cofounder minister secretary governor senator ceo chief director vice deputy leader boss tycoon billionaire entrepreneur magnate comrade general commissioner spokesman spokeswoman investor analyst reporter'.split(
    ' ',
  );
const OPENERS =
  'a after again although and as asked at because before both but by did does even for from had has how however if in is it later like meanwhile nor now of on once only or perhaps said since so still then though to today until was when where whether while who why will with without yesterday yet that this these those what which under over into between among against about did would could should may might let later earlier'.split(
    ' ',
  );
const HARMLESS_BEFORE = new Set([...TITLES, ...OPENERS]);
/** Capitalised words that may follow a surname without belonging to it. */
const HARMLESS_AFTER = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december i'.split(
    ' ',
  ),
);

const WORD_BEFORE = /(\p{L}[\p{L}\p{M}'’.-]*)[ \u00a0]+$/u;
const WORD_AFTER = /^[ \u00a0]+(\p{Lu}[\p{L}\p{M}'’-]*)/u;
/** Longer than a word and its space. */
const REACH_CHARS = 40;

export function isPartOfLongerName(text: string, { start, end }: Span): boolean {
  const before = WORD_BEFORE.exec(text.slice(Math.max(0, start - REACH_CHARS), start))?.[1];
  if (before !== undefined && isCapitalised(before) && !endsSentence(before)) {
    if (!HARMLESS_BEFORE.has(before.toLowerCase().replace(/\.$/, ''))) return true;
  }
  const after = WORD_AFTER.exec(text.slice(end, end + REACH_CHARS))?.[1];
  return after !== undefined && !HARMLESS_AFTER.has(after.toLowerCase());
}

/** "left. Ma", but not "J. Ma", whose stop is an initial's. */
function endsSentence(word: string): boolean {
  return word.endsWith('.') && word.length > 2;
}

function isCapitalised(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toLowerCase();
}
