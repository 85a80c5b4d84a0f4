import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { DWELL_MS, LEAVE_MS } from '../../lib/core/popover/state';
import { barriersInPopover } from './harness/axe';
import { setScheme } from './harness/browser-surfaces';
import { focusTool, pinnedCards, placeOfTool, pressTool, waitForPinned } from './harness/cards';
import { inBrowsers, MAINLY_CHROMIUM } from './harness/in-browsers';
import { focusIn, pressIn } from './harness/in-popover';
import { letPass, middleOf, moveSlowly, overlap, restOn } from './harness/pointing';
import { openedAt, readTimeline, startTimeline } from './harness/timeline';

const SCHEMES = ['light', 'dark'] as const;

inBrowsers(
  'cards that a reader keeps',
  (driver, browser) => {
    async function openCard(selector = '#ant', label = 'Ant Group', path = 'news.html') {
      const page = await driver().open(driver().url(path));
      await driver().waitForMarks(page, label);
      await restOn(driver(), page, selector);
      return { page, view: await driver().waitForPopover(page, label) };
    }

    async function pinBy(page: Page, selector: string, label: string): Promise<void> {
      await restOn(driver(), page, selector);
      await driver().waitForPopover(page, label);
      await pressTool(driver(), page, 'pin');
      await driver().waitForNoPopover(page);
    }

    describe('pinned', () => {
      test('stays where it is, whatever the pointer and the page do', async () => {
        const { page, view } = await openCard();
        await pressTool(driver(), page, 'pin');
        const [card] = await waitForPinned(driver(), page, ['Ant Group']);
        expect(card?.box).toEqual(view.box);
        await driver().moveAside(page);
        await letPass(page, LEAVE_MS * 2);
        await page.mouse.click(2, 400);
        await page.evaluate(() => scrollTo(0, 900));
        await letPass(page, 100);
        expect((await pinnedCards(driver(), page))[0]?.box).toEqual(view.box);
        await page.keyboard.press('Escape');
        expect(await pinnedCards(driver(), page)).toHaveLength(1);
        await pressTool(driver(), page, 'close', 'Ant Group');
        await waitForPinned(driver(), page, []);
      });

      test('leaves room for the next card, and each closes by itself', async () => {
        const { page } = await openCard();
        await pressTool(driver(), page, 'pin');
        await restOn(driver(), page, '#jack');
        await driver().waitForPopover(page, '馬雲');
        await pressTool(driver(), page, 'pin');
        await waitForPinned(driver(), page, ['Ant Group', 'Jack Ma']);
        await driver().shot(page, 'cards-two-pinned');
        await pressTool(driver(), page, 'close', 'Jack Ma');
        await waitForPinned(driver(), page, ['Ant Group']);
      });

      test('comes to the front when it is pressed, and what was pressed is done', async () => {
        const { page } = await openCard();
        await pressTool(driver(), page, 'pin');
        await pinBy(page, '#jack', '馬雲');
        await focusTool(driver(), page, 'grip', 'Jack Ma');
        await page.keyboard.down('Shift');
        await page.keyboard.press('ArrowLeft');
        await page.keyboard.up('Shift');
        const [back, front] = await pinnedCards(driver(), page);
        if (!back || !front) throw new Error('two cards are pinned');
        expect(overlap(back.box, front.box)).toBe(true);
        await page.mouse.click(back.box.x + back.box.width - 60, back.box.y + 60);
        await waitForPinned(driver(), page, ['Jack Ma', 'Ant Group']);
        const raised = (await pinnedCards(driver(), page)).at(-1);
        expect(raised?.hasFocus).toBe(true);
      });

      test('comes to the front when it is drawn at, or when the focus goes into it', async () => {
        const { page } = await openCard();
        await pressTool(driver(), page, 'pin');
        await pinBy(page, '#jack', '馬雲');
        await focusTool(driver(), page, 'grip', 'Jack Ma');
        await page.keyboard.down('Shift');
        await page.keyboard.press('ArrowLeft');
        await page.keyboard.up('Shift');
        const [back] = await pinnedCards(driver(), page);
        if (!back) throw new Error('a card is pinned');
        const from = await placeOfTool(driver(), page, 'grip', 'Ant Group');
        await page.mouse.move(from.x, from.y);
        await page.mouse.down();
        await moveSlowly(page, from, { x: from.x + 40, y: from.y + 30 }, 4);
        await page.mouse.up();
        const cards = await waitForPinned(driver(), page, ['Jack Ma', 'Ant Group']);
        expect(cards[1]).toMatchObject({ inFront: true, hasFocus: true });
        expect(cards[1]?.box.x).toBe(back.box.x + 40);
        await focusTool(driver(), page, 'pin', 'Jack Ma');
        const again = await waitForPinned(driver(), page, ['Ant Group', 'Jack Ma']);
        expect(again[1]).toMatchObject({ inFront: true, hasFocus: true });
      });

      test('under the pointer opens no second card; the name’s press brings it forward', async () => {
        const { page } = await openCard();
        await pressTool(driver(), page, 'pin');
        await driver().moveAside(page);
        await startTimeline(driver(), page);
        await restOn(driver(), page, '#ant');
        await letPass(page, DWELL_MS * 3);
        expect(openedAt(await readTimeline(driver(), page))).toBeNull();
        await pinBy(page, '#jack', '馬雲');
        await driver().moveAside(page);
        const { x, y } = await middleOf(driver(), page, '#ant');
        await page.mouse.click(x, y);
        await waitForPinned(driver(), page, ['Jack Ma', 'Ant Group']);
      });

      test('is let go by the same button, and then closes like any other', async () => {
        const { page } = await openCard();
        await pressTool(driver(), page, 'pin');
        await waitForPinned(driver(), page, ['Ant Group']);
        await pressTool(driver(), page, 'pin', 'Ant Group');
        await waitForPinned(driver(), page, []);
        await driver().waitForPopover(page, 'Ant Group');
        await driver().moveAside(page);
        await driver().waitForNoPopover(page);
      });

      test('there are at most four; the one not used for longest makes room', async () => {
        const { page } = await openCard();
        await pressTool(driver(), page, 'pin');
        for (const [selector, label] of [
          ['#jack', '馬雲'],
          ['#ma', '馬雲'],
          ['#zh', '蚂蚁'],
          ['#xu', 'Xu Lin'],
        ] as const) {
          // Out of the way of the next name.
          const top = (await pinnedCards(driver(), page)).at(-1)?.label ?? null;
          await focusTool(driver(), page, 'grip', top);
          await page.keyboard.down('Shift');
          await page.keyboard.press('ArrowDown');
          await page.keyboard.press('ArrowRight');
          await page.keyboard.up('Shift');
          await pinBy(page, selector, label);
        }
        const labels = (await pinnedCards(driver(), page)).map(({ label }) => label);
        expect(labels).toEqual(['Jack Ma', 'Jack Ma', 'Ant Group', 'Xu Lin']);
      });

      test('by key, keeps the focus; Escape in it closes it and gives the focus back', async () => {
        const { page } = await openCard();
        await page.focus('#link');
        await focusTool(driver(), page, 'close');
        await page.keyboard.press('p');
        const [card] = await waitForPinned(driver(), page, ['Ant Group']);
        expect(card?.hasFocus).toBe(true);
        await page.keyboard.press('Escape');
        await waitForPinned(driver(), page, []);
      });

      test('comes along when the dialog that it stood in closes', async () => {
        const page = await driver().open(driver().url('late.html'));
        await driver().waitForMarks(page, 'Tencent');
        await page.click('#show');
        await restOn(driver(), page, '#inside');
        await driver().waitForPopover(page, '蚂蚁');
        await pressTool(driver(), page, 'pin');
        const [before] = await waitForPinned(driver(), page, ['Ant Group']);
        await page.evaluate(() => document.querySelector('dialog')?.close());
        await letPass(page, 200);
        expect(await pinnedCards(driver(), page)).toMatchObject([
          { box: before?.box, inFront: true },
        ]);
      });
    });

    describe.each(SCHEMES)('(%s)', (scheme) => {
      test('axe finds no barrier in a card that was pinned, moved and gone into', async () => {
        const page = await driver().open(driver().url('demo/index.html'));
        await setScheme(driver(), page, scheme);
        await driver().waitForMarks(page, 'Ant Group');
        await driver().hover(page, 'Ant Group');
        await driver().waitForPopover(page, '蚂蚁');
        await focusTool(driver(), page, 'grip');
        await page.keyboard.down('Shift');
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.up('Shift');
        await waitForPinned(driver(), page, ['Ant Group']);
        await driver().hover(page, 'Jack Ma');
        await driver().waitForPopover(page, '马云');
        expect(await barriersInPopover(driver(), page)).toEqual([]);
        await driver().shot(page, `cards-${scheme}`);
        await pressIn(driver(), page, 'Alibaba');
        await driver().waitForPopover(page, '阿里巴巴');
        await focusTool(driver(), page, 'grip');
        expect(await barriersInPopover(driver(), page)).toEqual([]);
        await driver().shot(page, `cards-nested-${scheme}`);
      });
    });

    describe('moved', () => {
      test('by mouse, goes where it is drawn, stays pinned there and inside the window', async () => {
        const { page, view } = await openCard();
        const from = await placeOfTool(driver(), page, 'grip');
        await page.mouse.move(from.x, from.y);
        await page.mouse.down();
        await moveSlowly(page, from, { x: from.x + 150, y: from.y + 60 }, 12);
        await driver().shot(page, 'cards-moving');
        await page.mouse.up();
        const [card] = await waitForPinned(driver(), page, ['Ant Group']);
        expect([card?.box.x, card?.box.y]).toEqual([view.box.x + 150, view.box.y + 60]);
        const again = await placeOfTool(driver(), page, 'grip', 'Ant Group');
        await page.mouse.move(again.x, again.y);
        await page.mouse.down();
        await moveSlowly(page, again, { x: 1099, y: 799 }, 6);
        await page.mouse.up();
        const [far] = await pinnedCards(driver(), page);
        const box = far?.box ?? { x: 0, y: 0, width: 0, height: 0 };
        const room = await page.evaluate(() => document.documentElement.clientWidth);
        expect([box.x + box.width, box.y + box.height]).toEqual([room - 8, 792]);
      });

      test('by the bare part of its head as well, and no text is selected', async () => {
        const { page, view } = await openCard();
        const from = { x: view.box.x + 30, y: view.box.y + 12 };
        await page.mouse.move(from.x, from.y);
        await page.mouse.down();
        await moveSlowly(page, from, { x: from.x - 90, y: from.y + 40 }, 6);
        await page.mouse.up();
        const [card] = await waitForPinned(driver(), page, ['Ant Group']);
        expect([card?.box.x, card?.box.y]).toEqual([view.box.x - 90, view.box.y + 40]);
        expect(await page.evaluate(() => String(getSelection()))).toBe('');
      });

      test.skipIf(browser === 'firefox')('by finger', async () => {
        const { page, view } = await openCard();
        const from = await placeOfTool(driver(), page, 'grip');
        await page.touchscreen.touchStart(from.x, from.y);
        for (let n = 1; n <= 8; n++)
          await page.touchscreen.touchMove(from.x + n * 10, from.y + n * 5);
        await page.touchscreen.touchEnd();
        const [card] = await waitForPinned(driver(), page, ['Ant Group']);
        expect([card?.box.x, card?.box.y]).toEqual([view.box.x + 80, view.box.y + 40]);
      });

      test('by arrow keys, step by step or to the edge', async () => {
        const { page, view } = await openCard();
        await focusTool(driver(), page, 'grip');
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('ArrowDown');
        const [card] = await waitForPinned(driver(), page, ['Ant Group']);
        expect([card?.box.x, card?.box.y]).toEqual([view.box.x + 24, view.box.y + 24]);
        expect(card?.hasFocus).toBe(true);
        await page.keyboard.down('Shift');
        await page.keyboard.press('ArrowUp');
        await page.keyboard.press('ArrowLeft');
        await page.keyboard.up('Shift');
        const [corner] = await pinnedCards(driver(), page);
        expect([corner?.box.x, corner?.box.y]).toEqual([8, 8]);
        expect(await page.evaluate(() => scrollY)).toBe(0);
      });

      test('by presses, from corner to corner', async () => {
        const { page } = await openCard();
        await pressTool(driver(), page, 'grip');
        await waitForPinned(driver(), page, ['Ant Group']);
        const corners: string[] = [];
        for (let n = 0; n < 4; n++) {
          await pressTool(driver(), page, 'grip', 'Ant Group');
          const [card] = await pinnedCards(driver(), page);
          if (card) corners.push([card.box.x, card.box.y].map(Math.round).join());
        }
        expect(new Set(corners).size).toBe(4);
        expect(corners).toContain('8,8');
      });

      test('stays inside when the window shrinks', async () => {
        const { page } = await openCard();
        await focusTool(driver(), page, 'grip');
        await page.keyboard.down('Shift');
        await page.keyboard.press('ArrowRight');
        await page.keyboard.up('Shift');
        await page.setViewport({ width: 500, height: 420 });
        await expect
          .poll(async () => {
            const [card] = await pinnedCards(driver(), page);
            return (
              card && card.box.x + card.box.width <= 500 && card.box.y + card.box.height <= 420
            );
          })
          .toBe(true);
      });
    });

    describe('looked up inside another', () => {
      test('stays open when it is smaller than its parent and the pointer is outside', async () => {
        const { page } = await openCard('#jack', 'Jack Ma');
        await pressIn(driver(), page, 'Alibaba');
        await driver().waitForPopover(page, 'Jack Ma');
        await driver().moveAside(page);
        await letPass(page, LEAVE_MS * 2);
        await restOn(driver(), page, '#xu');
        await letPass(page, LEAVE_MS * 2);
        expect((await driver().popover(page))?.text).toContain('阿里巴巴');
        await driver().shot(page, 'cards-nested');
        await pressTool(driver(), page, 'back');
        await driver().waitForPopover(page, '马云');
        await driver().moveAside(page);
        await driver().waitForNoPopover(page);
      });

      test('Alt and the left arrow go back, to where the parent was read', async () => {
        const { page } = await openCard('#jack', 'Jack Ma');
        const scrolled = () =>
          driver().inContentWorld(page, () => {
            const root = Reflect.get(
              globalThis,
              Symbol.for('glossator.popover.root'),
            ) as ShadowRoot;
            return root.querySelector('[data-scroller]')?.scrollTop ?? 0;
          });
        await pressIn(driver(), page, 'Alibaba');
        await driver().waitForPopover(page, '阿里巴巴');
        expect(await scrolled()).toBe(0);
        await page.keyboard.down('Alt');
        await page.keyboard.press('ArrowLeft');
        await page.keyboard.up('Alt');
        await driver().waitForPopover(page, '马云');
        expect(await scrolled()).toBeGreaterThan(0);
        expect(await focusIn(driver(), page)).toBe('Jack Ma');
        expect(page.url()).toContain('news.html');
      });

      test('Escape closes all of it at once', async () => {
        const { page } = await openCard('#jack', 'Jack Ma');
        await pressIn(driver(), page, 'Alibaba');
        await driver().waitForPopover(page, '阿里巴巴');
        await page.keyboard.press('Escape');
        await driver().waitForNoPopover(page);
      });
    });
  },
  MAINLY_CHROMIUM,
);
