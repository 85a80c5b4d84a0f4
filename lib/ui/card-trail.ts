/**
 * The way a reader took from card to card: a choice or a first card at the bottom, related
 * entities on top of it, and always one step back.
 */
import type { EntityKey } from '../core/facts/keys';
import { t } from './message';

export interface NamedEntity {
  readonly key: EntityKey;
  readonly label: string;
}

export type Stop =
  | { readonly type: 'choice'; readonly options: readonly [NamedEntity, ...NamedEntity[]] }
  | { readonly type: 'card'; readonly entity: NamedEntity };

/** Never empty; the last stop is the one that is shown. */
export type Trail = readonly [Stop, ...Stop[]];

/** Long chains of look-ups keep their last steps only. */
const MAX_STOPS = 30;

export function startTrail(first: NamedEntity, ...others: readonly NamedEntity[]): Trail {
  return others.length === 0
    ? [{ type: 'card', entity: first }]
    : [{ type: 'choice', options: [first, ...others] }];
}

export function currentStop(trail: Trail): Stop {
  return trail[trail.length - 1] ?? trail[0];
}

/** Choosing the entity that is shown already changes nothing. */
export function goOn(trail: Trail, entity: NamedEntity): Trail {
  const current = currentStop(trail);
  if (current.type === 'card' && current.entity.key === entity.key) return trail;
  const [bottom, ...rest] = trail;
  const kept = rest.slice(Math.max(0, rest.length - (MAX_STOPS - 2)));
  return [bottom, ...kept, { type: 'card', entity }];
}

/** The bottom stop has no way back and stays. */
export function goBack(trail: Trail): Trail {
  const [bottom, ...rest] = trail;
  return [bottom, ...rest.slice(0, -1)];
}

/** What the back button names; null at the bottom. */
export function previousName(trail: Trail): string | null {
  const previous = trail[trail.length - 2];
  if (!previous) return null;
  return previous.type === 'choice' ? t('stack_choice') : previous.entity.label;
}

/** One person or thing that words may mean, by the name on its card. */
export interface Reading extends NamedEntity {
  /** Of the entities that the words were taken for: the same thing in several packs. */
  readonly keys: readonly EntityKey[];
}

/** By the key of any pack's card of a thing, the name that its card has; known once it has come. */
export type NameOf = (key: EntityKey) => NamedEntity | undefined;

/** What the entities are, each thing once. */
export function readingsOf(
  entities: readonly [NamedEntity, ...NamedEntity[]],
  nameOf: NameOf,
): readonly [Reading, ...Reading[]] {
  const readings = new Map<EntityKey, Reading>();
  for (const entity of entities) {
    const name = nameOf(entity.key) ?? entity;
    const before = readings.get(name.key);
    readings.set(name.key, { ...name, keys: [...(before?.keys ?? []), entity.key] });
  }
  const [first, ...others] = readings.values();
  return first ? [first, ...others] : [{ ...entities[0], keys: [entities[0].key] }];
}

/** The trail by the names on the cards, and without a choice where all the options are one thing. */
export function namedTrail([bottom, ...stops]: Trail, nameOf: NameOf): Trail {
  return [namedStop(bottom, nameOf), ...stops.map((stop) => namedStop(stop, nameOf))];
}

function namedStop(stop: Stop, nameOf: NameOf): Stop {
  if (stop.type === 'card') {
    return { type: 'card', entity: nameOf(stop.entity.key) ?? stop.entity };
  }
  const [only, ...others] = readingsOf(stop.options, nameOf);
  return others.length === 0
    ? { type: 'card', entity: only }
    : { type: 'choice', options: [only, ...others] };
}
