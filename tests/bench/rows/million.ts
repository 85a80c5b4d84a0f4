/** What a list of a million names costs: the tab, the extension's process, the background's start. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endBackground } from '../../e2e/harness/browser-surfaces';
import type { E2eDriver } from '../../e2e/harness/launch';
import { storeLargeList } from '../../e2e/harness/store-large-list';
import type { BenchContext } from '../bench-context';
import { launchExtension } from '../extension';
import { privateBytesOfExtension } from '../extension-memory';
import { MB, median, ms } from '../figures';
import { launchPlain } from '../page-world';
import { type GroupResult, type Row, verdictOf } from '../row';
import { pagesToLoad, settledTabBytes } from '../tab-memory';

const MILLION = 1_000_000;
const RUNS = 5;
const CHOSEN = 'Zwingli Instruments';
const MAX_TAB_BYTES = 2e6;
const MAX_PROCESS_BYTES = 150e6;
const MAX_LOAD_MS = 300;
const SETTLED_MS = 5000;

export async function millionRows(context: BenchContext): Promise<GroupResult> {
  const profile = mkdtempSync(join(tmpdir(), 'glossator-million-'));
  try {
    const stored = await storeMillion(profile);
    return await measure(context, profile, stored);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

/** In a browser of its own, so that nothing of building the list is left when it is measured. */
async function storeMillion(profile: string): Promise<number> {
  const driver = await launchExtension({ profile });
  try {
    const page = await driver.open(driver.url('news.html'));
    await driver.waitForMarks(page, 'Ant Group');
    return await storeLargeList(driver, MILLION, [CHOSEN]);
  } finally {
    await driver.close();
  }
}

async function measure(
  context: BenchContext,
  profile: string,
  stored: number,
): Promise<GroupResult> {
  context.server.putPage('/million', pageOf(CHOSEN));
  const url = `${context.server.origin}/million`;
  const plain = await launchPlain();
  const driver = await launchExtension({ profile });
  try {
    const idle = await settledProcessBytes(driver);
    const confirmed = await confirmTimes(driver, url);
    const cold = await coldLoads(driver);
    const loaded = await settledProcessBytes(driver);
    const gains: number[] = [];
    for (const page of pagesToLoad(context)) {
      const withUs = await settledTabBytes(driver.browser, page);
      gains.push(withUs - (await settledTabBytes(plain.browser, page)));
    }
    return {
      rows: [
        tabRow(gains),
        processRow(idle, loaded),
        {
          what: 'loading a million names on a cold start of the background',
          reach: ms(MAX_LOAD_MS),
          measured: `${ms(median(cold))}, the worker's own start included (worst of ${RUNS}: ${ms(Math.max(...cold))})`,
          verdict: verdictOf(median(cold) <= MAX_LOAD_MS),
        },
        {
          what: 'time until marks of a list of a million are confirmed',
          reach: '',
          measured: `${ms(median(confirmed.list))} after the page began; marks of the bundled pack ${ms(median(confirmed.bundled))}`,
          verdict: 'reported',
        },
      ],
      notes: [
        `A million names: generated, built and stored in ${(stored / 1000).toFixed(0)} s in a browser that is closed before anything is measured. The cold load is a question to the ended background, from asking to its answer: the worker starts, reads the list and looks a name up.`,
      ],
    };
  } finally {
    await driver.close();
    await plain.close();
  }
}

/** The popup's document is closed again, so that only the background is left in the process. */
async function settledProcessBytes(driver: E2eDriver): Promise<number | null> {
  await new Promise((done) => setTimeout(done, SETTLED_MS));
  // Wakes the background, since an ended one has no process to be measured.
  const page = await driver.openExtensionPage('popup.html?tab=-1');
  await page.close();
  await new Promise((done) => setTimeout(done, SETTLED_MS));
  return privateBytesOfExtension(driver.browser);
}

async function coldLoads(driver: E2eDriver): Promise<number[]> {
  const page = await driver.openExtensionPage('popup.html?tab=-1');
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    await endBackground(driver);
    times.push(Number(await page.evaluate(askForName, CHOSEN)));
  }
  await page.close();
  return times;
}

/** In a page of the extension; the bench runs in Chromium only. */
declare const chrome: typeof import('wxt/browser').browser;

async function askForName(name: string): Promise<number> {
  const begun = performance.now();
  const answer = await chrome.runtime.sendMessage({
    call: 'confirmNames',
    params: { texts: [name] },
  });
  if (answer?.value?.found?.length !== 1) throw new Error(`not found: ${JSON.stringify(answer)}`);
  return performance.now() - begun;
}

/** Milliseconds from the beginning of the document until the marks are registered. */
async function confirmTimes(
  driver: E2eDriver,
  url: string,
): Promise<{ bundled: number[]; list: number[] }> {
  const bundled: number[] = [];
  const list: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const page = await driver.browser.newPage();
    await page.goto(url);
    const times = await page.evaluate(timesOfMarks, 2);
    bundled.push(times[0] ?? Number.NaN);
    list.push(times[1] ?? Number.NaN);
    await page.close();
  }
  return { bundled, list };
}

/** When there was the first mark, and when there were so many. The page itself can see them. */
async function timesOfMarks(wanted: number): Promise<number[]> {
  const times: number[] = [];
  const deadline = performance.now() + 20_000;
  while (performance.now() < deadline) {
    const marks = CSS.highlights.get('glossator-mention')?.size ?? 0;
    if (marks > 0 && times.length === 0) times.push(performance.now());
    if (marks >= wanted) return [...times, performance.now()];
    await new Promise((done) => setTimeout(done, 2));
  }
  throw new Error('the marks did not come');
}

function pageOf(name: string): string {
  return `<!doctype html><meta charset="utf-8"><title>Names</title>
    <p>Ant Group is known to the bundled pack.</p><p>And ${name} to the list.</p>`;
}

function tabRow(gains: readonly number[]): Row {
  const gain = median(gains);
  return {
    what: 'memory that a tab gains, bundled pack and a million names',
    reach: MB(MAX_TAB_BYTES),
    measured: MB(gain),
    verdict: verdictOf(gain <= MAX_TAB_BYTES),
  };
}

function processRow(idle: number | null, loaded: number | null): Row {
  const what =
    "private memory of the extension's process above its idle value, settled, a million names";
  const reach = MB(MAX_PROCESS_BYTES);
  if (idle === null || loaded === null) {
    return { what, reach, measured: 'only Linux tells it', verdict: 'not measured' };
  }
  return {
    what,
    reach,
    measured: `${MB(loaded - idle)} (idle ${MB(idle)})`,
    verdict: verdictOf(loaded - idle <= MAX_PROCESS_BYTES),
  };
}
