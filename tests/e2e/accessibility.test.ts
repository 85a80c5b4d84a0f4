import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { alterBuild } from './harness/altered-build';
import { barriersInPage, barriersInPopover } from './harness/axe';
import { setScheme } from './harness/browser-surfaces';
import { inBrowsers, MAINLY_CHROMIUM } from './harness/in-browsers';
import { pressIn } from './harness/in-popover';
import type { E2eDriver } from './harness/launch';
import {
  choose,
  openCard,
  pressName,
  search,
  waitForContent,
  waitForNames,
  waitForResult,
  waitForSite,
} from './harness/panel';

const SCHEMES = ['light', 'dark'] as const;

/** About as large as browsers let the panel be. */
const PANEL = { width: 400, height: 600 };

inBrowsers(
  'axe finds no barrier',
  (driver) => {
    const closing: Page[] = [];
    afterEach(async () => {
      for (const page of closing.splice(0)) await page.close();
    });

    async function openPanel(scheme: 'light' | 'dark', path = 'news.html'): Promise<Page> {
      const page = await driver().open(driver().url(path));
      const popup = await driver().openPopupFor(page);
      closing.push(popup, page);
      await popup.setViewport(PANEL);
      await setScheme(driver(), popup, scheme);
      return popup;
    }

    async function openPage(scheme: 'light' | 'dark'): Promise<Page> {
      const page = await driver().open(driver().url('demo/index.html'));
      closing.push(page);
      await setScheme(driver(), page, scheme);
      await driver().waitForMarks(page);
      return page;
    }

    describe.each(SCHEMES)('in the panel (%s)', (scheme) => {
      test('names on the page', async () => {
        const popup = await openPanel(scheme);
        await waitForNames(popup, 'Ant Group');
        expect(await barriersInPage(popup)).toEqual([]);
      });

      test('search results', async () => {
        const popup = await openPanel(scheme);
        await search(popup, 'alibaba');
        await waitForResult(popup, 'Alibaba');
        expect(await barriersInPage(popup)).toEqual([]);
      });

      test('nothing found', async () => {
        const popup = await openPanel(scheme);
        await search(popup, 'zzzzqqqq');
        await waitForContent(popup, 'Nothing found');
        expect(await barriersInPage(popup)).toEqual([]);
      });

      test('details with all claims and sources', async () => {
        const popup = await openPanel(scheme);
        await waitForNames(popup, 'Jack Ma');
        await pressName(popup, 'Jack Ma', 'about');
        await expect.poll(() => openCard(popup), { timeout: 10_000 }).toBe('Jack Ma');
        await popup.evaluate(unfoldAll);
        expect(await barriersInPage(popup)).toEqual([]);
      });

      test('a claim that was looked for', async () => {
        const popup = await openPanel(scheme);
        await search(popup, '880 million');
        await waitForResult(popup, '880 million');
        await popup.click('[role="option"]:has(.result-kind)');
        await expect.poll(() => openCard(popup), { timeout: 10_000 }).not.toBeNull();
        expect(await barriersInPage(popup)).toEqual([]);
      });

      test('switched off, and a page that cannot be read', async () => {
        const popup = await openPanel(scheme);
        await waitForSite(popup, 'localhost');
        await choose(popup, 'off');
        await waitForContent(popup, 'Names are not marked here');
        expect(await barriersInPage(popup)).toEqual([]);
        await choose(popup, 'default');
        await waitForNames(popup);
        const nowhere = await driver().openExtensionPage('popup.html');
        closing.push(nowhere);
        await setScheme(driver(), nowhere, scheme);
        await waitForContent(nowhere, 'This is one of Glossator’s own pages.');
        expect(await barriersInPage(nowhere)).toEqual([]);
      });
    });

    describe.each(SCHEMES)('in the popover (%s)', (scheme) => {
      test('a name, as it opens and with everything unfolded', async () => {
        const page = await openPage(scheme);
        await restOn(driver(), page, 'Ant Group');
        expect(await barriersInPopover(driver(), page)).toEqual([]);
        await driver().inContentWorld(page, unfoldAll);
        expect(await barriersInPopover(driver(), page)).toEqual([]);
      });

      test('a related name inside it', async () => {
        const page = await openPage(scheme);
        await restOn(driver(), page, 'Jack Ma');
        await pressIn(driver(), page, 'Alibaba');
        await driver().waitForPopover(page, 'Back to');
        expect(await barriersInPopover(driver(), page)).toEqual([]);
      });
    });
  },
  MAINLY_CHROMIUM,
);

inBrowsers(
  'axe finds no barrier in the panel without facts',
  (driver) => {
    test.each(SCHEMES)('what happened and what to do (%s)', async (scheme) => {
      const { open, url, openPopupFor } = driver();
      const popup = await openPopupFor(await open(url('news.html')));
      await popup.setViewport(PANEL);
      await setScheme(driver(), popup, scheme);
      await waitForContent(popup, 'Build it again');
      await popup.evaluate(unfoldAll);
      expect(await barriersInPage(popup)).toEqual([]);
    });
  },
  MAINLY_CHROMIUM,
  (browser) => ({ build: alterBuild(browser, { 'background.js': refuseDatabases }) }),
);

async function restOn(driver: E2eDriver, page: Page, name: string): Promise<void> {
  await driver.hover(page, name);
  await driver.waitForPopover(page, name);
}

// What follows runs inside the browser.

/** Opens folds and presses “more”, in the panel or in the popover. */
function unfoldAll(): void {
  const root = Reflect.get(globalThis, Symbol.for('glossator.popover.root')) as
    | ShadowRoot
    | undefined;
  const place = root ?? document;
  for (const fold of place.querySelectorAll('details')) fold.open = true;
  for (const more of place.querySelectorAll<HTMLElement>('.card .more, .card .quiet')) more.click();
  for (const fold of place.querySelectorAll('details')) fold.open = true;
}

function refuseDatabases(): void {
  IDBFactory.prototype.open = () => {
    throw new DOMException('A mutation operation was attempted here.', 'InvalidStateError');
  };
}
