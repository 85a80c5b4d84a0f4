/**
 * Pictures of the extension's own pages and of cards that are kept, for the README and the
 * listings; those of a single card and of the panel are made by pictures.test.ts.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { placeOfTool, pressTool, waitForPinned } from './harness/cards';
import { clipByCommand } from './harness/clipping';
import { inBrowsers } from './harness/in-browsers';
import { waitForHeading } from './harness/library';
import { moveSlowly } from './harness/pointing';
import { STORE_SIZE, takePicture } from './harness/take-picture';

const FOLDER = 'tests/output/pictures';
const PANEL_SIZE = { width: 400, height: 560 };

inBrowsers(
  'pictures of pages',
  (driver, name) => {
    let shown: Page | undefined;
    afterEach(async () => {
      await shown?.close();
      shown = undefined;
    });

    async function show(page: Page): Promise<Page> {
      shown = page;
      await page.setViewport(STORE_SIZE);
      return page;
    }

    async function save(page: Page, picture: string): Promise<void> {
      const file = join(FOLDER, `${name}-${picture}-light.png`);
      await takePicture(driver(), page, file);
      expect(existsSync(file)).toBe(true);
    }

    async function openOwn(path: string, words: string): Promise<Page> {
      const page = await show(await driver().openExtensionPage(path));
      await page.waitForFunction(
        (wanted) => document.body.innerText.includes(wanted),
        { timeout: 10_000 },
        words,
      );
      return page;
    }

    test('the introduction', async () => {
      const page = await openOwn('welcome.html', 'Welcome to Glossator');
      await page.waitForFunction(() => CSS.highlights.size > 0, { timeout: 10_000 });
      await save(page, 'welcome');
    });

    test('a card that is kept and moved aside, and another that is open', async () => {
      const page = await show(await driver().open(driver().url('demo/index.html')));
      await driver().waitForMarks(page, 'Ant Group');
      await driver().hover(page, 'Jack Ma');
      await driver().waitForPopover(page, 'Jack Ma');
      await pressTool(driver(), page, 'pin');
      await driver().waitForNoPopover(page);
      await waitForPinned(driver(), page, ['Jack Ma']);
      const grip = await placeOfTool(driver(), page, 'grip', 'Jack Ma');
      await page.mouse.move(grip.x, grip.y);
      await page.mouse.down();
      await moveSlowly(page, grip, { x: 40, y: 60 }, 8);
      await page.mouse.up();
      await driver().hover(page, 'Alibaba');
      await driver().waitForPopover(page, 'Alibaba');
      await save(page, 'cards-kept');
    });

    test('the page in brief, in the panel', async () => {
      const page = await driver().open(driver().url('demo/index.html'));
      await driver().waitForMarks(page, 'Ant Group');
      const panel = await driver().openPopupFor(page);
      shown = panel;
      await panel.setViewport(PANEL_SIZE);
      await panel.waitForSelector('.relation');
      await panel.evaluate(scrollToRelations);
      await save(panel, 'panel-briefing');
      await page.close();
    });

    test('words that are clipped to a claim', async () => {
      const page = await show(await driver().open(driver().url('demo/index.html')));
      await page.bringToFront();
      await page.evaluate(selectTwoSentences);
      const clipping = await clipByCommand(driver(), page);
      await clipping.setViewport(STORE_SIZE);
      await save(clipping, 'clip');
      await clipping.close();
    });

    test('a name in the library', async () => {
      const page = await openOwn('library.html#/entity/china-tech/ant-group', 'Ant Group');
      await waitForHeading(page, 'Ant Group');
      await save(page, 'library-name');
    });

    test('the timeline of the library', async () => {
      const page = await openOwn('library.html#/timeline', '2020');
      await save(page, 'library-timeline');
    });

    test('the settings', async () => {
      await save(await openOwn('options.html', 'Try it here'), 'settings');
    });

    test('the fact packs', async () => {
      await save(await openOwn('packs.html', 'claims'), 'packs');
    });
  },
  ['chromium'],
);

// What follows runs inside the browser.

/** As many as an excerpt may hold, of a paragraph in which a name is split over two elements. */
function selectTwoSentences(): null {
  const bold = document.querySelector('article b');
  const [first, last] = [bold?.previousSibling, bold?.nextSibling];
  if (!first || !last) throw new Error('the page names nobody in bold');
  const begin = (first.textContent ?? '').search(/\S/);
  const end = (last.textContent ?? '').indexOf('.') + 1;
  getSelection()?.setBaseAndExtent(first, begin, last, end);
  return null;
}

function scrollToRelations(): null {
  document
    .querySelector('.relation')
    ?.closest('section')
    ?.scrollIntoView({ block: 'start', behavior: 'instant' });
  return null;
}
