/**
 * What an import has to say against a file or one of its items: a code, a place and values, never
 * a sentence. Whoever shows it finds the words for the code.
 */
export const PROBLEM_CODES = [
  // the file as a whole
  'empty-file',
  'too-large',
  'archive',
  'binary',
  'not-text',
  'unknown-format',
  'truncated',
  'too-many-records',
  'too-many-waiting',
  // JSON
  'json-syntax',
  'too-deep',
  'too-long-record',
  'not-a-pack',
  'duplicate-section',
  // one record's shape
  'missing-field',
  'unknown-field',
  'wrong-type',
  'empty-field',
  'too-long',
  'too-few',
  'too-many',
  'number-out-of-range',
  'bad-id',
  'bad-language',
  'bad-date',
  'bad-address',
  'bad-version',
  'bad-value',
  'bad-shape',
  // its words
  'hostile-key',
  'lone-surrogate',
  'control-character',
  'bidi-control',
  'markup',
  // between records
  'duplicate-id',
  'duplicate-alias',
  'label-not-alias',
  'unknown-source',
  'unknown-entity',
  'unknown-claim',
  'refers-to-refused',
  'refers-to-itself',
  'reference-cycle',
  'one-sided-conflict',
  'named-twice',
  'wrong-offsets',
  // tables
  'stray-quote',
  'unclosed-quote',
  'wrong-columns',
  'too-many-columns',
  'duplicate-column',
  'no-name-column',
  'no-name',
  // entity lines
  'schema-not-used',
  'not-an-entity',
  // annotations
  'not-an-annotation',
  'no-target',
  'no-quotation',
  // backups
  'newer-format',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface Place {
  /** Where the record begins, counted from 1. */
  readonly line?: number;
  /** Of a JSON document: `claims[12].evidence[0].end`. */
  readonly path?: string;
  /** Of a table: its heading. */
  readonly column?: string;
}

export type ProblemValues = Readonly<Record<string, string | number>>;

export interface ImportProblem {
  readonly code: ProblemCode;
  readonly place: Place;
  readonly values: ProblemValues;
}

/** Values are shown to a reader; a hostile file must not fill the screen with one. */
const MAX_VALUE_CHARS = 120;

export function problemOf(
  code: ProblemCode,
  place: Place = {},
  values: ProblemValues = {},
): ImportProblem {
  return { code, place, values: Object.fromEntries(Object.entries(values).map(shortened)) };
}

function shortened([name, value]: [string, string | number]): [string, string | number] {
  if (typeof value === 'number' || value.length <= MAX_VALUE_CHARS) return [name, value];
  return [name, `${value.slice(0, MAX_VALUE_CHARS - 1)}…`];
}

/** Ends an import: nothing after it can be read. */
export class ImportFailure extends Error {
  override readonly name = 'ImportFailure';

  constructor(readonly problem: ImportProblem) {
    super(problem.code);
  }
}

export function fail(code: ProblemCode, place: Place = {}, values: ProblemValues = {}): never {
  throw new ImportFailure(problemOf(code, place, values));
}
