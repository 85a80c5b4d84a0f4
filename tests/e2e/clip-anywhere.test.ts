import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import type { BrowserName } from '../../lib/tools/browsers/candidates';
import { waitFor } from '../../lib/tools/browsers/extension-driver';
import {
  clipFromCard,
  discardClip,
  excerptIn,
  namesIn,
  newClipWindow,
  pressWords,
  selectWords,
  tabTo,
  waitForWords,
} from './harness/clipping';
import { inBrowsers, MAINLY_CHROMIUM } from './harness/in-browsers';
import { launch } from './harness/launch';
import { waitForHeading } from './harness/library';
import { chooseFile, dropFile, install, openPacks, readVerdicts } from './harness/packs';
import { waitForWhy } from './harness/panel';
import {
  allowInPrivateWindows,
  closePrivateWindows,
  openPrivately,
} from './harness/private-windows';

const CLIP = 'Clip selected words';

inBrowsers(
  'a reader clips where they are',
  (driver, browser) => {
    const closing: Page[] = [];
    afterEach(async () => {
      // Some have closed themselves, which puppeteer does not always hear of.
      for (const page of closing.splice(0)) await page.close().catch(() => {});
    });

    async function keep(page: Promise<Page>): Promise<Page> {
      const opened = await page;
      closing.push(opened);
      return opened;
    }
    const open = (path: string): Promise<Page> => keep(driver().open(driver().url(path)));
    const openPopup = (page: Page): Promise<Page> => keep(driver().openPopupFor(page));

    async function openCard(page: Page, name: string): Promise<void> {
      await driver().waitForMarks(page, name);
      await page.bringToFront();
      await driver().hover(page, name);
      await driver().waitForPopover(page, name);
    }

    test('from a card: what is selected, about its name, and it stays selected', async () => {
      const page = await open('news.html');
      await driver().waitForMarks(page, 'Jack Ma');
      await selectWords(page, '#plain');
      await openCard(page, 'Jack Ma');
      const window = await keep(clipFromCard(driver(), page));
      expect(await excerptIn(window)).toBe('Nothing here that anybody would look up.');
      expect(await namesIn(window)).toEqual(['Jack Ma']);
      expect(await page.evaluate(() => String(getSelection()))).toBe(
        'Nothing here that anybody would look up.',
      );
      await discardClip(driver(), window, 'Discard');
    });

    test('from a card without a selection: the sentence, or the whole paragraph', async () => {
      const page = await open('news.html');
      await openCard(page, 'Jack Ma');
      const window = await keep(clipFromCard(driver(), page));
      const sentence = 'Ant Group was founded in Hangzhou, and Jack Ma with it.';
      expect(await excerptIn(window)).toBe(sentence);
      expect(await namesIn(window)).toEqual(['Jack Ma']);
      await waitForWords(window, 'No words were selected');
      await pressWords(window, 'Take the whole paragraph');
      expect(await excerptIn(window)).toBe(`${sentence} Ma left the stage.`);
      await pressWords(window, 'Take the sentence only');
      expect(await excerptIn(window)).toBe(sentence);
      await discardClip(driver(), window, 'Discard');
    });

    test('a page cannot press the button, nor ask the background itself', async () => {
      const page = await open('news.html');
      await openCard(page, 'Jack Ma');
      const before = await clipWindows();
      await driver().inContentWorld(page, pressFalsely);
      const answers = await page.evaluate(askAsPage);
      expect(answers).toEqual([]);
      await new Promise((done) => setTimeout(done, 500));
      expect(await clipWindows()).toBe(before);
    });

    test('from the popup, and a reason where nothing can be clipped', async () => {
      const page = await open('clipped.html');
      await selectWords(page, '#kept');
      const popup = await openPopup(page);
      const window = await keep(newClipWindow(driver(), () => pressWords(popup, CLIP)));
      expect(await excerptIn(window)).toContain('nobody will be dismissed');
      await discardClip(driver(), window, 'Discard');

      const own = await keep(driver().openExtensionPage('clip.html#/own'));
      const barred = await openPopup(own);
      await waitFor('the reason', async () =>
        /nothing can be clipped/.test(await barred.evaluate(() => document.body.innerText)),
      );
      expect(
        await barred.$eval(
          '.clip-selected button',
          (button) => (button as HTMLButtonElement).disabled,
        ),
      ).toBe(true);
    });

    test('the panel tells what became of clippings of the page before it', async () => {
      const page = await open('clipped.html');
      for (const [selector, words] of [
        ['#lead', 'A new head was named.'],
        ['#money', 'It lost 40 million euros.'],
        ['#kept', 'Nobody will be dismissed.'],
      ] as const) {
        await selectWords(page, selector);
        const popup = await openPopup(page);
        const window = await keep(newClipWindow(driver(), () => pressWords(popup, CLIP)));
        await tabTo(window, 'About');
        await window.keyboard.type('Ant Group');
        await window.waitForSelector('.hit-name');
        await window.keyboard.press('Enter');
        await tabTo(window, 'What it says, in your own words');
        await window.keyboard.type(words);
        await pressWords(window, 'Save');
        await waitForWords(window, 'The claim is among your own facts.');
        await window.close();
        await popup.close();
      }
      const popup = await openPopup(page);
      await waitForWords(popup, 'You clipped 3 excerpts here');
      await waitForWords(popup, 'All are still there, word for word');
      await popup.close();

      await page.goto(driver().url('clipped.html?later'));
      const later = await openPopup(page);
      await waitForWords(later, '1 still there · 1 changed · 1 gone');
      await later.click('.clipped-here summary');
      expect(
        (
          await later.$$eval('[data-drift]', (all) =>
            all.map((one) => one.getAttribute('data-drift')),
          )
        ).sort(),
      ).toEqual(['changed', 'gone', 'moved']);
      expect(await later.$eval('.drift-changes ins', (one) => one.textContent)).toContain('55');
      await driver().shot(later, 'popup-clipped');
      await later.close();

      const other = await openPopup(await open('news.html'));
      await other.waitForSelector('.clip-selected button:not(:disabled)');
      expect(await other.$('.clipped-here')).toBeNull();
    });

    test('a file that a tab shows is looked through from the popup', async () => {
      // Firefox shows JSON in a page of its own, into which it lets nobody.
      const page = await open(browser === 'firefox' ? 'packs/glossary.csv' : 'packs/harbour.json');
      const popup = await openPopup(page);
      expect(await waitForWhy(popup)).toBe('pack-file');
      const before = await driver().inExtension(packTabs);
      await pressWords(popup, 'Look through and install');
      const opened = await waitFor('the page of packs', async () =>
        (await driver().inExtension(packTabs)).find((url) => !before.includes(url)),
      );
      expect(opened).toContain(`packs.html?tab=${await driver().tabIdOf(page)}`);
      const packs = await keep(openPacks(driver(), new URL(opened).search));
      await packs.waitForSelector(browser === 'firefox' ? '.prepare' : '.verdicts');
      await driver().inExtension(closePackTabs);
    });

    test('a new name that is known already is asked about before it is saved', async () => {
      const own = await keep(driver().openExtensionPage('clip.html#/name/new'));
      await own.waitForSelector('.new-name');
      await tabTo(own, 'Name');
      await own.keyboard.type('ant GROUP');
      await waitForWords(own, '“ant GROUP” is already the name of Ant Group');
      await pressWords(own, 'Save');
      await waitForWords(own, 'please decide about the names marked above');
      expect(await own.evaluate(() => document.activeElement?.textContent)).toBe('Use Ant Group');
      await pressWords(own, 'Make a new one anyway');
      await pressWords(own, 'Save');
      await waitForWords(own, 'Your names');
      await waitForWords(own, 'ant GROUP');
      await pressWords(own, 'Delete: ant GROUP');
    });

    test('selected words become another form of a name that comes with us', async () => {
      const page = await open('clipped.html');
      await selectWords(page, '#holm');
      const popup = await openPopup(page);
      const window = await keep(newClipWindow(driver(), () => pressWords(popup, CLIP)));
      await pressWords(window, 'Add only a name');
      await pressWords(window, 'Another form of a known name');
      await window.$eval('.clip-form input', (input) => input.select());
      await window.keyboard.press('Delete');
      await tabTo(window, 'Which name it means');
      await window.keyboard.type('Ant Group');
      await window.waitForSelector('.hit-name');
      await window.keyboard.press('Enter');
      await pressWords(window, 'Save');
      await waitForWords(window, 'Not saved yet');
      await window.keyboard.type('Ada Holmquist');
      await pressWords(window, 'Save');
      await waitForWords(window, '“Ada Holmquist” means Ant Group from now on');
      await window.close();
      await popup.close();
      await waitFor('the form to be known in the open page', async () => {
        const names = (await driver().report(page))?.names ?? [];
        return names.some(({ entities }) =>
          entities.some(({ key }) => key === 'china-tech/ant-group'),
        );
      });
      await page.bringToFront();
      await driver().hover(page, 'Ada Holmquist');
      await driver().waitForPopover(page, 'Ant Group');
      await driver().moveAside(page);
      const own = await keep(driver().openExtensionPage('clip.html#/own'));
      await pressWords(own, 'Delete: Ant Group');
      await page.bringToFront();
      await waitFor('the form to be forgotten', async () => {
        const names = (await driver().report(page))?.names ?? [];
        return !names.some(({ entities }) => entities.some(({ label }) => label === 'Ant Group'));
      });
    });

    test('an entry of an imported pack is changed, marked, kept through an update, undone', async () => {
      const packs = await keep(openPacks(driver()));
      await chooseFile(packs, 'harbour.json');
      await readVerdicts(packs);
      await install(packs);

      const openBrandel = () =>
        keep(driver().openExtensionPage('library.html#/entity/harbour/oskar-brandel'));
      let library = await openBrandel();
      await waitForHeading(library, 'Oskar Brandel');
      const claim = await library.$eval('.claim-text', (text) => text.textContent ?? '');
      await pressWords(library, `Edit: ${claim}`);
      await library.waitForSelector('.clip-form');
      await waitForWords(library, 'This is from the pack “Harbour names”.');
      await tabTo(library, 'What it says, in your own words');
      await library.keyboard.press('End');
      await library.keyboard.type(' So says the gazette.');
      await pressWords(library, 'Save');
      await waitForWords(library, 'Your change is marked as yours.');
      await pressWords(library, 'Show in the library');
      await library.waitForSelector('.entity-page');
      await waitForHeading(library, 'Oskar Brandel');
      const text = await waitForWords(library, 'So says the gazette.');
      expect(text).toContain('changed by you');

      await packs.bringToFront();
      await dropFile(packs, 'harbour.json', updatedHarbour());
      expect(await readVerdicts(packs)).toMatchObject({ changed: 1 });
      await install(packs);
      library = await openBrandel();
      await waitForWords(library, 'Head of the harbour trust of Vellmoor.');
      await waitForWords(library, 'So says the gazette.');

      await pressWords(library, `Edit: ${claim} So says the gazette.`);
      await library.waitForSelector('.edit-past');
      await pressWords(library, 'Save');
      expect(await waitForWords(library, 'Nothing was changed')).not.toContain('Undo');
      await pressWords(library, 'Show in the library');
      await library.waitForSelector('.entity-page');
      await pressWords(library, `Edit: ${claim} So says the gazette.`);
      await library.waitForSelector('.edit-past');
      await pressWords(library, 'As the pack has it');
      await waitFor('the pack’s own words', () =>
        library.evaluate(
          (wanted) =>
            [...document.querySelectorAll('textarea')].some(({ value }) => value === wanted),
          claim,
        ),
      );
      await pressWords(library, 'Discard');
      await library.waitForSelector('.entity-page');
      await waitForHeading(library, 'Oskar Brandel');
      expect(await library.evaluate(() => document.body.innerText)).not.toContain('changed by you');
    });

    test('what comes with us cannot be changed, and the library says what can be done', async () => {
      const library = await keep(
        driver().openExtensionPage('library.html#/entity/china-tech/ant-group'),
      );
      await waitForHeading(library, 'Ant Group');
      await waitForWords(library, 'What comes with Glossator cannot be changed.');
      expect(await library.$('.edit-claim[href*="china-tech"]')).toBeNull();
    });

    function clipWindows(): Promise<number> {
      return driver().inExtension(countClipWindows);
    }
  },
  MAINLY_CHROMIUM,
);

/** Another version, with other words about a name whose claim the reader has changed. */
function updatedHarbour(): string {
  const text = readFileSync('tests/fixtures/packs/import/harbour.json', 'utf8');
  return text
    .replace('"version": "1.0.0"', '"version": "1.1.0"')
    .replace('Head of the Vellmoor Harbour Trust.', 'Head of the harbour trust of Vellmoor.');
}

describe('in a private window the card’s button asks first', () => {
  const only = process.env['E2E_BROWSER'];
  for (const name of ['chromium', 'firefox'] as const) {
    test.skipIf(only && only !== name)(name, { timeout: 120_000 }, () => privateStory(name));
  }
});

async function privateStory(name: BrowserName): Promise<void> {
  const driver = await allowInPrivateWindows(await launch(name));
  try {
    const page = await openPrivately(driver, driver.url('news.html'));
    await driver.waitForMarks(page, 'Jack Ma');
    await page.bringToFront();
    await driver.hover(page, 'Jack Ma');
    await driver.waitForPopover(page, 'Jack Ma');
    const window = await clipFromCard(driver, page);
    const asked = await waitForWords(window, 'Keep a clipping from a private window?');
    expect(asked).not.toContain('Hangzhou');
    await pressWords(window, 'Keep it');
    await window.waitForSelector('.clip-excerpt');
    expect(await excerptIn(window)).toBe('Ant Group was founded in Hangzhou, and Jack Ma with it.');
    expect(await namesIn(window)).toEqual(['Jack Ma']);
    await discardClip(driver, window, 'Discard');

    await page.bringToFront();
    await driver.moveAside(page);
    await driver.hover(page, 'Jack Ma');
    await driver.waitForPopover(page, 'Jack Ma');
    await waitForWords(await clipFromCard(driver, page), 'Keep a clipping from a private window?');
    expect(await driver.inExtension(waitingClips)).toHaveLength(1);
    await closePrivateWindows(driver);
    await waitFor('the question to be forgotten with the window', async () => {
      return (await driver.inExtension(waitingClips)).length === 0;
    });
  } finally {
    await driver.close();
  }
}

// What follows runs inside the browser.

declare const browser: typeof import('wxt/browser').browser;
declare const chrome: {
  readonly runtime?: { sendMessage?(message: object): Promise<unknown> };
};

/** As a script would, and not a reader. */
function pressFalsely(): void {
  const root = Reflect.get(globalThis, Symbol.for('glossator.popover.root')) as
    | ShadowRoot
    | undefined;
  const button = root?.querySelector<HTMLElement>('.tool.clip');
  if (!button) throw new Error('there is no button');
  button.click();
  button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
}

/** All that answered. */
async function askAsPage(): Promise<unknown[]> {
  const message = { call: 'beginClip', params: { entity: null, place: null } };
  window.postMessage(message, '*');
  const send = typeof chrome === 'undefined' ? undefined : chrome.runtime?.sendMessage;
  return send ? [await send(message).catch(() => 'refused')] : [];
}

async function countClipWindows(): Promise<number> {
  const tabs = await browser.tabs.query({});
  return tabs.filter(({ url = '' }) => url.includes('/clip.html#')).length;
}

async function waitingClips(): Promise<string[]> {
  return Object.keys(await browser.storage.session.get()).filter((name) =>
    name.startsWith('clip '),
  );
}

async function packTabs(): Promise<string[]> {
  const tabs = await browser.tabs.query({});
  return tabs.map(({ url = '' }) => url).filter((url) => url.includes('/packs.html?tab='));
}

async function closePackTabs(): Promise<void> {
  for (const { id, url } of await browser.tabs.query({})) {
    if (id !== undefined && url?.includes('/packs.html?tab=')) await browser.tabs.remove(id);
  }
}
