/** Deleted packs come back, or are gone for good; and the colours by which packs are known. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import type { BrowserName } from '../../lib/tools/browsers/candidates';
import { waitFor } from '../../lib/tools/browsers/extension-driver';
import { barriersInPage } from './harness/axe';
import { inBrowsers, MAINLY_CHROMIUM } from './harness/in-browsers';
import { countIn } from './harness/in-popover';
import { killBrowser } from './harness/kill-browser';
import { type E2eDriver, launch } from './harness/launch';
import {
  chooseFile,
  dropFile,
  exportText,
  install,
  listedPacks,
  openPacks,
  readVerdicts,
  unfold,
} from './harness/packs';
import { press } from './harness/settings';

const HARBOUR = '[data-pack="harbour"]';
const DELETED = '[data-deleted="harbour"]';
const TAKE_BACK = `${DELETED} .button`;
const GIVE_UP = `${DELETED} .text-button`;

async function addHarbour(page: Page): Promise<void> {
  await chooseFile(page, 'harbour.json');
  await readVerdicts(page);
  await install(page);
  await page.waitForSelector(HARBOUR);
}

async function deleteHarbour(page: Page): Promise<void> {
  await unfold(page, 'harbour');
  await press(page, `${HARBOUR} .pack-details > .text-button`);
  await press(page, `${HARBOUR} .question .button`);
  await page.waitForSelector(DELETED);
}

async function waitForWords(page: Page, words: string): Promise<void> {
  await waitFor(`“${words}”`, () =>
    page.evaluate((sought) => document.body.innerText.includes(sought), words),
  );
}

function packStores(driver: E2eDriver): Promise<number> {
  return driver.inExtension(countStores);
}

async function isKnown(driver: E2eDriver, reading: Page): Promise<boolean> {
  const report = await driver.report(reading);
  const keys = report?.names.flatMap(({ entities }) => entities.map(({ key }) => key)) ?? [];
  return keys.includes('harbour/oskar-brandel');
}

inBrowsers(
  'a reader deletes a pack and thinks again',
  (driver) => {
    const closing: Page[] = [];
    afterEach(async () => {
      for (const page of closing.splice(0)) await page.close();
    });

    async function packs(): Promise<Page> {
      const page = await openPacks(driver());
      closing.push(page);
      return page;
    }

    test('it comes back as it was, with its edits, its colour, and on open pages', async () => {
      const reading = await driver().open(driver().url('harbour.html'));
      closing.push(reading);
      await driver().waitForMarks(reading, 'Ant Group');
      const page = await packs();
      await addHarbour(page);
      await unfold(page, 'harbour');
      await press(page, `${HARBOUR} [data-colour="teal"] input`);
      await page.waitForSelector(`${HARBOUR} .entry-name [data-colour="teal"]`);
      await driver().inExtension(editTrust);
      const before = await exportText(page, 'harbour', 'pack');
      await waitFor('the name on the page', () => isKnown(driver(), reading));

      await deleteHarbour(page);
      expect(await listedPacks(page)).toEqual(['china-tech']);
      // Where the reader would go on.
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Take back');
      expect(await page.$eval(DELETED, (entry) => entry.textContent)).toMatch(/2 names.*kB|bytes/);
      await waitFor('it to be forgotten', async () => !(await isKnown(driver(), reading)));

      const later = await packs();
      await press(later, TAKE_BACK);
      await later.waitForSelector(`${HARBOUR} .entry-name [data-colour="teal"]`);
      await waitForWords(later, '“Harbour names” is back as it was.');
      expect(await later.$(DELETED)).toBeNull();
      await waitFor('the name on the page again', () => isKnown(driver(), reading));
      expect(await exportText(later, 'harbour', 'pack')).toBe(before);
    });

    test('its colour is chosen by keyboard, and stands on the card', async () => {
      const page = await packs();
      await unfold(page, 'harbour');
      await page.bringToFront();
      await page.focus(`${HARBOUR} [data-colour="teal"] input`);
      await page.keyboard.press('ArrowRight');
      await page.waitForSelector(`${HARBOUR} .entry-name [data-colour="blue"]`);
      expect(
        await page.evaluate(() => document.activeElement?.closest('label')?.textContent?.trim()),
      ).toBe('blue');
      expect(await barriersInPage(page)).toEqual([]);

      const reading = await driver().open(driver().url('harbour.html'));
      closing.push(reading);
      await waitFor('the name on the page', () => isKnown(driver(), reading));
      await driver().hover(reading, 'Oskar Brandel');
      await driver().waitForPopover(reading, 'Vellmoor Harbour Trust');
      expect(await countIn(driver(), reading, '.pack-dot[data-colour="blue"]')).toBeGreaterThan(0);
    });

    test('packs are moved by keyboard, and the focus stays with the one that moves', async () => {
      const page = await packs();
      expect(await listedPacks(page)).toEqual(['china-tech', 'harbour']);
      await page.bringToFront();
      await page.focus(`${HARBOUR} .arrow:first-child`);
      await page.keyboard.press('Enter');
      await waitFor('the order', async () => `${await listedPacks(page)}` === 'harbour,china-tech');
      await waitForWords(page, '“Harbour names” is now number 1 of 2.');
      expect(
        await page.evaluate(() => document.activeElement?.closest('[data-pack]')?.textContent),
      ).toContain('Harbour names');
      await press(page, `${HARBOUR} .arrow:last-child`);
      await waitFor('the order', async () => `${await listedPacks(page)}` === 'china-tech,harbour');
    });

    test('one of the same id that was added since has to go first', async () => {
      const page = await packs();
      await deleteHarbour(page);
      await addHarbour(page);
      expect(await page.$(`${HARBOUR} .entry-name .pack-dot`)).toBeNull();
      await press(page, TAKE_BACK);
      await waitForWords(page, 'A pack of the same id was added since.');
      expect(await listedPacks(page)).toEqual(['china-tech', 'harbour']);
      expect(await packStores(driver())).toBe(2);
    });

    test('given up, it frees its room', async () => {
      const page = await packs();
      await press(page, GIVE_UP);
      await waitForWords(page, '“Harbour names” was deleted for good.');
      await waitFor('it to leave the list', async () => (await page.$(DELETED)) === null);
      await waitFor('its database to go', async () => (await packStores(driver())) === 1);
      await deleteHarbour(page);
      await press(page, GIVE_UP);
      await waitFor('all databases to go', async () => (await packStores(driver())) === 0);
      expect(await listedPacks(page)).toEqual(['china-tech']);
    });

    test('names that another pack knows are said before an import', async () => {
      const page = await packs();
      await addHarbour(page);
      const text = (await exportText(page, 'harbour', 'pack')).replaceAll('"harbour"', '"quay"');
      await dropFile(page, 'quay.json', text);
      await waitForWords(page, '2 of its names are in another of your packs already.');
      expect(await page.$eval('.twins', (twins) => twins.textContent)).toContain('Oskar Brandel');
    });
  },
  MAINLY_CHROMIUM,
);

describe('a browser that dies after a pack was deleted', () => {
  const only = process.env['E2E_BROWSER'];
  for (const name of ['chromium', 'firefox'] as const) {
    test.skipIf(only && only !== name)(name, { timeout: 180_000 }, () => story(name));
  }
});

async function story(name: BrowserName): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), `glossator-deleted-${name}-`));
  try {
    const first = await launch(name, { profile });
    const page = await openPacks(first);
    await addHarbour(page);
    await deleteHarbour(page);
    await killBrowser(first);

    const second = await launch(name, { profile });
    const again = await openPacks(second);
    expect(await listedPacks(again)).toEqual(['china-tech']);
    await press(again, TAKE_BACK);
    await again.waitForSelector(HARBOUR);
    await killBrowser(second);

    const third = await launch(name, { profile });
    try {
      const last = await openPacks(third);
      expect(await listedPacks(last)).toEqual(['china-tech', 'harbour']);
      expect(await last.$(DELETED)).toBeNull();
      expect(await exportText(last, 'harbour', 'pack')).toContain('Oskar Brandel');
    } finally {
      await third.close();
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

// What follows runs inside the browser.

declare const browser: typeof import('webextension-polyfill');

async function countStores(): Promise<number> {
  const databases = await indexedDB.databases();
  return databases.filter(({ name }) => name?.startsWith('pack ')).length;
}

/** An edit of the reader's. */
async function editTrust(): Promise<void> {
  const page = { pack: 'harbour', section: 'entities', after: null, limit: 10 };
  const read = await browser.runtime.sendMessage({ call: 'readRecords', params: page });
  const { value } = read as { value: { records: { id: string; label: string }[] } };
  const trust = value.records.find(({ id }) => id === 'vellmoor-harbour-trust');
  const record = { ...trust, counterSigns: ['lighthouse'] };
  const changes = [{ section: 'entities', id: 'vellmoor-harbour-trust', record }];
  const params = { pack: 'harbour', changes };
  const answer: unknown = await browser.runtime.sendMessage({ call: 'saveRecords', params });
  if (!JSON.stringify(answer).startsWith('{"ok":true,"value":{"ok":true')) {
    throw new Error(JSON.stringify(answer));
  }
}
