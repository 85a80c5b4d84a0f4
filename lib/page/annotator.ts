/**
 * Keeps the page's mentions true as the page changes: reads what is there, on a long page what is
 * in view first, then what changes, and tells listeners which mentions came and went. Changes
 * nothing on the page.
 */
import type { Matcher } from '../core/matcher/matcher';
import type { IsMuted } from '../core/recognition/mutes';
import { parentNodeOf } from './dom-access';
import { createDomWatcher } from './dom-watcher';
import type { Mention, MentionChange } from './mention';
import { createPageIndex } from './page-index';
import { placesInView } from './places-in-view';
import type { RemoteNames } from './remote-names-contract';
import { findCustomShadowRoots, findShadowRoots } from './shadow-roots';
import { createReadability } from './skip-rules';
import { createThrottle, runInSlices } from './slices';
import { createTextScanner } from './text-scanner';

/** On a shorter page what is in view is read within the first slices anyway. */
const LONG_PAGE_ELEMENTS = 4000;
/** Shadow roots attached without a change of the tree are found at these times after the start. */
const LOOK_AGAIN_AFTER_MS = [500, 2000, 6000];

export interface Annotator {
  /** Reads the page and goes on watching it until the signal aborts. */
  start(signal: AbortSignal): Promise<void>;
  /** What is muted has changed. */
  decideAgain(): void;
  /** In reading order; hidden ones too. */
  mentions(): Mention[];
  /** The page changes more than can be read without slowing it, so changes are read no more. */
  isPaused(): boolean;
}

export function createAnnotator(
  matcher: Matcher,
  onChange: (change: MentionChange) => void,
  muted?: () => IsMuted | undefined,
  remote?: RemoteNames,
): Annotator {
  const index = createPageIndex(matcher, muted);
  const readability = createReadability();
  const scanner = createTextScanner(matcher, index, readability, remote);
  const shadows = new WeakSet<ShadowRoot>();
  let decideAgain = (): void => {};
  let isPaused = false;

  async function start(signal: AbortSignal): Promise<void> {
    let turn: Promise<unknown> = Promise.resolve();
    let isRead = false;
    const watcher = createDomWatcher(() => isRead && updates.request());
    const updates = createThrottle(update, signal, () => {
      isPaused = true;
      watcher.stop();
      tell({ added: [], removed: [] });
    });

    /** Whoever is told may end it all. */
    function tell(change: MentionChange): void {
      if (!signal.aborted) onChange(change);
    }

    /** One after another, since a decision has many steps and none of them may see a change. */
    function inTurn(steps: Generator<void>): Promise<number> {
      const run = (): Promise<number> => runInSlices(steps, signal);
      const cost = turn.then(run, run);
      turn = cost;
      return cost;
    }

    function* readPage(): Generator<void> {
      if (!document.hidden && document.getElementsByTagName('*').length > LONG_PAGE_ELEMENTS) {
        yield* readView();
      }
      yield* scanner.scan(document);
      yield* index.decide(tell);
      yield* readShadows(findCustomShadowRoots());
    }

    /** From each place one step, which is about as much as fits on a screen. */
    function* readView(): Generator<void> {
      for (const place of placesInView()) {
        scanner.scan(document, place).next();
        yield* index.decide(tell, true);
        yield;
      }
    }

    /** Those that are new; with `again` also those that are known, but were dropped. */
    function* readShadows(
      search: Iterable<ShadowRoot | undefined>,
      again = false,
    ): Generator<void> {
      const found = new Set<ShadowRoot>();
      for (const shadow of search) {
        if (!shadow) yield;
        else if (again || !shadows.has(shadow)) found.add(shadow);
      }
      for (const shadow of found) {
        shadows.add(shadow);
        watcher.watch(shadow);
        yield* scanner.scan(shadow);
      }
      if (found.size > 0) yield* index.decide(tell);
    }

    function* readAgain(roots: Iterable<Node>): Generator<void> {
      const connected = [...roots].filter((root) => root.isConnected);
      for (const root of connected) yield* scanner.scan(root);
      yield* index.decide(tell);
      yield* readShadows(findShadowRoots(connected), true);
    }

    function* readChanges(): Generator<void> {
      const { dirty, structureChanged } = watcher.take();
      if (structureChanged) readability.forget();
      if (!structureChanged && dirty.size === 0) return;
      index.dropWithin(dirty);
      yield* readAgain(withoutContained(dirty));
    }

    async function update(): Promise<number> {
      const cost = await inTurn(readChanges());
      void confirm();
      return cost;
    }

    async function confirm(): Promise<void> {
      if (!remote) return;
      for await (const nodes of remote.confirm(readability.isReadable, signal)) {
        await inTurn(readAgain(nodes));
      }
    }

    decideAgain = () => void inTurn(index.decide(tell));
    signal.addEventListener('abort', () => watcher.stop(), { once: true });
    watcher.watch(document);
    await inTurn(readPage());
    if (signal.aborted) return;
    isRead = true;
    updates.request();
    void confirm();
    for (const delay of LOOK_AGAIN_AFTER_MS) {
      setTimeout(() => {
        if (!signal.aborted) void inTurn(readShadows(findShadowRoots([document]))).then(confirm);
      }, delay);
    }
  }

  return {
    start,
    decideAgain: () => decideAgain(),
    mentions: index.mentions,
    isPaused: () => isPaused,
  };
}

/** A node below another one of the set is read with it. */
function withoutContained(nodes: ReadonlySet<Node>): Set<Node> {
  const outermost = new Set<Node>();
  for (const node of nodes) {
    let above = parentNodeOf(node);
    while (above !== null && !nodes.has(above)) above = parentNodeOf(above);
    if (above === null) outermost.add(node);
  }
  return outermost;
}
