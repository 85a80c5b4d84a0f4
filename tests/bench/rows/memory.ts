/** What a tab gains, and what the extension's own process takes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Browser } from 'puppeteer-core';
import type { E2eDriver } from '../../e2e/harness/launch';
import type { BenchContext } from '../bench-context';
import { launchExtension } from '../extension';
import { MB, median } from '../figures';
import { launchPlain } from '../page-world';
import { type GroupResult, type Row, verdictOf } from '../row';

const RUNS = 5;
const PAGES = 5;
const MAX_TAB_BYTES = 1e6;
const SETTLED_MS = 1200;

export async function memoryRows(context: BenchContext): Promise<GroupResult> {
  const plain = await launchPlain();
  const driver = await launchExtension();
  try {
    const idle = privateBytesOfExtension(driver.browser);
    const { pages } = context.server;
    const step = Math.ceil(pages.length / PAGES);
    const urls = pages.filter((_, i) => i % step === 0).map(context.server.pageUrl);
    const gains: number[] = [];
    for (const url of urls) {
      const withUs = await settledBytes(driver.browser, url);
      gains.push(withUs - (await settledBytes(plain.browser, url)));
    }
    const [first = ''] = urls;
    const idleGain =
      (await whileOff(driver, () => settledBytes(driver.browser, first))) -
      (await settledBytes(plain.browser, first));
    return {
      rows: [tabRow(gains), millionTabRow(), backgroundRow(idle), coldLoadRow()],
      notes: [
        `Memory of a tab: V8's heap, array buffers and the DOM's garbage-collected heap after forced collections, with the extension minus without; ${RUNS} loads of each of ${urls.length} pages, the least ${MB(Math.min(...gains))}, the most ${MB(Math.max(...gains))}. With the site switched off the content script alone takes ${MB(idleGain)}.`,
      ],
    };
  } finally {
    await driver.close();
    await plain.close();
  }
}

async function whileOff<T>(driver: E2eDriver, work: () => Promise<T>): Promise<T> {
  const set = (value: 'on' | 'off'): Promise<void> =>
    driver.inExtension(
      (state) => browser.storage.local.set({ switches: { default: state, sites: {} } }),
      value,
    );
  await set('off');
  const result = await work();
  await set('on');
  return result;
}

/** In a page of the extension. */
declare const browser: typeof import('wxt/browser').browser;

async function settledBytes(chromium: Browser, url: string): Promise<number> {
  const runs: number[] = [];
  for (let n = 0; n < RUNS; n++) {
    // A tab of its own, so that nothing of the page before is left.
    const page = await chromium.newPage();
    await page.goto(url, { waitUntil: 'load' });
    await new Promise((done) => setTimeout(done, SETTLED_MS));
    const session = await page.createCDPSession();
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.collectGarbage');
    const usage = await session.send('Runtime.getHeapUsage');
    runs.push(usage.usedSize + usage.backingStorageSize + usage.embedderHeapUsedSize);
    await page.close();
  }
  return median(runs);
}

function tabRow(gains: readonly number[]): Row {
  const gain = median(gains);
  return {
    what: 'memory that a tab gains, bundled pack',
    reach: MB(MAX_TAB_BYTES),
    measured: MB(gain),
    verdict: verdictOf(gain <= MAX_TAB_BYTES),
  };
}

/** To be filled in when a fact base can hold a million names. */
function millionTabRow(): Row {
  return {
    what: 'memory that a tab gains, a million names',
    reach: '2 MB',
    measured: '–',
    verdict: 'not measured',
  };
}

/** `idle`: before any list is loaded; the same is to be asked again when one is. */
function backgroundRow(idle: number | null): Row {
  return {
    what: "private memory of the extension's process above its idle value, a million names",
    reach: '150 MB',
    measured: idle === null ? '–' : `– (idle with the bundled pack: ${MB(idle)})`,
    verdict: 'not measured',
  };
}

function coldLoadRow(): Row {
  return {
    what: 'loading a million names on a cold start of the background',
    reach: '300 ms',
    measured: '–',
    verdict: 'not measured',
  };
}

/** Private pages of the extension's renderer, as Linux tells them; null elsewhere. */
export function privateBytesOfExtension(browser: Browser): number | null {
  const root = browser.process()?.pid;
  if (root === undefined || !existsSync('/proc/self/smaps_rollup')) return null;
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => readProcess(pid) ?? [])
    .sort((a, b) => a.pid - b.pid);
  const family = new Set([root]);
  // Children have higher numbers than their parents, but for a wrap-around that nobody lives to see.
  for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid);
  const extension = processes.find(
    ({ pid, command }) => family.has(pid) && command.includes('--extension-process'),
  );
  if (!extension) return null;
  const rollup = readFileSync(`/proc/${extension.pid}/smaps_rollup`, 'utf8');
  const kilobytes = [...rollup.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB/gm)];
  return kilobytes.reduce((total, [, number]) => total + Number(number) * 1024, 0);
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Null for one that has ended meanwhile. */
function readProcess(pid: string): Process | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0);
    return { pid: Number(pid), parent, command: readFileSync(`/proc/${pid}/cmdline`, 'latin1') };
  } catch {
    return null;
  }
}
