/**
 * Filters with counts. A facet's counts tell what choosing another of its values would give, so
 * they heed every filter but their own.
 */
import { packOfKey } from '../facts/keys';
import type { EntityKind } from '../facts/pack-schema';
import { foldText } from '../text/characters';
import type { EntityLine } from './directory';

export interface EntityFilter {
  /** Every word must stand in one of the names; empty for no filter. */
  readonly text: string;
  readonly kind: EntityKind | null;
  /** Key of a source. */
  readonly source: string | null;
  readonly pack: string | null;
}

export interface Count<T extends string = string> {
  readonly value: T;
  readonly count: number;
}

export interface Facets {
  readonly kinds: readonly Count<EntityKind>[];
  readonly sources: readonly Count[];
  readonly packs: readonly Count[];
}

export interface FoundEntities {
  /** Names that begin with what was typed before those that only hold it; else as given. */
  readonly found: readonly EntityLine[];
  readonly facets: Facets;
}

/** Values of a facet, the most frequent first; the chosen one is there even where nothing is left. */
export function filterEntities(
  entities: readonly EntityLine[],
  filter: EntityFilter,
): FoundEntities {
  const text = foldText(filter.text).trim();
  const words = text.split(' ').filter((word) => word !== '');
  const kinds = new Tally<EntityKind>(filter.kind);
  const sources = new Tally(filter.source);
  const packs = new Tally(filter.pack);
  const first: EntityLine[] = [];
  const others: EntityLine[] = [];
  for (const line of entities) {
    if (!words.every((word) => line.names.includes(word))) continue;
    const pack = packOfKey(line.key);
    const isKind = filter.kind === null || line.kind === filter.kind;
    const isSource = filter.source === null || line.sources.has(filter.source);
    const isPack = filter.pack === null || pack === filter.pack;
    if (isSource && isPack) kinds.add(line.kind);
    if (isKind && isPack) for (const source of line.sources) sources.add(source);
    if (isKind && isSource) packs.add(pack);
    if (isKind && isSource && isPack) (beginsWith(line, text) ? first : others).push(line);
  }
  return {
    found: [...first, ...others],
    facets: { kinds: kinds.counts(), sources: sources.counts(), packs: packs.counts() },
  };
}

function beginsWith(line: EntityLine, text: string): boolean {
  return text !== '' && (line.names.startsWith(text) || line.names.includes(`\n${text}`));
}

/** Counts values; the most frequent first, then by value. */
export class Tally<T extends string = string> {
  readonly #counts = new Map<T, number>();

  constructor(chosen: T | null = null) {
    if (chosen !== null) this.#counts.set(chosen, 0);
  }

  add(value: T): void {
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1);
  }

  counts(): Count<T>[] {
    return [...this.#counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }
}
