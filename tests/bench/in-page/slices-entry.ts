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
  /** The last one, in which is decided and painted. */
  readonly last: number;
  readonly count: number;
  readonly mentions: number;
}

export interface ViewportFirst {
  /** Milliseconds from the start to the first mark that the reader sees; null where none is. */
  readonly inView: number | null;
  readonly whole: number;
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
    const last = slices.at(-1) ?? 0;
    return { longest: Math.max(...slices), last, count: slices.length, mentions };
  },

  /** From the middle of the page, as after a reload. */
  async viewportFirst(url: string): Promise<ViewportFirst> {
    const stored: unknown = await (await fetch(url)).json();
    scrollTo(0, document.documentElement.scrollHeight / 2);
    await taskBreak();
    const start = performance.now();
    let inView: number | null = null;
    const annotator = startOn(stored, (added) => {
      const now = performance.now() - start;
      if (inView === null && added.some(isInView)) inView = now;
    });
    await annotator.ready;
    const whole = performance.now() - start;
    annotator.stop();
    return { inView, whole };
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
