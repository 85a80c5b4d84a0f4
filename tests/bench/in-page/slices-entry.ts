/** The real annotator with its real slices, timed slice by slice. */
import { createMatcher } from '../../../lib/core/matcher/matcher';
import { decodeMatcher } from '../../../lib/core/matcher/matcher-tables';
import { createAnnotator } from '../../../lib/page/annotator';
import { createHighlighter } from '../../../lib/page/highlighter';
import { createHitTest } from '../../../lib/page/hit-test';
import { clientRectsOf, type Mention } from '../../../lib/page/mention';
import { endSlicesAtYield, takeSlices, touch } from './slice-clock';

export interface Sliced {
  /** Milliseconds. */
  readonly longest: number;
  readonly count: number;
  readonly mentions: number;
}

export interface ViewportFirst {
  /** Milliseconds from the start until all marks that the reader sees are there; null where none is. */
  readonly inView: number | null;
  readonly whole: number;
  readonly mentions: number;
}

endSlicesAtYield();

const api = {
  async read(url: string): Promise<Sliced> {
    const stored: unknown = await (await fetch(url)).json();
    await taskBreak();
    takeSlices();
    touch();
    const annotator = startOn(stored, () => touch());
    await annotator.ready;
    touch();
    await taskBreak();
    const slices = takeSlices();
    const mentions = annotator.mentions().length;
    annotator.stop();
    return { longest: Math.max(...slices), count: slices.length, mentions };
  },

  /** From the middle of the page, as after a reload. */
  async viewportFirst(url: string): Promise<ViewportFirst> {
    const stored: unknown = await (await fetch(url)).json();
    scrollTo(0, document.documentElement.scrollHeight / 2);
    await taskBreak();
    const start = performance.now();
    const times = new Map<Node | undefined, number>();
    const annotator = startOn(stored, (added) => {
      const now = performance.now() - start;
      for (const { spans } of added) {
        if (!times.has(spans[0]?.node)) times.set(spans[0]?.node, now);
      }
    });
    await annotator.ready;
    const whole = performance.now() - start;
    // Boxes are asked for afterwards, since that costs as much as the reading.
    const mentions = annotator.mentions();
    const seen = mentions.filter(isInView).map(({ spans }) => times.get(spans[0]?.node) ?? whole);
    annotator.stop();
    const inView = seen.length > 0 ? Math.max(...seen) : null;
    return { inView, whole, mentions: mentions.length };
  },
};

function startOn(stored: unknown, onAdded: (added: readonly Mention[]) => void) {
  const tables = decodeMatcher(stored);
  if (!tables) throw new Error('no matcher');
  const controller = new AbortController();
  const highlighter = createHighlighter();
  const hitTest = createHitTest();
  const annotator = createAnnotator(createMatcher(tables), (change) => {
    highlighter.apply(change);
    hitTest.apply(change);
    onAdded(change.added);
  });
  return {
    ready: annotator.start(controller.signal),
    mentions: annotator.mentions,
    stop() {
      controller.abort();
      highlighter.destroy();
    },
  };
}

function isInView(mention: Mention): boolean {
  return clientRectsOf(mention).some(({ top, bottom }) => bottom > 0 && top < innerHeight);
}

function taskBreak(): Promise<void> {
  return new Promise((done) => setTimeout(done, 50));
}

export type SlicesApi = typeof api;
Object.assign(globalThis, { glossatorBench: api });
