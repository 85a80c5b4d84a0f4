/** The fact base in the built extension: seeding, opening the popup, a keystroke of its search. */
import type { BenchContext } from '../bench-context';
import { launchExtension } from '../extension';
import { type GroupResult, verdictOf } from '../row';

const MAX_SEEDING_MS = 1000;
const MAX_OPENING_MS = 100;
const MAX_KEYSTROKE_MS = 16;
const WORDS = ['ant group', 'xi jingping', '蚂蚁集团', '마윈', 'digital yuan', 'choose one of two'];

export async function factRows({ rounds }: BenchContext): Promise<GroupResult> {
  const driver = await launchExtension();
  try {
    const seedings: number[] = [];
    for (let n = 0; n < rounds; n++) seedings.push(await driver.inExtension(rebuild));
    // The first search reads the facts and builds the index; it is told apart.
    const first = await driver.inExtension(askFor, 'a');
    const keystrokes: number[] = [];
    for (const word of WORDS) {
      for (let length = 1; length <= word.length; length++) {
        keystrokes.push(await driver.inExtension(askFor, word.slice(0, length)));
      }
    }
    const openings: number[] = [];
    for (let n = 0; n < rounds; n++) {
      const popup = await driver.openExtensionPage('popup.html');
      openings.push(await popup.evaluate(openedAfter));
      await popup.close();
    }
    const seeding = percentile(seedings, 0.5);
    const opening = percentile(openings, 0.5);
    const keystroke = percentile(keystrokes, 0.95);
    return {
      rows: [
        {
          what: 'the bundled facts built anew in IndexedDB, with the matcher',
          reach: `under ${MAX_SEEDING_MS} ms`,
          measured: `${seeding.toFixed(0)} ms`,
          verdict: verdictOf(seeding < MAX_SEEDING_MS),
        },
        {
          what: 'popup opened: first painted, search box in focus',
          reach: `under ${MAX_OPENING_MS} ms`,
          measured: `${opening.toFixed(0)} ms`,
          verdict: verdictOf(opening < MAX_OPENING_MS),
        },
        {
          what: 'a keystroke answered, there and back, 95th percentile',
          reach: `under ${MAX_KEYSTROKE_MS} ms`,
          measured: `${keystroke.toFixed(1)} ms of ${keystrokes.length} keystrokes`,
          verdict: verdictOf(keystroke < MAX_KEYSTROKE_MS),
        },
      ],
      notes: [
        'The popup opens in a tab here; its time counts from the start of the navigation.',
        `The first search after a change of the facts builds the index: ${first.toFixed(0)} ms.`,
      ],
    };
  } finally {
    await driver.close();
  }
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

declare const browser: typeof import('wxt/browser').browser;

// What follows runs inside a page of the extension.

async function rebuild(): Promise<number> {
  const begun = performance.now();
  const answer: unknown = await browser.runtime.sendMessage({
    call: 'rebuildFactBase',
    params: {},
  });
  if (!JSON.stringify(answer).includes('"ready"')) throw new Error(JSON.stringify(answer));
  return performance.now() - begun;
}

async function askFor(query: string): Promise<number> {
  const begun = performance.now();
  await browser.runtime.sendMessage({ call: 'search', params: { query, limit: 20 } });
  return performance.now() - begun;
}

async function openedAfter(): Promise<number> {
  const input = document.querySelector('input[type="search"], input[role="combobox"]');
  if (document.activeElement !== input || input === null) throw new Error('no focus in the search');
  // The browser enters it a little after it has painted.
  for (let tries = 0; tries < 50; tries++) {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    if (paint) return paint.startTime;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error('nothing was painted');
}
