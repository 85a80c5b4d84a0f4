import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { waitFor } from '../../lib/tools/browsers/extension-driver';
import { alterBuild } from './harness/altered-build';
import { barriersInPage } from './harness/axe';
import { setScheme } from './harness/browser-surfaces';
import { inBrowsers, MAINLY_CHROMIUM } from './harness/in-browsers';
import {
  countLine,
  focused,
  goToAddress,
  heading,
  storePack,
  tabTo,
  waitForHeading,
} from './harness/library';

const ANT = '#/entity/china-tech/ant-group';
const COLUMN = '#/source/china-tech/ma-yun-big-data';

inBrowsers(
  'a reader browses the library',
  (driver) => {
    const closing: Page[] = [];
    afterEach(async () => {
      for (const page of closing.splice(0)) await page.close();
    });

    async function openLibrary(hash = ''): Promise<Page> {
      const page = await driver().openExtensionPage(`library.html${hash}`);
      closing.push(page);
      await page.bringToFront();
      await page.waitForSelector('main h1');
      return page;
    }

    async function follow(page: Page, selector: string): Promise<void> {
      await page.waitForSelector(selector);
      await page.click(selector);
    }

    test('from the list of names to one, its source, another name, and back', async () => {
      const page = await openLibrary();
      await waitForHeading(page, 'Names');
      expect(await page.title()).toBe('Names – Glossator library');
      await follow(page, '.facet a[href*="kind=organisation"]');
      await waitFor('fewer names', async () => (await countLine(page)) === '24 names');
      await follow(page, `a[href="${ANT}"]`);
      await waitForHeading(page, 'Ant Group');
      await expect.poll(() => page.title()).toBe('Ant Group – Glossator library');
      await follow(page, `.entity-sources a[href="${COLUMN}"]`);
      await page.waitForSelector('.source-page');
      expect(await heading(page)).toContain('Ma Yun builds big data');
      await follow(page, '.about-names a[href*="/jack-ma"]');
      await waitForHeading(page, 'Jack Ma');
      for (const before of ['Ma Yun builds', 'Ant Group', 'Names']) {
        await page.evaluate(() => history.back());
        await waitFor(`“${before}” again`, async () => (await heading(page)).startsWith(before));
      }
      expect(await countLine(page)).toBe('24 names');
    });

    test('claims are on a timeline, those that conflict side by side', async () => {
      const page = await openLibrary('#/entity/china-tech/alibaba');
      await waitForHeading(page, 'Alibaba');
      const periods = await page.$$eval('.period h3', (all) => all.map((each) => each.textContent));
      expect(periods.length).toBeGreaterThan(3);
      expect(periods.at(-1)).toBe('Without a date');
      expect(await page.$$('.conflicts .conflict .side')).not.toHaveLength(0);
      const shown = await page.$$eval('.period .claim', (all) => all.length);
      expect(shown).toBeGreaterThan(20);
    });

    test('a source tells what it is, how much of it is quoted, and its claims in order', async () => {
      const page = await openLibrary(COLUMN);
      await page.waitForSelector('.coverage');
      const words = await page.$eval('main', (main) => (main as HTMLElement).innerText);
      expect(words).toContain('68 of 92 sentences are quoted');
      expect(words).toContain('machine translation from Korean');
      expect(await page.$$('.named-claim')).toHaveLength(40);
      await follow(page, '.pager [rel="next"]');
      await waitFor('the next page', () =>
        page.evaluate(() =>
          document.querySelector('.pager [aria-current]')?.textContent?.endsWith('2'),
        ),
      );
    });

    test('the timeline of everything is filtered by month and by kind', async () => {
      const page = await openLibrary('#/timeline');
      await waitForHeading(page, 'Timeline');
      expect(await countLine(page)).toBe('135 dated claims');
      await follow(page, '.calendar a[href*="when=2020-11"]');
      await waitFor('one month', async () => (await countLine(page)) === '18 dated claims');
      expect(await page.$$eval('.period h2', (all) => all.map((each) => each.textContent))).toEqual(
        ['November 2020'],
      );
      await follow(page, '.undated-link a');
      await waitFor('undated ones', async () => (await countLine(page)).includes('without a date'));
    });

    test('an address shows its claim, and a wrong one says so', async () => {
      const page = await openLibrary(`${ANT}?claim=ant-stake-in-venture-35-percent`);
      await waitForHeading(page, 'Ant Group');
      expect(await page.$eval('.claim.sought', (claim) => claim.textContent)).toContain('35%');
      expect(await page.$eval('.claim.sought', (claim) => claim === document.activeElement)).toBe(
        true,
      );
      for (const wrong of [
        '#/entity/china-tech/nobody',
        '#/source/no/thing',
        '#/else',
        '#/entity/%',
      ]) {
        await goToAddress(page, wrong);
        await waitForHeading(page, 'Nothing is stored here');
      }
      await goToAddress(page, '#/sources');
      await waitForHeading(page, 'Sources');
      expect(await page.$$('.row')).toHaveLength(5);
    });

    describe.each(['light', 'dark'] as const)('axe finds no barrier (%s)', (scheme) => {
      test.each([
        ['names', '#/names', 'Names'],
        ['no names', '#/names?q=zzzz', 'Names'],
        ['a name', '#/entity/china-tech/alibaba', 'Alibaba'],
        ['sources', '#/sources', 'Sources'],
        ['a source', COLUMN, ''],
        ['the timeline', '#/timeline?when=2020-11', 'Timeline'],
        ['nothing', '#/entity/china-tech/nobody', 'Nothing is stored here'],
      ])('in %s', async (_view, hash, title) => {
        const page = await openLibrary(hash);
        if (title !== '') await waitForHeading(page, title);
        await page.waitForSelector('main h1');
        await setScheme(driver(), page, scheme);
        expect(await barriersInPage(page)).toEqual([]);
        await page.setViewport({ width: 320, height: 640 });
        expect(await barriersInPage(page)).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - innerWidth,
        );
        expect(overflow).toBeLessThanOrEqual(0);
      });
    });
  },
  MAINLY_CHROMIUM,
);

inBrowsers(
  'the keyboard alone goes everywhere in the library',
  (driver) => {
    test('from the list to a name, its source and back', async () => {
      const page = await driver().openExtensionPage('library.html');
      await page.bringToFront();
      await page.waitForSelector('main h1');

      await page.keyboard.press('Tab');
      expect((await focused(page)).text).toBe('Skip to the content');
      await page.keyboard.press('Enter');
      expect((await focused(page)).tag).toBe('main');
      await tabTo(page, 'the filter', ({ tag }) => tag === 'input');
      await page.keyboard.type('ma yun');
      await waitFor('the filter to hold', async () => (await countLine(page)) === '1 name');
      // The field keeps the focus while the list under it changes.
      expect((await focused(page)).tag).toBe('input');

      await tabTo(page, 'the name', ({ href }) => href === '#/entity/china-tech/jack-ma');
      await page.keyboard.press('Enter');
      await waitForHeading(page, 'Jack Ma');
      await waitFor(
        'the heading to have the focus',
        async () => (await focused(page)).tag === 'h1',
      );

      await tabTo(page, 'a neighbour', ({ tag, text }) => tag === 'a' && /^Alibaba \S/.test(text));
      await tabTo(page, 'the source', ({ href }) => href === COLUMN);
      await page.keyboard.press('Enter');
      await page.waitForSelector('.source-page');
      await waitFor(
        'the heading to have the focus',
        async () => (await focused(page)).tag === 'h1',
      );
      expect(await page.evaluate(() => scrollY)).toBe(0);

      await page.evaluate(() => history.back());
      await waitForHeading(page, 'Jack Ma');
      await waitFor('the source’s link again', async () => (await focused(page)).href === COLUMN);
      await page.evaluate(() => history.back());
      await waitForHeading(page, 'Names');
      await waitFor(
        'the name’s link again',
        async () => (await focused(page)).href === '#/entity/china-tech/jack-ma',
      );
      expect(await page.$eval('.text-filter input', (field) => field.value)).toBe('ma yun');
      await page.close();
    });

    test('connections can be had as a list, and filters chosen and taken away', async () => {
      const page = await driver().openExtensionPage(`library.html${ANT}`);
      await page.bringToFront();
      await waitForHeading(page, 'Ant Group');
      await tabTo(page, 'the list form', ({ text }) => text === 'As a list');
      await page.keyboard.press('Enter');
      expect(await page.$$('.relation-list > li')).toHaveLength(12);
      await tabTo(page, 'the others', ({ text }) => text === '13 more in the list');
      await page.keyboard.press('Enter');
      expect(await page.$$('.relation-list > li')).toHaveLength(25);
      expect((await focused(page)).tag).toBe('li');
      await goToAddress(page, '#/names');
      await waitForHeading(page, 'Names');
      await tabTo(page, 'a kind', ({ href }) => href === '#/names?kind=law');
      await page.keyboard.press('Enter');
      await waitFor('the filter to hold', async () => (await countLine(page)) === '7 names');
      expect((await focused(page)).text).toContain('Law');
      await page.keyboard.press('Enter');
      await waitFor('all names', async () => (await countLine(page)) === '183 names');
      await page.close();
    });
  },
  ['chromium'],
);

inBrowsers(
  'the library holds large packs',
  (driver) => {
    test('10,000 names are there at once, and filtered while one types', async () => {
      const page = await driver().openExtensionPage('library.html');
      await page.waitForSelector('.row');
      await storePack(page, 'many', 10_000);
      await page.reload();
      await page.bringToFront();
      const begun = Date.now();
      await waitFor('all names', async () => (await countLine(page)) === '10,183 names');
      expect(Date.now() - begun).toBeLessThan(5000);
      expect(await page.$$('.row')).toHaveLength(60);
      await page.type('.text-filter input', 'person 00999');
      await waitFor('the filtered ones', async () => (await countLine(page)) === '11 names');
    });

    test('a pack too large to filter is leafed through', async () => {
      const page = await driver().openExtensionPage('library.html');
      await page.waitForSelector('.row');
      await storePack(page, 'huge', 40_000);
      await page.reload();
      await page.bringToFront();
      await page.waitForSelector('.large-packs a');
      await page.click('.large-packs a');
      await waitFor('its names', async () => (await countLine(page)) === '40,000 names');
      await page.type('.text-filter input', 'Person 0399');
      await waitFor('those that begin so', async () => (await countLine(page)) === '100 names');
    });
  },
  ['chromium'],
);

inBrowsers(
  'the library without facts',
  (driver) => {
    test.each(['light', 'dark'] as const)('says so, and tries again (%s)', async (scheme) => {
      const page = await driver().openExtensionPage('library.html#/timeline');
      await waitForHeading(page, 'This could not be fetched');
      await setScheme(driver(), page, scheme);
      expect(await barriersInPage(page)).toEqual([]);
      await page.click('.view-failure button');
      await waitForHeading(page, 'This could not be fetched');
      await goToAddress(page, '#/names');
      await waitForHeading(page, 'This could not be fetched');
      await page.close();
    });
  },
  undefined,
  (browser) => ({ build: alterBuild(browser, { 'background.js': refuseDatabases }) }),
);

/** Runs in the background. */
function refuseDatabases(): void {
  IDBFactory.prototype.open = () => {
    throw new DOMException('A mutation operation was attempted here.', 'InvalidStateError');
  };
}
