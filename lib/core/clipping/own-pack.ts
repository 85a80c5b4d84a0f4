/**
 * The reader's own facts: a pack like any other, kept apart from bundled ones. Ids come from
 * content, so that the same clipping restored or imported on another machine is the same record.
 */
import type { Source } from '../facts/pack-schema';
import type { PackMeta } from '../packs/import-event';
import { stableId } from '../packs/stable-id';

export const OWN_PACK_ID = 'own';
const MAX_COUNT = 10_000;

/** Title and description are in the reader's language. */
export function ownPackMeta(title: string, description: string): PackMeta {
  return { id: OWN_PACK_ID, version: '1.0.0', title, description, license: 'unknown' };
}

/**
 * An id for new content. `isOther` says whether an id names something else already: then a
 * counter is put behind it, always the same for the same order of making.
 */
export function ownId(
  name: string,
  content: readonly string[],
  isOther: (id: string) => boolean,
): string {
  const base = stableId(name, ...content);
  if (!isOther(base)) return base;
  for (let count = 2; count < MAX_COUNT; count++) {
    if (!isOther(`${base}-${count}`)) return `${base}-${count}`;
  }
  throw new Error(`More than ${MAX_COUNT} records have the same content.`);
}

/** One document is one source, however often it is clipped from. */
export function ownSourceId(source: Pick<Source, 'url' | 'title'>): string {
  if (source.url === undefined) return stableId(source.title, 'document');
  return stableId(new URL(source.url).host.replace(/^www\./, ''), source.url);
}
