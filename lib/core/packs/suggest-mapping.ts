/**
 * What the columns of a foreign table probably are, from their headings and first rows. A
 * suggestion: the reader sees it beside the rows and changes it before anything is read.
 */

import { LIST_SEPARATORS, type ListSeparator } from './csv-list';
import { CsvRows } from './csv-rows';
import { kindOfWord } from './entity-kind-words';

export const COLUMN_ROLES = [
  'id',
  'label',
  'kind',
  'aliases',
  'strong-aliases',
  'weak-aliases',
  'garbled-aliases',
  'language',
  'description',
  'identifiers',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

export interface TableMapping {
  readonly delimiter: string;
  readonly hasHeadings: boolean;
  /** For each column; null for one that is passed over. */
  readonly roles: readonly (ColumnRole | null)[];
  /** Between several values of one cell. */
  readonly separator: ListSeparator;
}

export interface MappingSuggestion extends TableMapping {
  readonly headings: readonly string[];
  readonly sample: readonly (readonly string[])[];
}

const DELIMITERS = [',', '\t', ';', '|'] as const;
const SAMPLE_ROWS = 20;

const HEADINGS: Readonly<Record<ColumnRole, string>> = {
  id: 'id key identifier',
  label: 'label name term word title entry lemma headword caption entity begriff terme nom nombre',
  kind: 'kind type category class schema art',
  aliases: 'aliases alias synonyms synonym altnames altlabel variants aka alsoknownas forms names',
  'strong-aliases': 'strongaliases',
  'weak-aliases': 'weakaliases weakalias weak shortnames abbreviation abbreviations acronym',
  'garbled-aliases': 'garbledaliases garbled misspellings misspelling',
  language: 'language lang locale sprache',
  description: 'description definition summary gloss note notes comment explanation meaning text',
  identifiers: 'identifiers identifier ids wikidata',
};

const ROLE_OF_HEADING = new Map(
  COLUMN_ROLES.flatMap((role) => HEADINGS[role].split(' ').map((word) => [word, role] as const)),
);

/** `head`: the beginning of the text; a row that it cuts off is left out. */
export function suggestMapping(head: string): MappingSuggestion {
  const candidates = DELIMITERS.map((delimiter) => ({ delimiter, rows: rowsOf(head, delimiter) }));
  const { delimiter, rows } = candidates.reduce((best, one) =>
    evenness(one.rows) > evenness(best.rows) ? one : best,
  );
  const [first = [], ...others] = rows;
  const byHeading = rolesByHeading(first);
  const hasHeadings = byHeading.includes('label');
  const body = hasHeadings ? others : rows;
  const roles = hasHeadings ? withoutDoubtfulKind(byHeading, body) : rolesBySample(body);
  const headings = first.map((cell, index) => (hasHeadings ? cell.trim() : String(index + 1)));
  const separator = separatorOf(roles, body);
  return { delimiter, hasHeadings, roles, separator, headings, sample: body.slice(0, SAMPLE_ROWS) };
}

function rowsOf(head: string, delimiter: string): (readonly string[])[] {
  const limits = { recordChars: head.length + 1, columns: Number.POSITIVE_INFINITY };
  const reader = new CsvRows(delimiter, limits);
  const rows: (readonly string[])[] = [];
  for (const row of reader.push(head)) {
    if (!row.problem) rows.push(row.cells);
    if (rows.length > SAMPLE_ROWS) return rows;
  }
  for (const row of reader.end()) if (!row.problem) rows.push(row.cells);
  return rows;
}

/** How many columns the rows agree on; a text without the delimiter agrees on one. */
function evenness(rows: readonly (readonly string[])[]): number {
  const columns = rows[0]?.length ?? 0;
  const alike = rows.filter(({ length }) => length === columns).length;
  return columns <= 1 ? 0 : (alike / rows.length) * Math.min(columns, 50);
}

/** The heading in the form in which they are compared. */
export function headingKey(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function rolesByHeading(cells: readonly string[]): (ColumnRole | null)[] {
  const taken = new Set<ColumnRole>();
  return cells.map((cell) => {
    const role = ROLE_OF_HEADING.get(headingKey(cell));
    if (role === undefined || taken.has(role)) return null;
    taken.add(role);
    return role;
  });
}

/** A category is a kind only where its values are kinds. */
function withoutDoubtfulKind(
  roles: readonly (ColumnRole | null)[],
  rows: readonly (readonly string[])[],
): (ColumnRole | null)[] {
  return roles.map((role, column) => {
    if (role !== 'kind') return role;
    const values = rows.map((row) => row[column]?.trim() ?? '').filter((value) => value !== '');
    const known = values.filter((value) => kindOfWord(value) !== undefined).length;
    return known * 2 >= values.length ? role : null;
  });
}

/** Without headings the first column names and the one with the longest texts explains. */
function rolesBySample(rows: readonly (readonly string[])[]): (ColumnRole | null)[] {
  const columns = rows[0]?.length ?? 0;
  const lengths = Array.from({ length: columns }, (_, column) =>
    rows.reduce((sum, row) => sum + (row[column]?.length ?? 0), 0),
  );
  const longest = lengths.indexOf(Math.max(...lengths.slice(1)), 1);
  return lengths.map((_, column) => {
    if (column === 0) return 'label';
    return column === longest ? 'description' : null;
  });
}

function separatorOf(
  roles: readonly (ColumnRole | null)[],
  rows: readonly (readonly string[])[],
): ListSeparator {
  // Only our own tables have the column, and they are written with this one.
  if (roles.includes('strong-aliases')) return '|';
  const cells = rows.flatMap((row) => row.filter((_, at) => roles[at]?.endsWith('aliases')));
  const counts = LIST_SEPARATORS.map((one) => cells.filter((cell) => cell.includes(one)).length);
  const most = Math.max(0, ...counts);
  return most === 0 ? '|' : (LIST_SEPARATORS[counts.indexOf(most)] ?? '|');
}
