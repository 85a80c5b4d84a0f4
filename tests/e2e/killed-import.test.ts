/** A browser that dies while a pack is being imported: all of the pack, or nothing. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { BrowserName } from '../../lib/tools/browsers/candidates';
import { waitFor } from '../../lib/tools/browsers/extension-driver';
import { writeNameList } from '../../lib/tools/write-name-list';
import { MAINLY_CHROMIUM } from './harness/in-browsers';
import { killBrowser } from './harness/kill-browser';
import { type E2eDriver, launch } from './harness/launch';
import {
  chooseAnyFile,
  chooseFile,
  install,
  listedPacks,
  openPacks,
  readVerdicts,
} from './harness/packs';
import { press } from './harness/settings';

/** Enough to be caught in the middle of it. */
const NAMES = 60_000;

describe('a browser that dies', () => {
  for (const name of MAINLY_CHROMIUM) {
    test(`while a pack is read, and while it is installed (${name})`, { timeout: 180_000 }, () =>
      story(name),
    );
  }
});

async function story(name: BrowserName): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), `glossator-killed-${name}-`));
  const file = join(folder, 'targets.simple.csv');
  let running: E2eDriver | undefined;
  const start = async (): Promise<E2eDriver> => {
    running = await launch(name, { profile: join(folder, 'profile') });
    return running;
  };
  try {
    await writeNameList(file, NAMES);
    await whileReading(await start(), file);
    await whileInstalling(await start(), file);
    await lookAfterwards(await start());
  } finally {
    await running?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 });
  }
}

async function whileReading(driver: E2eDriver, file: string): Promise<void> {
  const page = await openPacks(driver);
  await chooseFile(page, 'harbour.json');
  await readVerdicts(page);
  await install(page);
  await beginReading(page, file);
  await waitFor('some of it to be read', async () => (await entriesRead(page)) > 2000);
  await killBrowser(driver);
}

async function whileInstalling(driver: E2eDriver, file: string): Promise<void> {
  const page = await openPacks(driver);
  expect(await listedPacks(page)).toEqual(['china-tech', 'harbour']);
  await beginReading(page, file);
  await page.waitForSelector('.verdicts', { timeout: 60_000 });
  await press(page, '.review .primary');
  // In the transaction, before it, or while the names are made known: by chance.
  await killBrowser(driver);
}

async function lookAfterwards(driver: E2eDriver): Promise<void> {
  const packs = await listedPacks(await openPacks(driver));
  const isThere = packs.includes('targets');
  expect(packs).toEqual(['china-tech', 'harbour', ...(isThere ? ['targets'] : [])]);
  // A store that is a minute old may be one that a page is about to fill.
  await driver.inExtension(makeStoresOlder);
  await openPacks(driver);
  const wanted = isThere ? 2 : 1;
  await waitFor('nothing else to be left', async () => {
    return (await driver.inExtension(countStores)) === wanted;
  });
  if (isThere) expect(await driver.inExtension(countEntities)).toContain(NAMES);
}

async function beginReading(page: Page, file: string): Promise<void> {
  await chooseAnyFile(page, file);
  await press(page, '.prepare .primary');
}

function entriesRead(page: Page): Promise<number> {
  return page.$$eval('.reading-line', ([line]) => {
    const [, digits = '0'] = /([\d,]+) entries/.exec(line?.textContent ?? '') ?? [];
    return Number(digits.replaceAll(',', ''));
  });
}

// What follows runs inside a page of the extension.

async function countStores(): Promise<number> {
  const databases = await indexedDB.databases();
  return databases.filter(({ name }) => name?.startsWith('pack ')).length;
}

/** Of each database of a pack. */
async function countEntities(): Promise<number[]> {
  const counts: number[] = [];
  for (const { name } of await indexedDB.databases()) {
    if (!name?.startsWith('pack ')) continue;
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    counts.push(
      await new Promise((resolve, reject) => {
        const request = db.transaction('entities').objectStore('entities').count();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      }),
    );
    db.close();
  }
  return counts;
}

/** As if they had been made long ago. */
function makeStoresOlder(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('facts');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const transaction = db.transaction('stores', 'readwrite');
      transaction.onerror = () => reject(transaction.error);
      transaction.oncomplete = () => {
        db.close();
        resolve();
      };
      const cursor = transaction.objectStore('stores').openCursor();
      cursor.onsuccess = () => {
        cursor.result?.update({ ...cursor.result.value, at: '2020-01-01T00:00:00.000Z' });
        cursor.result?.continue();
      };
    };
  });
}
