/** Glossaries: one entry a row, by a mapping of columns that the reader has agreed to. */
import { Admission } from './admission';
import { unguardCell } from './csv-guard';
import { splitList } from './csv-list';
import { type CsvRow, CsvRows } from './csv-rows';
import { draftEntity } from './draft-entity';
import { kindOfWord } from './entity-kind-words';
import type { PackReader, ReaderEvent, RefusedEvent } from './import-event';
import { fail, type ImportProblem, problemOf } from './import-problem';
import type { ReaderContext } from './reader-context';
import { refusal } from './resolve-references';
import { type ColumnRole, headingKey, type TableMapping } from './suggest-mapping';
import { cleanLine } from './text-hygiene';

export function createTableReader(context: ReaderContext, mapping: TableMapping): PackReader {
  const rows = new CsvRows(mapping.delimiter, context.limits);
  const admission = new Admission(context.limits);
  const labelAt = mapping.roles.indexOf('label');
  if (labelAt < 0) fail('no-name-column', { line: 1 });
  const columns = columnsByRole(mapping);
  let headings: readonly string[] | null = null;

  function* take(row: CsvRow): Generator<ReaderEvent, void> {
    if (headings === null) {
      headings = headingsOf(row, mapping);
      if (mapping.hasHeadings) return;
    }
    const problem = rowProblem(row, headings);
    if (problem) {
      yield refusal(problem);
      return;
    }
    const cellsOf = (role: ColumnRole): string[] =>
      (columns.get(role) ?? []).map((at) => unguardCell(row.cells[at] ?? ''));
    const [first = ''] = cellsOf('label');
    const column = headings[labelAt] ?? '';
    if (cleanLine(first) === '') {
      yield refusal(problemOf('no-name', { line: row.line, column }));
      return;
    }
    const kindWord = cleanLine(cellsOf('kind')[0] ?? '');
    const kind = kindWord === '' ? context.kind : kindOfWord(kindWord);
    if (!kind) {
      const place = { line: row.line, column: headings[mapping.roles.indexOf('kind')] ?? '' };
      yield refusal(problemOf('bad-value', place, { value: kindWord }));
      return;
    }
    const list = (role: ColumnRole): string[] =>
      cellsOf(role).flatMap((cell) => splitList(cell, mapping.separator));
    const id = cleanLine(cellsOf('id')[0] ?? '');
    const lang = cleanLine(cellsOf('language')[0] ?? '') || context.language;
    const entity = draftEntity({
      label: first,
      kind,
      names: list('aliases'),
      strongNames: list('strong-aliases'),
      weakNames: list('weak-aliases'),
      garbledNames: list('garbled-aliases'),
      lang,
      description: cellsOf('description').join(' '),
      identifiers: list('identifiers').flatMap(identifierOf),
      ...(isId(id, mapping) && { id }),
    });
    for (const event of admission.offer('entities', entity, { line: row.line, path: '' })) {
      if (event.type === 'refused') yield inColumn(event, headings, mapping);
      else if (event.type === 'record') yield { ...event, place: { line: row.line, column } };
      else yield event;
    }
  }

  return {
    *push(text) {
      for (const row of rows.push(text)) yield* take(row);
    },
    *end() {
      for (const row of rows.end()) yield* take(row);
      if (headings === null) fail('empty-file');
      yield { type: 'meta', meta: context.meta };
      yield* admission.end();
    },
  };
}

/**
 * What is no id of our form is replaced by one. A bare number too, since it is the row's as a
 * rule and moves with the next row that is put in; in a table that we have written it is an id.
 */
function isId(text: string, { roles }: TableMapping): boolean {
  if (text.length > 80 || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)) return false;
  return /[a-z]/.test(text) || roles.includes('strong-aliases');
}

/** `wikidata:Q42`; a value without its scheme cannot be compared with anything. */
function identifierOf(text: string): { scheme: string; value: string }[] {
  const colon = text.indexOf(':');
  const scheme = text.slice(0, Math.max(0, colon)).trim();
  const value = text.slice(colon + 1).trim();
  return scheme === '' || value === '' ? [] : [{ scheme, value }];
}

/** Fields of an entity, and the columns that they come from. */
const FIELD_ROLES: readonly (readonly [field: RegExp, roles: readonly ColumnRole[]])[] = [
  [/\.lang$/, ['language']],
  [/^id/, ['id']],
  [/^kind/, ['kind']],
  [/^summary/, ['description']],
  [/^identifiers/, ['identifiers']],
  [/^aliases(?!\[0\])/, ['aliases', 'strong-aliases', 'weak-aliases', 'garbled-aliases']],
];

/** A reader of a table knows columns, not our fields. */
function inColumn(
  event: RefusedEvent,
  headings: readonly string[],
  { roles }: TableMapping,
): RefusedEvent {
  const { line = 1, path = '' } = event.problem.place;
  const found = FIELD_ROLES.find(([field]) => field.test(path))?.[1] ?? [];
  const role = found.find((one) => roles.includes(one)) ?? 'label';
  const place = { line, column: headings[roles.indexOf(role)] ?? '' };
  return { ...event, problem: { ...event.problem, place } };
}

function columnsByRole({ roles }: TableMapping): Map<ColumnRole, number[]> {
  const columns = new Map<ColumnRole, number[]>();
  for (const [at, role] of roles.entries()) {
    if (role !== null) columns.set(role, [...(columns.get(role) ?? []), at]);
  }
  return columns;
}

function headingsOf({ cells, line, problem }: CsvRow, mapping: TableMapping): readonly string[] {
  if (problem) fail(problem.code, { line });
  if (!mapping.hasHeadings) return cells.map((_, index) => String(index + 1));
  const keys = cells.map(headingKey);
  const twice = keys.findIndex((key, at) => key !== '' && keys.indexOf(key) < at);
  if (twice >= 0) {
    fail('duplicate-column', { line, column: cells[twice] ?? '' }, { column: cells[twice] ?? '' });
  }
  return cells.map((cell) => cleanLine(cell));
}

/** What is wrong with a row of a table as a whole. */
export function rowProblem(row: CsvRow, headings: readonly string[]): ImportProblem | null {
  const { cells, line, problem } = row;
  if (problem) {
    return problemOf(problem.code, { line, column: headings[problem.cell] ?? '' });
  }
  if (cells.length === headings.length) return null;
  return problemOf('wrong-columns', { line }, { found: cells.length, expected: headings.length });
}
