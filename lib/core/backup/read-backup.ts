/**
 * A backup file to a profile, whole or not at all: half a profile restored over a whole one would
 * lose the other half.
 */
import * as v from 'valibot';
import { isObject } from '../is-object';
import { checkRecord } from '../packs/check-record';
import { IMPORT_LIMITS, type ImportLimits } from '../packs/import-limits';
import { ImportFailure, type ImportProblem, problemOf } from '../packs/import-problem';
import { isNestedDeeper } from '../packs/json-depth';
import { problemOfIssue } from '../packs/problem-of-issue';
import { createPackReader } from '../packs/read-pack-json';
import { BACKUP_FORMAT, BACKUP_VERSION, type Backup, BackupSchema } from './backup-schema';

/** Own facts and edits; a thousand clippings take one. UTF-16 code units. */
const MAX_BACKUP_CHARS = 200_000_000;

export type ReadBackup =
  | { readonly ok: true; readonly backup: Backup }
  | { readonly ok: false; readonly problem: ImportProblem };

export function isBackup(head: string): boolean {
  return /^\s*\{\s*"format"\s*:\s*"glossator-backup"/.test(head);
}

export function readBackup(text: string, limits: ImportLimits = IMPORT_LIMITS): ReadBackup {
  const refused = (problem: ImportProblem): ReadBackup => ({ ok: false, problem });
  if (text.trim() === '') return refused(problemOf('empty-file'));
  if (text.length > MAX_BACKUP_CHARS) {
    return refused(problemOf('too-large', {}, { max: MAX_BACKUP_CHARS }));
  }
  if (isNestedDeeper(text, limits.depth)) {
    return refused(problemOf('too-deep', {}, { max: limits.depth }));
  }
  const value = parsedOf(text);
  if (value === undefined) return refused(problemOf('json-syntax', {}));
  if (!isObject(value) || value['format'] !== BACKUP_FORMAT) {
    return refused(problemOf('unknown-format', { path: 'format' }));
  }
  if (typeof value['version'] === 'number' && value['version'] > BACKUP_VERSION) {
    const values = { found: value['version'], known: BACKUP_VERSION };
    return refused(problemOf('newer-format', { path: 'version' }, values));
  }
  const parsed = v.safeParse(BackupSchema, value, { abortEarly: true });
  if (!parsed.success) return refused(problemOfIssue(parsed.issues[0], { path: '' }));
  const problem = ownProblem(parsed.output, limits) ?? editProblem(parsed.output);
  return problem ? refused(problem) : { ok: true, backup: parsed.output };
}

function parsedOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
  } catch {
    return undefined;
  }
}

/** Own facts go through the same gate as any pack. */
function ownProblem({ own }: Backup, limits: ImportLimits): ImportProblem | null {
  if (!own) return null;
  const reader = createPackReader(limits);
  try {
    for (const events of [reader.push(JSON.stringify(own)), reader.end()]) {
      for (const event of events) if (event.type === 'refused') return inOwn(event.problem);
    }
  } catch (error) {
    if (error instanceof ImportFailure) return inOwn(error.problem);
    throw error;
  }
  return null;
}

/** The line would be that of a text which nobody has seen. */
function inOwn({ code, place, values }: ImportProblem): ImportProblem {
  return { code, place: { path: `own.${place.path ?? ''}` }, values };
}

function editProblem({ edits }: Backup): ImportProblem | null {
  for (const [index, { section, shipped, mine }] of edits.entries()) {
    for (const [name, record] of Object.entries({ shipped, mine })) {
      if (record === null) continue;
      const checked = checkRecord(section, record, { path: `edits[${index}].${name}` });
      if (!checked.ok) return checked.problem;
    }
  }
  return null;
}
