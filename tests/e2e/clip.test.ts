import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import type { BrowserName } from '../../lib/tools/browsers/candidates';
import { waitFor } from '../../lib/tools/browsers/extension-driver';
import { barriersInPage } from './harness/axe';
import { setScheme } from './harness/browser-surfaces';
import {
  clipByCommand,
  discardClip,
  fieldValue,
  pressWords,
  selectWords,
  tabTo,
  waitForWords,
} from './harness/clipping';
import { inBrowsers } from './harness/in-browsers';
import { killBrowser } from './harness/kill-browser';
import { launch } from './harness/launch';
import {
  allowInPrivateWindows,
  closePrivateWindows,
  openPrivately,
} from './harness/private-windows';

/** About as large as it opens. */
const WINDOW = { width: 640, height: 820 };
const LEAD = 'Norvale Shipping said on Tuesday that Ada Holmquist will lead the firm from May.';

inBrowsers('a reader clips words to a claim', (driver) => {
  const closing: Page[] = [];
  afterEach(async () => {
    // Some have closed themselves, which puppeteer does not always hear of.
    for (const page of closing.splice(0)) await page.close().catch(() => {});
  });

  async function openArticle(path = 'clipped.html'): Promise<Page> {
    const page = await driver().open(driver().url(path));
    closing.push(page);
    return page;
  }

  async function clip(page: Page, selector: string): Promise<Page> {
    await selectWords(page, selector);
    const window = await clipByCommand(driver(), page);
    closing.push(window);
    return window;
  }

  async function openOwn(): Promise<Page> {
    const page = await driver().openExtensionPage('clip.html#/own');
    closing.push(page);
    await page.bringToFront();
    await page.waitForSelector('.own-tools');
    return page;
  }

  test('what the page says of itself is filled in', async () => {
    const window = await clip(await openArticle(), '#lead');
    expect(await window.$eval('.clip-excerpt mark', (mark) => mark.textContent)).toBe(LEAD);
    expect(await fieldValue(window, 'Title')).toBe('Harbour firm names new head');
    expect(await fieldValue(window, 'Address')).toBe(driver().url('clipped.html'));
    expect(await fieldValue(window, 'Published by')).toBe('The Daily Ledger');
    expect(await fieldValue(window, 'Author')).toBe('Ines Varga');
    expect(await fieldValue(window, 'Published on')).toBe('2024-03-05');
    expect(await fieldValue(window, 'Language')).toBe('en-GB');
  });

  test('what is missing is said beside its field, which has the focus', async () => {
    const window = await clip(await openArticle(), '#lead');
    await pressWords(window, 'Save');
    await waitForWords(window, 'This is needed.');
    const invalid = await window.$$eval('[aria-invalid="true"]', (all) =>
      all.map((one) => (one as HTMLInputElement).labels?.[0]?.textContent),
    );
    expect(invalid).toEqual(['About', 'What it says, in your own words']);
    expect(await window.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe(
      'true',
    );
    await discardClip(driver(), window, 'Discard');
  });

  test('by keyboard alone: a new name and a claim about it, saved and explained at once', async () => {
    const page = await openArticle();
    const window = await clip(page, '#lead');
    await tabTo(window, 'About');
    await window.keyboard.type('Ada Holmquist');
    await window.waitForSelector('[role="listbox"]');
    await waitFor('the line for a new name to be the only one', () =>
      window.evaluate(() => document.querySelectorAll('[role="option"]').length === 1),
    );
    await window.keyboard.press('Enter');
    await window.waitForSelector('.new-name');
    await tabTo(window, 'What it says, in your own words');
    await window.keyboard.type('Ada Holmquist is to lead Norvale Shipping.');
    await tabTo(window, 'When it happened');
    await window.keyboard.type('2024-05');
    await window.setViewport(WINDOW);
    await driver().shot(window, 'clip-light');
    await tabTo(window, 'Save');
    await window.keyboard.press('Enter');
    await waitForWords(window, 'The claim is among your own facts.');
    await window.close();

    await page.bringToFront();
    await waitFor('the new name to be known in the open page', async () => {
      const names = (await driver().report(page))?.names ?? [];
      return names.some(({ entities }) => entities.some(({ label }) => label === 'Ada Holmquist'));
    });
    await driver().hover(page, 'Ada Holmquist');
    const { text } = await driver().waitForPopover(page, 'Ada Holmquist');
    expect(text).toContain('Ada Holmquist is to lead Norvale Shipping.');
    expect(text).toContain(LEAD);
    await driver().moveAside(page);
  });

  test('the same words again: what is known is shown before saving', async () => {
    const window = await clip(await openArticle(), '#lead');
    const text = await waitForWords(window, 'The same words are quoted in:');
    expect(text).toContain('Ada Holmquist is to lead Norvale Shipping.');
    await discardClip(driver(), window, 'Discard');
  });

  test('about a name of another pack, whose mentions stay one name', async () => {
    const page = await openArticle('news.html');
    await driver().waitForMarks(page, 'Ant Group');
    const before = (await driver().report(page))?.names;
    const window = await clip(page, '#first');
    await tabTo(window, 'About');
    await window.keyboard.type('Ant Group');
    await waitFor('the name to be found', () =>
      window.evaluate(() => document.querySelector('.hit-name')?.textContent === 'Ant Group'),
    );
    await window.keyboard.press('Enter');
    await tabTo(window, 'What it says, in your own words');
    await window.keyboard.type('Ant Group began in Hangzhou.');
    await tabTo(window, 'Save');
    await window.keyboard.press('Enter');
    await waitForWords(window, 'The claim is among your own facts.');
    await window.close();
    expect((await driver().report(page))?.names).toEqual(before);
    const own = await openOwn();
    expect(await waitForWords(own, 'Ant Group began in Hangzhou.')).toContain('A page of names');
  });

  test('delete, undo, restore, edit, history', async () => {
    const own = await openOwn();
    const claim = 'Ada Holmquist is to lead Norvale Shipping.';
    await waitForWords(own, claim);
    await pressWords(own, `Delete: ${claim}`);
    await waitForWords(own, 'Deleted');
    await pressWords(own, 'Undo');
    await own.waitForSelector(`[aria-label="Delete: ${claim}"]`);
    await pressWords(own, `Delete: ${claim}`);
    await pressWords(own, `Restore: ${claim}`);
    await own.waitForSelector(`[aria-label="Delete: ${claim}"]`);

    await pressWords(own, `Edit: ${claim}`);
    await own.waitForSelector('.clip-form');
    await tabTo(own, 'What it says, in your own words');
    await own.keyboard.press('End');
    await own.keyboard.type(' So says the firm.');
    await pressWords(own, 'Save');
    await waitForWords(own, `${claim} So says the firm.`);
    await pressWords(own, `History of: ${claim} So says the firm.`);
    const past = await waitFor('the history', async () => {
      const found = await own.$$eval('.own-claim:has(details[open]) .history li', (all) =>
        all.map((one) => (one as HTMLElement).innerText),
      );
      return found.length > 0 && found;
    });
    expect(past[0]).toContain('So says the firm.');
    expect(past.at(-1)).toContain(claim);
    expect(past.length).toBeGreaterThanOrEqual(3);
  });

  test('a page that is open again: still there, changed, moved, gone', async () => {
    const page = await openArticle();
    for (const [selector, words] of [
      ['#money', 'Norvale Shipping lost 40 million euros.'],
      ['#kept', 'Nobody will be dismissed.'],
    ] as const) {
      const window = await clip(page, selector);
      await tabTo(window, 'About');
      await window.keyboard.type('Ada Holmquist');
      await waitFor('the own name to be found', () =>
        window.evaluate(() => document.querySelectorAll('[role="option"]').length === 2),
      );
      await window.keyboard.press('Enter');
      await tabTo(window, 'What it says, in your own words');
      await window.keyboard.type(words);
      await pressWords(window, 'Save');
      await waitForWords(window, 'The claim is among your own facts.');
      await window.close();
    }
    const own = await openOwn();
    const check = 'Check the page: Harbour firm names new head';
    await pressWords(own, check);
    await waitForWords(own, 'Checked just now.');
    expect(await drifts(own)).toEqual(['found', 'found', 'found']);

    await page.goto(driver().url('clipped.html?later'));
    await pressWords(own, check);
    await waitFor('the page to be checked again', async () =>
      (await drifts(own)).includes('changed'),
    );
    expect((await drifts(own)).sort()).toEqual(['changed', 'gone', 'moved']);
    expect(await own.$eval('.drift-changes del', (element) => element.textContent)).toContain('40');
    expect(await own.$eval('.drift-changes ins', (element) => element.textContent)).toContain('55');

    await page.goto(driver().url('news.html'));
    await pressWords(own, check);
    await waitForWords(own, 'No tab shows this page.');
  });

  test('a name alone, with its other forms', async () => {
    const page = await openArticle();
    const window = await clip(page, '#holm');
    await pressWords(window, 'Add only a name');
    await window.waitForSelector('.new-name');
    expect(await fieldValue(window, 'Name')).toBe('Ada Holmquist');
    await pressWords(window, 'Back to the claim');
    await window.waitForSelector('.clip-excerpt');
    await pressWords(window, 'Add only a name');
    await window.waitForSelector('.new-name');
    await tabTo(window, 'Name');
    await window.keyboard.press('End');
    await window.keyboard.type(' Vane');
    await tabTo(window, 'Other written forms');
    await window.keyboard.type('Norvale Shipping');
    await pressWords(window, 'Save');
    await waitForWords(window, 'Ada Holmquist Vane is among your own names');
    await window.close();
    await waitFor('the other form to be known in the open page', async () => {
      const names = (await driver().report(page))?.names ?? [];
      return names.some(
        ({ entities, count }) =>
          entities.some(({ label }) => label === 'Ada Holmquist Vane') && count === 2,
      );
    });
    await driver().hover(page, 'Norvale Shipping');
    await driver().waitForPopover(page, 'Ada Holmquist Vane');
    await driver().moveAside(page);
  });

  test.each(['light', 'dark'] as const)('axe finds no barrier (%s)', async (scheme) => {
    const window = await clip(await openArticle(), '#lead');
    await window.setViewport(WINDOW);
    await setScheme(driver(), window, scheme);
    await waitForWords(window, 'The same words are quoted in:');
    await pressWords(window, 'Save');
    await waitForWords(window, 'This is needed.');
    expect(await barriersInPage(window)).toEqual([]);
    await driver().shot(window, `clip-form-${scheme}`);
    await window.setViewport({ width: 320, height: 640 });
    expect(await overflow(window)).toBe(0);
    await driver().shot(window, `clip-form-narrow-${scheme}`);

    const own = await openOwn();
    await own.setViewport({ width: 900, height: 900 });
    await setScheme(driver(), own, scheme);
    await waitForWords(own, 'Norvale');
    expect(await barriersInPage(own)).toEqual([]);
    await driver().shot(own, `own-facts-${scheme}`);
    await own.setViewport({ width: 320, height: 640 });
    expect(await overflow(own)).toBe(0);
    await discardClip(driver(), window, 'Discard');
  });
});

describe('a private window is asked about first', () => {
  const only = process.env['E2E_BROWSER'];
  for (const name of ['chromium', 'firefox'] as const) {
    test.skipIf(only && only !== name)(name, { timeout: 120_000 }, () => privateStory(name));
  }
});

async function privateStory(name: BrowserName): Promise<void> {
  const driver = await allowInPrivateWindows(await launch(name));
  try {
    const page = await openPrivately(driver, driver.url('clipped.html'));
    await selectWords(page, '#lead');
    const window = await clipByCommand(driver, page);
    const asked = await waitForWords(window, 'Keep a clipping from a private window?');
    expect(asked).not.toContain('Norvale');
    expect(JSON.stringify(await driver.inExtension(allStored))).not.toMatch(/Norvale|clipped/);
    await pressWords(window, 'Keep it');
    await window.waitForSelector('.clip-excerpt');
    await discardClip(driver, window, 'Discard');
    expect(JSON.stringify(await driver.inExtension(allStored))).not.toMatch(/Norvale|clipped/);
    await closePrivateWindows(driver);
  } finally {
    await driver.close();
  }
}

describe('what is saved outlives a killed browser', () => {
  const only = process.env['E2E_BROWSER'];
  for (const name of ['chromium', 'firefox'] as const) {
    test.skipIf(only && only !== name)(name, { timeout: 120_000 }, () => killedStory(name));
  }
});

async function killedStory(name: BrowserName): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), `glossator-clip-${name}-`));
  try {
    const before = await launch(name, { profile });
    const window = await before.openExtensionPage('clip.html#/name/new');
    await window.waitForSelector('.new-name');
    await tabTo(window, 'Name');
    await window.keyboard.type('Ada Holmquist');
    await pressWords(window, 'Save');
    await waitForWords(window, 'Your names');
    await killBrowser(before);

    const after = await launch(name, { profile });
    try {
      const own = await after.openExtensionPage('clip.html#/own');
      await waitForWords(own, 'Ada Holmquist');
    } finally {
      await after.close();
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function drifts(own: Page): Promise<string[]> {
  return own.$$eval('[data-drift]', (all) =>
    all.map((one) => (one as HTMLElement).dataset['drift'] ?? ''),
  );
}

/** By how much the page is wider than its window, CSS pixels. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

// What follows runs inside the browser.

declare const browser: typeof import('wxt/browser').browser;

async function allStored(): Promise<unknown> {
  const areas = await Promise.all([
    browser.storage.local.get(null),
    browser.storage.session.get(null),
  ]);
  const { matcher: _names, ...rest } = areas[0] as Record<string, unknown>;
  return [rest, areas[1]];
}
