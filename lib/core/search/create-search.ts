/**
 * Search over entities and claims, fast enough for every keystroke. Names are compared as a
 * whole, because readers misspell them; sentences are compared word by word, because readers
 * remember a few words of them and not their order.
 */
import Fuse, { type IFuseOptions } from 'fuse.js';
import { compareDates } from '../library/periods';
import { createGramIndex, type GramIndex, wordsOf } from './gram-index';
import type { ClaimDocument, EntityDocument, SearchDocument } from './search-documents';
import { isNarrowing, NO_FILTER, passes, type SearchFilter } from './search-filter';
import type { SearchHit } from './search-hit';

/** Without words, a filter alone lists everything that it lets pass. */
export type Search = (query: string, limit: number, filter?: SearchFilter) => SearchHit[];

/** How many texts Fuse.js ranks; chosen so that a keystroke stays within a frame. */
const MAX_NAMES = 120;
const MAX_PASSAGES = 60;

/** Fuse.js's measure of difference, from 0 to 1, up to which a name counts as found. */
const NAME_THRESHOLD = 0.25;
const WORD_THRESHOLD = 0.25;

/** A name that is found lies below this, a sentence in which the words are found above it. */
const BEST_PASSAGE = 0.35;
const SUMMARY_MALUS = 0.1;
/** From here on names that hold the query's words or resemble it; exact ones score 0. */
const PARTIAL_NAME = 0.12;
/** What scores worse holds the words by chance, in the middle of others. */
const WORST_PASSAGE = 0.95;

interface Name {
  readonly document: EntityDocument;
  readonly text: string;
  /** Folded, words parted by one space. */
  readonly words: string;
  /** Folded, without spaces. */
  readonly compact: string;
}

interface Passage {
  readonly document: SearchDocument;
  readonly text: string;
  readonly names: string;
  readonly excerpts: string;
}

interface Found {
  readonly document: SearchDocument;
  readonly score: number;
  readonly matched: string | null;
}

/** Builds the indexes once; the search it returns may then be called for every keystroke. */
export function createSearch(documents: readonly SearchDocument[]): Search {
  const names = documents.flatMap((document) =>
    document.kind === 'entity' ? document.names.map((text) => toName(document, text)) : [],
  );
  const passages = documents.map(toPassage);
  const nameIndex = createGramIndex(
    names.map((name) => name.text),
    'name',
  );
  const passageIndex = createGramIndex(
    passages.map((p) => `${p.text} ${p.names} ${p.excerpts}`),
    'passage',
  );

  return (query, limit, filter = NO_FILTER) => {
    const words = wordsOf(query);
    if (words.length === 0) {
      const listed = query.trim() === '' && isNarrowing(filter) ? documents : [];
      return listAll(listed.filter((each) => passes(each, filter)))
        .slice(0, limit)
        .map(toHit);
    }
    const isLetThrough = (entry: { document: SearchDocument }) => passes(entry.document, filter);
    /** Narrowed before it is cut, so that a filter finds what others would have pushed out. */
    const candidates = <T extends { document: SearchDocument }>(
      from: readonly T[],
      index: GramIndex,
      max: number,
    ): T[] =>
      isNarrowing(filter)
        ? pick(from, index.find(query, from.length)).filter(isLetThrough).slice(0, max)
        : pick(from, index.find(query, max));
    const found = new Map<SearchDocument, Found>();
    const keepBest = (next: Found): void => {
      const known = found.get(next.document);
      if (!known || next.score < known.score) found.set(next.document, next);
    };
    rankNames(candidates(names, nameIndex, MAX_NAMES), words).forEach(keepBest);
    rankPassages(candidates(passages, passageIndex, MAX_PASSAGES), words).forEach(keepBest);
    return [...found.values()].sort(compareFound).slice(0, limit).map(toHit);
  };
}

/** Names by how much is claimed about them, then claims in the order of their dates. */
function listAll(documents: readonly SearchDocument[]): Found[] {
  const dateOf = ({ dates }: SearchDocument): string => dates[0] ?? '';
  return documents
    .toSorted((a, b) => {
      if (a.kind !== b.kind) return a.kind === 'entity' ? -1 : 1;
      const order = a.kind === 'entity' ? weight(b) - weight(a) : 0;
      return order || (a.kind === 'claim' ? compareDates(dateOf(a), dateOf(b)) : 0);
    })
    .map((document) => ({ document, score: 0, matched: null }));
}

function rankNames(names: readonly Name[], words: readonly string[]): Found[] {
  const differences = compareByFuse(names, words.join(''));
  return names.flatMap((name) => {
    const difference = differences.get(name) ?? differenceOfSwap(name.compact, words.join(''));
    const score = nameScore(name, words, difference);
    if (score === null) return [];
    const { document, text } = name;
    return { document, score, matched: text === document.label ? null : text };
  });
}

/** Compared without spaces, so that Ali Baba is Alibaba. Names that differ too much are left out. */
function compareByFuse(names: readonly Name[], query: string): Map<Name, number> {
  const fuse = new Fuse(names, {
    keys: ['compact'],
    includeScore: true,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    threshold: NAME_THRESHOLD,
    shouldSort: false,
  });
  return new Map(fuse.search(query).map(({ item, score = 1 }) => [item, score]));
}

/** Two neighbouring letters swapped count as one error; Fuse.js takes them for two. */
function differenceOfSwap(name: string, query: string): number | undefined {
  if (name.length !== query.length) return undefined;
  let at = 0;
  while (at < name.length && name[at] === query[at]) at++;
  const swapped = `${query.slice(0, at)}${query[at + 1] ?? ''}${query[at] ?? ''}`;
  return name === swapped + query.slice(at + 2) ? 1 / name.length : undefined;
}

/**
 * Exact before beginning before words in any order before misspelt, and everywhere the more of
 * the name the query covers the better. Null where the name is not found.
 */
function nameScore(
  name: Name,
  words: readonly string[],
  difference: number | undefined,
): number | null {
  const query = words.join(' ');
  if (name.words === query) return 0;
  const compact = words.join('');
  if (name.compact === compact) return 0.01;
  const longer = Math.max(name.compact.length, compact.length);
  const uncovered = Math.abs(name.compact.length - compact.length) / longer;
  if (name.words.startsWith(query)) return 0.02 + uncovered * 0.08;
  if (hasWords(name, words)) return PARTIAL_NAME + uncovered * 0.1;
  // One digit more or less is another figure, not a misspelling.
  if (difference === undefined || words.some((word) => /\d/.test(word))) return null;
  return Math.min(1, PARTIAL_NAME + (difference + uncovered) * 0.6);
}

function hasWords(name: Name, words: readonly string[]): boolean {
  return words.every((word) => ` ${name.words}`.includes(` ${word}`));
}

function rankPassages(passages: readonly Passage[], words: readonly string[]): Found[] {
  const options: IFuseOptions<Passage> = {
    keys: [
      { name: 'text', weight: 3 },
      { name: 'names', weight: 2 },
      { name: 'excerpts', weight: 1 },
    ],
    includeScore: true,
    ignoreLocation: true,
    useTokenSearch: true,
    tokenMatch: 'all',
    tokenize: wordsOf,
    threshold: WORD_THRESHOLD,
    shouldSort: false,
  };
  return new Fuse(passages, options).search(words.join(' ')).flatMap(({ item, score = 1 }) => {
    const { document } = item;
    const malus = document.kind === 'entity' ? SUMMARY_MALUS : 0;
    const scaled = BEST_PASSAGE + score * (1 - BEST_PASSAGE) + malus;
    return scaled > WORST_PASSAGE ? [] : { document, score: scaled, matched: null };
  });
}

function toName(document: EntityDocument, text: string): Name {
  const words = wordsOf(text);
  return { document, text, words: words.join(' '), compact: words.join('') };
}

function toPassage(document: SearchDocument): Passage {
  return document.kind === 'entity'
    ? { document, text: document.summary.join(' '), names: document.label, excerpts: '' }
    : {
        document,
        text: document.text,
        names: document.names.join(' '),
        excerpts: document.excerpts.join(' '),
      };
}

/** At the same score: who is claimed more about, then by key, so that order never wavers. */
function compareFound(a: Found, b: Found): number {
  return (
    a.score - b.score ||
    weight(b.document) - weight(a.document) ||
    (a.document.key < b.document.key ? -1 : 1)
  );
}

function weight(document: SearchDocument): number {
  return document.kind === 'entity' ? document.claims : 0;
}

function toHit({ document, score, matched }: Found): SearchHit {
  if (document.kind === 'entity') return entityHit(document, score, matched);
  return claimHit(document, score);
}

function entityHit(document: EntityDocument, score: number, matched: string | null): SearchHit {
  const { key, entityKind, label, native, summary, claims } = document;
  return {
    kind: 'entity',
    entity: key,
    entityKind,
    label,
    native,
    matched,
    summary: summary[0] ?? '',
    claims,
    score,
  };
}

function claimHit(document: ClaimDocument, score: number): SearchHit {
  const { key, entity, entityLabel, claimKind, text } = document;
  return { kind: 'claim', claim: key, entity, entityLabel, claimKind, label: text, score };
}

function pick<T>(from: readonly T[], numbers: readonly number[]): T[] {
  return numbers.flatMap((number) => from[number] ?? []);
}
