import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { EntityCard } from '../core/facts/card';
import type { EntityKey } from '../core/facts/keys';

/** Resolves to checked cards, without those whose key is unknown; rejects when it cannot ask. */
export type LoadCards = (keys: readonly EntityKey[]) => Promise<readonly EntityCard[]>;

export type CardLoad =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly card: EntityCard }
  /** Asked for, and the fact base does not know it. */
  | { readonly state: 'missing' }
  | { readonly state: 'failed' };

export interface CardLoads {
  readonly of: (key: EntityKey) => CardLoad | undefined;
  /** Fetches cards that are not there yet; `answer` is used where somebody asked already. */
  readonly request: (keys: readonly EntityKey[], answer?: Promise<readonly EntityCard[]>) => void;
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
    (keys: readonly EntityKey[], answer?: Promise<readonly EntityCard[]>) => {
      settle(keys, () => ({ state: 'loading' }));
      (answer ?? load(keys)).then(
        (cards) =>
          settle(keys, (key) => {
            const card = cards.find((each) => each.key === key);
            return card ? { state: 'ready', card } : { state: 'missing' };
          }),
        () => settle(keys, () => ({ state: 'failed' })),
      );
    },
    [load],
  );

  return { of: (key) => loads.get(key), request };
}
