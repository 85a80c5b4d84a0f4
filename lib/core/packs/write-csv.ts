/**
 * Entities as a table for spreadsheets (RFC 4180, UTF-8 with its mark, without which Excel reads
 * it as something else). A table cannot hold a pack: claims, letter case and the language of
 * each form stay behind. What it holds comes back unchanged when it is imported again.
 */
import type { Alias, Entity } from '../facts/pack-schema';
import { guardCell } from './csv-guard';
import { joinList } from './csv-list';
import { cleanLine } from './text-hygiene';

const HEADINGS = [
  'id',
  'kind',
  'label',
  'strong_aliases',
  'weak_aliases',
  'garbled_aliases',
  'language',
  'description',
  'identifiers',
];

export function* csvChunks(entities: Iterable<Entity>): Generator<string, void> {
  yield `\ufeff${csvLine(HEADINGS)}`;
  for (const entity of entities) yield csvLine(cellsOf(entity));
}

export function writeCsv(entities: Iterable<Entity>): string {
  return [...csvChunks(entities)].join('');
}

/** One row with its line end; cells as a spreadsheet may safely open them. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(guardCell(cell))).join(',')}\r\n`;
}

function cellsOf(entity: Entity): string[] {
  const label = entity.aliases.find(({ text }) => text === entity.label);
  // The label first, as it comes back when it is read.
  const aliases = [...new Set([...(label ? [label] : []), ...entity.aliases])];
  const forms = (strength: Alias['strength']): string =>
    joinList(
      aliases.filter((alias) => alias.strength === strength).map(({ text }) => cleanLine(text)),
    );
  return [
    entity.id,
    entity.kind,
    cleanLine(entity.label),
    forms('strong'),
    forms('weak'),
    forms('garbled'),
    label?.lang ?? 'und',
    cleanLine(entity.summary.map(({ text }) => text).join(' ')),
    joinList((entity.identifiers ?? []).map(({ scheme, value }) => `${scheme}:${value}`)),
  ];
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
