/**
 * What stands directly beside a short name: another part of somebody else's name, a title, or
 * the kind of thing that it is.
 */
import type { Span } from './mention';

const words = (list: string): Set<string> => new Set(list.split(' '));

/** Words before a surname that say what the person is. Lower case. */
const TITLES = words(
  'mr mrs ms dr president premier chairman founder co-founder minister secretary governor senator ceo director leader boss tycoon billionaire entrepreneur comrade general spokesman',
);
/** Words that begin a sentence and are no part of a name. Lower case. */
const OPENERS = words(
  'after although and as at because before but by did does for from had has how if in is later like meanwhile now on once only said since so still then though to today until was when where while who why with yesterday yet that this what under about would could',
);
const DATES = new Set(
  Array.from({ length: 12 }, (_, n) => [
    // The first of each month of 2023 and the first twelve days of it: all months, all weekdays.
    new Date(2023, n).toLocaleString('en', { month: 'long' }).toLowerCase(),
    new Date(2023, 0, n).toLocaleString('en', { weekday: 'long' }).toLowerCase(),
  ]).flat(),
);

/** What a company, service or body is called, directly before its short name. */
const ROLE_BEFORE =
  /(?:\b(?:company|firm|giant|group|platform|start-?up|app|retailer|lender|maker|service|affiliate|subsidiary|rival|regulator|operator|parent)|公司|平台|巨[头頭]|集[团團]|企[业業]|旗下|회사|기업|업체|플랫폼)[ \u00a0“"'「]*$/iu;
/** What stands directly behind it. */
const ROLE_BEHIND =
  /^(?:['’]s)?[”"'」 \u00a0-]*(?:(?:inc|ltd|corp|co|holdings?|shares?|stock|ceo|(?:co-?)?founders?|chairman|president|executives?|spokes\w+|drivers?|users|listing|ipo|app|backed|owned)\b|公司|集[团團]|创始人|創辦人|董事[长長]|[总總]裁|股[价價]|旗下|司机|平台|창업자|회장|대표|그룹|주가)/iu;

const WORD_BEFORE = /(\p{L}[\p{L}\p{M}'’.-]*)[ \u00a0]+$/u;
const WORD_BEHIND = /^[ \u00a0]+(\p{Lu}[\p{L}\p{M}'’-]*)/u;
/** Longer than a word with its space. UTF-16 code units. */
const REACH_CHARS = 40;

/**
 * Whether a surname stands beside another capitalised word that makes it part of somebody else's
 * name: "Yo-Yo Ma", "Li Qiang", "Ma Rainey". Titles, dates and words that merely begin a sentence
 * do not.
 */
export function isPartOfLongerName(text: string, span: Span): boolean {
  const before = wordBefore(text, span);
  if (before !== null && isCapitalised(before) && !endsSentence(before)) {
    const word = withoutStop(before);
    if (!TITLES.has(word) && !OPENERS.has(word) && !DATES.has(word)) return true;
  }
  const behind = WORD_BEHIND.exec(text.slice(span.end, span.end + REACH_CHARS))?.[1];
  return behind !== undefined && !DATES.has(behind.toLowerCase());
}

/** Whether a title stands before a surname: "Chairman Ma", "Mr. Jing". */
export function hasTitle(text: string, span: Span): boolean {
  const before = wordBefore(text, span);
  return before !== null && isCapitalised(before) && TITLES.has(withoutStop(before));
}

/** The role or kind of business that stands directly beside a name; null where none does. */
export function roleBeside(text: string, { start, end }: Span): Span | null {
  const from = Math.max(0, start - REACH_CHARS);
  const before = ROLE_BEFORE.exec(text.slice(from, start));
  if (before) return { start: from + before.index, end: start };
  const behind = ROLE_BEHIND.exec(text.slice(end, end + REACH_CHARS));
  return behind && { start: end, end: end + behind[0].length };
}

function wordBefore(text: string, { start }: Span): string | null {
  return WORD_BEFORE.exec(text.slice(Math.max(0, start - REACH_CHARS), start))?.[1] ?? null;
}

function withoutStop(word: string): string {
  return word.toLowerCase().replace(/\.$/, '');
}

/** "left. Ma" and "U.S. Ma", but not "J. Ma", whose stop is an initial's, nor "Mr. Ma". */
function endsSentence(word: string): boolean {
  return word.endsWith('.') && word.length > 2 && !TITLES.has(withoutStop(word));
}

function isCapitalised(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toLowerCase();
}
