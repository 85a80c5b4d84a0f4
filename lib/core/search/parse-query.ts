/**
 * Filters written as words: `kind:person`, `source:paper`, `date:2020-11`, and plainly `person xu`,
 * `2021`, `November 2020`. What stands in quotation marks is always sought as it is.
 */
import type { ClaimKind, EntityKind } from '../facts/pack-schema';
import { foldText } from '../text/characters';
import { NO_FILTER, type SearchFilter } from './search-filter';

export interface KindWords {
  readonly entityKind?: EntityKind;
  readonly claimKind?: ClaimKind;
  /** How it is called to the reader. */
  readonly label: string;
  /** Words for it, in the reader's language and in the format's own. */
  readonly words: readonly string[];
}

/** The words of the reader's language. */
export interface FilterWords {
  /** What may stand before a colon. */
  readonly prefixes: {
    readonly kind: readonly string[];
    readonly source: readonly string[];
    readonly date: readonly string[];
  };
  readonly kinds: readonly KindWords[];
  /** From January on, each with its spellings. */
  readonly months: readonly (readonly string[])[];
  readonly sources: readonly {
    readonly key: string;
    readonly label: string;
    /** Publisher, title, id: any of which may be meant. */
    readonly names: readonly string[];
  }[];
}

/** One filter as it was understood, for a chip. */
export interface QueryChip {
  readonly type: 'kind' | 'source' | 'date';
  /** What it was taken for; null where no such thing is known. */
  readonly label: string | null;
  /** As it was typed. */
  readonly typed: string;
  /** The query without this filter. Plain words stay in it, in quotation marks, to be sought. */
  readonly without: string;
}

export interface ParsedQuery {
  /** What is to be sought. */
  readonly words: string;
  readonly filter: SearchFilter;
  readonly chips: readonly QueryChip[];
  /** Where plain words were taken for filters: the search to make if that finds nothing. */
  readonly literal: ParsedQuery | null;
}

interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly quoted: boolean;
  /** Folded word before a colon; null where there is none. */
  readonly prefix: string | null;
}

/** A filter found in one or more neighbouring tokens. */
interface Finding {
  readonly first: Token;
  readonly last: Token;
  readonly type: QueryChip['type'];
  readonly label: string | null;
  readonly plain: boolean;
  readonly narrow: (filter: SearchFilter) => SearchFilter;
}

const TOKEN =
  /([^\s:："“”]+)[:：](?=\s|$)|(?:([^\s:："“”]+)[:：])?(?:"([^"]*)"?|“([^”]*)”?|([^\s"“”]+))/gu;

export function parseQuery(query: string, known: FilterWords): ParsedQuery {
  return parse(query, known, true);
}

function parse(query: string, known: FilterWords, takesPlain: boolean): ParsedQuery {
  const tokens = tokensOf(query, known);
  const findings = [
    ...tokens.flatMap((token) => readPrefixed(token, known) ?? []),
    ...(takesPlain ? readPlain(tokens, known) : []),
  ].sort((a, b) => a.first.start - b.first.start);
  const isTaken = (token: Token): boolean =>
    findings.some(({ first, last }) => first.start <= token.start && token.end <= last.end);
  // A prefix without its value is a filter that is still being typed.
  const sought = tokens.filter((token) => !isTaken(token) && token.prefix === null);
  return {
    words: sought.map(({ text }) => text).join(' '),
    filter: findings.reduce((filter, { narrow }) => narrow(filter), NO_FILTER),
    chips: findings.map((finding) => toChip(query, finding)),
    literal: findings.some(({ plain }) => plain) ? parse(query, known, false) : null,
  };
}

function tokensOf(query: string, { prefixes }: FilterWords): Token[] {
  const known = new Set(Object.values(prefixes).flat().map(foldText));
  return [...query.matchAll(TOKEN)].map((match) => {
    const [raw, alone, before, straight, curly, bare] = match;
    const start = match.index;
    const prefix = foldText(before ?? alone ?? '');
    const isKnown = known.has(prefix);
    return {
      start,
      end: start + raw.length,
      // A colon after any other word is a colon.
      text: isKnown || before === undefined ? (straight ?? curly ?? bare ?? raw) : raw,
      quoted: straight !== undefined || curly !== undefined,
      prefix: isKnown ? prefix : null,
    };
  });
}

function readPrefixed(token: Token, known: FilterWords): Finding | null {
  const { prefix, text } = token;
  if (prefix === null || text === '' || /[:：]$/.test(text)) return null;
  const is = (words: readonly string[]): boolean => words.some((word) => foldText(word) === prefix);
  const span = { first: token, last: token, plain: false };
  if (is(known.prefixes.kind)) return { ...span, ...kindFinding(kindsCalled(text, known, true)) };
  if (is(known.prefixes.date)) return { ...span, ...dateFinding(periodIn(text)) };
  return { ...span, ...sourceFinding(text, known) };
}

/** Years anywhere; kinds only where they stand first or last, so that names keep their words. */
function readPlain(tokens: readonly Token[], known: FilterWords): Finding[] {
  const plain = tokens.filter(({ prefix, quoted }) => prefix === null && !quoted);
  const date = findDate(plain, known);
  const kind = findKind(
    plain.filter((token) => !date || token.end <= date.first.start || token.start >= date.last.end),
    known,
  );
  return [date, kind].filter((finding) => finding !== null);
}

function findDate(tokens: readonly Token[], known: FilterWords): Finding | null {
  for (const [index, token] of tokens.entries()) {
    const period = periodIn(token.text);
    if (period === null) continue;
    const beside = [tokens[index - 1], tokens[index + 1]];
    const named = period.length === 4 ? beside.find((other) => monthOf(other, known)) : undefined;
    const month = monthOf(named, known);
    const [first, last] =
      named && named.start < token.start ? [named, token] : [token, named ?? token];
    return { first, last, plain: true, ...dateFinding(month ? `${period}-${month}` : period) };
  }
  return null;
}

function findKind(tokens: readonly Token[], known: FilterWords): Finding | null {
  const ends = [tokens.slice(0, 2), tokens.slice(-2), tokens.slice(0, 1), tokens.slice(-1)];
  for (const words of ends) {
    const [first, last] = [words[0], words.at(-1)];
    if (!first || !last) continue;
    const found = kindsCalled(words.map(({ text }) => text).join(' '), known, false);
    if (found.length > 0) return { first, last, plain: true, ...kindFinding(found) };
  }
  return null;
}

/** Of a word that is only begun, the kinds that it may become, if they are called alike. */
function kindsCalled(text: string, { kinds }: FilterWords, mayBeBegun: boolean): KindWords[] {
  const sought = foldText(text);
  const called = kinds.filter(({ words }) => words.some((word) => foldText(word) === sought));
  if (called.length > 0 || !mayBeBegun) return called;
  const begun = kinds.filter(({ words }) =>
    words.some((word) => foldText(word).startsWith(sought)),
  );
  return new Set(begun.map(({ label }) => label)).size === 1 ? begun : [];
}

type FindingParts = Pick<Finding, 'type' | 'label' | 'narrow'>;

function kindFinding(found: readonly KindWords[]): FindingParts {
  const entityKinds = found.flatMap(({ entityKind }) => entityKind ?? []);
  const claimKinds = found.flatMap(({ claimKind }) => claimKind ?? []);
  return {
    type: 'kind',
    label: found[0]?.label ?? null,
    narrow: (filter) => ({
      ...filter,
      entityKinds: [...filter.entityKinds, ...entityKinds],
      claimKinds: [...filter.claimKinds, ...claimKinds],
    }),
  };
}

function dateFinding(period: string | null): FindingParts {
  return {
    type: 'date',
    label: period,
    narrow: (filter) => (period === null ? filter : { ...filter, period }),
  };
}

/** Every word of the value must stand in one name of the source. */
function sourceFinding(text: string, { sources }: FilterWords): FindingParts {
  const sought = foldText(text).split(' ');
  const found = sources.filter(({ names }) =>
    names.some((name) => sought.every((word) => foldText(name).includes(word))),
  );
  const [first, ...others] = found;
  return {
    type: 'source',
    label: first ? (others.length === 0 ? first.label : text) : null,
    narrow: (filter) => ({
      ...filter,
      sources: [...filter.sources, ...found.map(({ key }) => key)],
    }),
  };
}

const YEAR = /^((?:19|20)\d\d)(?:[-/.](0?[1-9]|1[0-2]))?$/;
/** `2020年11月`, `2020년`. */
const YEAR_CJK = /^((?:19|20)\d\d)[年년](?:(0?[1-9]|1[0-2])[月월])?$/u;

/** `2020` or `2020-11`. */
function periodIn(text: string): string | null {
  const match = YEAR.exec(text) ?? YEAR_CJK.exec(text);
  if (!match) return null;
  const [, year = '', month] = match;
  return month === undefined ? year : `${year}-${month.padStart(2, '0')}`;
}

/** `11`; null for what is no month. */
function monthOf(token: Token | undefined, { months }: FilterWords): string | null {
  if (!token) return null;
  const sought = foldText(token.text);
  const index = months.findIndex((words) => words.some((word) => foldText(word) === sought));
  return index < 0 ? null : String(index + 1).padStart(2, '0');
}

function toChip(query: string, { first, last, type, label, plain }: Finding): QueryChip {
  const typed = query.slice(first.start, last.end);
  const instead = plain ? `"${typed}"` : '';
  const without = query.slice(0, first.start) + instead + query.slice(last.end);
  return { type, label, typed, without: without.replace(/\s+/g, ' ').trim() };
}
