import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface Reveal<E extends HTMLElement> {
  /** How many entries are shown. */
  readonly shown: number;
  readonly reveal: () => void;
  readonly list: RefObject<E>;
}

/**
 * A list that shows its first entries and, when asked, `step` more at a time, or all the others.
 * The button that asks may go away when pressed, so the focus moves to the first entry that it
 * revealed. Entries are the list's children, or what `entries` selects in it.
 */
export function useReveal<E extends HTMLElement>(
  shownAtFirst: number,
  step: number = Number.POSITIVE_INFINITY,
  entries?: string,
): Reveal<E> {
  const [shown, setShown] = useState(shownAtFirst);
  const before = useRef(shown);
  const list = useRef<E>(null);
  useLayoutEffect(() => {
    if (before.current === shown) return;
    const all = entries ? list.current?.querySelectorAll(entries) : list.current?.children;
    const revealed = all?.[before.current];
    before.current = shown;
    if (!(revealed instanceof HTMLElement)) return;
    revealed.tabIndex = -1;
    revealed.focus({ preventScroll: true });
  }, [shown]);
  return { shown, reveal: () => setShown(shown + step), list };
}
