import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { DWELL_MS, LEAVE_MS } from '../../lib/core/popover/state';
import { focusTool, pinnedCards, pressTool, waitForPinned } from './harness/cards';
import { inBrowsers } from './harness/in-browsers';
import { boxesOf, letPass, middleOf, moveSlowly, overlap, restOn } from './harness/pointing';
import { lastEvent, openedAt, readTimeline, startTimeline } from './harness/timeline';

inBrowsers('cards on any page', (driver, browser) => {
  async function open(path: string) {
    const page = await driver().open(driver().url(path));
    await driver().waitForMarks(page);
    return page;
  }

  test('right to left: the card’s right edge stands at the name’s', async () => {
    const page = await open('rtl.html');
    for (const [selector, label] of [
      ['#ant', 'Ant Group'],
      ['#jack', 'Jack Ma'],
    ] as const) {
      const [name] = await boxesOf(driver(), page, selector);
      await restOn(driver(), page, selector);
      const { box } = await driver().waitForPopover(page, label);
      if (!name) throw new Error('the page does not show it');
      expect(overlap(name, box)).toBe(false);
      expect(Math.abs(box.x + box.width - (name.x + name.width))).toBeLessThan(2);
      await driver().shot(page, `cards-rtl-${selector.slice(1)}`);
      await driver().moveAside(page);
      await driver().waitForNoPopover(page);
    }
  });

  test('upright lines: the card stands beside its line, and the way to it is safe', async () => {
    const page = await open('upright.html');
    const from = await middleOf(driver(), page, '#ant');
    const [name] = await boxesOf(driver(), page, '#ant');
    await restOn(driver(), page, '#ant');
    const { box } = await driver().waitForPopover(page, 'Ant Group');
    if (!name) throw new Error('the page does not show it');
    expect(overlap(name, box)).toBe(false);
    expect(box.x + box.width <= name.x || box.x >= name.x + name.width).toBe(true);
    expect(Math.abs(box.y - name.y)).toBeLessThan(200);
    await driver().shot(page, 'cards-upright');
    await moveSlowly(page, from, { x: box.x + box.width / 2, y: box.y + 120 }, 30);
    await letPass(page, LEAVE_MS * 2);
    expect((await driver().popover(page))?.text).toContain('Ant Group');
  });

  test('the way to the card is safe also slowly, at a slant and across another name', async () => {
    const page = await open('news.html');
    const from = await middleOf(driver(), page, '#ant');
    await restOn(driver(), page, '#ant');
    const { box } = await driver().waitForPopover(page, 'Ant Group');
    await pressTool(driver(), page, 'grip');
    await waitForPinned(driver(), page, ['Ant Group']);
    await pressTool(driver(), page, 'pin', 'Ant Group');
    const moved = await driver().waitForPopover(page, 'Ant Group');
    expect(moved.box).not.toEqual(box);
    // Back on the name: far from the card now.
    await page.mouse.move(from.x, from.y);
    const to = { x: moved.box.x + 60, y: moved.box.y + moved.box.height / 2 };
    const began = Date.now();
    await moveSlowly(page, from, to, 50, 10);
    expect(Date.now() - began).toBeGreaterThan(LEAVE_MS);
    await letPass(page, LEAVE_MS * 2);
    expect((await driver().popover(page))?.text).toContain('Ant Group');
  });

  test('a name that comes under the resting pointer is explained', async () => {
    const page = await open('late.html');
    const { y } = await middleOf(driver(), page, '#late');
    await page.mouse.move(60, y - 1);
    await page.mouse.move(60, y);
    await letPass(page, DWELL_MS * 2);
    await page.evaluate(() => {
      const late = document.querySelector('#late');
      if (late) late.textContent = 'Alibaba said so.';
    });
    await driver().waitForPopover(page, 'Alibaba');
  });

  test('but not again once the reader has closed it', async () => {
    const page = await open('late.html');
    await restOn(driver(), page, '#known');
    await driver().waitForPopover(page, 'Tencent');
    await page.keyboard.press('Escape');
    await driver().waitForNoPopover(page);
    await startTimeline(driver(), page);
    const { x, y } = await middleOf(driver(), page, '#known');
    await page.mouse.move(x + 1, y);
    await letPass(page, DWELL_MS * 3);
    expect(openedAt(await readTimeline(driver(), page))).toBeNull();
    await driver().moveAside(page);
    // More than a frame, so that the leaving is seen.
    await letPass(page, 50);
    await restOn(driver(), page, '#known');
    await driver().waitForPopover(page, 'Tencent');
  });

  describe('by finger', () => {
    test('a tap on a link follows the link', async () => {
      const page = await open('news.html');
      const { x, y } = await middleOf(driver(), page, '#idle');
      await page.touchscreen.tap(x, y);
      await letPass(page, DWELL_MS * 3);
      expect(await page.evaluate(() => Reflect.get(window, 'followed'))).toBe(true);
      expect(await driver().popover(page)).toBeNull();
    });

    test('a card stays while the reader only lifts the finger, and lets a link be followed', async () => {
      const page = await open('news.html');
      const { x, y } = await middleOf(driver(), page, '#jack');
      await page.touchscreen.tap(x, y);
      await driver().waitForPopover(page, 'Jack Ma');
      await letPass(page, LEAVE_MS * 3);
      expect(await driver().popover(page)).not.toBeNull();
    });

    test.skipIf(browser === 'firefox')('a swipe scrolls and closes nothing', async () => {
      const page = await open('news.html');
      const { x, y } = await middleOf(driver(), page, '#jack');
      await page.touchscreen.tap(x, y);
      await driver().waitForPopover(page, 'Jack Ma');
      await page.touchscreen.touchStart(100, 600);
      for (let n = 1; n <= 8; n++) await page.touchscreen.touchMove(100, 600 - n * 8);
      // Stopped before it is lifted, lest the page glides on and takes the name out of view.
      await letPass(page, 200);
      await page.touchscreen.touchEnd();
      await letPass(page, LEAVE_MS * 2);
      expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
      expect(await driver().popover(page)).not.toBeNull();
    });
  });

  test.skipIf(browser === 'firefox')(
    'by pen: it opens in the air, and a tapped card stays',
    async () => {
      const page = await open('news.html');
      const session = await page.createCDPSession();
      const pen = (type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', x: number, y: number) =>
        session.send('Input.dispatchMouseEvent', {
          type,
          x,
          y,
          pointerType: 'pen',
          ...(type === 'mouseMoved' ? {} : { button: 'left', clickCount: 1 }),
        });
      const { x, y } = await middleOf(driver(), page, '#jack');
      await pen('mouseMoved', x - 1, y);
      await pen('mouseMoved', x, y);
      await driver().waitForPopover(page, 'Jack Ma');
      await pen('mouseMoved', 60, 700);
      await driver().waitForNoPopover(page);
      await pen('mouseMoved', x, y);
      await pen('mousePressed', x, y);
      await pen('mouseReleased', x, y);
      await driver().waitForPopover(page, 'Jack Ma');
      await pen('mouseMoved', 60, 700);
      await letPass(page, LEAVE_MS * 2);
      expect(await driver().popover(page)).not.toBeNull();
      await pen('mousePressed', 60, 700);
      await pen('mouseReleased', 60, 700);
      await driver().waitForNoPopover(page);
    },
  );

  test.skipIf(browser === 'firefox')('in forced colours its head can be made out', async () => {
    const page = await open('news.html');
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'forced-colors', value: 'active' },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ],
    });
    await restOn(driver(), page, '#jack');
    await driver().waitForPopover(page, '马云');
    await pressTool(driver(), page, 'pin');
    await waitForPinned(driver(), page, ['Jack Ma']);
    await focusTool(driver(), page, 'close', 'Jack Ma');
    await driver().shot(page, 'cards-forced');
    const moving = await driver().inContentWorld(page, () => {
      const [root] = Reflect.get(
        globalThis,
        Symbol.for('glossator.popover.pinned'),
      ) as ShadowRoot[];
      return root?.getAnimations().length;
    });
    expect(moving).toBe(0);
  });

  describe('zoomed', () => {
    test.each([
      ['twice', 550, 400, 2],
      ['four times', 320, 256, 4],
    ])('%s, the card is all in the window', async (name, width, height, deviceScaleFactor) => {
      const page = await open('news.html');
      await page.setViewport(
        browser === 'firefox' ? { width, height } : { width, height, deviceScaleFactor },
      );
      await restOn(driver(), page, '#jack');
      const { box } = await driver().waitForPopover(page, 'Jack Ma');
      expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
      await driver().shot(page, `cards-zoomed-${name.replace(' ', '-')}`);
      await pressTool(driver(), page, 'pin');
      const [card] = await waitForPinned(driver(), page, ['Jack Ma']);
      expect((card?.box.y ?? 0) + (card?.box.height ?? 999)).toBeLessThanOrEqual(height);
    });

    test.skipIf(browser === 'firefox')(
      'by two fingers, it is in the part that is seen',
      async () => {
        const page = await open('news.html');
        const session = await page.createCDPSession();
        await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2 });
        await expect.poll(() => page.evaluate(() => visualViewport?.scale)).toBe(2);
        await restOn(driver(), page, '#jack');
        const { box } = await driver().waitForPopover(page, 'Jack Ma');
        const seen = await page.evaluate(() => {
          const { offsetLeft = 0, offsetTop = 0, width = 0, height = 0 } = visualViewport ?? {};
          return { x: offsetLeft, y: offsetTop, width, height };
        });
        await driver().shot(page, 'cards-pinched');
        expect(box.x).toBeGreaterThanOrEqual(seen.x);
        expect(box.x + box.width).toBeLessThanOrEqual(seen.x + seen.width);
        expect(box.y).toBeGreaterThanOrEqual(seen.y);
        expect(box.y + box.height).toBeLessThanOrEqual(seen.y + seen.height);
      },
    );
  });

  test.skipIf(browser === 'firefox')('on paper there is nothing of ours', async () => {
    const page = await driver().open(driver().url('empty.html'));
    await page.goto(driver().url('news.html'));
    await driver().waitForMarks(page, 'Ant Group');
    const paper = async () => {
      await page.emulateMediaType('print');
      const picture = await pictureOf(page);
      await page.emulateMediaType('screen');
      return picture;
    };
    const marked = await paper();
    await restOn(driver(), page, '#ant');
    await driver().waitForPopover(page, 'Ant Group');
    await pressTool(driver(), page, 'pin');
    await restOn(driver(), page, '#jack');
    await driver().waitForPopover(page, 'Jack Ma');
    expect(await paper()).toBe(marked);
    await letPass(page, 100);
    expect(await pinnedCards(driver(), page)).toHaveLength(1);
    await page.emulateMediaType('screen');
    expect(inkOf(await page.pdf())).toContain(MARKS);
    await page.emulateMediaType('print');
    expect(inkOf(await page.pdf())).not.toContain(MARKS);
  });

  test('opens within a frame of the press once its code is there', async () => {
    const page = await open('news.html');
    await restOn(driver(), page, '#xu');
    await driver().waitForPopover(page, 'Xu Lin');
    await driver().moveAside(page);
    await driver().waitForNoPopover(page);
    const waits: number[] = [];
    for (const selector of ['#jack', '#ant', '#ma']) {
      const { x, y } = await middleOf(driver(), page, selector);
      await startTimeline(driver(), page);
      await letPass(page, 50);
      await page.mouse.click(x, y);
      await driver().waitForPopover(page);
      const timeline = await readTimeline(driver(), page);
      const pressed = lastEvent(timeline, 'click');
      const opened = openedAt(timeline) ?? Number.POSITIVE_INFINITY;
      // Frames that were drawn between the press and the card.
      waits.push(timeline.frames.filter(({ at }) => at > pressed && at < opened).length);
      await page.keyboard.press('Escape');
      await driver().moveAside(page);
      await driver().waitForNoPopover(page);
    }
    expect(Math.min(...waits)).toBe(0);
    expect(Math.max(...waits)).toBeLessThanOrEqual(1);
  });

  test.skipIf(browser === 'firefox')('shifts nothing of the page’s layout', async () => {
    const page = await driver().open(driver().url('news.html'));
    await page.evaluate(() => {
      Reflect.set(window, 'shifts', []);
      const watch = (list: PerformanceObserverEntryList) => {
        (Reflect.get(window, 'shifts') as number[]).push(
          ...list.getEntries().map((entry) => Number(Reflect.get(entry, 'value'))),
        );
      };
      new PerformanceObserver(watch).observe({ type: 'layout-shift', buffered: true });
    });
    await driver().waitForMarks(page, 'Ant Group');
    await restOn(driver(), page, '#ant');
    await driver().waitForPopover(page, 'Ant Group');
    await pressTool(driver(), page, 'pin');
    await restOn(driver(), page, '#jack');
    await driver().waitForPopover(page, 'Jack Ma');
    await pressTool(driver(), page, 'grip');
    await pressTool(driver(), page, 'close', 'Ant Group');
    await letPass(page, 200);
    expect(await page.evaluate(() => Reflect.get(window, 'shifts'))).toEqual([]);
  });
});

/** The grey of lib/core/settings/mark-style.ts. */
const MARKS = '132 138 148';

/** The colours that a PDF is printed in. */
function inkOf(pdf: Uint8Array): string[] {
  const text = Buffer.from(pdf).toString('latin1');
  const colours = [...text.matchAll(/stream\r?\n(.*?)endstream/gs)].flatMap(([, stream = '']) => [
    ...unpacked(Buffer.from(stream, 'latin1')).matchAll(/(\S+) (\S+) (\S+) rg\b/g),
  ]);
  return colours.map(([, ...shares]) => shares.map((share) => Math.round(+share * 255)).join(' '));
}

function unpacked(stream: Buffer): string {
  try {
    return inflateSync(stream).toString('latin1');
  } catch {
    // Pictures and fonts are packed in other ways.
    return '';
  }
}

/** Short enough to be told in a failure. */
async function pictureOf(page: Page): Promise<string> {
  return createHash('sha256')
    .update(await page.screenshot())
    .digest('hex');
}
