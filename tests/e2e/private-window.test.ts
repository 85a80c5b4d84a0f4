import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { waitFor } from '../../lib/tools/browsers/extension-driver';
import { keepBackgroundAwake, pressCommand } from './harness/browser-surfaces';
import { inBrowsers } from './harness/in-browsers';
import type { E2eDriver } from './harness/launch';
import {
  choose,
  openCard,
  pressDefaultSwitch,
  search,
  waitForNames,
  waitForResult,
  waitForSite,
} from './harness/panel';
import {
  allowInPrivateWindows,
  closePrivateWindows,
  openPrivately,
} from './harness/private-windows';
import { markLook } from './harness/settings';

/** A word that is nowhere but in the address. */
const SECRET = 'secretsite';
const NOTE = 'Private window: a choice for this site lasts until the window closes.';

inBrowsers('a reader reads in a private window', (launched) => {
  let driver: E2eDriver;
  beforeAll(async () => {
    driver = await allowInPrivateWindows(launched());
    await keepBackgroundAwake(driver);
  });
  beforeEach(async () => {
    await closePrivateWindows(driver);
    await driver.inExtension(forgetSwitches);
  });

  const secretUrl = (path = 'news.html') => driver.url(path, SECRET);

  async function openRead(url = secretUrl()): Promise<Page> {
    const page = await openPrivately(driver, url);
    await driver.waitForMarks(page, 'Ant Group');
    return page;
  }

  async function openPanel(page: Page): Promise<Page> {
    const popup = await driver.openPopupFor(page);
    await waitForSite(popup, SECRET);
    return popup;
  }

  test('reading, looking up and searching leave nothing behind', async () => {
    const before = await driver.inExtension(readStored);
    const page = await openRead();
    await driver.hover(page, 'Jack Ma');
    await driver.waitForPopover(page, 'Jack Ma');
    const popup = await openPanel(page);
    await waitForNames(popup, 'Ant Group');
    await search(popup, 'alibaba');
    await waitForResult(popup, 'Alibaba');
    await popup.keyboard.press('Enter');
    await expect.poll(() => openCard(popup), { timeout: 10_000 }).toBe('Alibaba');
    expect(await driver.inExtension(readStored)).toEqual(before);
    expect(await namesSecret(driver, 'session')).toBe(false);
  });

  test('marks look at once as the reader chooses', async () => {
    const page = await openRead();
    await driver.inExtension(chooseLook, 'tint');
    await waitFor('the tint', async () => (await markLook(page)).includes('rgba(201, 154, 46'));
    await driver.inExtension(chooseLook, 'dotted');
    await waitFor('the line', async () => (await markLook(page)).includes('underline dotted'));
  });

  test('a choice for the site is not stored, and holds in private windows only', async () => {
    const before = await driver.inExtension(readStored);
    const open = await driver.open(secretUrl('news.html?open'));
    await driver.waitForMarks(open);
    const page = await openRead();
    const second = await openRead(secretUrl('news.html?second'));
    const popup = await openPanel(page);
    expect(await popup.$eval('.site-why', (element) => element.textContent)).toBe(NOTE);

    await choose(popup, 'off');
    await expectNoMarks(driver, page);
    await expectNoMarks(driver, second);
    expect((await driver.marks(open)).length).toBeGreaterThan(0);
    expect(await waitForSite(await driver.openPopupFor(open), SECRET)).toMatchObject({
      choice: 'default',
    });
    expect(await driver.inExtension(readStored)).toEqual(before);
    expect(await namesSecret(driver, 'local')).toBe(false);
    // In memory, by which it can be told apart from nothing happening.
    expect(await namesSecret(driver, 'session')).toBe(true);
  });

  test('the choice lasts as long as the window', async () => {
    const page = await openRead();
    await choose(await openPanel(page), 'off');
    await expectNoMarks(driver, page);
    await page.bringToFront();
    await page.reload();
    await waitFor('“off” after a reload', () => isBadge(driver, page, 'off'));
    expect(await driver.marks(page)).toEqual([]);

    await closePrivateWindows(driver);
    await waitFor(
      'the choice to be forgotten',
      async () => !(await namesSecret(driver, 'session')),
    );
    await openRead();
  });

  test('the keyboard command stores nothing either', async () => {
    const before = await driver.inExtension(readStored);
    const page = await openRead();
    await pressCommand(driver, page, 'toggle-site');
    await expectNoMarks(driver, page);
    expect(await driver.inExtension(readStored)).toEqual(before);
    await pressCommand(driver, page, 'toggle-site');
    await driver.waitForMarks(page);
  });

  test('what the reader stored before holds here too, until they choose otherwise', async () => {
    const open = await driver.open(secretUrl('news.html?open'));
    await driver.waitForMarks(open);
    await choose(await openPanel(open), 'off');
    await expectNoMarks(driver, open);
    const stored = await driver.inExtension(readStored);

    const page = await openPrivately(driver, secretUrl());
    await waitFor('“off” in the private window', () => isBadge(driver, page, 'off'));
    await choose(await openPanel(page), 'on');
    await page.bringToFront();
    await driver.waitForMarks(page);
    expect(await driver.marks(open)).toEqual([]);
    expect(await driver.inExtension(readStored)).toEqual(stored);
  });

  test('the default for all sites names none, and is stored', async () => {
    const page = await openRead();
    const popup = await openPanel(page);
    await pressDefaultSwitch(popup);
    await expectNoMarks(driver, page);
    expect(await driver.inExtension(readStored)).toContain('"default":"off"');
    expect(await namesSecret(driver, 'local')).toBe(false);
  });
});

async function expectNoMarks(driver: E2eDriver, page: Page): Promise<void> {
  await expect.poll(() => driver.marks(page), { timeout: 5000 }).toEqual([]);
}

async function isBadge(driver: E2eDriver, page: Page, text: string): Promise<boolean> {
  return (await driver.inExtension(readBadge, await driver.tabIdOf(page))) === text;
}

async function namesSecret(driver: E2eDriver, area: 'local' | 'session'): Promise<boolean> {
  return (await driver.inExtension(readArea, area)).includes(SECRET);
}

// What follows runs inside the browser.

declare const browser: typeof import('wxt/browser').browser;

async function chooseLook(look: string): Promise<void> {
  await browser.storage.local.set({ settings: { look } });
}

async function forgetSwitches(): Promise<void> {
  await browser.storage.local.remove('switches');
}

async function readArea(area: 'local' | 'session'): Promise<string> {
  return JSON.stringify(await browser.storage[area].get(null));
}

/** All that the extension keeps on disk: its storage, and the shape and size of its databases. */
async function readStored(): Promise<string> {
  const databases = (await indexedDB.databases()).map(({ name }) => name ?? '');
  const sizes: Record<string, number> = {};
  for (const name of databases) {
    const db = await new Promise<IDBDatabase>((done, fail) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
    for (const store of db.objectStoreNames) {
      sizes[`${name}.${store}`] = await new Promise<number>((done, fail) => {
        const request = db.transaction(store).objectStore(store).count();
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
    }
    db.close();
  }
  return JSON.stringify([await browser.storage.local.get(null), sizes, { ...localStorage }]);
}

function readBadge(tabId: number): Promise<string> {
  return browser.action.getBadgeText({ tabId });
}
