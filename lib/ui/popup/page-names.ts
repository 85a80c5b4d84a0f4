import type { EntityKey } from '../../core/facts/keys';
import type { NamedEntity } from '../card-trail';
import type { FrameNames, MentionPlace } from './popup-api';

/** A name on the page, counted over all frames. */
export interface PageName {
  /** The entities' keys; the same for the same name in every frame. */
  readonly id: string;
  /** More than one where the page leaves open who is meant. */
  readonly entities: readonly NamedEntity[];
  readonly count: number;
  /** Where the mentions are: so many in this frame, so many in the next. */
  readonly places: readonly {
    readonly frame: string;
    /** As the frame knows them. */
    readonly entities: readonly EntityKey[];
    readonly count: number;
  }[];
}

/** The names of all frames in reading order, the top page first. */
export function mergeNames(frames: readonly FrameNames[]): PageName[] {
  const merged = new Map<string, PageName>();
  const ordered = [...frames].sort((a, b) => Number(b.isTop) - Number(a.isTop));
  for (const { frame, names } of ordered) {
    for (const { entities, count } of names) {
      if (entities.length === 0 || count === 0) continue;
      // Keys hold no space.
      const id = entities.map((entity) => entity.key).join(' ');
      const before = merged.get(id);
      merged.set(id, {
        id,
        entities: before?.entities ?? entities,
        count: (before?.count ?? 0) + count,
        places: [
          ...(before?.places ?? []),
          { frame, entities: entities.map(({ key }) => key), count },
        ],
      });
    }
  }
  return [...merged.values()];
}

/**
 * The names with what is one thing in several packs as one name. `groups`: keys of one thing, first
 * the one that it goes by.
 */
export function foldNames(
  names: readonly PageName[],
  groups: readonly (readonly EntityKey[])[],
): PageName[] {
  const labels = new Map(
    names.flatMap(({ entities }) => entities.map(({ key, label }) => [key, label] as const)),
  );
  const things = new Map(groups.flatMap((group) => group.map((key) => [key, group[0] ?? key])));
  const folded = new Map<string, PageName>();
  for (const name of names) {
    const keys = [...new Set(name.entities.map(({ key }) => things.get(key) ?? key))];
    // Keys hold no space.
    const id = keys.join(' ');
    const before = folded.get(id);
    folded.set(id, {
      id,
      entities: keys.map((key) => ({ key, label: labels.get(key) ?? key })),
      count: (before?.count ?? 0) + name.count,
      places: [...(before?.places ?? []), ...name.places],
    });
  }
  return [...folded.values()];
}

/** The nth mention of a name, from 0 and wrapping around. */
export function mentionPlace(name: PageName, n: number): MentionPlace | null {
  let index = name.count > 0 ? n % name.count : 0;
  for (const { frame, entities, count } of name.places) {
    if (index < count) return { frame, entities, index };
    index -= count;
  }
  return null;
}
