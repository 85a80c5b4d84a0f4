/** The fact base in the built extension: seeding, opening the popup, a keystroke of its search. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DWELL_MS } from '../../../lib/core/popover/state';
import { BUILDS } from '../../../lib/tools/browsers/launch-with-extension';
import type { E2eDriver } from '../../e2e/harness/launch';
import { dropFile, install, openPacks, readVerdicts } from '../../e2e/harness/packs';
import type { BenchContext } from '../bench-context';
import { launchExtension } from '../extension';
import { type GroupResult, verdictOf } from '../row';

const MAX_SEEDING_MS = 1000;
const MAX_OPENING_MS = 100;
const MAX_KEYSTROKE_MS = 16;
const WORDS = ['ant group', 'xi jingping', '蚂蚁集团', '마윈', 'digital yuan', 'choose one of two'];

export async function factRows({ rounds, named }: BenchContext): Promise<GroupResult> {
  const driver = await launchExtension();
  try {
    const seedings: number[] = [];
    for (let n = 0; n < rounds; n++) seedings.push(await driver.inExtension(rebuild));
    // The first search reads the facts and builds the index; it is told apart.
    const first = await driver.inExtension(askFor, 'a');
    const keystrokes = await typeWords(driver);
    const openings: number[] = [];
    for (let n = 0; n < rounds; n++) {
      const popup = await driver.openExtensionPage('popup.html');
      openings.push(await popup.evaluate(openedAfter));
      await popup.close();
    }
    await installTwin(driver);
    await driver.inExtension(askFor, 'a');
    const twinKeystrokes = await typeWords(driver);
    const cards: number[] = [];
    for (const { key } of named) cards.push(await driver.inExtension(askForCard, key));
    const seeding = percentile(seedings, 0.5);
    const opening = percentile(openings, 0.5);
    const keystroke = percentile(keystrokes, 0.95);
    const twinKeystroke = percentile(twinKeystrokes, 0.95);
    const card = percentile(cards, 0.95);
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
        {
          what: 'the same where a second pack knows every name, each found as one',
          reach: `under ${MAX_KEYSTROKE_MS} ms`,
          measured: `${twinKeystroke.toFixed(1)} ms of ${twinKeystrokes.length} keystrokes`,
          verdict: verdictOf(twinKeystroke < MAX_KEYSTROKE_MS),
        },
        {
          what: 'a card with both packs’ facts, asked for and answered, 95th percentile',
          reach: `under ${DWELL_MS} ms, the wait before it opens`,
          measured: `${card.toFixed(0)} ms of ${cards.length} cards`,
          verdict: verdictOf(card < DWELL_MS),
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

async function typeWords(driver: E2eDriver): Promise<number[]> {
  const keystrokes: number[] = [];
  for (const word of WORDS) {
    for (let length = 1; length <= word.length; length++) {
      keystrokes.push(await driver.inExtension(askFor, word.slice(0, length)));
    }
  }
  return keystrokes;
}

/** The bundled pack once more, as if somebody else had made it. */
async function installTwin(driver: E2eDriver): Promise<void> {
  const [path] = readdirSync(join(BUILDS.chromium, 'packs'));
  const pack: object = JSON.parse(readFileSync(join(BUILDS.chromium, 'packs', path ?? ''), 'utf8'));
  const page = await openPacks(driver);
  await dropFile(page, 'twin.json', JSON.stringify({ ...pack, id: 'twin', title: 'Twin' }));
  await readVerdicts(page);
  await install(page);
  await page.close();
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

async function askForCard(key: string): Promise<number> {
  const begun = performance.now();
  const params = { entities: [key] };
  const answer: unknown = await browser.runtime.sendMessage({ call: 'getEntityCards', params });
  const time = performance.now() - begun;
  if (!JSON.stringify(answer).includes('"twin/'))
    throw new Error(`${key} is not one with its twin`);
  return time;
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
