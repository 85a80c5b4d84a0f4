/** A pack, or a part of it, as a file; read from the background some records at a time. */
import type { Claim, Entity, FactPack } from '../../lib/core/facts/pack-schema';
import type { PackMeta, PackRecord, Section } from '../../lib/core/packs/import-event';
import { SECTIONS } from '../../lib/core/packs/import-event';
import { selectPart } from '../../lib/core/packs/select-part';
import { writeAnnotations } from '../../lib/core/packs/write-annotations';
import { writeClaimReview } from '../../lib/core/packs/write-claim-review';
import { csvChunks, writeCsv } from '../../lib/core/packs/write-csv';
import { writeMarkdown } from '../../lib/core/packs/write-markdown';
import { packJsonChunks, writePackJson } from '../../lib/core/packs/write-pack-json';
import { send } from '../../lib/messaging/send';
import type { ExportedFile, ExportFormat, PacksApi } from '../../lib/ui/packs/packs-api';

const FILES: Readonly<Record<ExportFormat, readonly [ending: string, type: string]>> = {
  pack: ['json', 'application/json'],
  csv: ['csv', 'text/csv'],
  annotations: ['annotations.jsonld', 'application/ld+json'],
  'claim-review': ['claimreview.jsonld', 'application/ld+json'],
  markdown: ['md', 'text/markdown'],
};
const PAGE_RECORDS = 1000;
/** Text is handed to the browser in pieces of this many characters, which it may put on the disk. */
const PIECE_CHARS = 4_000_000;

export const exportPack: PacksApi['exportPack'] = async (id, format, names) => {
  const { meta } = await send('getPackMeta', { pack: id });
  if (!meta) throw new Error(`${id} is not installed`);
  const name = names ? `${id}-${meta.version}-part` : `${id}-${meta.version}`;
  if (names) return fileOf(name, format, [write(await readPart(meta, names), format)]);
  if (format === 'pack') {
    return fileOf(
      name,
      format,
      packJsonChunks(meta, (section) => recordsOf(id, section)),
    );
  }
  if (format === 'csv') return fileOf(name, format, csvLines(id));
  return fileOf(name, format, [write(await readWhole(meta), format)]);
};

function write(pack: FactPack, format: ExportFormat): string {
  switch (format) {
    case 'pack':
      return writePackJson(pack);
    case 'csv':
      return writeCsv(pack.entities);
    case 'annotations':
      return writeAnnotations(pack);
    case 'claim-review':
      return writeClaimReview(pack);
    case 'markdown':
      return writeMarkdown(pack);
  }
}

async function fileOf(
  name: string,
  format: ExportFormat,
  chunks: AsyncIterable<string> | Iterable<string>,
): Promise<ExportedFile> {
  const [ending, type] = FILES[format];
  const pieces: Blob[] = [];
  let held = '';
  for await (const chunk of chunks) {
    held += chunk;
    if (held.length < PIECE_CHARS) continue;
    pieces.push(new Blob([held]));
    held = '';
  }
  return { name: `${name}.${ending}`, content: new Blob([...pieces, held], { type }) };
}

async function* recordsOf(
  pack: string,
  section: Section,
): AsyncGenerator<PackRecord['record'], void> {
  let after: string | null = null;
  do {
    const limit = PAGE_RECORDS;
    const page: { records: unknown[]; next: string | null } = await send('readRecords', {
      ...{ pack, section, after, limit },
    });
    // They were checked when they were stored.
    yield* page.records as PackRecord['record'][];
    after = page.next;
  } while (after !== null);
}

async function* csvLines(pack: string): AsyncGenerator<string, void> {
  let isFirst = true;
  for await (const record of recordsOf(pack, 'entities')) {
    const [heading = '', line = ''] = csvChunks([record as Entity]);
    yield isFirst ? heading + line : line;
    isFirst = false;
  }
  if (isFirst) yield writeCsv([]);
}

async function readWhole(meta: PackMeta): Promise<FactPack> {
  const pack: FactPack = { ...meta, sources: [], entities: [], claims: [], relations: [] };
  for (const section of SECTIONS) {
    for await (const record of recordsOf(meta.id, section)) push(pack, section, record);
  }
  return pack;
}

/** Of a pack of any size only what the part may need is kept. */
async function readPart(meta: PackMeta, names: readonly string[]): Promise<FactPack> {
  const pack: FactPack = { ...meta, sources: [], entities: [], claims: [], relations: [] };
  const chosen = new Set(names);
  const needed = new Set(names);
  for await (const record of recordsOf(meta.id, 'claims')) {
    const [main = ''] = (record as Claim).entities;
    if (!chosen.has(main)) continue;
    push(pack, 'claims', record);
    collectTexts(record, needed);
  }
  for (const section of ['sources', 'entities', 'relations'] as const) {
    for await (const record of recordsOf(meta.id, section)) {
      const id = 'id' in record ? record.id : record.claim;
      if (needed.has(id)) push(pack, section, record);
    }
  }
  return selectPart(pack, { entities: names });
}

function push(pack: FactPack, section: Section, record: PackRecord['record']): void {
  (pack[section] as PackRecord['record'][]).push(record);
}

/** Every text of a record; the ids that it names are among them. */
function collectTexts(value: unknown, texts: Set<string>): void {
  if (typeof value === 'string') texts.add(value);
  else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) collectTexts(inner, texts);
  }
}
