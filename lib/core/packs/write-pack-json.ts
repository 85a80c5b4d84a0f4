/**
 * A pack as the file that others import: canonical, one record a line, so that two versions can be
 * compared line by line and a list of any length is written as it is read from the store.
 */
import type { FactPack } from '../facts/pack-schema';
import { canonicalMeta, canonicalPack, canonicalRecord } from './canonical-pack';
import { type PackMeta, type PackRecord, SECTIONS, type Section } from './import-event';

export function writePackJson(pack: FactPack): string {
  const ordered = canonicalPack(pack);
  const parts = [beginning(ordered)];
  for (const section of SECTIONS) {
    parts.push(heading(section), ordered[section].map(lineOf).join(','), ']');
  }
  return `${parts.join('')}\n}\n`;
}

/**
 * The same text in pieces. The records of each section come in canonical order, which is the
 * order of a store's keys: by id, code unit by code unit.
 */
export async function* packJsonChunks(
  meta: PackMeta,
  recordsOf: (section: Section) => AsyncIterable<PackRecord['record']>,
): AsyncGenerator<string, void> {
  yield beginning(meta);
  for (const section of SECTIONS) {
    yield heading(section);
    let isFirst = true;
    for await (const record of recordsOf(section)) {
      const line = lineOf(canonicalRecord({ section, record } as PackRecord));
      yield isFirst ? line : `,${line}`;
      isFirst = false;
    }
    yield ']';
  }
  yield '\n}\n';
}

function beginning(meta: PackMeta): string {
  const members = Object.entries(canonicalMeta(meta)).map(
    ([key, value]) => `\n${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return `{${members.join(',')}`;
}

function heading(section: Section): string {
  return `,\n"${section}": [`;
}

function lineOf(record: object): string {
  return `\n${JSON.stringify(record)}`;
}
