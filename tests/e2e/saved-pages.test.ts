/**
 * Sixty-five saved public pages, served from this machine without their scripts: marking leaves
 * the document as it is, resting on a name explains it, switching off leaves no trace.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitFor } from '../../lib/tools/browsers/extension-driver';
import { closeServer, listen } from '../../lib/tools/static-server';
import { inBrowsers } from './harness/in-browsers';
import type { E2eDriver } from './harness/launch';
import { sharedDir } from './harness/shared-dir';

const folder = sharedDir('pages');
const files = folder === null ? [] : readdirSync(folder).filter((name) => name.endsWith('.html'));
if (folder === null) console.log('skipped: the saved pages (../shared/pages) are not here');

/** At least so many of them must name somebody whom hovering explains. */
const MIN_EXPLAINED = 10;
/** Enough to see; the rest would only take time. */
const MAX_EXPLAINED = 11;
const WHOLE_SET_TIMEOUT_MS = 240_000;

/** The page's own scripts would change it all the time; the header keeps them, and only them, out. */
const server = createServer((request, response) => {
  const name = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname.slice(1));
  if (folder === null || !files.includes(name)) {
    response.writeHead(404).end();
    return;
  }
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('content-security-policy', "script-src 'none'");
  response.end(readFileSync(join(folder, name)));
});

async function setAnnotation(driver: E2eDriver, state: 'on' | 'off'): Promise<void> {
  await driver.inExtension(
    (value) => browser.storage.local.set({ switches: { default: value, sites: {} } }),
    state,
  );
}

async function settled(driver: E2eDriver, page: Page): Promise<string[]> {
  let last = '';
  const report = await waitFor('the page to be read', async () => {
    const now = await driver.report(page);
    const text = JSON.stringify(now);
    const same = now?.on === true && text === last;
    last = text;
    return same && now;
  });
  return report.names.flatMap(({ entities }) => entities.map(({ label }) => label));
}

const serialised = (page: Page): Promise<string> =>
  page.evaluate(() => document.documentElement.outerHTML);

/** False where the browser refuses: Firefox takes a refused address inside a page for the page's own. */
async function goTo(page: Page, url: string): Promise<boolean> {
  try {
    await page.goto(url, { waitUntil: 'load' });
    return true;
  } catch (error) {
    console.log(`not opened: ${url.slice(url.lastIndexOf('/') + 1)} (${String(error)})`);
    return false;
  }
}

/** Moves to the first mark that a reader can see; false where there is none. */
async function restOnMark(page: Page): Promise<boolean> {
  await page.bringToFront();
  const point = await page.evaluate(async () => {
    for (const { startContainer, startOffset, endOffset } of CSS.highlights.get(
      'glossator-mention',
    ) ?? []) {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(startContainer, endOffset);
      const element = startContainer.parentElement;
      if (!element?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      await new Promise((done) => setTimeout(done, 50));
      const box = range.getClientRects()[0];
      if (!box || box.width < 4) continue;
      const at = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      const onTop = document.elementFromPoint(at.x, at.y);
      if (onTop && (onTop === element || element.contains(onTop) || onTop.contains(element)))
        return at;
    }
    return null;
  });
  if (point === null) return false;
  await page.mouse.move(point.x - 2, point.y);
  await page.mouse.move(point.x, point.y);
  return true;
}

describe.skipIf(folder === null)('saved pages', () => {
  let origin = '';
  beforeAll(async () => {
    origin = `http://localhost:${await listen(server)}`;
  });
  afterAll(() => closeServer(server));

  inBrowsers(
    'every page stays as it is',
    (driver) => {
      test('the document is the same before, during and after, and no error is new', {
        timeout: WHOLE_SET_TIMEOUT_MS,
      }, async () => {
        const changed: string[] = [];
        const traces: string[] = [];
        let marked = 0;
        const page = await driver().open('about:blank');
        const errors: string[] = [];
        page.on('pageerror', (error) => errors.push(String(error)));
        for (const file of files) {
          await setAnnotation(driver(), 'off');
          await page.goto(`${origin}/${encodeURIComponent(file)}`, { waitUntil: 'load' });
          const before = await serialised(page);
          await setAnnotation(driver(), 'on');
          await settled(driver(), page);
          const during = await serialised(page);
          marked += (await driver().marks(page)).length > 0 ? 1 : 0;
          await setAnnotation(driver(), 'off');
          await waitFor('marks to go', async () => (await driver().marks(page)).length === 0);
          const after = await serialised(page);
          if (during !== before || after !== before) changed.push(file);
          const left = await page.evaluate(() => [...CSS.highlights.keys()]);
          if (left.length > 0) traces.push(`${file}: ${left.join()}`);
        }
        console.log(
          `${files.length} pages, ${marked} of them with marks, ${changed.length} changed`,
        );
        expect(files).toHaveLength(65);
        expect(changed).toEqual([]);
        expect(traces).toEqual([]);
        expect(errors).toEqual([]);
        expect(marked).toBeGreaterThanOrEqual(MIN_EXPLAINED);
      });
    },
    ['chromium'],
  );

  inBrowsers('names are explained where they stand', (driver, browserName) => {
    test('on at least ten pages', { timeout: WHOLE_SET_TIMEOUT_MS }, async () => {
      await setAnnotation(driver(), 'on');
      const explained: string[] = [];
      const failed: string[] = [];
      const page = await driver().open('about:blank');
      for (const file of files) {
        if (explained.length >= MAX_EXPLAINED) break;
        if (!(await goTo(page, `${origin}/${encodeURIComponent(file)}`))) continue;
        const labels = await settled(driver(), page);
        if (labels.length === 0) continue;
        const before = await serialised(page);
        await driver().moveAside(page);
        if (!(await restOnMark(page))) continue;
        try {
          const view = await driver().waitForPopover(page);
          await waitFor('a label of the page', async () => {
            const text = (await driver().popover(page))?.text ?? view.text;
            return labels.some((label) => text.includes(label));
          });
          explained.push(file);
        } catch (error) {
          failed.push(`${file}: ${String(error)}`);
        }
        await driver().moveAside(page);
        await driver().waitForNoPopover(page);
        // The host element stays between openings; but for it, nothing has changed.
        const after = await serialised(page);
        if (after.replace(/<glossator-[^>]*><\/glossator-[^>]*>/, '') !== before) {
          failed.push(`${file}: the document changed`);
        }
      }
      console.log(
        `${browserName}: explained on ${explained.length} pages (${explained.join(', ')})`,
      );
      expect(failed).toEqual([]);
      expect(explained.length).toBeGreaterThanOrEqual(MIN_EXPLAINED);
    });
  });
});

declare const browser: typeof import('wxt/browser').browser;
