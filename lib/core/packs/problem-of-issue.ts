/** What the schema library found, as one of our codes: the words for it are the catalogue's. */
import type * as v from 'valibot';
import { type ImportProblem, type Place, type ProblemCode, problemOf } from './import-problem';
import { below } from './place-below';

const CODES: Readonly<Record<string, ProblemCode>> = {
  min_length: 'empty-field',
  max_length: 'too-long',
  picklist: 'bad-value',
  literal: 'bad-value',
  variant: 'bad-value',
  integer: 'wrong-type',
  min_value: 'number-out-of-range',
  max_value: 'number-out-of-range',
  check: 'bad-date',
  string: 'wrong-type',
  number: 'wrong-type',
  boolean: 'wrong-type',
  array: 'wrong-type',
  object: 'wrong-type',
  record: 'wrong-type',
};

/** Names that reach an object's prototype where somebody copies keys by assignment. */
const HOSTILE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export function problemOfIssue(issue: v.BaseIssue<unknown>, place: Place): ImportProblem {
  const inner = innermost(issue);
  const keys = (inner.path ?? []).map(({ key }) => key as string | number);
  const at = below(place, ...keys);
  const code = codeOf(inner, keys.at(-1));
  return problemOf(code, at, valuesOf(inner, code));
}

/** A union says only that nothing fitted; the shape that fitted longest says what is wrong. */
function innermost(issue: v.BaseIssue<unknown>): v.BaseIssue<unknown> {
  const [first] = issue.type === 'union' ? (issue.issues ?? []) : [];
  if (!first) return issue;
  const deepest = (issue.issues ?? []).reduce((a, b) =>
    (b.path?.length ?? 0) > (a.path?.length ?? 0) ? b : a,
  );
  return { ...deepest, path: [...(issue.path ?? []), ...(deepest.path ?? [])] } as typeof issue;
}

function codeOf(issue: v.BaseIssue<unknown>, key: string | number | undefined): ProblemCode {
  if (issue.type === 'strict_object') {
    if (issue.expected === 'never') {
      return HOSTILE_KEYS.has(String(key)) ? 'hostile-key' : 'unknown-field';
    }
    return issue.received === 'undefined' ? 'missing-field' : 'wrong-type';
  }
  if (Array.isArray(issue.input)) {
    if (issue.type === 'min_length') return 'too-few';
    if (issue.type === 'max_length') return 'too-many';
  }
  if (issue.type === 'regex') return codeOfPattern(key, issue.message);
  return CODES[issue.type] ?? 'bad-shape';
}

/** The pattern itself does not say what it is for; the field and the schema's own message do. */
function codeOfPattern(key: string | number | undefined, message: string): ProblemCode {
  if (key === 'url') return 'bad-address';
  if (key === 'version') return 'bad-version';
  if (/BCP 47/.test(message)) return 'bad-language';
  if (/^an id /.test(message)) return 'bad-id';
  return 'bad-value';
}

function valuesOf(issue: v.BaseIssue<unknown>, code: ProblemCode): Record<string, string | number> {
  if (code === 'too-long' || code === 'too-many' || code === 'too-few') {
    const length = (issue.input as { readonly length: number }).length;
    return { length, limit: Number((issue as { requirement?: unknown }).requirement) };
  }
  if (code === 'wrong-type') return { expected: issue.expected ?? '', found: typeof issue.input };
  const { input } = issue;
  return typeof input === 'string' || typeof input === 'number' ? { value: input } : {};
}
