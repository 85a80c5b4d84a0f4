import { useState } from 'preact/hooks';

export interface Removal<T> {
  /** What was removed last, as long as it can be brought back. */
  readonly removed: T | null;
  readonly failed: boolean;
  readonly remove: (item: T) => void;
  readonly undo: () => void;
}

/** Removing with a way back, for as long as nothing else was removed. */
export function useRemoval<T>(
  take: (item: T) => Promise<unknown>,
  giveBack: (item: T) => Promise<unknown>,
): Removal<T> {
  const [removed, setRemoved] = useState<T | null>(null);
  const [failed, setFailed] = useState(false);

  function attempt(work: Promise<unknown>, after: T | null): void {
    setFailed(false);
    work.then(
      () => setRemoved(() => after),
      () => setFailed(true),
    );
  }

  return {
    removed,
    failed,
    remove: (item) => attempt(take(item), item),
    undo: () => removed !== null && attempt(giveBack(removed), null),
  };
}
