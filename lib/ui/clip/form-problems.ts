/** Which field a problem is about, by its path: `claim.text`, `entities[0].label`. */
import type { ImportProblem } from '../../core/packs/import-problem';
import { t } from '../message';
import { problemWords } from '../packs/problem-words';

/** What is wrong with the field of that path, in words; empty where nothing is. */
export type ProblemOf = (path: string) => string;

const MISSING: ReadonlySet<ImportProblem['code']> = new Set([
  'missing-field',
  'empty-field',
  'too-few',
]);

export function problemsByField(problems: readonly ImportProblem[]): ProblemOf {
  return (path) => {
    const found = problems.find(({ place }) => isIn(place.path ?? '', path));
    if (!found) return '';
    return MISSING.has(found.code) ? t('clip_problem_missing') : problemWords(found);
  };
}

/** Problems that no field of the form is about. */
export function otherProblems(
  problems: readonly ImportProblem[],
  fields: readonly string[],
): string[] {
  return problems
    .filter(({ place }) => !fields.some((field) => isIn(place.path ?? '', field)))
    .map(problemWords);
}

function isIn(path: string, field: string): boolean {
  if (!path.startsWith(field)) return false;
  return path === field || /^[.[]/.test(path.slice(field.length));
}
