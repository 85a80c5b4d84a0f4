/** How long our code holds the main thread, and what that does to the page's own long tasks. */
import type { Browser } from 'puppeteer-core';
import type { BenchContext } from '../bench-context';
import { bundle } from '../bundle';
import { launchExtension } from '../extension';
import { median, ms } from '../figures';
import type { SlicesApi } from '../in-page/slices-entry';
import { createPageWorld, launchPlain, type PageWorld } from '../page-world';
import { type GroupResult, type Row, verdictOf } from '../row';

const RUNS = 5;
const MAX_SLICE_MS = 50;
/** Within this, a page of any size is read. */
const SETTLED_MS = 1500;
const BIG_SETTLED_MS = 5000;
const PAGES_FOR_LONG_TASKS = 6;

interface Longest {
  readonly page: string;
  /** Median of the runs' longest slices, and the longest of all. */
  readonly median: number;
  readonly worst: number;
  /** Of the last run. */
  readonly count: number;
  readonly mentions: number;
}

export async function sliceRows(context: BenchContext): Promise<GroupResult> {
  const plain = await launchPlain();
  try {
    const code = await bundle('slices-entry', { slices: 'slices-measured' });
    const world = await createPageWorld<SlicesApi>(plain.browser, code);
    const pages: Longest[] = [];
    for (const name of context.server.pages) {
      pages.push(await longestOn(world, name, context.server.pageUrl(name), context.matcherUrl));
    }
    const bigUrl = `${context.server.origin}/big`;
    const big = await longestOn(world, 'the generated page', bigUrl, context.matcherUrl);
    const viewport = await viewportFirst(world, bigUrl, context.matcherUrl);
    await world.page.close();
    const tasks = await longTasks(context, plain.browser);
    return {
      rows: [sliceRow(pages, big), viewportRow(viewport), longTaskRow(tasks)],
      notes: [
        `Slices: the real annotator with its real slices in a fresh document, ${RUNS} loads of each page; a slice lasts from its first to its last step in one task, setting up the matcher and telling what was found included. The generated page has 10 MB of text in 200,000 nodes; its ${big.mentions} marks take ${big.count} slices.`,
        `Long tasks: the built extension, median of ${RUNS} loads of each of ${tasks.pages} pages and the generated one, as \`PerformanceObserver\` reports them (50 ms and more). Differences smaller than those between loads mean nothing.`,
      ],
    };
  } finally {
    await plain.close();
  }
}

async function longestOn(
  world: PageWorld<SlicesApi>,
  page: string,
  url: string,
  matcherUrl: string,
): Promise<Longest> {
  const longest: number[] = [];
  let last = { count: 0, mentions: 0 };
  for (let n = 0; n < RUNS; n++) {
    await world.open(url);
    const taken = await world.call('read', matcherUrl);
    longest.push(taken.longest);
    last = taken;
  }
  const { count, mentions } = last;
  return { page, median: median(longest), worst: Math.max(...longest), count, mentions };
}

function sliceRow(pages: readonly Longest[], big: Longest): Row {
  const worst = [...pages].sort((a, b) => b.median - a.median)[0] ?? big;
  return {
    what: 'longest uninterrupted slice of our code, on any page and on a generated page of 10 MB and 200,000 nodes',
    reach: `${MAX_SLICE_MS} ms`,
    measured: [worst, big]
      .map(({ page, median: usual, worst: most }) => `${page}: ${ms(usual)} (worst ${ms(most)})`)
      .join('; '),
    verdict: verdictOf(Math.max(worst.median, big.median) <= MAX_SLICE_MS),
  };
}

interface Viewport {
  readonly inView: number;
  readonly whole: number;
}

async function viewportFirst(
  world: PageWorld<SlicesApi>,
  url: string,
  matcherUrl: string,
): Promise<Viewport> {
  const inView: number[] = [];
  const whole: number[] = [];
  for (let n = 0; n < RUNS; n++) {
    await world.open(url);
    const taken = await world.call('viewportFirst', matcherUrl);
    inView.push(taken.inView ?? Number.POSITIVE_INFINITY);
    whole.push(taken.whole);
  }
  return { inView: median(inView), whole: median(whole) };
}

function viewportRow({ inView, whole }: Viewport): Row {
  return {
    what: 'marks near the viewport come first (the generated page, scrolled to its middle)',
    reach: 'before the rest: in a quarter of the time',
    measured: `all marks in view after ${ms(inView)}, the whole page after ${ms(whole)}`,
    verdict: verdictOf(inView < whole / 4),
  };
}

interface LongTasks {
  readonly pages: number;
  readonly withUs: TaskSums;
  readonly without: TaskSums;
}

interface TaskSums {
  readonly count: number;
  readonly total: number;
  readonly bigTotal: number;
}

async function longTasks(context: BenchContext, plain: Browser): Promise<LongTasks> {
  const { pages } = context.server;
  const step = Math.ceil(pages.length / PAGES_FOR_LONG_TASKS);
  const urls = pages.filter((_, i) => i % step === 0).map(context.server.pageUrl);
  const big = `${context.server.origin}/big`;
  const driver = await launchExtension();
  try {
    const withUs = await sumTasks(driver.browser, urls, big);
    return { pages: urls.length, withUs, without: await sumTasks(plain, urls, big) };
  } finally {
    await driver.close();
  }
}

async function sumTasks(browser: Browser, urls: readonly string[], big: string): Promise<TaskSums> {
  let count = 0;
  let total = 0;
  for (const url of urls) {
    const runs = await tasksOn(browser, url, SETTLED_MS);
    count += median(runs.map((run) => run.length));
    total += median(runs.map((run) => run.reduce((a, b) => a + b, 0)));
  }
  const bigRuns = await tasksOn(browser, big, BIG_SETTLED_MS);
  return { count, total, bigTotal: median(bigRuns.map((run) => run.reduce((a, b) => a + b, 0))) };
}

/** Of each load: the long tasks' milliseconds. */
async function tasksOn(browser: Browser, url: string, settledMs: number): Promise<number[][]> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { benchLongTasks: tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  const runs: number[][] = [];
  for (let n = 0; n < RUNS; n++) {
    await page.goto(url, { waitUntil: 'load' });
    await new Promise((done) => setTimeout(done, settledMs));
    runs.push(await page.evaluate(() => Reflect.get(globalThis, 'benchLongTasks') as number[]));
  }
  await page.close();
  return runs;
}

function longTaskRow({ pages, withUs, without }: LongTasks): Row {
  return {
    what: "the page's own long tasks with and without us",
    reach: '',
    measured: `${pages} pages: ${withUs.count} (${ms(withUs.total)}) with, ${without.count} (${ms(without.total)}) without; the generated page: ${ms(withUs.bigTotal)} with, ${ms(without.bigTotal)} without`,
    verdict: 'reported',
  };
}
