/** The page as a briefing: in the popup, and beside the page. */
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { waitFor } from '../../lib/tools/browsers/extension-driver';
import { barriersInPage } from './harness/axe';
import { inBrowsers, MAINLY_CHROMIUM } from './harness/in-browsers';
import { focused, tabTo } from './harness/library';
import {
  choose,
  clearSearch,
  datedListed,
  namesListed,
  openCard,
  placeShown,
  pressName,
  relationsListed,
  search,
  waitForContent,
  waitForNames,
  waitForResult,
  waitForWhy,
} from './harness/panel';

inBrowsers(
  'a reader takes in what a page is about',
  (driver, name) => {
    const closing: Page[] = [];
    afterEach(async () => {
      for (const page of closing.splice(0)) await page.close();
    });

    async function openPanel(path: string): Promise<{ page: Page; popup: Page }> {
      const page = await driver().open(driver().url(path));
      const popup = await driver().openPopupFor(page);
      closing.push(popup, page);
      return { page, popup };
    }

    test('who appears, what binds them, and what is claimed when', async () => {
      const { popup } = await openPanel('demo/index.html');
      await waitForNames(popup, 'Jack Ma');
      const relations = await waitFor('connections', async () => {
        const lines = await relationsListed(popup);
        return lines.length > 0 && lines;
      });
      const names = (await namesListed(popup)).map(({ label }) => label);
      for (const line of relations) {
        expect(names.filter((label) => line.includes(label)).length, line).toBeGreaterThanOrEqual(
          2,
        );
      }
      const dated = await datedListed(popup);
      expect(dated.length).toBeGreaterThan(3);
      const years = dated.map(({ date }) => Number(/\d{4}/.exec(date)?.[0]));
      expect(years).toEqual([...years].sort((a, b) => a - b));
      for (const { words } of dated) {
        // Kind and speaker stand before the claim.
        expect(words.split('\n')).toHaveLength(2);
        expect(words).toMatch(/^(Event|Figure|Statement|Allegation|Denial|Opinion|Forecast) \S/);
      }
      expect(await barriersInPage(popup)).toEqual([]);
    });

    test('a connection and a claim open the card that they come from', async () => {
      const { popup } = await openPanel('demo/index.html');
      await popup.waitForSelector('.relation');
      const from = await popup.$eval('.relation-end', (end) => end.textContent ?? '');
      await popup.click('.relation');
      await expect.poll(() => openCard(popup), { timeout: 10_000 }).toBe(from);
      await popup.keyboard.press('Escape');
      await popup.waitForSelector('.dated-claim');
      const words = await popup.$eval('.dated-text', (text) => text.textContent ?? '');
      await popup.click('.dated-claim');
      await expect
        .poll(() =>
          popup.evaluate(() => document.querySelector('.claim.sought')?.textContent ?? ''),
        )
        .toContain(words);
    });

    test('next and previous lead through the places of a name, with the words around them', async () => {
      const { page, popup } = await openPanel('far.html');
      await waitForNames(popup, 'Tencent');
      await pressName(popup, 'Tencent');
      await expect
        .poll(() => placeShown(popup))
        .toBe('1 of 3Tencent stands at the top, beside Alibaba.');
      await popup.click('.step[title="Previous mention of Tencent"]');
      await expect.poll(() => placeShown(popup)).toBe('3 of 3Tencent stands at the end.');
      await popup.click('.step[title="Previous mention of Tencent"]');
      await expect.poll(() => placeShown(popup)).toBe('2 of 3Tencent stands in the middle.');
      expect(await popup.$eval('.names [role="status"]', (status) => status.textContent)).toBe(
        '2 of 3: Tencent stands in the middle.',
      );
      await page.bringToFront();
      await waitFor('the middle', () => page.evaluate(isInSight, '#middle'));
    });

    test.runIf(name === 'chromium')('all of it by keys alone', async () => {
      const { page, popup } = await openPanel('far.html');
      await waitForNames(popup, 'Tencent');
      await popup.waitForSelector('.dated-claim');
      await tabTo(popup, 'the name', ({ text }) => text.startsWith('Tencent'));
      await popup.keyboard.press('Enter');
      await tabTo(popup, 'its next place', ({ text }) => text === 'Next mention of Tencent');
      await popup.keyboard.press('Enter');
      await expect.poll(() => placeShown(popup)).toContain('2 of 3');
      await tabTo(popup, 'its card', ({ text }) => text === 'About Tencent');
      await popup.keyboard.press('Enter');
      await expect.poll(() => openCard(popup), { timeout: 10_000 }).toBe('Tencent');
      await popup.keyboard.press('Escape');
      await popup.waitForSelector('.dated-claim');
      await tabTo(popup, 'a claim', ({ text }) => text.startsWith('Event'));
      await popup.keyboard.press('Enter');
      await expect.poll(() => openCard(popup), { timeout: 10_000 }).not.toBeNull();
      await tabTo(popup, 'the library', ({ text }) => text === 'Open in library');
      expect((await focused(popup)).href).toContain('/library.html#/entity/china-tech/');
      await page.bringToFront();
      await waitFor('the middle', () => page.evaluate(isInSight, '#middle'));
    });

    test('what was looked up comes back until it is cleared', async () => {
      const { popup } = await openPanel('empty.html');
      await search(popup, 'xi jinping');
      await waitForResult(popup, 'Xi Jinping');
      await popup.keyboard.press('Enter');
      await expect.poll(() => openCard(popup), { timeout: 10_000 }).toBe('Xi Jinping');
      const { popup: next } = await openPanel('empty.html');
      await waitForContent(next, 'Recently looked up');
      const [latest] = await next.$$eval('.recent .link', (all) =>
        all.map((one) => one.textContent),
      );
      expect(latest).toBe('Xi Jinping');
      expect(await barriersInPage(next)).toEqual([]);
      await next.bringToFront();
      await next.click('.recent-foot button');
      await expect.poll(() => next.$('.recent')).toBeNull();
      await expect.poll(() => driver().inExtension(readRecent)).toEqual([]);
      await clearSearch(next);
    });

    describe('why nothing is marked', () => {
      test('no known name', async () => {
        expect(await waitForWhy((await openPanel('empty.html')).popup)).toBe('no-known-names');
      });

      test('nothing but a field', async () => {
        expect(await waitForWhy((await openPanel('form.html')).popup)).toBe('only-fields');
      });

      test('switched off, and on again from there', async () => {
        const { popup } = await openPanel('news.html');
        await waitForNames(popup, 'Ant Group');
        await choose(popup, 'off');
        expect(await waitForWhy(popup)).toBe('switched-off');
        await popup.click('.why .more');
        await waitForNames(popup, 'Ant Group');
        expect(await popup.$('.why')).toBeNull();
        await choose(popup, 'default');
      });

      test.runIf(name === 'chromium')('a page of the browser', async () => {
        const page = await driver().browser.newPage();
        closing.push(page);
        await page.goto('chrome://version');
        const popup = await driver().openPopupFor(page);
        closing.push(popup);
        expect(await waitForWhy(popup)).toBe('browser-page');
        expect(await barriersInPage(popup)).toEqual([]);
      });

      test('a page of ours', async () => {
        const page = await driver().openExtensionPage('library.html');
        closing.push(page);
        const popup = await driver().openPopupFor(page);
        closing.push(popup);
        expect(await waitForWhy(popup)).toBe('own-page');
      });

      // Elsewhere a permission of the manifest cannot be given back by a script.
      test.runIf(name === 'firefox')(
        'no leave to read the site, and the button for it',
        async () => {
          await driver().inExtension(forgoSites);
          const { popup } = await openPanel('news.html');
          expect(await waitForWhy(popup)).toBe('address-not-told');
          expect(await popup.$eval('.why .more', (button) => button.textContent)).toBe(
            'Allow on all sites',
          );
          expect(await barriersInPage(popup)).toEqual([]);
        },
      );
    });
  },
  MAINLY_CHROMIUM,
);

inBrowsers(
  'the panel beside the page follows the reader',
  (driver, name) => {
    test('to another tab, to another page, and back', async () => {
      const { open, url, openExtensionPage } = driver();
      const news = await open(url('news.html'));
      const panel = await openExtensionPage('sidepanel.html');
      await news.bringToFront();
      await waitForNames(panel, 'Ant Group');
      const other = await open(url('far.html'));
      await waitFor('the other tab’s names', async () => {
        const labels = (await namesListed(panel)).map(({ label }) => label);
        return labels.includes('Tencent') && !labels.includes('Ant Group');
      });
      await other.goto(url('empty.html'));
      expect(await waitForWhy(panel)).toBe('no-known-names');
      await other.goto(url('news.html'));
      await waitForNames(panel, 'Ant Group');
      await other.close();
      await news.bringToFront();
      await waitForNames(panel, 'Ant Group');
      // It takes no focus by itself, and closes nothing by Escape.
      expect(await panel.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
      await panel.close();
      await news.close();
    });

    test.runIf(name === 'chromium')('opens from the popup', async () => {
      const { open, url, openPopupFor, origin, browser } = driver();
      const page = await open(url('news.html'));
      const popup = await openPopupFor(page);
      await waitForNames(popup, 'Ant Group');
      await popup.evaluate(() => {
        const button = [...document.querySelectorAll<HTMLElement>('.panel-foot button')].find(
          (one) => one.textContent?.includes('beside'),
        );
        button?.setAttribute('data-beside', '');
      });
      await popup.click('[data-beside]');
      const target = await browser.waitForTarget((one) => one.url() === `${origin}/sidepanel.html`);
      const panel = await target.asPage();
      await page.bringToFront();
      await waitForNames(panel, 'Ant Group');
      await popup.close();
      await page.close();
    });
  },
  MAINLY_CHROMIUM,
);

inBrowsers(
  'a page of five thousand mentions',
  (driver) => {
    test('is told in the panel as any other', async () => {
      const { open, url, openPopupFor } = driver();
      const page = await open(url('many.html'));
      await page.evaluate('fill()');
      const popup = await openPopupFor(page);
      await waitFor('all of them', async () => {
        const names = await namesListed(popup);
        return names.length === 2 && names.every(({ count }) => count === 2500);
      });
      await waitForContent(popup, 'named 5,000 times');
      await pressName(popup, 'Alibaba');
      await popup.click('.step[title="Previous mention of Alibaba"]');
      await expect.poll(() => placeShown(popup), { timeout: 10_000 }).toContain('2,500 of 2,500');
      await popup.close();
      await page.close();
    });
  },
  ['chromium'],
);

inBrowsers(
  'a page that changes more than can be read',
  (driver) => {
    test('is read no more, which the panel says, and on again at the reader’s word', async () => {
      const { open, url, openPopupFor } = driver();
      const page = await open(url('churning.html'));
      await page.evaluate('churn()');
      const popup = await openPopupFor(page);
      await page.bringToFront();
      await waitFor(
        'the pause',
        () => popup.evaluate(() => document.querySelector('[data-why="paused"]') !== null),
        PAUSE_TIMEOUT_MS,
      );
      await page.evaluate('rest()');
      expect(await barriersInPage(popup)).toEqual([]);
      await popup.bringToFront();
      await popup.click('.why .more');
      await waitForNames(popup, 'Xu Lin');
      expect(await popup.$('.why')).toBeNull();
      await popup.close();
      await page.close();
    });
  },
  ['chromium'],
);

/** It takes some rounds until the page has run up too much. */
const PAUSE_TIMEOUT_MS = 45_000;

// What follows runs inside the browser.

function isInSight(selector: string): boolean {
  const box = document.querySelector(selector)?.getBoundingClientRect();
  return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
}

declare const browser: typeof import('wxt/browser').browser;

async function readRecent(): Promise<unknown> {
  const { recentLookups = [] } = await browser.storage.local.get('recentLookups');
  return recentLookups;
}

async function forgoSites(): Promise<boolean> {
  return browser.permissions.remove({ origins: ['<all_urls>'] });
}
