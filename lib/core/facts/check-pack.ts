/**
 * Everything that can be said against a pack without its sources: the shape of each record by
 * the schema, and what spans records by check-references.ts. All problems at once, since whoever
 * writes a pack mends them in one go.
 */
import * as v from 'valibot';
import { checkReferences } from './check-references';
import { FactPackSchema } from './pack-schema';
import { formatPath, type Problem } from './problem';

export interface PackRules {
  /** Bundled packs quote something for every claim; a reader's own pack need not. */
  readonly everyClaimHasEvidence?: boolean;
}

/** The list of problems; empty for a pack that may be stored. */
export function checkPack(value: unknown, rules: PackRules = {}): Problem[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return [{ path: '', message: 'a fact pack is one JSON object' }];
  }
  const parsed = v.safeParse(FactPackSchema, value);
  const shape = parsed.success ? [] : parsed.issues.map(toProblem);
  return [...shape, ...checkReferences(value, rules)];
}

function toProblem(issue: v.BaseIssue<unknown>): Problem {
  const path = formatPath(issue.path?.map((item) => item.key) ?? []);
  return { path, message: messageOf(issue) };
}

function messageOf(issue: v.BaseIssue<unknown>): string {
  // A union fails with one issue; why each of its shapes did not fit is inside.
  if (issue.type === 'union' && issue.issues) {
    const reasons = issue.issues.map((inner) => `${toProblem(inner).path} ${inner.message}`);
    return `fits no allowed shape: ${[...new Set(reasons)].join('; ')}`;
  }
  return issue.message;
}
