import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface Reveal<E extends HTMLElement> {
  readonly all: boolean;
  readonly reveal: () => void;
  readonly list: RefObject<E>;
}

/**
 * A list that shows its first entries until asked for all. The button that asks goes away when
 * pressed, so the focus moves to the first entry that it revealed.
 */
export function useReveal<E extends HTMLElement>(shownAtFirst: number): Reveal<E> {
  const [all, setAll] = useState(false);
  const list = useRef<E>(null);
  useLayoutEffect(() => {
    const revealed = all ? list.current?.children[shownAtFirst] : undefined;
    if (!(revealed instanceof HTMLElement)) return;
    revealed.tabIndex = -1;
    revealed.focus({ preventScroll: true });
  }, [all, shownAtFirst]);
  return { all, reveal: () => setAll(true), list };
}
