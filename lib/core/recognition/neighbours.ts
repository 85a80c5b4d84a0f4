/**
 * What stands directly beside a short name: another part of somebody else's name, a title, or
 * the kind of thing that it is.
 */
import type { Span } from './mention';
import { PASSAGE_CHARS } from './passage';

const words = (list: string): Set<string> => new Set(list.split(' '));

/** Words before a surname that say what the person is. Lower case. */
const TITLES = words(
  'mr mrs ms dr president premier chairman founder co-founder minister secretary governor senator ceo director leader boss tycoon billionaire entrepreneur comrade general spokesman',
);
/** Words that begin a sentence and are no part of a name. Lower case. */
const OPENERS = words(
  'after and as at because before but by for from if in is now on since so then to until was when while who with yesterday that this what under although only how today though still once',
);
/** Weekdays and months, by their ends where these are enough. Lower case. */
const DATE = /(?:day|uary|ember|ober)$|^(?:march|april|may|june|july|august)$/;

/** What a company, service or body is called, directly before its short name. */
const ROLE_BEFORE =
  /(?:\b(?:company|firm|giant|group|platform|start-?up|app|retailer|lender|maker|service|affiliate|subsidiary|rival|regulator|operator|parent)|according to|公司|平台|厂商|廠商|品牌|巨[头頭]|集[团團]|企[业業]|旗下|회사|기업|업체|플랫폼)[ \u00a0“"'「]*$/iu;
/** What stands directly behind it. */
const ROLE_BEHIND =
  /^(?:['’]s)?[”"'」 \u00a0-]*(?:(?:inc|ltd|corp|co|holdings?|shares?|stock|ceo|(?:co-?)?founders?|chairman|president|executives?|spokes\w+|reported|standing|members?|drivers?|users|listing|ipo|app|backed|owned)\b|公司|集[团團]|创始人|創辦人|董事[长長]|[总總]裁|股[价價]|旗下|司机|平台|창업자|회장|대표|그룹|주가)/iu;

const WORD_BEFORE = /(\p{L}[\p{L}\p{M}'’.-]*)[ \u00a0]+$/u;
/** Three words more that are large. */
const HEADLINE = /^(?: \p{Lu}\S*){3}/u;
const WORD_BEHIND = /^[ \u00a0]+(\p{Lu}[\p{L}\p{M}'’-]*)/u;
/** Longer than a word with its space. UTF-16 code units. */
const REACH_CHARS = 40;

/**
 * Whether a short name stands beside another capitalised word that makes it part of somebody
 * else's: "Yo-Yo Ma", "Li Qiang", "Ant McPartlin". Titles, dates and words that merely begin a
 * sentence do not. Words before it count for persons alone: "Rival Didi" is Didi.
 */
export function isPartOfLongerName(text: string, span: Span, isPerson: boolean): boolean {
  const before = isPerson ? wordBefore(text, span) : null;
  if (before !== null && isCapitalised(before) && !endsSentence(before)) {
    const word = withoutStop(before);
    if (!TITLES.has(word) && !OPENERS.has(word) && !DATE.test(word)) return true;
  }
  const rest = text.slice(span.end, span.end + REACH_CHARS);
  const behind = WORD_BEHIND.exec(rest)?.[1];
  if (behind === undefined || DATE.test(behind.toLowerCase())) return false;
  if (isPerson) return true;
  // "Ant McPartlin" is no thing; but "Didi Shares" are its own, and in a headline all is large.
  const isWord = /^\p{Lu}\p{Ll}+$/u.test(text.slice(span.start, span.end));
  return isWord && !ROLE_BEHIND.test(rest) && !HEADLINE.test(rest);
}

/**
 * Whether a word is written small as well: beside "ant dist" or "a flower lei", "Ant" and "Lei" are
 * the words.
 */
export function isOrdinaryHere(text: string, { start, end }: Span): boolean {
  const name = text.slice(start, end);
  const small = name.toLowerCase();
  const passage = text.slice(Math.max(0, start - PASSAGE_CHARS), end + PASSAGE_CHARS);
  // "jd.com" and "ant-design" are other words.
  return (
    small !== name && passage.includes(small) && passage.split(/[^\p{L}.@/-]+/u).includes(small)
  );
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
