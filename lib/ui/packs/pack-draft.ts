/** The pack that a list becomes, from what its reader says of it. */
import type { EntityKind } from '../../core/facts/pack-schema';
import type { ImportFormat, PackMeta } from '../../core/packs/import-event';
import { slugOf, stableId } from '../../core/packs/stable-id';
import type { TableMapping } from '../../core/packs/suggest-mapping';
import { cleanLine, cutTo } from '../../core/packs/text-hygiene';

export interface PackDraft {
  readonly title: string;
  /** Id of the pack that is updated; null for a new one. */
  readonly target: string | null;
  readonly kind: EntityKind;
  readonly language: string;
  readonly mapping: TableMapping | null;
}

/** Whether the reader has to say something before the file can be read. */
export function needsDraft(format: ImportFormat): boolean {
  return format !== 'pack';
}

/** "oil_spills-2024.csv" to "oil spills 2024". */
export function titleOfFile(name: string): string {
  const words = cleanLine(name.replace(/\.[A-Za-z0-9.]{1,12}$/, '').replace(/[_-]+/g, ' ')).trim();
  return cutTo(words === '' ? name : words, MAX_TITLE_CHARS);
}

const MAX_TITLE_CHARS = 200;
const MAX_ID_CHARS = 40;

export interface DraftWords {
  readonly description: string;
  readonly license: string;
}

/** `taken`: ids of the packs that are installed. `today` is an ISO date. */
export function metaOfDraft(
  { title, target }: Pick<PackDraft, 'title' | 'target'>,
  taken: readonly string[],
  today: string,
  { description, license }: DraftWords,
): PackMeta {
  const name = cutTo(cleanLine(title).trim(), MAX_TITLE_CHARS);
  return {
    id: target ?? freeId(name, taken),
    version: versionOfDay(today),
    title: name,
    description: cutTo(cleanLine(description), 1000),
    license,
  };
}

/** A list has no version of its own; a later one has a higher number. */
function versionOfDay(today: string): string {
  return today.split('-').map(Number).join('.');
}

function freeId(title: string, taken: readonly string[]): string {
  const slug = slugOf(title).slice(0, MAX_ID_CHARS).replace(/-+$/, '');
  const base = slug === '' ? stableId(title) : slug;
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.includes(id)) return id;
  }
}
