import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ItemPage, ReviewItem } from './packs-api';

export interface ItemsView {
  readonly items: readonly ReviewItem[];
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly more: () => void;
}

/** Entries of one kind, some at a time; `load` gives those from an index on. */
export function useItems(load: (offset: number) => Promise<ItemPage>): ItemsView {
  const [{ items, hasMore }, setLoaded] = useState<ItemPage>({ items: [], hasMore: false });
  /** Null once they are there. */
  const [wantedFrom, setWantedFrom] = useState<number | null>(0);
  useEffect(() => {
    if (wantedFrom === null) return;
    let isCurrent = true;
    load(wantedFrom).then(
      (page) => {
        if (!isCurrent) return;
        setLoaded((before) => ({
          items: [...before.items.slice(0, wantedFrom), ...page.items],
          hasMore: page.hasMore,
        }));
        setWantedFrom(null);
      },
      () => isCurrent && setWantedFrom(null),
    );
    return () => {
      isCurrent = false;
    };
  }, [wantedFrom]);
  const more = useCallback(() => setWantedFrom(items.length), [items.length]);
  return { items, hasMore, isLoading: wantedFrom !== null, more };
}
