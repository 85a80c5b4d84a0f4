/**
 * Text in, candidates out: every place where an alias of the fact base is written, as its case
 * rule and the word boundaries allow. Candidates may overlap; which of them become mentions is
 * decided in recognition/resolve.ts, because a long weak name without support must not hide a
 * short strong one.
 *
 * The text is folded while it is read and no offset map is built: the walk goes from each place
 * where a name may begin straight down the trie, and most words leave it within two letters.
 */
import type { Alias } from '../facts/pack-schema';
import { classBefore, isBounded } from '../text/boundary';
import {
  classOf,
  fold,
  HANGUL,
  IDEOGRAPH,
  IGNORABLE,
  isCombining,
  OTHER,
  SPACE,
  WORD,
} from '../text/characters';
import { cutsHanWord } from '../text/han-words';
import {
  ASCII_END,
  BEGINNING_CHARS,
  createBeginningGate,
  firstLetter,
  nextLetter,
  TEXT_END,
  WORD_END,
} from './beginning-gate';
import { CASE_CODES, type MatcherTables, PERSON, STRENGTH_CODES } from './matcher-tables';
import { isKnownWordless, rememberWordless } from './wordless-texts';

/** A place where one or more aliases are written. Offsets in UTF-16 code units, end exclusive. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** Indexes of the aliases that fit, into the matcher's tables. Never empty. */
  readonly aliases: readonly number[];
}

export interface ScanResult {
  /** By start, and at one start the longest first. */
  readonly candidates: readonly Candidate[];
  /** Where the first name begins that may go on beyond the end of the text; -1 where none may. */
  readonly openFrom: number;
}

/** Is told of the places where names may begin, while a text is scanned for other names. */
export interface StartProbe {
  /** By ASCII character: 1 where it wants to be told. It is told of all others. */
  readonly ascii: Readonly<Uint8Array>;
  at(text: string, start: number): void;
}

export interface Matcher {
  readonly tables: MatcherTables;
  /**
   * Finds the candidates that begin at `from` or later and before `to`; they may end after `to`,
   * and boundaries look at the whole text. So a very long text can be scanned in pieces. The
   * probe is told of every place where a name may begin, whatever the matcher finds there.
   */
  scan(text: string, from?: number, to?: number, probe?: StartProbe): ScanResult;
  strengthOf(alias: number): Alias['strength'] | 'counter-sign';
}

/**
 * In the hot loops called as this and not as `text.charCodeAt`: V8 looks a method up by how the
 * string is stored, of which pages have more ways than it keeps ready, and then takes twice as long.
 */
const { charCodeAt } = String.prototype;

const SPACE_CODE = 0x20;
const NO_CANDIDATES: readonly Candidate[] = [];
const NOTHING: ScanResult = { candidates: NO_CANDIDATES, openFrom: -1 };

export function createMatcher(tables: MatcherTables): Matcher {
  const { label, firstChild, pattern } = tables;
  const { aliasStart, aliasEntity, aliasRules, aliasText, entityClass } = tables;
  const isBeginning = createBeginningGate(tables.beginnings);
  /** Child of the root by folded code unit, for ASCII; the root has too many to search. */
  const rootAscii = new Uint32Array(ASCII_END);
  for (let child = firstChild[0] ?? 0; child < (firstChild[1] ?? 0); child++) {
    const code = label[child] ?? 0;
    if (code < ASCII_END) rootAscii[code] = child;
  }

  function childOf(node: number, code: number): number {
    if (node === 0 && code < ASCII_END) return rootAscii[code] as number;
    let low = firstChild[node] as number;
    let high = firstChild[node + 1] as number;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const found = label[middle] as number;
      if (found === code) return middle;
      if (found < code) low = middle + 1;
      else high = middle;
    }
    return 0;
  }

  /** Whether the walk from `start` was still inside the trie when the text ended. */
  let ranOut = false;

  function walk(text: string, start: number, into: Candidate[] | null): Candidate[] | null {
    let found = into;
    const firstFound = found?.length ?? 0;
    let node = 0;
    /** Characters of the folded text so far. */
    let depth = 0;
    /** Once a single name is left: the whole of it. */
    let only = '';
    let spaced = false;
    ranOut = false;
    for (let i = start; i < text.length; i++) {
      const raw = charCodeAt.call(text, i);
      const characterClass = classOf(raw);
      if (characterClass === IGNORABLE) continue;
      if (characterClass === SPACE && (spaced || isBrokenLine(text, i))) continue;
      spaced = characterClass === SPACE;
      const code = spaced ? SPACE_CODE : fold(raw);
      node =
        only === '' ? childOf(node, code) : fold(charCodeAt.call(only, depth)) === code ? node : 0;
      if (node === 0) return found;
      if (firstChild[node] === firstChild[node + 1]) {
        only ||= aliasText[aliasStart[(pattern[node] as number) - 1] as number] ?? '';
      }
      depth++;
      const ended = only === '' || depth === only.length ? (pattern[node] as number) : 0;
      if (ended !== 0) {
        const candidate = candidateAt(text, start, i + 1, ended - 1);
        if (candidate) {
          found ??= [];
          // Before the shorter ones of the same start.
          found.splice(firstFound, 0, candidate);
        }
      }
    }
    ranOut = true;
    return found;
  }

  function candidateAt(text: string, start: number, last: number, index: number): Candidate | null {
    let end = last;
    while (end < text.length && isCombining(text.charCodeAt(end))) end++;
    if (!isBounded(text, start, end)) return null;
    const cutsWord = isIdeograph(text, start) && cutsHanWord(text, start, end);
    const aliases: number[] = [];
    for (
      let alias = aliasStart[index] as number;
      alias < (aliasStart[index + 1] as number);
      alias++
    ) {
      // The words that a name seems to cut are often made of the name of a person itself.
      if (cutsWord && entityClass[aliasEntity[alias] as number] !== PERSON) continue;
      const rule = CASE_CODES[(aliasRules[alias] as number) & 3] ?? 'exact';
      if (caseFits(text, start, end, aliasText[alias] ?? '', rule)) aliases.push(alias);
    }
    return aliases.length === 0 ? null : { start, end, aliases };
  }

  function scan(text: string, from = 0, to = text.length, probe?: StartProbe): ScanResult {
    if (isKnownWordless(text)) return NOTHING;
    let found: Candidate[] | null = null;
    let openFrom = -1;
    let isWordless = true;
    let previous: number = from === 0 ? OTHER : (classBefore(text, from) ?? OTHER);
    let i = from;
    while (i < to) {
      const start = i++;
      const raw = charCodeAt.call(text, start);
      if (raw <= SPACE_CODE) {
        previous = SPACE;
        while (i < to && charCodeAt.call(text, i) <= SPACE_CODE) i++;
        continue;
      }
      const characterClass = classOf(raw) as number;
      if (characterClass === IGNORABLE) continue;
      const isInside = characterClass <= HANGUL && characterClass === previous;
      previous = characterClass;
      if (isInside || characterClass === SPACE || characterClass === OTHER) continue;
      isWordless = false;
      let mayBegin = raw < ASCII_END || childOf(0, fold(raw)) !== 0;
      if (characterClass === WORD) {
        // One reading of the word is for the gate and for getting past it.
        if (raw < ASCII_END) {
          let beginning = firstLetter(raw);
          let count = 1;
          for (; count < BEGINNING_CHARS; count++) {
            const code = i < text.length ? charCodeAt.call(text, i) : TEXT_END;
            // A character that may fold or vanish: the trie has to tell.
            if (code >= ASCII_END) break;
            if (classOf(code) !== WORD) {
              mayBegin = isBeginning(nextLetter(beginning, code === TEXT_END ? code : WORD_END));
              break;
            }
            beginning = nextLetter(beginning, code);
            i++;
          }
          if (count === BEGINNING_CHARS) mayBegin = isBeginning(beginning);
        }
        while (i < to && classOf(charCodeAt.call(text, i)) === WORD) i++;
      }
      if (probe !== undefined && (raw >= ASCII_END || probe.ascii[raw] !== 0))
        probe.at(text, start);
      if (!mayBegin) continue;
      found = walk(text, start, found);
      if (ranOut && openFrom < 0) openFrom = start;
    }
    if (isWordless && from === 0 && to === text.length) rememberWordless(text);
    return found || openFrom >= 0 ? { candidates: found ?? NO_CANDIDATES, openFrom } : NOTHING;
  }

  return {
    tables,
    scan,
    strengthOf: (alias) => STRENGTH_CODES[(aliasRules[alias] ?? 0) >> 2] ?? 'counter-sign',
  };
}

function isIdeograph(text: string, index: number): boolean {
  return classOf(text.charCodeAt(index)) === IDEOGRAPH;
}

/** Chinese text breaks lines anywhere, also inside a name; a line break there is no space. */
export function isBrokenLine(text: string, index: number): boolean {
  if (index === 0 || !isIdeograph(text, index - 1)) return false;
  let next = index;
  let broken = false;
  while (classOf(text.charCodeAt(next)) === SPACE) {
    broken ||= text.charCodeAt(next) === 0x0a;
    next++;
  }
  return broken && isIdeograph(text, next);
}

/**
 * Whether the text at the span is written as the alias's case rule asks. Both are read without
 * ignorable characters and with runs of spaces as one, as the trie was walked.
 */
export function caseFits(
  text: string,
  start: number,
  end: number,
  alias: string,
  rule: Alias['case'],
): boolean {
  if (rule === 'any') return true;
  let i = start;
  for (let j = 0; j < alias.length; j++) {
    const wanted = alias.charCodeAt(j);
    if (isSkipped(alias, j)) continue;
    while (i < end && isSkipped(text, i)) i++;
    const written = text.charCodeAt(i);
    i++;
    if (isSpace(wanted)) continue;
    if (
      rule === 'exact' ? isUpper(wanted) !== isUpper(written) : isUpper(wanted) && !isUpper(written)
    ) {
      return false;
    }
  }
  return true;
}

/** Ignorable, or a space after a space or before all else. */
function isSkipped(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return (
    classOf(code) === IGNORABLE || (isSpace(code) && (classBefore(text, index) ?? SPACE) === SPACE)
  );
}

function isSpace(code: number): boolean {
  return classOf(code) === SPACE;
}

function isUpper(code: number): boolean {
  const letter = String.fromCharCode(code);
  return letter.toLowerCase() !== letter;
}
