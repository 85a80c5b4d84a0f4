/**
 * The extension is reloaded (as an update does) or removed while a page is open. In Chromium its
 * content script lives on there without an extension and has to notice by itself; Firefox ends
 * the script, takes the style sheet away and, after a reload, starts a new script at once.
 */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { DWELL_MS } from '../../lib/core/popover/state';
import { waitFor } from '../../lib/tools/browsers/extension-driver';
import { inBrowsers } from './harness/in-browsers';
import type { E2eDriver } from './harness/launch';
import { markedWords } from './harness/marked';
import { letPass } from './harness/pointing';

const ID_IN_FIREFOX = 'glossator@glossator.example';

interface Watched {
  readonly page: Page;
  /** What the page’s console was told as a warning or error, and errors that nobody caught. */
  readonly complaints: string[];
  /** Where a name stands. */
  readonly name: { readonly x: number; readonly y: number };
}

async function openWatched(driver: E2eDriver): Promise<Watched> {
  const page = await driver.open(driver.url('news.html'));
  await driver.waitForMarks(page, 'Ant Group');
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  const name = await page.evaluate(() => {
    const box = document.querySelector('#jack')?.getBoundingClientRect();
    return { x: (box?.x ?? 0) + 10, y: (box?.y ?? 0) + 10 };
  });
  return { page, complaints, name };
}

/** Opens a card and leaves it open, so that all our code is there and could still act. */
async function openCard(driver: E2eDriver, { page }: Watched): Promise<void> {
  await driver.hover(page, 'Ant Group');
  await driver.waitForPopover(page, 'Ant Group');
}

/** What the page itself can see of us; the driver’s ways end with the extension. */
function traces(page: Page): Promise<{ marks: number; cards: number }> {
  return page.evaluate(() => ({
    marks: CSS.highlights.get('glossator-mention')?.size ?? 0,
    cards: document.querySelectorAll('glossator-popover').length,
  }));
}

const DEPARTURES = [
  ['reloaded', reloadExtension],
  ['removed', removeExtension],
] as const;

for (const [word, depart] of DEPARTURES) {
  inBrowsers(
    `the extension is ${word} while a page is open`,
    (driver) => {
      test('marks and card go with the next move of the pointer, and nothing complains', async () => {
        const behind = await openWatched(driver());
        const watched = await openWatched(driver());
        const { page, complaints, name } = watched;
        await openCard(driver(), watched);
        await depart(driver());
        await page.bringToFront();
        await page.mouse.move(900, 700);
        await expect.poll(() => traces(page)).toEqual({ marks: 0, cards: 0 });
        for (const x of [name.x - 4, name.x]) await page.mouse.move(x, name.y);
        await letPass(page, DWELL_MS * 3);
        await page.mouse.click(name.x, name.y);
        await page.keyboard.press('Escape');
        await page.evaluate(() => document.body.append('More of Tencent'));
        await letPass(page, 500);
        expect(await traces(page)).toEqual({ marks: 0, cards: 0 });
        expect(complaints).toEqual([]);
        await behind.page.bringToFront();
        await behind.page.mouse.move(900, 700);
        await expect.poll(() => traces(behind.page)).toEqual({ marks: 0, cards: 0 });
        expect(behind.complaints).toEqual([]);
      });
    },
    ['chromium'],
  );
}

inBrowsers(
  'the extension is gone and the page goes on changing by itself',
  (driver) => {
    test('the marks go with the first change that would have made new ones', async () => {
      const { page, complaints } = await openWatched(driver());
      await removeExtension(driver());
      await page.evaluate(() => document.body.append('More of Tencent'));
      await expect.poll(() => traces(page)).toEqual({ marks: 0, cards: 0 });
      expect(complaints).toEqual([]);
    });
  },
  ['chromium'],
);

inBrowsers(
  'the extension is reloaded while a page is open',
  (driver) => {
    test('a new script takes over: each name is marked once and explained once', async () => {
      const watched = await openWatched(driver());
      const { page, complaints, name } = watched;
      const before = await markedWords(page);
      await reloadExtension(driver());
      await page.bringToFront();
      await page.evaluate(() => document.body.append('More of Tencent'));
      await expect.poll(() => markedWords(page)).toEqual([...before, 'Tencent']);
      await page.mouse.move(name.x - 4, name.y);
      await page.mouse.move(name.x, name.y);
      await expect.poll(async () => (await traces(page)).cards).toBe(1);
      await page.mouse.move(2, 2);
      await expect.poll(async () => (await traces(page)).cards).toBe(0);
      expect(complaints).toEqual([]);
    });
  },
  ['firefox'],
);

inBrowsers(
  'the extension is removed while a page is open',
  (driver) => {
    test('nothing of ours is to be seen, nothing answers, nothing complains', async () => {
      const watched = await openWatched(driver());
      const { page, complaints, name } = watched;
      await removeExtension(driver());
      // The registry keeps the ranges of the ended script, but nothing paints them any more.
      await expect.poll(() => page.evaluate(underline)).toBe('none');
      await page.mouse.move(name.x - 4, name.y);
      await page.mouse.move(name.x, name.y);
      await letPass(page, DWELL_MS * 3);
      expect((await traces(page)).cards).toBe(0);
      expect(complaints).toEqual([]);
    });
  },
  ['firefox'],
);

function underline(): string {
  const style = getComputedStyle(document.body, '::highlight(glossator-mention)');
  return style.textDecorationLine;
}

async function reloadExtension(driver: E2eDriver): Promise<void> {
  // The page that asks goes with the extension, and its answer never comes.
  driver.inExtension(() => browser.runtime.reload()).catch(() => {});
  await waitFor('the page that asked to be gone', async () => {
    const answer = driver.inExtension(() => browser.runtime.id).catch(() => null);
    const silence = new Promise<null>((done) => setTimeout(() => done(null), 500));
    return (await Promise.race([answer, silence])) === null;
  });
}

async function removeExtension(driver: E2eDriver): Promise<void> {
  const isChromium = driver.name === 'chromium';
  await driver.browser.uninstallExtension(isChromium ? new URL(driver.origin).host : ID_IN_FIREFOX);
}

declare const browser: typeof import('wxt/browser').browser;
