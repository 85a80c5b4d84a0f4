/**
 * Shows the extension at work: builds it, starts a browser with it in a temporary profile and
 * opens the demo page.
 *
 *   npm start [-- --browser firefox] [--headless]
 *
 * With a display the browser stays open until it is closed. Without one it goes through the page
 * as a reader would, saves pictures of what that reader sees, prints the names it found and ends.
 */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import type { BrowserName } from './browsers/candidates';
import { createDriver, type ExtensionDriver, waitFor } from './browsers/extension-driver';
import { startBrowser } from './browsers/start-browser';
import { serveFolders } from './static-server';

const PICTURES = 'tests/output/start';
const SEARCH_BOX = '[role="combobox"]';
/** Names to rest on, each in another script. */
const HOVERED = [
  { text: 'Ant Group', expected: 'Ant Group', picture: 'popover' },
  { text: '马云', expected: 'Jack Ma', picture: 'popover-chinese' },
  { text: '마윈', expected: 'Jack Ma', picture: 'popover-korean' },
] as const;

const { values } = parseArgs({
  options: { browser: { type: 'string' }, headless: { type: 'boolean' } },
});
const name: BrowserName = values.browser === 'firefox' ? 'firefox' : 'chromium';
const headless = values.headless === true || !hasDisplay();

execFileSync(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build', '-b', targetOf(name)], {
  stdio: 'inherit',
});
const server = await serveFolders({ '': resolve('tests/demo') });
try {
  const browser = await startBrowser(name, {
    headless,
    keepWelcome: !headless,
    viewport: headless ? { width: 1100, height: 860 } : null,
    say: (line) => console.log(line),
  });
  const driver = await createDriver(browser);
  try {
    if (headless) await showWithoutDisplay(driver);
    else await showToReader(driver);
  } finally {
    await driver.close();
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  await server.close();
}

async function showToReader(driver: ExtensionDriver): Promise<void> {
  const [blank] = await driver.browser.pages();
  await driver.open(server.origin());
  await blank?.close();
  console.log(`${server.origin()} is open; close the browser to end`);
  await new Promise<void>((done) => driver.browser.once('disconnected', () => done()));
}

async function showWithoutDisplay(driver: ExtensionDriver): Promise<void> {
  const page = await driver.open(server.origin());
  await driver.waitForMarks(page);
  await driver.shot(page, `${PICTURES}/page.png`);
  for (const { text, expected, picture } of HOVERED) {
    await driver.hover(page, text);
    await driver.waitForPopover(page, expected);
    await shotWhenStill(driver, page, picture);
    await driver.moveAside(page);
    await driver.waitForNoPopover(page);
  }
  await showPopup(driver, page);
  await showDark(driver, page);
  await printMentions(driver, page);
  console.log(`pictures: ${PICTURES}`);
}

async function showPopup(driver: ExtensionDriver, page: Page): Promise<void> {
  const popup = await driver.openPopupFor(page);
  await popup.setViewport({ width: 400, height: 600 });
  await popup.waitForSelector(SEARCH_BOX);
  await shotWhenStill(driver, popup, 'popup');
  await popup.type(SEARCH_BOX, 'alibba');
  await waitFor('search results', () =>
    popup.evaluate(() => document.body.textContent?.includes('Alibaba') === true),
  );
  await shotWhenStill(driver, popup, 'popup-search');
  await popup.close();
}

async function showDark(driver: ExtensionDriver, page: Page): Promise<void> {
  // Firefox has no way to set this from outside.
  if (driver.name === 'firefox') return;
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  await driver.hover(page, 'Xu Lin');
  await driver.waitForPopover(page, 'Xu Lin');
  await shotWhenStill(driver, page, 'popover-dark');
}

async function printMentions(driver: ExtensionDriver, page: Page): Promise<void> {
  const report = await driver.report(page);
  const names = report?.names ?? [];
  for (const { entities, count } of names) {
    const label = entities.map((entity) => entity.label).join(' or ');
    console.log(`${String(count).padStart(3)}  ${label}`);
  }
  const total = names.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) throw new Error('nothing was marked');
  console.log(`${total} mentions of ${names.length} names`);
}

/** Popover and panel fade in. */
async function shotWhenStill(driver: ExtensionDriver, page: Page, picture: string): Promise<void> {
  await new Promise((done) => setTimeout(done, 400));
  await driver.shot(page, `${PICTURES}/${picture}.png`);
}

function targetOf(browser: BrowserName): string {
  return browser === 'firefox' ? 'firefox' : 'chrome';
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  const { DISPLAY = '', WAYLAND_DISPLAY = '' } = process.env;
  return DISPLAY !== '' || WAYLAND_DISPLAY !== '';
}
