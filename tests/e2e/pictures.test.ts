/**
 * Pictures of what a reader sees, in light and dark, at the size that stores ask for: for the
 * README and the listings, and to look at after a change of the styles.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitFor } from '../../lib/tools/browsers/extension-driver';
import { setScheme } from './harness/browser-surfaces';
import { inBrowsers, MAINLY_CHROMIUM } from './harness/in-browsers';
import { pressIn } from './harness/in-popover';
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

const FOLDER = 'tests/output/pictures';
/** Both stores take pictures of this size. */
const STORE = { width: 1280, height: 800 };
const PANEL = { width: 400, height: 560 };

inBrowsers(
  'pictures',
  (driver, name) => {
    beforeAll(() => {
      mkdirSync(FOLDER, { recursive: true });
    });
    afterAll(() => console.log(`pictures: ${FOLDER}/${name}-*.png`));

    describe.each(['light', 'dark'] as const)('%s', (scheme) => {
      let page: Page;
      let popup: Page | undefined;
      beforeAll(async () => {
        page = await driver().open(driver().url('demo/index.html'));
        await page.setViewport(STORE);
        await setScheme(driver(), page, scheme);
        await driver().waitForMarks(page, 'Ant Group');
      });
      afterAll(async () => {
        await popup?.close();
        await page?.close();
      });

      function pathOf(picture: string): `${string}.png` {
        return `${join(FOLDER, `${name}-${picture}-${scheme}`)}.png`;
      }

      async function save(shown: Page, picture: string): Promise<void> {
        await shown.bringToFront();
        await waitFor('the page to be still', () => shown.evaluate(isStill));
        await shown.evaluate(paintTwice);
        await shown.screenshot({ path: pathOf(picture) });
        expect(readFileSync(pathOf(picture)).length).toBeGreaterThan(5000);
      }

      /** The panel alone, and as it hangs over the page. */
      async function savePanel(panel: Page, picture: string): Promise<void> {
        await save(panel, `panel-${picture}`);
        const canvas = await driver().browser.newPage();
        await canvas.setViewport(STORE);
        const images = [pathOf('page'), pathOf(`panel-${picture}`)].map(
          (path) => `data:image/png;base64,${readFileSync(path, 'base64')}`,
        );
        await canvas.evaluate(layPanelOverPage, images, PANEL.width);
        await save(canvas, `page-and-panel-${picture}`);
        await canvas.close();
      }

      async function openPopover(text: string, expected = text, nth = 0): Promise<void> {
        const { moveAside, waitForNoPopover, hover, waitForPopover } = driver();
        await page.bringToFront();
        // A card in which something was looked up stays open until it is dismissed.
        await page.keyboard.press('Escape');
        await moveAside(page);
        await waitForNoPopover(page);
        await hover(page, text, nth);
        await waitForPopover(page, expected);
      }

      async function savePopover(picture: string): Promise<void> {
        await waitFor('the popover to be still', () => driver().inContentWorld(page, isStill));
        await save(page, `popover-${picture}`);
      }

      /** Anew each time: in Firefox a page of ours that is reloaded never tells that it is there. */
      async function openPanel(): Promise<Page> {
        await popup?.close();
        popup = await driver().openPopupFor(page);
        await popup.setViewport(PANEL);
        await setScheme(driver(), popup, scheme);
        await waitForSite(popup, 'localhost');
        return popup;
      }

      test('a page with marks', async () => {
        await save(page, 'page');
      });

      test('a popover on a company', async () => {
        await openPopover('Ant Group');
        await savePopover('company');
      });

      test('a popover on a person, and a related name inside it', async () => {
        await openPopover('Jack Ma');
        await savePopover('person');
        await pressIn(driver(), page, 'Alibaba');
        await driver().waitForPopover(page, 'Back to');
        await savePopover('related');
      });

      test('a popover on a Chinese name', async () => {
        await openPopover('马云', 'Jack Ma');
        await savePopover('chinese');
      });

      test('a claim that conflicts with another', async () => {
        await openPopover('Alibaba');
        await pressIn(driver(), page, 'All ');
        await driver().inContentWorld(page, scrollToWords, '.conflict', '');
        await savePopover('conflict');
      });

      test('a name that its source garbled', async () => {
        await openPopover('Didi');
        await pressIn(driver(), page, 'All ');
        await driver().inContentWorld(page, scrollToWords, '.note', 'Name garbled');
        await savePopover('garbled-name');
      });

      test('the panel with the names of the page', async () => {
        const panel = await openPanel();
        await waitForNames(panel, 'Ant Group');
        await savePanel(panel, 'names');
      });

      test('the panel with search results', async () => {
        const panel = await openPanel();
        await search(panel, 'Xi Jingping');
        await waitForResult(panel, 'Xi Jinping');
        await savePanel(panel, 'search');
      });

      test('the panel with details', async () => {
        const panel = await openPanel();
        await waitForNames(panel, 'Ant Group');
        await pressName(panel, 'Ant Group', 'about');
        await expect.poll(() => openCard(panel), { timeout: 10_000 }).toBe('Ant Group');
        await savePanel(panel, 'details');
      });

      test('switched off', async () => {
        const panel = await openPanel();
        await choose(panel, 'off');
        await waitForContent(panel, 'Names are not marked here');
        await save(panel, 'panel-off');
        await expect.poll(() => driver().marks(page)).toEqual([]);
        await save(page, 'page-off');
        await choose(panel, 'default');
      });
    });
  },
  MAINLY_CHROMIUM,
);

// What follows runs inside the browser.

/** Whether nothing moves, in the popover or, where there is none, in the page. */
function isStill(): boolean {
  const root = Reflect.get(globalThis, Symbol.for('glossator.popover.root')) as
    | ShadowRoot
    | undefined;
  const animations = (root ?? document).getAnimations();
  return animations.every((animation) => animation.playState !== 'running');
}

/** Afterwards what was asked for is on the screen. */
async function paintTwice(): Promise<null> {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  return null;
}

function scrollToWords(selector: string, words: string): null {
  const root = Reflect.get(globalThis, Symbol.for('glossator.popover.root')) as ShadowRoot;
  const found = [...root.querySelectorAll(selector)].find((one) =>
    one.textContent?.includes(words),
  );
  if (!found) throw new Error(`the popover has no ${selector} with “${words}”`);
  found.scrollIntoView({ block: 'center', behavior: 'instant' });
  return null;
}

/** As browsers show it: at the right, under the toolbar. */
async function layPanelOverPage(images: readonly string[], panelWidth: number): Promise<void> {
  document.body.style.margin = '0';
  const [page, panel] = images.map((source) => {
    const image = new Image();
    image.src = source;
    document.body.append(image);
    return image;
  });
  if (!page || !panel) throw new Error('two pictures are laid over each other');
  page.style.cssText = 'position: fixed; inset: 0; width: 1280px;';
  panel.style.cssText = `position: fixed; top: 8px; right: 24px; width: ${panelWidth}px;
    border-radius: 8px; box-shadow: 0 0 0 1px rgb(0 0 0 / 25%), 0 8px 32px rgb(0 0 0 / 35%);`;
  await Promise.all([page.decode(), panel.decode()]);
}
