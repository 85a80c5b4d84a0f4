/** The address in the tab's bar as the library's route, and where the reader was before. */
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatRoute, isSameView, type LibraryRoute, parseRoute } from '../../core/library/routes';

/** Where the reader was when they left a view. */
interface Leaving {
  readonly scroll: number;
  /** Of the link that had the focus, as a rule the one that was followed. */
  readonly href: string | null;
}

export interface Place {
  readonly route: LibraryRoute;
  /**
   * Puts focus and scroll where a reader expects them; each view calls it when its content is
   * there. Once for each arrival, so that later calls change nothing.
   */
  readonly arrive: () => void;
  /** Changes the filters of the view that is shown, without a step to go back to. */
  readonly refine: (route: LibraryRoute) => void;
}

export function useRoute(): Place {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  const shown = useRef(route);
  const visit = useRef('');
  const left = useRef(new Map<string, Leaving>());
  const arrival = useRef<(() => void) | null>(null);

  useLayoutEffect(() => {
    // The content comes after the address, so browsers would scroll too early.
    history.scrollRestoration = 'manual';
    visit.current = visitOfEntry();
    // Who opens the library is at its beginning already, but for a claim that was asked for.
    if (soughtIn(shown.current)) arrival.current = focusHeading;
    const onHashChange = () => {
      left.current.set(visit.current, { scroll: scrollY, href: focusedLink() });
      visit.current = visitOfEntry();
      const next = parseRoute(location.hash);
      arrival.current = arrivalAt(shown.current, next, left.current.get(visit.current));
      shown.current = next;
      setRoute(next);
    };
    addEventListener('hashchange', onHashChange);
    return () => removeEventListener('hashchange', onHashChange);
  }, []);

  const arrive = useCallback(() => {
    const go = arrival.current;
    arrival.current = null;
    go?.();
  }, []);
  const refine = useCallback((next: LibraryRoute) => {
    history.replaceState(history.state, '', formatRoute(next));
    shown.current = next;
    setRoute(next);
  }, []);
  return { route, arrive, refine };
}

/** A name for the tab's current history entry; it keeps it when the reader comes back. */
function visitOfEntry(): string {
  const state: unknown = history.state;
  const known = typeof state === 'object' && state !== null && 'visit' in state && state.visit;
  if (typeof known === 'string') return known;
  const visit = crypto.randomUUID();
  history.replaceState({ visit }, '');
  return visit;
}

function focusedLink(): string | null {
  return document.activeElement?.closest('a')?.getAttribute('href') ?? null;
}

function arrivalAt(from: LibraryRoute, to: LibraryRoute, before: Leaving | undefined): () => void {
  if (before) return () => comeBack(before);
  const turned = ('page' in from ? from.page : 1) !== ('page' in to ? to.page : 1);
  const sought = soughtIn(to);
  // A filter's link stays where it is, and so does the reader.
  if (isSameView(from, to) && !turned && sought === soughtIn(from)) return keepFocus;
  return () => {
    scrollTo(0, 0);
    focusHeading();
  };
}

function soughtIn(route: LibraryRoute): string | undefined {
  return route.view === 'entity' ? route.claim : undefined;
}

function comeBack({ scroll, href }: Leaving): void {
  const link = href === null ? null : document.querySelector(`main a[href="${CSS.escape(href)}"]`);
  if (link instanceof HTMLElement || link instanceof SVGElement)
    link.focus({ preventScroll: true });
  else focusHeading();
  scrollTo(0, scroll);
}

/** The link that was followed may be gone: then the heading takes its place. */
function keepFocus(): void {
  if (document.activeElement === null || document.activeElement === document.body) focusHeading();
}

/** The claim that was asked for, or what the view is about. */
function focusHeading(): void {
  const sought = document.querySelector<HTMLElement>('main .claim.sought');
  if (sought) {
    sought.tabIndex = -1;
    sought.focus({ preventScroll: true });
    sought.scrollIntoView({ block: 'center' });
    return;
  }
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
}
