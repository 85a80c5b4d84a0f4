/** Clipping words of a page, and the window that opens for it. */
import type { Page } from 'puppeteer-core';
import { waitFor } from '../../../lib/tools/browsers/extension-driver';
import { pressCommand } from './browser-surfaces';
import { pressIn } from './in-popover';
import type { E2eDriver } from './launch';

/** Selects all words of an element, as a reader who drags over them. */
export async function selectWords(page: Page, selector: string): Promise<void> {
  await page.bringToFront();
  await page.evaluate((wanted) => {
    const element = document.querySelector(wanted);
    if (element) getSelection()?.selectAllChildren(element);
  }, selector);
}

/** The card's own button, pressed by the pointer, and the window that it opens. */
export async function clipFromCard(driver: E2eDriver, page: Page): Promise<Page> {
  return newClipWindow(driver, () => pressIn(driver, page, 'Clip'));
}

/** The keyboard command, and the window that it opens. */
export async function clipByCommand(driver: E2eDriver, page: Page): Promise<Page> {
  return newClipWindow(driver, () => pressCommand(driver, page, 'clip'));
}

/** The page in the window that opens; its address is asked of the extension. */
export async function newClipWindow(
  driver: E2eDriver,
  open: () => Promise<unknown>,
): Promise<Page> {
  const before = await driver.inExtension(clipAddresses);
  await open();
  const url = await waitFor('the window of the clipping', async () =>
    (await driver.inExtension(clipAddresses)).find((address) => !before.includes(address)),
  );
  const page = await pageAt(driver, url);
  await page.waitForSelector('main h1');
  return page;
}

/** Puppeteer sees no page of an extension in Firefox that it has not opened itself. */
async function pageAt(driver: E2eDriver, url: string): Promise<Page> {
  if (driver.name === 'firefox') {
    await driver.inExtension(closeAt, url);
    return driver.openExtensionPage(url.slice(driver.origin.length + 1));
  }
  const target = await driver.browser.waitForTarget((candidate) => candidate.url() === url);
  const page = await target.page();
  if (!page) throw new Error(`${url} has no page`);
  return page;
}

/** The words that the window quotes. */
export function excerptIn(window: Page): Promise<string> {
  return window.$eval('.clip-excerpt mark', (mark) => mark.textContent ?? '');
}

/** The names that the clipping is about. */
export function namesIn(window: Page): Promise<string[]> {
  return window.$$eval('.chosen-name bdi', (all) => all.map((one) => one.textContent ?? ''));
}

/** Throws the clipping away, by which its window closes. */
export async function discardClip(driver: E2eDriver, window: Page, words: string): Promise<void> {
  const before = (await driver.inExtension(clipAddresses)).length;
  await pressWords(window, words);
  await waitFor('the window to close', async () => {
    return (await driver.inExtension(clipAddresses)).length < before;
  });
}

/** The control with that label. */
export async function fieldValue(page: Page, label: string): Promise<string> {
  return page.evaluate((wanted) => {
    const found = [...document.querySelectorAll('label')].find(
      ({ textContent }) => textContent === wanted,
    );
    return (found?.control as HTMLInputElement | null)?.value ?? '';
  }, label);
}

/** Goes on by Tab until the control with that label, or those words, has the focus. */
export async function tabTo(page: Page, words: string, max = 40): Promise<void> {
  await page.bringToFront();
  for (let step = 0; step < max; step++) {
    if ((await focusedWords(page)) === words) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not lead to “${words}”`);
}

function focusedWords(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    const label = element?.labels?.[0]?.textContent;
    return label ?? element?.getAttribute('aria-label') ?? element?.textContent ?? '';
  });
}

export async function waitForWords(page: Page, words: string): Promise<string> {
  return waitFor(`the page to say “${words}”`, async () => {
    const text = await page.evaluate(() => document.body.innerText);
    return text.includes(words) && text;
  });
}

/** Presses the button or link with those words, or with that spoken name. */
export async function pressWords(page: Page, words: string): Promise<void> {
  await page.bringToFront();
  await waitFor(`“${words}” to press`, () =>
    page.evaluate((wanted) => {
      const all = [...document.querySelectorAll<HTMLElement>('button:not(:disabled), a, summary')];
      const found = all.find(
        (element) =>
          element.getAttribute('aria-label') === wanted || element.textContent === wanted,
      );
      found?.click();
      return found !== undefined;
    }, words),
  );
}

// What follows runs inside the browser.

declare const browser: typeof import('wxt/browser').browser;

async function clipAddresses(): Promise<string[]> {
  const tabs = await browser.tabs.query({});
  return tabs.map(({ url = '' }) => url).filter((url) => url.includes('/clip.html#'));
}

async function closeAt(address: string): Promise<void> {
  for (const { id, url } of await browser.tabs.query({})) {
    if (url === address && id !== undefined) await browser.tabs.remove(id);
  }
}
