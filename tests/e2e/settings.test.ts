import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { waitFor } from '../../lib/tools/browsers/extension-driver';
import { barriersInPage } from './harness/axe';
import { inBrowsers } from './harness/in-browsers';
import type { E2eDriver } from './harness/launch';
import { markedWords } from './harness/marked';
import { letPass, restOn } from './harness/pointing';
import {
  chooseOption,
  fill,
  markLook,
  openSettings,
  press,
  slide,
  waitForWords,
  wordsIn,
} from './harness/settings';

inBrowsers('a setting holds at once in a page that is open', (launched, browser) => {
  let driver: E2eDriver;
  let page: Page;
  let settings: Page;
  beforeAll(async () => {
    driver = launched();
    page = await driver.open(driver.url('sections.html'));
    await driver.waitForMarks(page, 'Jack Ma');
    settings = await openSettings(driver);
  });
  beforeEach(async () => {
    await driver.inExtension(forgetChoices);
    await page.bringToFront();
    await driver.moveAside(page);
    await settings.bringToFront();
    await settings.waitForSelector('input[name="look"][value="dotted"]:checked');
  });
  afterAll(async () => {
    await settings?.close();
    await page?.close();
  });

  /** From “First Ant Group …” on, without what is hidden. */
  const seen = async (): Promise<string> => (await markedWords(page)).slice(1).join(', ');

  test.each([
    ['solid', 'underline solid'],
    ['tint', 'rgba(201, 154, 46'],
    ['faint', 'underline dotted'],
    ['dotted', 'underline dotted'],
  ])('the look of marks: %s', async (look, expected) => {
    await chooseOption(settings, 'look', look);
    await waitFor(`marks to look ${look}`, async () => (await markLook(page)).includes(expected));
    await expect.poll(() => markLook(settings)).toBe(await markLook(page));
  });

  test('which names are marked, in the page and in the sample', async () => {
    const all = 'Ant Group, Ant Group, Alibaba, Ant Group, Ant Group, Jack Ma, Alibaba, Ant Group';
    expect(await seen()).toBe(all);
    await chooseOption(settings, 'density', 'section');
    const bySection = 'Ant Group, Alibaba, Ant Group, Jack Ma, Alibaba, Ant Group';
    await waitFor('the first of each section', async () => (await seen()) === bySection);
    await expect
      .poll(() => markedWords(settings))
      .toEqual(['Ant Group', 'Alipay', 'Ant Group', 'Alibaba', 'Jack Ma']);

    await chooseOption(settings, 'density', 'page');
    await waitFor(
      'the first of the page',
      async () => (await seen()) === 'Ant Group, Alibaba, Jack Ma',
    );
    const report = await driver.report(page);
    expect(report?.names.reduce((sum, { count }) => sum + count, 0)).toBe(8);
    await restOn(driver, page, '#fourth');
    await driver.waitForPopover(page, 'Ant Group');
    await driver.moveAside(page);

    const later = await driver.open(driver.url('sections.html?later'));
    await driver.waitForMarks(later, 'Jack Ma');
    await waitFor(
      'the first of a page opened later',
      async () => (await markedWords(later)).length === 4,
    );
    await later.evaluate(() => document.body.append('Ant Group and Tencent.'));
    await driver.waitForMarks(later, 'Tencent');
    await waitFor('what came to be as sparse', async () => (await markedWords(later)).length === 5);
    await later.close();

    await chooseOption(settings, 'density', 'all');
    await waitFor('every mention', async () => (await seen()) === all);
  });

  test('when cards open', async () => {
    await slide(settings, 0, 17);
    await waitForWords(settings, '.delay', '1.00');
    // The page hears of it a little later than the settings show it.
    await waitFor('cards to open later', async () => {
      await driver.moveAside(page);
      await driver.waitForNoPopover(page);
      await restOn(driver, page, '#first');
      await letPass(page, 600);
      return (await driver.popover(page)) === null;
    });
    await driver.waitForPopover(page, 'Ant Group');
  });

  test('when cards close', async () => {
    await slide(settings, 1, 24);
    await waitForWords(settings, '.delay + .delay', '1.50');
    await restOn(driver, page, '#first');
    await driver.waitForPopover(page, 'Ant Group');
    await driver.moveAside(page);
    await letPass(page, 900);
    expect(await driver.popover(page)).not.toBeNull();
    await driver.waitForNoPopover(page);
  });

  test('with a key to hold, cards open only while it is held', async () => {
    await chooseOption(settings, 'hover-key', 'shift');
    await restOn(driver, page, '#first');
    await letPass(page, 500);
    expect(await driver.popover(page)).toBeNull();

    // Pressed while the pointer rests on the name already.
    await page.keyboard.down('Shift');
    await driver.waitForPopover(page, 'Ant Group');
    await page.keyboard.up('Shift');
    await letPass(page, 500);
    expect(await driver.popover(page)).not.toBeNull();
    await driver.moveAside(page);
    await driver.waitForNoPopover(page);

    await page.keyboard.down('Shift');
    await restOn(driver, page, '#third');
    await driver.waitForPopover(page, 'Ant Group');
    await page.keyboard.up('Shift');
    await driver.moveAside(page);
    await driver.waitForNoPopover(page);
  });

  test('scripts whose names are left out', async () => {
    const news = await driver.open(driver.url('news.html'));
    await driver.waitForMarks(news, '马云');
    await press(settings, 'input[name="script-han"]');
    await waitFor('Chinese names to go', async () => !(await driver.marks(news)).includes('马云'));
    await driver.waitForMarks(news, '마윈');
    await press(settings, 'input[name="script-hangul"]');
    await waitFor('Korean names to go', async () => !(await driver.marks(news)).includes('마윈'));
    await driver.waitForMarks(news, 'Jack Ma');
    expect(await settings.$eval('input[name="script-latin"]', (box) => box.disabled)).toBe(true);
    await press(settings, 'input[name="script-han"]');
    await driver.waitForMarks(news, '马云');
    await news.close();
  });

  test('the language of the settings and of cards', async () => {
    await chooseOption(settings, 'language', 'ko');
    await waitFor('Korean words', () =>
      settings.evaluate(() => document.documentElement.lang.startsWith('ko')),
    );
    await restOn(driver, page, '#first');
    const view = await driver.waitForPopover(page, 'Ant Group');
    expect(view.text).toMatch(/\p{Script=Hangul}/u);
    await driver.moveAside(page);
    await driver.waitForNoPopover(page);
    await chooseOption(settings, 'language', 'en');
    await waitForWords(settings, 'h1', 'Settings');
    await restOn(driver, page, '#first');
    expect((await driver.waitForPopover(page, 'Ant Group')).text).toContain('Organisation');
  });

  test('a site is added, tested, edited, removed and brought back', async () => {
    const { port } = new URL(driver.url(''));
    const host = new URL(driver.url('')).hostname;
    const site = `${host}:${port}`;
    await fill(settings, '.add-site input[type="text"]', `http://${site}/sections.*`);
    await waitForWords(settings, '.add-site .field', `begin with ${site}/sections.`);
    await press(settings, '.add-site button[type="submit"]');
    await waitFor('marks to go', async () => (await driver.marks(page)).length === 0);
    await waitForWords(settings, '#sites .entry-list', `${site}/sections.*`);

    await fill(settings, '#test-address', driver.url('sections.html'));
    await waitForWords(settings, '#test-answer', `not shown there, because of ${site}/sections.*`);
    await fill(settings, '#test-address', driver.url('news.html'));
    await waitForWords(settings, '#test-answer', 'shown there, as on all sites');

    await press(settings, '#sites .entry-tools button:nth-of-type(1)');
    await fill(settings, '.edit-site input', `${site}/news*`);
    await settings.keyboard.press('Enter');
    await driver.waitForMarks(page, 'Jack Ma');

    await press(settings, '#sites .entry-tools button:nth-of-type(1)');
    await fill(settings, '.edit-site input', site);
    await settings.keyboard.press('Enter');
    await waitFor('marks to go', async () => (await driver.marks(page)).length === 0);
    await press(settings, '#sites .entry-tools button:nth-of-type(2)');
    await driver.waitForMarks(page, 'Jack Ma');
    await waitForWords(settings, '#sites .removal', `${site} was removed.`);
    // The way back has the focus, a frame after the words are there.
    await settings.bringToFront();
    await settings.waitForSelector('#sites .removal button:focus');
    await settings.keyboard.press('Enter');
    await waitFor('the undo', async () => (await driver.marks(page)).length === 0);
  });

  test('the default switch', async () => {
    await chooseOption(settings, 'default-switch', 'off');
    await waitFor('marks to go', async () => (await driver.marks(page)).length === 0);
    await chooseOption(settings, 'default-switch', 'on');
    await driver.waitForMarks(page, 'Jack Ma');
  });

  test('what was “not this one” is marked again, and not, and again', async () => {
    await driver.inExtension(muteEverywhere, 'china-tech/jack-ma', 'jack ma');
    await waitFor('the mark to go', async () => !(await driver.marks(page)).includes('Jack Ma'));
    await waitForWords(settings, '#names .entry-list', '“jack ma” is not Jack Ma');
    await press(settings, '#names .entry-tools button');
    await driver.waitForMarks(page, 'Jack Ma');
    await waitForWords(settings, '#names .removal', 'is marked again');
    await press(settings, '#names .removal button');
    await waitFor('the undo', async () => !(await driver.marks(page)).includes('Jack Ma'));
  });

  test('commands with their keys, look-ups to be forgotten, facts to be built anew', async () => {
    expect(await wordsIn(settings, '#keys')).toMatch(/next name and explain it\s+Alt\+Shift\+J/);
    await driver.inExtension(rememberLookup);
    await settings.bringToFront();
    await settings.evaluate(() => dispatchEvent(new Event('focus')));
    await waitForWords(settings, '#privacy', '1 look-up is stored now.');
    await press(settings, '#privacy .button');
    await waitForWords(settings, '#privacy', 'Nothing that was looked up is stored now.');
    expect(await wordsIn(settings, '#facts')).toMatch(/183 names · 432 claims · 5 sources/);
    await press(settings, '#facts .button');
    await waitForWords(settings, '#facts', 'The facts were built anew.');
  });

  test.runIf(browser === 'chromium')('nothing bars the way, in either scheme', async () => {
    for (const value of ['light', 'dark']) {
      await settings.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
      expect(await barriersInPage(settings)).toEqual([]);
    }
    await settings.emulateMediaFeatures([]);
  });
});

inBrowsers(
  'on install a page says what Glossator does',
  (launched, browser) => {
    let page: Page;
    beforeAll(async () => {
      const isOpen = await launched().inExtension(isWelcomeOpen);
      expect(isOpen).toBe(true);
      // The one that opened by itself is beyond puppeteer’s reach in Firefox.
      page = await launched().openExtensionPage('welcome.html');
    });

    test('its sample explains a name', async () => {
      await page.bringToFront();
      await launched().waitForMarks(page, 'Ant Group');
      await launched().hover(page, 'Ant Group');
      await waitFor('the card', async () =>
        (await page.evaluate(cardText)).includes('Organisation'),
      );
      await page.mouse.move(2, 2);
      await waitFor('the card to close', async () => (await page.evaluate(cardText)) === '');
    });

    describe.runIf(browser === 'chromium')('in Chromium', () => {
      test.each(['light', 'dark'])('nothing bars the way when it is %s', async (value) => {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
        expect(await barriersInPage(page)).toEqual([]);
      });
    });
  },
  ['chromium', 'firefox'],
  () => ({ keepWelcome: true }),
);

// What follows runs inside the browser.

declare const browser: typeof import('wxt/browser').browser;

async function isWelcomeOpen(): Promise<boolean> {
  const url = browser.runtime.getURL('/welcome.html');
  return (await browser.tabs.query({})).some((tab) => tab.url === url);
}

async function forgetChoices(): Promise<void> {
  await browser.storage.local.remove(['settings', 'switches', 'mutes']);
}

async function muteEverywhere(entity: string, alias: string): Promise<void> {
  const mute = { entity, alias, scope: { type: 'everywhere' }, at: new Date().toISOString() };
  await browser.storage.local.set({ mutes: [mute] });
}

async function rememberLookup(): Promise<void> {
  const lookup = { key: 'china-tech/jack-ma', label: 'Jack Ma' };
  await browser.runtime.sendMessage({ call: 'addRecent', params: { lookup, private: false } });
}

/** Of the one open card, which on our own pages is in the page’s own world. */
function cardText(): string {
  const root: unknown = Reflect.get(globalThis, Symbol.for('glossator.popover.root'));
  return root instanceof ShadowRoot
    ? ((root.firstElementChild as HTMLElement | null)?.innerText ?? '')
    : '';
}
