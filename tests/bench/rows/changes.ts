/** A page that changes 1,000 nodes a second: what we take of one core, and whether marks stay right. */
import type { Browser, CDPSession, Page, Protocol } from 'puppeteer-core';
import type { BenchContext } from '../bench-context';
import { launchExtension } from '../extension';
import { median, percent } from '../figures';
import { launchPlain } from '../page-world';
import { type GroupResult, verdictOf } from '../row';

const RUNS = 5;
const SECONDS = 4;
const MAX_SHARE = 0.05;
const SAMPLE_US = 500;
/** Longer than the longest pause between two updates. */
const SETTLED_MS = 3000;

interface Run {
  /** Of one core: samples in which our code, or what it called, was running. */
  readonly ours: number;
  /** Everything that the page's main thread did. */
  readonly tasks: number;
  readonly changed: number;
  readonly wrong: number;
}

export async function changesRows({ server }: BenchContext): Promise<GroupResult> {
  const url = `${server.origin}/changing`;
  const plain = await launchPlain();
  const driver = await launchExtension();
  try {
    const withUs = await runs(driver.browser, url, true);
    const without = await runs(plain.browser, url, false);
    const share = median(withUs.map((run) => run.ours));
    const wrong = Math.max(...withUs.map((run) => run.wrong));
    const tasks = [withUs, without].map((all) => percent(median(all.map((run) => run.tasks))));
    return {
      rows: [
        {
          what: 'a page changing 1,000 nodes a second',
          reach: `under ${percent(MAX_SHARE)} of one core; marks right at the end`,
          measured: `${percent(share)}; ${wrong === 0 ? 'all marks right' : `${wrong} marks wrong`}`,
          verdict: verdictOf(share < MAX_SHARE && wrong === 0),
        },
      ],
      notes: [
        `The changing page: ${Math.round(median(withUs.map((run) => run.changed)) / SECONDS)} nodes a second for ${SECONDS} s, median of ${RUNS} runs; half written anew, a quarter put in, a quarter taken out. Our share is that of the profiler's samples with the content script on the stack. All tasks of the page's main thread together: ${tasks[0]} of one core with us, ${tasks[1]} without.`,
      ],
    };
  } finally {
    await driver.close();
    await plain.close();
  }
}

async function runs(browser: Browser, url: string, hasMarks: boolean): Promise<Run[]> {
  const all: Run[] = [];
  for (let n = 0; n < RUNS; n++) {
    const page = await browser.newPage();
    all.push(await runOnce(page, url, hasMarks));
    await page.close();
  }
  return all;
}

async function runOnce(page: Page, url: string, hasMarks: boolean): Promise<Run> {
  await page.goto(url, { waitUntil: 'load' });
  await pause(1000);
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLE_US });
  const before = await taskSeconds(session);
  await session.send('Profiler.start');
  const changed = await page.evaluate(startChanging, SECONDS);
  const { profile } = await session.send('Profiler.stop');
  const tasks = ((await taskSeconds(session)) - before) / SECONDS;
  await pause(SETTLED_MS);
  const wrong = hasMarks ? await page.evaluate(countWrong) : 0;
  return { ours: shareOfOurs(profile), tasks, changed, wrong };
}

async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}

/** Share of the profiled time in which one of our functions was on the stack. */
function shareOfOurs(profile: Protocol.Profiler.Profile): number {
  const { nodes, samples = [], timeDeltas = [], startTime, endTime } = profile;
  const ours = new Set<number>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const mark = (id: number, isOurs: boolean): void => {
    const node = byId.get(id);
    if (!node) return;
    const here = isOurs || node.callFrame.url.startsWith('chrome-extension:');
    if (here) ours.add(id);
    for (const child of node.children ?? []) mark(child, here);
  };
  if (nodes[0]) mark(nodes[0].id, false);
  let spent = 0;
  // A delta is the time since the sample before.
  for (let i = 0; i + 1 < samples.length; i++) {
    if (ours.has(samples[i] ?? -1)) spent += timeDeltas[i + 1] ?? 0;
  }
  return spent / (endTime - startTime);
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

// What follows runs inside the page.

function startChanging(seconds: number): Promise<number> {
  const start: unknown = Reflect.get(globalThis, 'startChanging');
  return (start as (seconds: number) => Promise<number>)(seconds);
}

/** Names of the page without a mark, and marks without a name. */
function countWrong(): number {
  const expected = [...document.querySelectorAll('p, li')].map((element) => {
    const text = element.firstChild as Text;
    const found = /Alibaba|Ant Group/.exec(text.data);
    return found ? { text, start: found.index, end: found.index + found[0].length } : null;
  });
  const marks = [...(CSS.highlights.get('glossator-mention') ?? [])];
  const wanted = expected.filter((place) => place !== null);
  const right = wanted.filter(({ text, start, end }) =>
    marks.some(
      (range) =>
        range.startContainer === text && range.startOffset === start && range.endOffset === end,
    ),
  );
  return wanted.length - right.length + (marks.length - right.length);
}
