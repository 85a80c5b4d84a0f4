import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { BrowserName } from '../../lib/tools/browsers/candidates';
import {
  createDriver,
  type ExtensionDriver,
  waitFor,
} from '../../lib/tools/browsers/extension-driver';
import { startBrowser } from '../../lib/tools/browsers/start-browser';
import { inBrowsers, MAINLY_CHROMIUM } from './harness/in-browsers';
import { buttonsIn, focusIn, pressIn } from './harness/in-popover';
import type { E2eDriver } from './harness/launch';
import { letPass, restOn } from './harness/pointing';
import {
  allowInPrivateWindows,
  closePrivateWindows,
  openPrivately,
} from './harness/private-windows';
import { servePages } from './harness/serve-pages';

type Scope = 'page' | 'site' | 'everywhere';
const CHOICES: Readonly<Record<Scope, string>> = {
  page: 'On this page',
  site: 'On this site',
  everywhere: 'Everywhere',
};
const GONE: Readonly<Record<Scope, string>> = {
  page: 'Not marked any more on this page.',
  site: 'Not marked any more on this site.',
  everywhere: 'Not marked any more anywhere.',
};
/** What a reader takes for “at once”, on a busy machine. */
const AT_ONCE_MS = 2000;
/** Long enough for a page that would mark something to have marked it. */
const SETTLED_MS = 1500;
/** A word that is nowhere but in the address. */
const SECRET = 'secretsite';

inBrowsers(
  'a reader says “not this one”',
  (driver) => {
    beforeEach(() => driver().inExtension(forgetMutes));
    afterEach(() => closeAll(driver()));

    const openNews = async (query = '', site?: string): Promise<Page> => {
      const page = await driver().open(driver().url(`news.html${query}`, site));
      await driver().waitForMarks(page, 'Ant Group');
      return page;
    };

    /** Marks that come back are the last in the browser’s set. */
    const sortedMarks = async (page: Page) => (await driver().marks(page)).sort();

    test('on this site: the marks go at once in its open tabs, and undo brings them back', async () => {
      const other = await openNews('', 'other');
      const second = await openNews('?second');
      const page = await openNews();
      const before = await sortedMarks(page);

      await mute(driver(), page, 'site');
      await expectMark(driver(), page, 'Ant Group', false);
      await expectMark(driver(), second, 'Ant Group', false);
      expect(await sortedMarks(other)).toEqual(before);
      // Other names stay, and so does the same entity under another name.
      expect(await driver().marks(page)).toEqual(expect.arrayContaining(['Jack Ma', '蚂蚁集团']));

      await letPass(page, 500);
      await pressIn(driver(), page, 'Undo');
      await expect.poll(() => sortedMarks(page), { timeout: AT_ONCE_MS }).toEqual(before);
      await expect.poll(() => sortedMarks(second), { timeout: AT_ONCE_MS }).toEqual(before);
      await driver().waitForPopover(page, 'Not this one');
      expect(await driver().inExtension(storedMutes)).toBe('undefined');
    });

    test('on this page: not on another page of the site, nor on this one after it went on', async () => {
      const second = await openNews('?second');
      const page = await openNews();
      await mute(driver(), page, 'page');
      await expectMark(driver(), page, 'Ant Group', false);
      await letPass(page, SETTLED_MS);
      expect(await driver().marks(second)).toContain('Ant Group');

      await page.reload();
      await driver().waitForMarks(page, 'Jack Ma');
      expect(await driver().marks(page)).not.toContain('Ant Group');
      await page.evaluate(goOnWithoutLoading);
      await expectMark(driver(), page, 'Ant Group', true);
    });

    test('everywhere: on every site, and in frames', async () => {
      const frames = await driver().open(driver().url('frames.html', 'other'));
      await waitFor('names in the frame', async () => (await marksInFrame(frames)).length > 0);
      const page = await openNews();
      await mute(driver(), page, 'everywhere');
      await frames.bringToFront();
      await expect.poll(() => marksInFrame(frames), { timeout: AT_ONCE_MS }).toEqual([]);
      await frames.reload();
      await letPass(frames, SETTLED_MS);
      expect(await marksInFrame(frames)).toEqual([]);
    });

    test('a frame follows the page around it', async () => {
      const alone = await driver().open(driver().url('frame-big.html'));
      await driver().waitForMarks(alone, 'Ant Group');
      const frames = await driver().open(driver().url('frames.html'));
      await waitFor('names in the frame', async () => (await marksInFrame(frames)).length > 0);
      await muteByMessage(driver(), frames, 'page');
      await expect.poll(() => marksInFrame(frames), { timeout: AT_ONCE_MS }).toEqual([]);
      expect(await driver().marks(alone)).toContain('Ant Group');
    });

    test('of two that a name may mean, one can be ruled out', async () => {
      const page = await openNews();
      await restOn(driver(), page, '#either');
      await driver().waitForPopover(page, '“Ma” may be');
      await pressIn(driver(), page, 'Pony Ma');
      await driver().waitForPopover(page, 'Tencent');
      await pressIn(driver(), page, 'Not this one');
      await pressIn(driver(), page, CHOICES.page);
      await driver().waitForPopover(page, GONE.page);
      await page.keyboard.press('Escape');
      await driver().moveAside(page);
      await restOn(driver(), page, '#either');
      const { text } = await driver().waitForPopover(page, 'Jack Ma');
      expect(text).not.toContain('may be');
    });

    test('by key: the focus goes on to the choices, and then to the undo', async () => {
      const page = await openNews();
      await driver().inExtension(sendStep, await driver().tabIdOf(page));
      await driver().waitForPopover(page, '蚂蚁');
      await tabTo(driver(), page, 'Not this one');
      await page.keyboard.press('Enter');
      expect(await focusIn(driver(), page)).toBe(CHOICES.page);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await driver().waitForPopover(page, GONE.site);
      expect(await focusIn(driver(), page)).toBe('Undo');
      await expectMark(driver(), page, 'Ant Group', false);
      await page.keyboard.press('Enter');
      await waitFor('the focus on the button', async () => {
        return (await focusIn(driver(), page)) === 'Not this one';
      });
      await expectMark(driver(), page, 'Ant Group', true);
    });

    test('the foot says why the words are marked', async () => {
      const page = await openNews();
      await restOn(driver(), page, '#ant');
      await driver().waitForPopover(page, 'Marked because it is the full name.');
      await driver().shot(page, 'mark-foot');
      await restOn(driver(), page, '#ma');
      await driver().waitForPopover(page, 'Marked because it stands for “Jack Ma”, named earlier.');
      await pressIn(driver(), page, 'Not this one');
      await driver().shot(page, 'mark-foot-choices');
      expect((await buttonsIn(driver(), page)).slice(-4)).toEqual([
        ...Object.values(CHOICES),
        'Not this one',
      ]);
    });
  },
  MAINLY_CHROMIUM,
);

inBrowsers(
  'a reader says “not this one” in a private window',
  (launched) => {
    let driver: E2eDriver;
    beforeAll(async () => {
      driver = await allowInPrivateWindows(launched());
    });
    beforeEach(() => closePrivateWindows(driver));

    async function openRead(url: string): Promise<Page> {
      const page = await openPrivately(driver, url);
      // The first document of a new window may be replaced while it is asked.
      await waitFor('the names', () => driver.waitForMarks(page, 'Ant Group').catch(() => null));
      return page;
    }

    test.each<Scope>(['page', 'site', 'everywhere'])(
      '%s: nothing is stored, and it lasts as long as the window',
      async (scope) => {
        const url = driver.url('news.html', SECRET);
        const before = await driver.inExtension(readLocal);
        const open = await driver.open(`${url}?open`);
        await driver.waitForMarks(open, 'Ant Group');
        const page = await openRead(url);

        await mute(driver, page, scope);
        await expectMark(driver, page, 'Ant Group', false);
        expect(await driver.marks(open)).toContain('Ant Group');
        await page.reload();
        await driver.waitForMarks(page, 'Jack Ma');
        expect(await driver.marks(page)).not.toContain('Ant Group');
        expect(await driver.inExtension(readLocal)).toEqual(before);

        await closePrivateWindows(driver);
        await waitFor('it to be forgotten', async () => {
          return (await driver.inExtension(privateMutes)) === 'undefined';
        });
        await openRead(url);
        await open.close();
      },
    );
  },
  MAINLY_CHROMIUM,
);

describe('“everywhere” outlives a restart of the browser', () => {
  const only = process.env['E2E_BROWSER'];
  for (const name of ['chromium', 'firefox'] as const) {
    test.skipIf(only && only !== name)(name, { timeout: 120_000 }, () => restartStory(name));
  }
});

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
    await before.waitForMarks(page, 'Ant Group');
    await mute(before, page, 'everywhere');
    await expectMark(before, page, 'Ant Group', false);
    await before.close();

    const after = await start();
    try {
      const other = await after.open(`${server.origin('other')}/news.html`);
      await after.waitForMarks(other, 'Jack Ma');
      expect(await after.marks(other)).not.toContain('Ant Group');
    } finally {
      await after.close();
    }
  } finally {
    await server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

type AnyDriver = Omit<ExtensionDriver, 'shot'>;

/** As a reader does it: rests on “Ant Group”, presses the button and a scope. */
async function mute(driver: AnyDriver, page: Page, scope: Scope): Promise<void> {
  await restOn(driver as E2eDriver, page, '#ant');
  await driver.waitForPopover(page, 'Not this one');
  await pressIn(driver as E2eDriver, page, 'Not this one');
  await pressIn(driver as E2eDriver, page, CHOICES[scope]);
  await driver.waitForPopover(page, GONE[scope]);
}

/** As the popover of a frame would say it. */
async function muteByMessage(driver: E2eDriver, page: Page, scope: Scope): Promise<void> {
  await driver.inContentWorld(page, sendMute, scope);
}

async function expectMark(
  driver: AnyDriver,
  page: Page,
  words: string,
  isThere: boolean,
): Promise<void> {
  await expect
    .poll(async () => (await driver.marks(page)).includes(words), { timeout: AT_ONCE_MS })
    .toBe(isThere);
}

async function marksInFrame(page: Page): Promise<string[]> {
  const frame = page.frames().find((candidate) => candidate.url().endsWith('/frame-big.html'));
  return (await frame?.evaluate(readMarks)) ?? [];
}

async function tabTo(driver: E2eDriver, page: Page, words: string): Promise<void> {
  for (let step = 0; step < 60; step++) {
    if ((await focusIn(driver, page)) === words) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to “${words}”`);
}

/** Every page but the first tab and the driver’s own. */
async function closeAll(driver: E2eDriver): Promise<void> {
  for (const page of await driver.browser.pages()) {
    if (page.url() !== 'about:blank' && !page.url().endsWith('?tab=-1')) await page.close();
  }
}

// What follows runs inside the browser.

declare const browser: typeof import('wxt/browser').browser;

async function forgetMutes(): Promise<void> {
  await browser.storage.local.remove('mutes');
}

async function storedMutes(): Promise<string> {
  return String((await browser.storage.local.get('mutes'))['mutes']);
}

async function privateMutes(): Promise<string> {
  return String((await browser.storage.session.get('privateMutes'))['privateMutes']);
}

async function readLocal(): Promise<string> {
  return JSON.stringify(await browser.storage.local.get(null));
}

async function sendStep(tab: number): Promise<void> {
  await browser.tabs.sendMessage(tab, { event: 'stepMention', direction: 1 });
}

async function sendMute(scope: string): Promise<void> {
  const { browser: own, chrome } = globalThis as unknown as Record<string, typeof browser>;
  await (own ?? chrome)?.runtime.sendMessage({
    call: 'muteMention',
    params: { entities: ['china-tech/ant-group'], words: 'Ant Group', scope },
  });
}

function readMarks(): string[] {
  return [...(CSS.highlights.get('glossator-mention') ?? [])].map((range) =>
    (range.startContainer.textContent ?? '').slice(range.startOffset, range.endOffset),
  );
}

/** As sites do that draw their pages by script. */
function goOnWithoutLoading(): void {
  history.pushState(null, '', '/another-story');
  document.body.append(document.createElement('p'));
}
