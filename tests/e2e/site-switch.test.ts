import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BrowserName } from '../../lib/tools/browsers/candidates';
import { createDriver, waitFor } from '../../lib/tools/browsers/extension-driver';
import { startBrowser } from '../../lib/tools/browsers/start-browser';
import { alterBuild } from './harness/altered-build';
import { chooseMenuItem, pressCommand } from './harness/browser-surfaces';
import { inBrowsers } from './harness/in-browsers';
import type { E2eDriver } from './harness/launch';
import {
  choose,
  press,
  pressDefaultSwitch,
  siteLine,
  waitForContent,
  waitForNames,
  waitForSite,
} from './harness/panel';
import { servePages } from './harness/serve-pages';

/** What a reader takes for “at once”, on a busy machine. */
const AT_ONCE_MS = 2000;
/** Long enough for a page that would send something to have sent it. */
const SETTLED_MS = 1500;

inBrowsers('a reader switches names off and on', (driver) => {
  beforeEach(() => driver().inExtension(forgetSwitches));
  afterEach(() => closeAll(driver()));

  test('the first line of the panel names the site and its three states', async () => {
    const { open, url, openPopupFor } = driver();
    const popup = await openPopupFor(await open(url('news.html')));
    const name = hostOf(url(''));
    const line = await waitForSite(popup, name);
    expect(line.text.split('\n')[0]).toBe(name);
    expect(line.text).toMatch(/Default \(on\)\s+On here\s+Off here/);
    expect(line.choice).toBe('default');
    const firstWords = await popup.evaluate(() => document.querySelector('main')?.innerText ?? '');
    expect(firstWords.replace('Glossator', '').trim()).toMatch(new RegExp(`^${name}`));
  });

  test('off: marks go at once in every open tab of the site, and on no other site', async () => {
    const { open, url, waitForMarks, marks, openPopupFor } = driver();
    const other = await open(url('news.html', 'other'));
    const second = await open(url('news.html?second'));
    const first = await open(url('news.html'));
    for (const page of [other, second, first]) await showing(page, () => waitForMarks(page));
    const popup = await openPopupFor(first);
    await waitForSite(popup, hostOf(url('')));
    const before = await marks(other);

    await choose(popup, 'off');
    await expectNoMarks(driver(), first);
    await expectNoMarks(driver(), second);
    expect(await marks(other)).toEqual(before);
    await waitForContent(popup, 'Names are not marked here');
  });

  test('on again: marks come back without a reload', async () => {
    const { open, url, waitForMarks, openPopupFor } = driver();
    const page = await open(url('news.html'));
    const before = await waitForMarks(page, 'Ant Group');
    await page.evaluate(() => Object.assign(globalThis, { sameDocument: true }));
    const popup = await openPopupFor(page);
    await waitForNames(popup, 'Ant Group');
    await choose(popup, 'off');
    await expectNoMarks(driver(), page);
    await press(popup, '.notice button');
    await waitForNames(popup, 'Ant Group');
    await page.bringToFront();
    await expect.poll(() => driver().marks(page), { timeout: AT_ONCE_MS }).toEqual(before);
    expect(await page.evaluate(() => Reflect.get(globalThis, 'sameDocument'))).toBe(true);
    expect(await siteLine(popup)).toMatchObject({ choice: 'on' });
  });

  test('the global default holds where a site has no choice of its own', async () => {
    const { open, url, waitForMarks, marks, openPopupFor } = driver();
    const other = await open(url('news.html', 'other'));
    const page = await open(url('news.html'));
    for (const shown of [other, page]) await showing(shown, () => waitForMarks(shown));
    const popup = await openPopupFor(page);
    await waitForSite(popup, hostOf(url('')));

    await choose(popup, 'on');
    await pressDefaultSwitch(popup);
    await expectNoMarks(driver(), other);
    expect((await marks(page)).length).toBeGreaterThan(0);
    expect(await siteLine(popup)).toMatchObject({
      choice: 'on',
      defaultSwitch: 'Other sites: off',
    });

    await choose(popup, 'default');
    await expectNoMarks(driver(), page);
    expect((await siteLine(popup)).text).toContain('Default (off)');

    await pressDefaultSwitch(popup);
    for (const shown of [other, page]) await showing(shown, () => waitForMarks(shown));
  });

  test('with and without www. it is one site', async () => {
    const { open, url, waitForMarks, openPopupFor } = driver();
    const plain = await open(url('news.html'));
    const www = await open(url('news.html', 'www'));
    for (const page of [plain, www]) await showing(page, () => waitForMarks(page));
    const popup = await openPopupFor(www);
    const line = await waitForSite(popup, hostOf(url('')));
    expect(line.text).not.toContain('www.');
    await choose(popup, 'off');
    await expectNoMarks(driver(), www);
    await expectNoMarks(driver(), plain);
  });

  test('the keyboard command switches the site, and back', async () => {
    const { open, url, waitForMarks } = driver();
    const page = await open(url('news.html'));
    await waitForMarks(page);
    await pressCommand(driver(), page, 'toggle-site');
    await expectNoMarks(driver(), page);
    await pressCommand(driver(), page, 'toggle-site');
    await waitForMarks(page);
    // Back at the default there is nothing left to store about the site.
    expect(await driver().inExtension(storedSwitches)).toEqual({ default: 'on', sites: {} });
  });

  test('the context menu does the same and says what it will do', async () => {
    const { open, url, waitForMarks, name } = driver();
    const page = await open(url('news.html'));
    await waitForMarks(page);
    const off = await chooseMenuItem(driver(), page);
    await expectNoMarks(driver(), page);
    if (name === 'firefox') expect(off).toBe('Do not show names on this site');
    await waitFor('the badge', () => isBadge(driver(), page, 'off'));
    const on = await chooseMenuItem(driver(), page);
    await waitForMarks(page);
    if (name === 'firefox') expect(on).toBe('Show names on this site');
  });

  test('the badge counts the names, or says “off”', async () => {
    const { open, url, waitForMarks, openPopupFor, report } = driver();
    const page = await open(url('news.html'));
    await waitForMarks(page);
    const names = (await report(page))?.names ?? [];
    const total = names.reduce((sum, { count }) => sum + count, 0);
    expect(total).toBeGreaterThan(5);
    await waitFor('the count', () => isBadge(driver(), page, String(total)));
    const popup = await openPopupFor(page);
    await waitForSite(popup, hostOf(url('')));

    await choose(popup, 'off');
    await waitFor('“off”', () => isBadge(driver(), page, 'off'));
    await page.reload();
    await waitFor('“off” after a reload', () => isBadge(driver(), page, 'off'));
    const another = await open(url('news.html?another'));
    await waitFor('“off” in a new tab', () => isBadge(driver(), another, 'off'));
    await another.goto(url('news.html', 'other'));
    await waitFor('the count on another site', () => isBadge(driver(), another, String(total)));

    await choose(popup, 'default');
    await page.bringToFront();
    await waitFor('the count again', () => isBadge(driver(), page, String(total)));
    await page.goto(url('empty.html'));
    await waitFor('no badge without names', () => isBadge(driver(), page, ''));
  });

  test('a page that belongs to no site has nothing to switch', async () => {
    const { openExtensionPage, openPopupFor } = driver();
    const popup = await openPopupFor(await openExtensionPage('popup.html?tab=-1'));
    await waitForContent(popup, 'This is one of Glossator’s own pages.');
    expect(await siteLine(popup)).toMatchObject({ choice: '' });
    const disabled = await popup.$eval('.choices', (element) => element.matches(':disabled'));
    expect(disabled).toBe(true);
  });
});

inBrowsers(
  'what a switched-off page costs',
  (driver) => {
    test('one storage read, and not one message', async () => {
      const { open, url, waitForMarks, openPopupFor, inContentWorld } = driver();
      const page = await open(url('news.html'));
      await waitForMarks(page);
      await waitFor('the page to report its names', async () => {
        const { messages } = await inContentWorld(page, readCosts);
        return messages.includes('reportMentions');
      });
      const popup = await openPopupFor(page);
      await waitForSite(popup, hostOf(url('')));
      await choose(popup, 'off');
      await expectNoMarks(driver(), page);

      await page.bringToFront();
      await page.reload();
      await waitFor('the content script', () => inContentWorld(page, hasCosts));
      await page.evaluate(passTime, SETTLED_MS);
      expect(await inContentWorld(page, readCosts)).toEqual({ reads: ['switches'], messages: [] });
    });
  },
  undefined,
  (browser) => ({ build: alterBuild(browser, { 'content-script.js': countCosts }) }),
);

describe('a choice outlives a restart of the browser', () => {
  const only = process.env['E2E_BROWSER'];
  for (const name of ['chromium', 'firefox'] as const) {
    test.skipIf(only && only !== name)(name, { timeout: 120_000 }, () => restartStory(name));
  }
});

/** The server stays the same, because its port is a part of the site. */
async function restartStory(name: BrowserName): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), `glossator-profile-${name}-`));
  const server = await servePages();
  const start = async () =>
    createDriver(
      await startBrowser(name, { headless: true, language: 'en-US', profile, say: () => {} }),
    );
  try {
    const before = await start();
    const page = await before.open(`${server.origin()}/news.html`);
    await before.waitForMarks(page);
    const popup = await before.openPopupFor(page);
    await waitForSite(popup, 'localhost');
    await choose(popup, 'off');
    await waitFor('the marks to go', async () => (await before.marks(page)).length === 0);
    await before.close();

    const after = await start();
    try {
      const other = await after.open(`${server.origin('other')}/news.html`);
      await after.waitForMarks(other);
      const again = await after.open(`${server.origin()}/news.html`);
      await again.evaluate(passTime, SETTLED_MS);
      expect(await after.marks(again)).toEqual([]);
      expect(await waitForSite(await after.openPopupFor(again), 'localhost')).toMatchObject({
        choice: 'off',
      });
    } finally {
      await after.close();
    }
  } finally {
    await server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function expectNoMarks(driver: E2eDriver, page: Page): Promise<void> {
  await expect.poll(() => driver.marks(page), { timeout: AT_ONCE_MS }).toEqual([]);
}

/** Browsers let tabs in the background take their time. */
async function showing<T>(page: Page, look: () => Promise<T>): Promise<T> {
  await page.bringToFront();
  return look();
}

async function isBadge(driver: E2eDriver, page: Page, text: string): Promise<boolean> {
  return (await driver.inExtension(readBadge, await driver.tabIdOf(page))) === text;
}

/** Every page but the first tab and the driver’s own. */
async function closeAll(driver: E2eDriver): Promise<void> {
  for (const page of await driver.browser.pages()) {
    if (page.url() !== 'about:blank' && !page.url().endsWith('?tab=-1')) await page.close();
  }
}

function hostOf(url: string): string {
  return new URL(url).host;
}

// What follows runs inside the browser.

declare const browser: typeof import('wxt/browser').browser;

async function forgetSwitches(): Promise<void> {
  await browser.storage.local.remove('switches');
}

async function storedSwitches(): Promise<unknown> {
  return (await browser.storage.local.get('switches'))['switches'];
}

function readBadge(tabId: number): Promise<string> {
  return browser.action.getBadgeText({ tabId });
}

function passTime(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

interface Costs {
  readonly reads: unknown[];
  readonly messages: unknown[];
}

/** Stands before the content script and writes down what that asks of the browser. */
function countCosts(): void {
  const costs: Costs = { reads: [], messages: [] };
  const watched = (api: object, log: (path: string, args: unknown[]) => void, path = ''): object =>
    new Proxy(api, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        const here = `${path}.${String(name)}`;
        if (typeof value === 'function') {
          return (...args: unknown[]) => {
            log(here, args);
            return Reflect.apply(value, target, args);
          };
        }
        return typeof value === 'object' && value !== null ? watched(value, log, here) : value;
      },
    });
  const log = (path: string, args: unknown[]): void => {
    if (/^\.storage\..*\.get/.test(path)) costs.reads.push(args[0]);
    if (/sendMessage$/.test(path)) costs.messages.push((args[0] as { call: string }).call);
    if (/^\.runtime\.connect/.test(path)) costs.messages.push(path);
  };
  for (const name of ['browser', 'chrome']) {
    const api: unknown = Reflect.get(globalThis, name);
    if (typeof api !== 'object' || api === null) continue;
    Object.defineProperty(globalThis, name, { configurable: true, value: watched(api, log) });
  }
  Object.assign(globalThis, { glossatorCosts: costs });
}

function hasCosts(): boolean {
  return Reflect.has(globalThis, 'glossatorCosts');
}

function readCosts(): Costs {
  return Reflect.get(globalThis, 'glossatorCosts') as Costs;
}
