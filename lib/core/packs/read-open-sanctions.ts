/**
 * OpenSanctions’ `targets.simple.csv`: one target a row, several values of a cell joined by
 * semicolons (https://www.opensanctions.org/docs/bulk/csv/). What it lists under `sanctions` becomes a
 * claim that quotes the file itself, with the offsets of these words in it.
 */

import { MAX_EXCERPT_CHARS } from '../facts/pack-schema';
import { Admission } from './admission';
import { type CsvRow, CsvRows } from './csv-rows';
import { draftEntity } from './draft-entity';
import { kindOfSchema } from './follow-the-money-kinds';
import { ftmEntityId } from './ftm-ids';
import type { PackReader, ReaderEvent } from './import-event';
import { fail, problemOf } from './import-problem';
import { listSource } from './list-source';
import { rowProblem } from './read-table';
import type { ReaderContext } from './reader-context';
import { refusal } from './resolve-references';
import { contentHash } from './stable-id';
import { cleanLine, cutTo } from './text-hygiene';

const NEEDED = ['id', 'schema', 'name', 'aliases'] as const;
const MAX_CLAIM_CHARS = 600;

export function isOpenSanctionsHeader(line: string): boolean {
  const columns = line.split(',').map((cell) => cell.replace(/^"|"$/g, ''));
  return NEEDED.every((name) => columns.includes(name)) && columns.includes('dataset');
}

export function createOpenSanctionsReader(context: ReaderContext): PackReader {
  const rows = new CsvRows(',', context.limits);
  const admission = new Admission(context.limits);
  const source = listSource(context, 'OpenSanctions');
  let headings: readonly string[] | null = null;

  function* take(row: CsvRow): Generator<ReaderEvent, void> {
    if (headings === null) {
      headings = row.cells;
      if (row.problem) fail(row.problem.code, { line: row.line });
      yield* admission.offer('sources', source, { line: row.line });
      return;
    }
    const problem = rowProblem(row, headings);
    if (problem) yield refusal(problem);
    else yield* takeTarget(row, headings);
  }

  function* takeTarget(row: CsvRow, columns: readonly string[]): Generator<ReaderEvent, void> {
    const cell = (name: string): string => row.cells[columns.indexOf(name)] ?? '';
    const list = (name: string): string[] =>
      cell(name)
        .split(';')
        .map((value) => value.trim())
        .filter((value) => value !== '');
    const place = (column: string) => ({ line: row.line, column });
    const kind = kindOfSchema(cell('schema'));
    if (!kind) {
      yield refusal(problemOf('schema-not-used', place('schema'), { schema: cell('schema') }));
      return;
    }
    if (cleanLine(cell('name')) === '' || cell('id') === '') {
      yield refusal(problemOf('no-name', place(cell('id') === '' ? 'id' : 'name')));
      return;
    }
    const entity = draftEntity({
      id: ftmEntityId(cell('id')),
      label: cell('name'),
      kind,
      names: list('aliases'),
      description: [...list('birth_date'), ...list('countries').map(upper)].join(' · '),
      identifiers: [{ scheme: 'ftm', value: cell('id') }],
    });
    yield* admission.offer('entities', entity, place('name'));
    if (cleanLine(cell('sanctions')) === '') return;
    yield* admission.offer('claims', claimOf(row, columns, entity.id), place('sanctions'));
  }

  function claimOf(row: CsvRow, columns: readonly string[], entity: string) {
    const at = columns.indexOf('sanctions');
    const words = row.cells[at] ?? '';
    const start = row.starts[at] ?? -1;
    const exact = cutTo(words, MAX_EXCERPT_CHARS);
    const end = start + exact.length;
    const quoted = { source: source.id, exact, prefix: '', suffix: '', start, end };
    return {
      id: `listed-${contentHash(entity, words)}`,
      kind: 'event',
      text: cutTo(cleanLine(words), MAX_CLAIM_CHARS),
      entities: [entity],
      speaker: { type: 'source' },
      notes: [],
      conflictsWith: [],
      evidence: start < 0 ? [] : [quoted],
    };
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

function upper(text: string): string {
  return text.toUpperCase();
}
