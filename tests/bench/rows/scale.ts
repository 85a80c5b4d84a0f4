/** A list of a million names, added as a reader adds it: what that takes, and what it changes. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateNames } from '../../../lib/tools/generate-names';
import { writeCityList, writeNameList } from '../../../lib/tools/write-name-list';
import type { E2eDriver } from '../../e2e/harness/launch';
import { chooseAnyFile, openPacks, readVerdicts } from '../../e2e/harness/packs';
import { press } from '../../e2e/harness/settings';
import type { BenchContext } from '../bench-context';
import { launchExtension } from '../extension';
import { privateBytesOfExtension } from '../extension-memory';
import { MB, median, ms, quantile } from '../figures';
import { hoverPage } from '../generated-pages';
import { type GroupResult, type Row, verdictOf } from '../row';
import { hoverOn, openWatched } from '../watched-hovers';

const MILLION = 1_000_000;
const QUICK = 60_000;
const MAX_IMPORT_MS = 5 * 60_000;
const MAX_BYTES = 300e6;
const MAX_KEYSTROKE_MS = 50;
const MAX_POPOVER_MS = 50;
const MAX_DELETION_MS = 5000;
/** A popup that opens in 70 ms does so to within a few of them. */
const MAX_OPENING_CHANGE_MS = 15;
const OPENINGS = 9;
const HOVERS = 20;
const SAMPLE_MS = 500;
const PATIENCE_MS = 20 * 60_000;
const PACK = 'targets';
const WORDS = [
  'ant group',
  'north bank',
  'zwingli instruments',
  'the river',
  '王小',
  '김이',
  'lovl',
];
const CHOSEN = 'Zwingli Instruments';

interface Import {
  readonly names: number;
  readonly bytes: number;
  /** Until the reader is shown what the file holds. */
  readonly readMs: number;
  /** From the reader's word until it is installed, its names known to pages. */
  readonly installMs: number;
  /** Of the extension's process, above what it was before. Null where the system does not tell. */
  readonly peakBytes: number | null;
  /** The same until the file was read. */
  readonly readBytes: number | null;
  readonly longestTaskMs: number;
}

export async function scaleRows({ quick, server, say }: BenchContext): Promise<GroupResult> {
  const count = quick ? QUICK : MILLION;
  const folder = mkdtempSync(join(tmpdir(), 'glossator-scale-'));
  const driver = await launchExtension();
  try {
    const openingBefore = await openings(driver);
    const file = join(folder, 'targets.simple.csv');
    await writeNameList(file, count, [CHOSEN]);
    const list = await importList(driver, file, say);
    const stored = await driver.inExtension(storedBytes);
    const openingAfter = await openings(driver);
    const keystrokes = await typed(driver);
    server.putPage('/scale', hoverPage(namesToHover()));
    const popovers = await hovers(driver, `${server.origin}/scale`);
    const deletion = await deletePack(driver, PACK);
    const real = await importRealList(driver, folder, say);
    return {
      rows: [
        ...importRows(list, stored),
        {
          what: 'a keystroke of the search, there and back, 95th percentile',
          reach: `under ${MAX_KEYSTROKE_MS} ms`,
          measured: `${ms(quantile(keystrokes, 0.95))} of ${keystrokes.length}; median ${ms(median(keystrokes))}`,
          verdict: verdictOf(quantile(keystrokes, 0.95) < MAX_KEYSTROKE_MS),
        },
        {
          what: 'dwell end to popover painted, names of that list',
          reach: `under ${MAX_POPOVER_MS} ms`,
          measured: `median ${ms(median(popovers))}, worst of ${popovers.length} ${ms(Math.max(...popovers))}`,
          verdict: verdictOf(quantile(popovers, 0.95) < MAX_POPOVER_MS),
        },
        {
          what: 'deleting it, until its names are no longer known',
          reach: `under ${MAX_DELETION_MS / 1000} s`,
          measured: `${ms(deletion.goneMs)}; its room free after ${ms(deletion.freeMs)} more, where asked for at once`,
          verdict: verdictOf(deletion.goneMs < MAX_DELETION_MS),
        },
        {
          what: 'the popup opened: first painted, with that list and before it',
          reach: 'no change',
          measured: `${ms(median(openingAfter))} and ${ms(median(openingBefore))}`,
          verdict: verdictOf(median(openingAfter) - median(openingBefore) < MAX_OPENING_CHANGE_MS),
        },
        ...real,
      ],
      notes: [
        `The list is generated, written as a file of OpenSanctions' format and chosen in the page of packs; memory is the private memory of the extension's process, background and page together, above what it was before, looked at every ${SAMPLE_MS} ms.`,
      ],
    };
  } finally {
    await driver.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function importRows(list: Import, stored: number): Row[] {
  const seconds = (list.readMs + list.installMs) / 1000;
  return [
    {
      what: `importing a list of ${list.names.toLocaleString('en')} names (${MB(list.bytes)})`,
      reach: 'minutes',
      measured: `${seconds.toFixed(0)} s: ${(list.readMs / 1000).toFixed(0)} s to read and compare, ${(list.installMs / 1000).toFixed(0)} s to install; ${MB(stored)} of disk`,
      verdict: verdictOf(seconds * 1000 <= MAX_IMPORT_MS),
    },
    {
      what: 'memory while importing it, at its peak',
      reach: `under ${MB(MAX_BYTES)}`,
      measured:
        list.peakBytes === null
          ? 'not told by this system'
          : `${MB(list.peakBytes)}; until the file was read ${MB(list.readBytes ?? 0)}`,
      verdict: list.peakBytes === null ? 'not measured' : verdictOf(list.peakBytes < MAX_BYTES),
    },
    {
      what: 'the longest time for which the page did not answer meanwhile',
      reach: '',
      measured: ms(list.longestTaskMs),
      verdict: 'reported',
    },
  ];
}

async function importRealList(
  driver: E2eDriver,
  folder: string,
  say: BenchContext['say'],
): Promise<Row[]> {
  const file = join(folder, 'cities.csv');
  await writeCityList(file);
  const { names, bytes, readMs, installMs } = await importList(driver, file, say);
  return [
    {
      what: `importing a real list: ${names.toLocaleString('en')} places (${MB(bytes)})`,
      reach: 'minutes',
      measured: `${((readMs + installMs) / 1000).toFixed(1)} s`,
      verdict: verdictOf(readMs + installMs <= MAX_IMPORT_MS),
    },
  ];
}

/** Through the page of packs, from the choice of the file to the word that it is installed. */
async function importList(
  driver: E2eDriver,
  file: string,
  say: BenchContext['say'],
): Promise<Import> {
  const page = await openPacks(driver);
  await page.evaluate(watchTasks);
  const before = privateBytesOfExtension(driver.browser);
  let peak = before ?? 0;
  const sampling = setInterval(() => {
    peak = Math.max(peak, privateBytesOfExtension(driver.browser) ?? 0);
  }, SAMPLE_MS);
  try {
    await chooseAnyFile(page, file);
    await press(page, '.prepare .primary');
    const begun = performance.now();
    await page.waitForSelector('.verdicts', { timeout: PATIENCE_MS });
    const readMs = performance.now() - begun;
    const readPeak = peak;
    const verdicts = await readVerdicts(page);
    say(`  read in ${(readMs / 1000).toFixed(1)} s: ${JSON.stringify(verdicts)}`);
    const agreed = performance.now();
    await press(page, '.review .primary');
    await page.waitForSelector('.outcome .granted', { timeout: PATIENCE_MS });
    const installMs = performance.now() - agreed;
    return {
      names: verdicts['new'] ?? 0,
      bytes: statSync(file).size,
      ...{ readMs, installMs },
      readBytes: before === null ? null : readPeak - before,
      peakBytes: before === null ? null : peak - before,
      longestTaskMs: await page.evaluate(longestTask),
    };
  } finally {
    clearInterval(sampling);
    await page.close();
  }
}

async function deletePack(
  driver: E2eDriver,
  id: string,
): Promise<{ goneMs: number; freeMs: number }> {
  const page = await openPacks(driver);
  try {
    return await page.evaluate(deleteAndFree, id);
  } finally {
    await page.close();
  }
}

async function openings(driver: E2eDriver): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < OPENINGS; n++) {
    const popup = await driver.openExtensionPage('popup.html');
    times.push(await popup.evaluate(paintedAfter));
    await popup.close();
  }
  return times;
}

/** The first search after a change builds the index of small packs; it is not counted. */
async function typed(driver: E2eDriver): Promise<number[]> {
  const times: number[] = [];
  await driver.inExtension(ask, 'search', { query: 'a', limit: 20 });
  for (const word of WORDS) {
    for (let length = 1; length <= word.length; length++) {
      const query = word.slice(0, length);
      times.push(await driver.inExtension(ask, 'search', { query, limit: 20 }));
    }
  }
  return times;
}

/** Of several words, which need no support on the page to be marked. */
function namesToHover(): string[] {
  const names: string[] = [];
  for (const { text } of generateNames(HOVERS * 8)) {
    if (/^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u.test(text)) names.push(text);
  }
  return names;
}

/** Milliseconds from the end of each dwell. The list is painted, so that marks can be waited for. */
async function hovers(driver: E2eDriver, url: string): Promise<number[]> {
  await driver.inExtension(ask, 'setPack', { id: PACK, isPainted: true });
  const page = await openWatched(driver, url);
  const times: number[] = [];
  for (let place = 0; place < HOVERS; place++) {
    times.push((await hoverOn(driver, page, place)).painted);
  }
  await page.close();
  return times;
}

// What follows runs inside a page of the extension, in Chromium.

declare const chrome: typeof import('wxt/browser').browser;

async function ask(call: string, params: object): Promise<number> {
  const begun = performance.now();
  const answer: unknown = await chrome.runtime.sendMessage({ call, params });
  const isAnswer = typeof answer === 'object' && answer !== null && 'value' in answer;
  if (!isAnswer) throw new Error(`${call}: ${JSON.stringify(answer)}`);
  return performance.now() - begun;
}

/** Deletes the pack, then gives it up, and waits until its database is gone. */
async function deleteAndFree(id: string): Promise<{ goneMs: number; freeMs: number }> {
  const begun = performance.now();
  const answer = await chrome.runtime.sendMessage({ call: 'deletePack', params: { id } });
  const store: unknown = answer?.value?.store;
  if (typeof store !== 'string') throw new Error(JSON.stringify(answer));
  const deleted = performance.now();
  await chrome.runtime.sendMessage({ call: 'giveUpPack', params: { store } });
  while ((await indexedDB.databases()).some(({ name }) => name === store)) {
    await new Promise((done) => setTimeout(done, 50));
  }
  return { goneMs: deleted - begun, freeMs: performance.now() - deleted };
}

async function storedBytes(): Promise<number> {
  return (await navigator.storage.estimate()).usage ?? Number.NaN;
}

function watchTasks(): void {
  const watched = globalThis as { longest?: number };
  watched.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      watched.longest = Math.max(watched.longest ?? 0, duration);
    }
  }).observe({ type: 'longtask' });
}

function longestTask(): number {
  return (globalThis as { longest?: number }).longest ?? Number.NaN;
}

async function paintedAfter(): Promise<number> {
  for (let tries = 0; tries < 50; tries++) {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    if (paint) return paint.startTime;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error('nothing was painted');
}
