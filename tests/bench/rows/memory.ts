/** What a tab gains. */
import type { E2eDriver } from '../../e2e/harness/launch';
import type { BenchContext } from '../bench-context';
import { launchExtension } from '../extension';
import { MB, median } from '../figures';
import { launchPlain } from '../page-world';
import { type GroupResult, type Row, verdictOf } from '../row';
import { pagesToLoad, settledTabBytes, TAB_RUNS } from '../tab-memory';

const MAX_TAB_BYTES = 1e6;

export async function memoryRows(context: BenchContext): Promise<GroupResult> {
  const plain = await launchPlain();
  const driver = await launchExtension();
  try {
    const urls = pagesToLoad(context);
    const gains: number[] = [];
    for (const url of urls) {
      const withUs = await settledTabBytes(driver.browser, url);
      gains.push(withUs - (await settledTabBytes(plain.browser, url)));
    }
    const [first = ''] = urls;
    const idleGain =
      (await whileOff(driver, () => settledTabBytes(driver.browser, first))) -
      (await settledTabBytes(plain.browser, first));
    return {
      rows: [tabRow(gains)],
      notes: [
        `Memory of a tab: V8's heap, array buffers and the DOM's garbage-collected heap after forced collections, with the extension minus without; ${TAB_RUNS} loads of each of ${urls.length} pages, the least ${MB(Math.min(...gains))}, the most ${MB(Math.max(...gains))}. With the site switched off the content script alone takes ${MB(idleGain)}.`,
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

function tabRow(gains: readonly number[]): Row {
  const gain = median(gains);
  return {
    what: 'memory that a tab gains, bundled pack',
    reach: MB(MAX_TAB_BYTES),
    measured: MB(gain),
    verdict: verdictOf(gain <= MAX_TAB_BYTES),
  };
}
