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
  | { readonly type: 'choice'; readonly options: readonly NamedEntity[] }
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
