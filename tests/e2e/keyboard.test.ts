import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { LEAVE_MS } from '../../lib/core/popover/state';
import { waitFor } from '../../lib/tools/browsers/extension-driver';
import { inBrowsers } from './harness/in-browsers';
import { buttonsIn, focusIn } from './harness/in-popover';
import { boxesOf, letPass, overlap } from './harness/pointing';

inBrowsers('a reader who uses the keyboard', (driver) => {
  async function openNews() {
    const page = await driver().open(driver().url('news.html'));
    await driver().waitForMarks(page, 'Ant Group');
    await page.bringToFront();
    return page;
  }

  /** What the keyboard command does; the shortcut itself is the browser’s and cannot be pressed. */
  async function step(page: Page, direction: 1 | -1): Promise<void> {
    await driver().inExtension(sendStep, await driver().tabIdOf(page), direction);
  }

  /** Steps and waits until another mention is the current one. */
  async function stepTo(page: Page, direction: 1 | -1): Promise<string> {
    const before = await page.evaluate(readCurrent);
    await step(page, direction);
    const now = await waitFor('another mention to be the current one', async () => {
      const current = await page.evaluate(readCurrent);
      return current !== null && current.place !== before?.place && current;
    });
    await waitFor('the focus to be in the card', () => focusIn(driver(), page));
    return now.text;
  }

  test('steps from name to name in reading order, with its card open and in focus', async () => {
    const page = await openNews();
    expect(await stepTo(page, 1)).toBe('Ant Group');
    await driver().waitForPopover(page, 'Ant Group');
    expect(await focusIn(driver(), page)).toBe('Ant Group');
    await driver().shot(page, 'keyboard-first');
    expect(await stepTo(page, 1)).toBe('Jack Ma');
    await driver().waitForPopover(page, '马云');
    expect(await focusIn(driver(), page)).toBe('Jack Ma');
    expect(await stepTo(page, -1)).toBe('Ant Group');
    await driver().waitForPopover(page, '蚂蚁');
  });

  test('a card opened by key stays, wherever the pointer lies or goes', async () => {
    const page = await openNews();
    await page.mouse.move(600, 700);
    await stepTo(page, 1);
    await page.mouse.move(610, 720);
    await letPass(page, LEAVE_MS * 2);
    expect(await driver().popover(page)).not.toBeNull();
  });

  test('Tab goes through the controls of the card, and past the last one out of it', async () => {
    const page = await openNews();
    await page.focus('#link');
    await stepTo(page, 1);
    await driver().waitForPopover(page, '蚂蚁');
    const buttons = await buttonsIn(driver(), page);
    expect(buttons.length).toBeGreaterThan(2);
    const reached: (string | null)[] = [];
    for (const _button of buttons) {
      await page.keyboard.press('Tab');
      reached.push(await focusIn(driver(), page));
    }
    expect(reached.map((words) => words?.slice(0, 12))).toEqual(
      buttons.map((words) => words.slice(0, 12)),
    );
    await page.keyboard.press('Tab');
    await driver().waitForNoPopover(page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('link');
  });

  test('Enter on a control does what it says', async () => {
    const page = await openNews();
    await stepTo(page, 1);
    await driver().waitForPopover(page, '蚂蚁');
    const wanted = /^\d+ more excerpt|^All \d+ claims|^Show \d+ more/;
    let words = '';
    for (const _button of await buttonsIn(driver(), page)) {
      await page.keyboard.press('Tab');
      words = (await focusIn(driver(), page)) ?? '';
      if (wanted.test(words)) break;
    }
    expect(words).toMatch(wanted);
    await page.keyboard.press('Enter');
    await expect.poll(() => buttonsIn(driver(), page)).not.toContain(words);
    // What had the focus is gone; it went on to what was revealed.
    expect(await focusIn(driver(), page)).not.toBeNull();
  });

  test('Escape closes the card and gives the focus back', async () => {
    const page = await openNews();
    await page.focus('#link');
    await stepTo(page, 1);
    await page.keyboard.press('Escape');
    await driver().waitForNoPopover(page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('link');
    expect(await page.evaluate(readCurrent)).toBeNull();
  });

  test('after Escape, stepping goes on from where it was', async () => {
    const page = await openNews();
    await stepTo(page, 1);
    await stepTo(page, 1);
    await page.keyboard.press('Escape');
    await driver().waitForNoPopover(page);
    expect(await stepTo(page, 1)).toBe('Ma');
    await page.keyboard.press('Escape');
  });

  test('brings a far name into view, and goes around the ends', async () => {
    const page = await openNews();
    expect(await stepTo(page, 1)).toBe('Ant Group');
    const first = await page.evaluate(readCurrent);
    // Backwards from the first comes the last, far below.
    expect(await stepTo(page, -1)).toBe('Tencent');
    await driver().waitForPopover(page, 'Tencent');
    const [far] = await page.evaluate(readBox, '#far');
    expect(far).toBeGreaterThanOrEqual(0);
    expect(far).toBeLessThan(800);
    // The card follows what scrolls a frame later.
    await waitFor('the card beside the name', async () => {
      const card = await driver().popover(page);
      const boxes = await boxesOf(driver(), page, '#far');
      return card !== null && !boxes.some((one) => overlap(one, card.box));
    });
    await driver().shot(page, 'keyboard-far');
    expect(await stepTo(page, 1)).toBe('Ant Group');
    expect(await page.evaluate(readCurrent)).toEqual(first);
    expect(await page.evaluate(() => scrollY)).toBeLessThan(200);
  });

  test('begins at what is in view', async () => {
    const page = await openNews();
    await page.evaluate(() => document.querySelector('#there')?.scrollIntoView());
    expect(await stepTo(page, 1)).toBe('Tencent');
    await driver().waitForPopover(page, 'Tencent');
  });

  test('the keys that a reader types in the card do not reach the page', async () => {
    const page = await openNews();
    await page.evaluate(() => {
      const typed: string[] = [];
      Reflect.set(window, 'typed', typed);
      for (const type of ['keydown', 'keyup']) {
        document.addEventListener(type, (event) => typed.push((event as KeyboardEvent).key));
      }
    });
    await stepTo(page, 1);
    await page.keyboard.press('j');
    await page.keyboard.press('Escape');
    await driver().waitForNoPopover(page);
    expect(await page.evaluate(() => Reflect.get(window, 'typed'))).toEqual([]);
    await page.keyboard.press('k');
    expect(await page.evaluate(() => Reflect.get(window, 'typed'))).toEqual(['k', 'k']);
  });

  test('on a page without names a step does nothing', async () => {
    const page = await driver().open(driver().url('empty.html'));
    await page.bringToFront();
    await step(page, 1);
    await letPass(page, 300);
    expect(await driver().popover(page)).toBeNull();
  });
});

declare const browser: typeof import('wxt/browser').browser;

/** Nobody answers a page event, which some browsers call an error. */
async function sendStep(tab: number, direction: 1 | -1): Promise<void> {
  await browser.tabs.sendMessage(tab, { event: 'stepMention', direction }).catch(() => {});
}

function readCurrent(): { text: string; place: string } | null {
  const current = [...(CSS.highlights.get('glossator-current') ?? [])];
  if (current.length === 0) return null;
  const parts = current.map(({ startContainer, startOffset, endOffset }) =>
    (startContainer.textContent ?? '').slice(startOffset, endOffset),
  );
  const [first] = current;
  const before = document.createRange();
  before.setStart(document.body, 0);
  if (first) before.setEnd(first.startContainer, first.startOffset);
  return { text: parts.join(''), place: `after ${before.toString().length} characters` };
}

function readBox(selector: string): number[] {
  const box = document.querySelector(selector)?.getBoundingClientRect();
  return box ? [box.top, box.bottom] : [];
}
