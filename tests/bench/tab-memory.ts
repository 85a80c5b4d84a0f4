/** What a tab takes, as the browser counts it. */
import type { Browser } from 'puppeteer-core';
import type { BenchContext } from './bench-context';
import { median } from './figures';

export const TAB_RUNS = 5;
const PAGES = 5;
const SETTLED_MS = 1200;

/** A few of the pages, spread over all. */
export function pagesToLoad({ server }: BenchContext): string[] {
  const step = Math.ceil(server.pages.length / PAGES);
  return server.pages.filter((_, i) => i % step === 0).map(server.pageUrl);
}

/**
 * V8's heap, array buffers and the DOM's garbage-collected heap after forced collections: the
 * median of some loads. Bytes.
 */
export async function settledTabBytes(chromium: Browser, url: string): Promise<number> {
  const runs: number[] = [];
  for (let n = 0; n < TAB_RUNS; n++) {
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
