import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type CardGroup, groupWith } from '../core/facts/card-group';
import type { EntityKey } from '../core/facts/keys';

/**
 * Resolves to checked cards, those of one thing together, without those whose key is unknown;
 * rejects when it cannot ask.
 */
export type LoadCards = (keys: readonly EntityKey[]) => Promise<readonly CardGroup[]>;

export type CardLoad =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly group: CardGroup }
  /** Asked for, and the fact base does not know it. */
  | { readonly state: 'missing' }
  | { readonly state: 'failed' };

export interface CardLoads {
  readonly of: (key: EntityKey) => CardLoad | undefined;
  /** Fetches cards that are not there yet; `answer` is used where somebody asked already. */
  readonly request: (keys: readonly EntityKey[], answer?: Promise<readonly CardGroup[]>) => void;
}

/** The cards fetched so far and those on their way. */
export function useCardLoads(load: LoadCards): CardLoads {
  const [loads, setLoads] = useState<ReadonlyMap<EntityKey, CardLoad>>(new Map());
  const gone = useRef(false);
  useEffect(
    () => () => {
      gone.current = true;
    },
    [],
  );

  const settle = (keys: readonly EntityKey[], stateOf: (key: EntityKey) => CardLoad) => {
    if (gone.current) return;
    setLoads((before) => new Map([...before, ...keys.map((key) => [key, stateOf(key)] as const)]));
  };

  const request = useCallback(
    (keys: readonly EntityKey[], answer?: Promise<readonly CardGroup[]>) => {
      settle(keys, () => ({ state: 'loading' }));
      (answer ?? load(keys)).then(
        (groups) =>
          // By the key of each pack's card, since the name may come from another than was asked for.
          settle([...keys, ...groups.flat().map(({ key }) => key)], (key) => {
            const group = groupWith(groups, key);
            return group ? { state: 'ready', group } : { state: 'missing' };
          }),
        () => settle(keys, () => ({ state: 'failed' })),
      );
    },
    [load],
  );

  return { of: (key) => loads.get(key), request };
}
