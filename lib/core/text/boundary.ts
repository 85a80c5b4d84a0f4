/**
 * Where a name may begin and end: the one rule of word boundaries.
 *
 * Scripts with spaces need a boundary on both sides; Chinese and Japanese need none (han-words.ts
 * doubts short names); Korean needs one in front and allows particles behind. A change of script is a boundary too, so that a Latin
 * name inside Chinese text is found. Parts of addresses, handles and identifiers are no names.
 */
import { classOf, HANGUL, IGNORABLE, WORD } from './characters';
import { isParticleRun } from './korean-particles';

/** Longest Korean tail that is looked at; three particles are at most this long. */
const MAX_PARTICLE_CHARS = 9;
/** Shorter names with an s are too often other words. */
const MIN_PLURAL_CHARS = 5;
/** How far to look for what makes the surrounding characters an address. */
const ADDRESS_REACH = 60;

/** Whether a name may stand at `start`..`end` (UTF-16, end exclusive) of the text. */
export function isBounded(text: string, start: number, end: number): boolean {
  return beginsHere(text, start) && endsHere(text, end) && !isInsideAddress(text, start, end);
}

function beginsHere(text: string, start: number): boolean {
  const first = classOf(text.charCodeAt(start));
  return (first !== WORD && first !== HANGUL) || classBefore(text, start) !== first;
}

function endsHere(text: string, end: number): boolean {
  const last = classBefore(text, end);
  let next = end;
  while (classOf(text.charCodeAt(next)) === IGNORABLE) next++;
  const after = classOf(text.charCodeAt(next));
  if (last === WORD) {
    return after === WORD ? isPlural(text, end, next) : !goesOnAfterApostrophe(text, next);
  }
  // A Latin name in Korean text takes particles as well (ByteDance가), but needs no check for it.
  if (last !== HANGUL || after !== HANGUL) return true;
  return isParticleRun(hangulFrom(text, next));
}

/** "two Huaweis", "Lenovos": an s behind a Latin name of some length, and then the word ends. */
function isPlural(text: string, end: number, next: number): boolean {
  if (text.charAt(next) !== 's' || classOf(text.charCodeAt(next + 1)) === WORD) return false;
  const name = /[A-Za-z]+$/.exec(text.slice(Math.max(0, end - MIN_PLURAL_CHARS), end))?.[0] ?? '';
  return name.length === MIN_PLURAL_CHARS;
}

/** "Xi’an" and "Ma’anshan" are one word; "Xi’s" and "Ma’ll" are two. */
function goesOnAfterApostrophe(text: string, at: number): boolean {
  return /^['’ʼ](?!(?:re|ll|ve)(?!\p{L}))\p{L}{2,}/u.test(text.slice(at, at + 5));
}

function hangulFrom(text: string, start: number): string {
  let end = start;
  while (end - start <= MAX_PARTICLE_CHARS && classOf(text.charCodeAt(end)) === HANGUL) end++;
  return text.slice(start, end);
}

/** Class of the last visible character before `index`; undefined at the text's start. */
export function classBefore(text: string, index: number): number | undefined {
  let i = index - 1;
  while (i >= 0 && classOf(text.charCodeAt(i)) === IGNORABLE) i--;
  return i < 0 ? undefined : classOf(text.charCodeAt(i));
}

/**
 * What, directly before a name, makes it part of an address, a handle, an identifier or a file name.
 * "docs.example": a stop behind a letter; a path: a slash on this side and another slash, a stop or
 * an @ further out; "@scope/name": the sign may stand further away.
 */
const ADDRESS_BEFORE =
  /[@_\\=&?~$]$|:\/\/|[A-Za-z0-9]\.$|[/.@].*\/$|(?:^|[^A-Za-z0-9])@[A-Za-z0-9._/-]*$/;
/**
 * The same, directly behind it. "example.com" and "matcher.ts", but not "Alibaba.The next sentence";
 * "user@host".
 */
const ADDRESS_BEHIND = /^(?:[@_\\=]|:\/\/|\.[a-z0-9]|\/\S*[/.]|[A-Za-z0-9._-]*@[A-Za-z0-9])/;

/**
 * Whether the place belongs to an address or its like. Looks only at the ASCII characters that
 * touch it, since Chinese text puts no space before an address.
 */
function isInsideAddress(text: string, start: number, end: number): boolean {
  const before = text.slice(asciiTo(text, start - 1, -1) + 1, start);
  const behind = text.slice(end, asciiTo(text, end, 1));
  return ADDRESS_BEFORE.test(before) || ADDRESS_BEHIND.test(behind);
}

/** The first place that is no visible ASCII character, from there on in steps of 1 or -1. */
function asciiTo(text: string, from: number, step: number): number {
  let i = from;
  for (let code = text.charCodeAt(i); code > 0x20 && code < 0x7f; code = text.charCodeAt(i)) {
    i += step;
    if (Math.abs(i - from) === ADDRESS_REACH) break;
  }
  return i;
}
