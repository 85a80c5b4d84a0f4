import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { waitFor } from '../../lib/tools/browsers/extension-driver';
import { barriersInPage } from './harness/axe';
import { fromAddressBar } from './harness/browser-surfaces';
import { inBrowsers } from './harness/in-browsers';
import {
  chips,
  clearSearch,
  namesListed,
  openCard,
  pressName,
  results,
  SEARCH_BOX,
  search,
  waitForContent,
  waitForNames,
  waitForResult,
} from './harness/panel';

/** How far from the top a reader finds what was meant. */
const FIRST_RESULTS = 3;

/** What readers type, and the name that they mean. */
const QUERIES = [
  { how: 'the beginning of a name', query: 'ant', finds: 'Ant Group' },
  { how: 'a misspelt name', query: 'Alibba', finds: 'Alibaba' },
  { how: 'a misspelt name of two words', query: 'Xi Jingping', finds: 'Xi Jinping' },
  { how: 'Chinese', query: '蚂蚁', finds: 'Ant Group' },
  { how: 'traditional Chinese', query: '馬雲', finds: 'Jack Ma' },
  { how: 'Korean', query: '마윈', finds: 'Jack Ma' },
  { how: 'pinyin', query: 'mayi jituan', finds: 'Ant Group' },
] as const;

inBrowsers('a reader searches the facts in the panel', (driver) => {
  const closing: Page[] = [];
  afterEach(async () => {
    for (const page of closing.splice(0)) await page.close();
  });

  async function openPanel(path = 'news.html'): Promise<{ page: Page; popup: Page }> {
    const page = await driver().open(driver().url(path));
    const popup = await driver().openPopupFor(page);
    closing.push(popup, page);
    return { page, popup };
  }

  test('the search box has the focus at once', async () => {
    const { popup } = await openPanel();
    expect(await hasSearchFocus(popup)).toBe(true);
    await search(popup, 'ant');
    await waitForResult(popup, 'Ant Group');
  });

  test('results come while the reader types, names before claims', async () => {
    const { popup } = await openPanel();
    await search(popup, 'tenc');
    await waitForResult(popup, 'Tencent');
    await search(popup, 'ent');
    await waitFor('claims too', async () => (await results(popup)).some(({ isClaim }) => isClaim));
    const kinds = (await results(popup)).map(({ isClaim }) => isClaim);
    expect(kinds.lastIndexOf(false)).toBeLessThan(kinds.indexOf(true));
  });

  test('misspellings, Chinese, Korean and pinyin find their name', async () => {
    const { popup } = await openPanel();
    for (const { how, query, finds } of QUERIES) {
      await search(popup, query);
      await expect
        .poll(async () => nameLines(await results(popup)).slice(0, FIRST_RESULTS), {
          message: `${how}: ${query}`,
          timeout: 10_000,
        })
        .toContain(finds);
      await clearSearch(popup);
    }
  });

  test('arrow keys walk, Enter opens the details, Escape leads back', async () => {
    const { popup } = await openPanel();
    await search(popup, 'alibaba');
    await waitForResult(popup, 'Alibaba');
    // The results of the whole word are there when they stay; earlier ones are drawn anew.
    let before = '';
    await expect
      .poll(
        async () => {
          const now = JSON.stringify(await results(popup));
          const stays = now === before;
          before = now;
          return stays;
        },
        { interval: 300, timeout: 10_000 },
      )
      .toBe(true);
    expect(await activeIndex(popup)).toBe(0);
    await popup.keyboard.press('ArrowDown');
    await expect.poll(() => activeIndex(popup)).toBe(1);
    await expect
      .poll(async () => (await announcedText(popup)) === (await results(popup))[1]?.text)
      .toBe(true);
    await popup.keyboard.press('ArrowUp');
    await popup.keyboard.press('ArrowUp');
    await expect.poll(() => activeIndex(popup)).toBe((await results(popup)).length - 1);
    await popup.keyboard.press('ArrowDown');
    await expect.poll(() => activeIndex(popup)).toBe(0);

    await popup.keyboard.press('Enter');
    await expect.poll(() => openCard(popup), { timeout: 10_000 }).toBe('Alibaba');
    await expect
      .poll(() => popup.$$eval('.card blockquote', (all) => all.length))
      .toBeGreaterThan(0);

    await popup.keyboard.press('Escape');
    await waitForResult(popup, 'Alibaba');
    await expect.poll(() => openCard(popup)).toBeNull();
    await expect.poll(() => hasSearchFocus(popup)).toBe(true);
    await popup.keyboard.press('Escape');
    await expect.poll(() => typed(popup)).toBe('');
    await waitForNames(popup, 'Ant Group');
  });

  test('a claim opens its name, with that very claim first', async () => {
    const { popup } = await openPanel();
    await search(popup, 'data 880 million customers');
    const found = await waitForResult(popup, '880 million');
    const at = found.findIndex(({ isClaim, text }) => isClaim && text.includes('880 million'));
    const claim = found[at]?.text.split('\n').at(-1);
    for (let step = 0; step < at; step++) await popup.keyboard.press('ArrowDown');
    await expect.poll(() => activeIndex(popup)).toBe(at);
    await popup.keyboard.press('Enter');
    await expect.poll(() => openCard(popup), { timeout: 10_000 }).toBe('Alibaba');
    const first = await popup.$eval('.claims > li', (item) => ({
      isSought: item.classList.contains('sought'),
      words: item.textContent ?? '',
    }));
    expect(first.isSought).toBe(true);
    expect(first.words).toContain(claim);
  });

  test('a click opens a result, and a name inside it leads on and back', async () => {
    const { popup } = await openPanel();
    await search(popup, 'jack ma');
    await waitForResult(popup, 'Jack Ma');
    await popup.click('[role="option"]');
    await expect.poll(() => openCard(popup), { timeout: 10_000 }).toBe('Jack Ma');
    const related = await popup.$eval('.connections .link', (link) => link.textContent ?? '');
    await popup.click('.connections .link');
    await expect.poll(() => openCard(popup), { timeout: 10_000 }).toBe(related);
    await popup.click('.back');
    await expect.poll(() => openCard(popup)).toBe('Jack Ma');
    await popup.click('.back');
    await waitForResult(popup, 'Jack Ma');
  });

  test('what nobody knows is answered by words, not by silence', async () => {
    const { popup } = await openPanel();
    await search(popup, 'zzzzqqqq');
    const words = await waitForContent(popup, 'Nothing found for “zzzzqqqq”.');
    expect(words).toContain('Other spellings, pinyin and Chinese characters work too.');
  });

  test('words narrow a search; what they were taken for can be taken back', async () => {
    const { popup } = await openPanel();
    await search(popup, 'kind:person ma');
    await waitForResult(popup, 'Jack Ma');
    await expect.poll(() => chips(popup)).toEqual(['Person']);
    await expect
      .poll(async () => (await results(popup)).every(({ text }) => text.includes('Person')))
      .toBe(true);
    expect(await barriersInPage(popup)).toEqual([]);
    await popup.click('.chip-remove');
    await expect.poll(() => typed(popup)).toBe('ma');
    expect(await hasSearchFocus(popup)).toBe(true);
    await waitFor('others too', async () =>
      (await results(popup)).some(({ text }) => !text.includes('Person')),
    );
  });

  test('plain words and dates narrow it too, and mean themselves where that finds nothing', async () => {
    const { popup } = await openPanel();
    await search(popup, 'figures november 2020');
    await expect.poll(() => chips(popup)).toEqual(['Figure', 'November 2020']);
    await waitFor('figures', async () => {
      const found = await results(popup);
      return found.length > 0 && found.every(({ text }) => text.startsWith('Figure'));
    });
    await popup.$eval(SEARCH_BOX, (box) => (box as HTMLInputElement).select());
    await search(popup, 'personal data law');
    await waitForResult(popup, 'Personal Information Protection Law');
    await popup.$eval(SEARCH_BOX, (box) => (box as HTMLInputElement).select());
    await search(popup, 'source:nobody ant');
    await waitForResult(popup, 'Ant Group');
    await expect.poll(() => chips(popup)).toEqual(['no such source: “nobody”']);
  });

  test('markup in a query is shown as it was typed', async () => {
    const { popup } = await openPanel();
    await search(popup, '<img src=x>');
    await waitForContent(popup, '“<img src=x>”');
    expect(await popup.$$('.content img')).toHaveLength(0);
  });
});

inBrowsers('a reader looks at the names of a page in the panel', (driver) => {
  test('every name stands there once, with its count', async () => {
    const { open, url, openPopupFor, report, waitForMarks } = driver();
    const page = await open(url('news.html'));
    await waitForMarks(page);
    const popup = await openPopupFor(page);
    await waitForNames(popup, 'Ant Group');
    const told = (await report(page))?.names ?? [];
    expect(await namesListed(popup)).toEqual(
      told.map(({ entities, count }) => ({
        label: entities.map(({ label }) => label).join(' or '),
        count,
      })),
    );
  });

  test('names in frames count too', async () => {
    const { open, url, openPopupFor } = driver();
    const popup = await openPopupFor(await open(url('frames.html')));
    await waitForNames(popup, 'Alibaba');
  });

  test('a click scrolls the page to the mention, the next click to the next one', async () => {
    const { open, url, openPopupFor, waitForMarks } = driver();
    const page = await open(url('far.html'));
    await waitForMarks(page);
    const popup = await openPopupFor(page);
    await waitForNames(popup, 'Tencent');
    for (const place of ['#top', '#middle', '#end', '#top']) {
      await pressName(popup, 'Tencent');
      await page.bringToFront();
      await waitFor(`${place} to be in sight`, () => page.evaluate(isInSight, place));
    }
  });

  test('its details open beside it, and lead back to the names', async () => {
    const { open, url, openPopupFor } = driver();
    const popup = await openPopupFor(await open(url('news.html')));
    await waitForNames(popup, 'Jack Ma');
    await pressName(popup, 'Jack Ma', 'about');
    await expect.poll(() => openCard(popup), { timeout: 10_000 }).toBe('Jack Ma');
    await popup.keyboard.press('Escape');
    await waitForNames(popup, 'Jack Ma');
    expect(await hasSearchFocus(popup)).toBe(true);
  });

  test('a page without names says so', async () => {
    const { open, url, openPopupFor } = driver();
    const popup = await openPopupFor(await open(url('empty.html')));
    await waitForContent(popup, 'No known name on this page.');
  });
});

inBrowsers(
  'a reader searches from the address bar',
  (driver) => {
    test('suggestions lead to the library’s pages', async () => {
      const { open, url, browser, origin } = driver();
      const page = await open(url('empty.html'));
      const suggestions = await fromAddressBar(driver(), 'ant gr');
      expect(suggestions[0]).toEqual({
        content: 'Ant Group [china-tech/ant-group]',
        description: 'Ant Group 蚂蚁集团 – Organisation',
      });
      await page.bringToFront();
      await fromAddressBar(driver(), suggestions[0]?.content ?? '', true);
      const address = `${origin}/library.html#/entity/china-tech/ant-group`;
      await browser.waitForTarget((target) => target.url() === address);
    });
  },
  // Elsewhere nothing dispatches the events of an address bar.
  ['chromium'],
);

/** The labels of the names among the results. */
function nameLines(found: readonly { text: string; isClaim: boolean }[]): string[] {
  return found.filter(({ isClaim }) => !isClaim).map(({ text }) => text.split('\n')[0] ?? '');
}

async function activeIndex(popup: Page): Promise<number> {
  return (await results(popup)).findIndex(({ isActive }) => isActive);
}

/** What a screen reader is pointed to. */
function announcedText(popup: Page): Promise<string | undefined> {
  return popup.$eval(SEARCH_BOX, (box) => {
    const id = box.getAttribute('aria-activedescendant') ?? '';
    return document.getElementById(id)?.innerText;
  });
}

function hasSearchFocus(popup: Page): Promise<boolean> {
  return popup.evaluate((box) => document.activeElement?.matches(box) ?? false, SEARCH_BOX);
}

function typed(popup: Page): Promise<string> {
  return popup.$eval(SEARCH_BOX, (box) => (box as HTMLInputElement).value);
}

/** Runs in the page. */
function isInSight(selector: string): boolean {
  const box = document.querySelector(selector)?.getBoundingClientRect();
  return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
}
