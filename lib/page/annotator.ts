/**
 * Keeps the page's mentions true as the page changes: reads what is there, then what changes,
 * and tells listeners which mentions came and went. Changes nothing on the page.
 */
import type { Matcher } from '../core/matcher/matcher';
import type { IsMuted } from '../core/recognition/mutes';
import { parentNodeOf } from './dom-access';
import { createDomWatcher } from './dom-watcher';
import type { Mention, MentionChange } from './mention';
import { createPageIndex } from './page-index';
import type { RemoteNames } from './remote-names-contract';
import { findShadowRoots } from './shadow-roots';
import { createReadability } from './skip-rules';
import { createThrottle, runInSlices } from './slices';
import { createTextScanner } from './text-scanner';

/** Shadow roots attached without a change of the tree are found at these times after the start. */
const LOOK_AGAIN_AFTER_MS = [500, 2000, 6000];

export interface Annotator {
  /** Reads the page and goes on watching it until the signal aborts. */
  start(signal: AbortSignal): Promise<void>;
  /** What is muted has changed. */
  decideAgain(): void;
  /** In reading order; hidden ones too. */
  mentions(): Mention[];
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

  function tell(): void {
    const change = index.decide();
    if (change.added.length > 0 || change.removed.length > 0) onChange(change);
  }

  async function start(signal: AbortSignal): Promise<void> {
    const watcher = createDomWatcher(() => updates.request());
    const updates = createThrottle(update, signal);

    function* read(root: Node): Generator<void> {
      yield* scanner.scan(root);
      const fresh: ShadowRoot[] = [];
      if (root instanceof Text) return;
      yield* findShadowRoots(root, (shadow) => {
        if (shadows.has(shadow)) return;
        shadows.add(shadow);
        fresh.push(shadow);
      });
      for (const shadow of fresh) {
        watcher.watch(shadow);
        yield* scanner.scan(shadow);
      }
    }

    function* readAll(roots: Iterable<Node>): Generator<void> {
      for (const root of roots) {
        if (root.isConnected) yield* read(root);
      }
    }

    async function update(): Promise<void> {
      const { dirty, removedAny, structureChanged } = watcher.take();
      if (structureChanged) readability.forget();
      if (removedAny) index.dropDisconnected();
      index.dropWithin(dirty);
      await readAndTell(withoutContained(dirty));
    }

    async function readAndTell(roots: Iterable<Node>): Promise<void> {
      await runInSlices(readAll(roots), signal);
      if (signal.aborted) return;
      tell();
      void confirm();
    }

    async function confirm(): Promise<void> {
      if (!remote) return;
      for await (const nodes of remote.confirm(readability.isReadable, signal)) {
        await readAndTell(nodes);
      }
    }

    signal.addEventListener('abort', () => watcher.stop(), { once: true });
    watcher.watch(document);
    await runInSlices(read(document), signal);
    if (signal.aborted) return;
    tell();
    void confirm();
    for (const delay of LOOK_AGAIN_AFTER_MS) {
      setTimeout(() => {
        if (!signal.aborted) void lookAgain();
      }, delay);
    }

    async function lookAgain(): Promise<void> {
      const found: ShadowRoot[] = [];
      await runInSlices(
        findShadowRoots(document, (shadow) => {
          if (!shadows.has(shadow)) found.push(shadow);
        }),
        signal,
      );
      for (const shadow of found) {
        shadows.add(shadow);
        watcher.watch(shadow);
      }
      if (found.length > 0) await readAndTell(found);
    }
  }

  return { start, decideAgain: tell, mentions: index.mentions };
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
