/** Whether a page that names nobody wakes the background. */
import type { WebWorker } from 'puppeteer-core';
import type { BenchContext } from '../bench-context';
import { launchExtension } from '../extension';
import { type GroupResult, verdictOf } from '../row';

const LOADS = 5;
/** Longer than any delay after which a page reports. */
const PATIENCE_MS = 2500;

export async function messageRows({ server }: BenchContext): Promise<GroupResult> {
  const driver = await launchExtension();
  try {
    const target = await driver.browser.waitForTarget(
      (one) => one.type() === 'service_worker' && one.url().startsWith(driver.origin),
    );
    const worker = await target.worker();
    if (!worker) throw new Error('the background has no worker');
    await worker.evaluate(countMessages);
    const page = await driver.browser.newPage();
    const messagesOf = async (url: string): Promise<number> => {
      const before = await messageCount(worker);
      await page.goto(url, { waitUntil: 'load' });
      await new Promise((done) => setTimeout(done, PATIENCE_MS));
      return (await messageCount(worker)) - before;
    };
    let nameless = 0;
    for (let n = 0; n < LOADS; n++) nameless += await messagesOf(`${server.origin}/nameless`);
    const named = await messagesOf(driver.url('news.html'));
    return {
      rows: [
        {
          what: 'a top page without any known name, bundled pack',
          reach: 'no message to the background',
          measured: `${nameless} messages in ${LOADS} loads (a page with names: ${named})`,
          verdict: verdictOf(nameless === 0 && named > 0),
        },
      ],
      notes: [],
    };
  } finally {
    await driver.close();
  }
}

function messageCount(worker: WebWorker): Promise<number> {
  return worker.evaluate(() => Reflect.get(globalThis, 'benchMessages') as number);
}

declare const chrome: typeof import('wxt/browser').browser;

/** Runs in the background: counts what pages send, not what the extension's own pages do. */
function countMessages(): void {
  Reflect.set(globalThis, 'benchMessages', 0);
  chrome.runtime.onMessage.addListener((_message: unknown, sender: { origin?: string }) => {
    if (!sender.origin?.startsWith('http')) return;
    const count: unknown = Reflect.get(globalThis, 'benchMessages');
    Reflect.set(globalThis, 'benchMessages', Number(count) + 1);
  });
}
