import { expect, test } from 'vitest';
import { DWELL_MS } from '../../lib/core/popover/state';
import { inBrowsers, MAINLY_CHROMIUM } from './harness/in-browsers';
import { pressIn } from './harness/in-popover';
import { letPass, middleOf, restOn } from './harness/pointing';
import { openedAt, readTimeline, startTimeline } from './harness/timeline';

inBrowsers(
  'one thing over another',
  (driver) => {
    async function openLayers() {
      const page = await driver().open(driver().url('layers.html'));
      await driver().waitForMarks(page, 'Tencent');
      return page;
    }

    test.each([
      ['below a link stretched over its card', '#below-link', 'Alibaba'],
      ['that cannot be selected', '#unselectable', 'Jack Ma'],
      ['on a coloured ground', '#painted', 'Ant Group'],
    ])('a name %s is explained', async (_where, selector, label) => {
      const page = await openLayers();
      await restOn(driver(), page, selector);
      await driver().waitForPopover(page, label);
      await page.close();
    });

    test('a name that a bar covers, or that is cut off, is left alone', async () => {
      const page = await openLayers();
      const clipped = await middleOf(driver(), page, '#clipped');
      await startTimeline(driver(), page);
      await page.mouse.move(clipped.x, clipped.y);
      await letPass(page, DWELL_MS * 2);
      const { x, y } = await middleOf(driver(), page, '#hidden-below');
      await page.evaluate((by) => scrollTo({ top: by, behavior: 'instant' }), y - 30);
      await page.mouse.move(x, 30);
      await letPass(page, DWELL_MS * 2);
      expect(openedAt(await readTimeline(driver(), page))).toBeNull();
      await page.mouse.click(x, 30);
      await letPass(page, 50);
      expect(openedAt(await readTimeline(driver(), page))).toBeNull();
    });

    test('a name in a modal dialog is explained above the dialog, and can be worked with', async () => {
      const page = await openLayers();
      await page.evaluate(() => document.querySelector('dialog')?.showModal());
      await restOn(driver(), page, '#in-dialog');
      await driver().waitForPopover(page, 'Ant Group');
      await driver().shot(page, 'hover-dialog');
      expect((await driver().inContentWorld(page, lookOfPopover)).onTop).not.toContain(false);
      await pressIn(driver(), page, 'Jack Ma');
      await driver().waitForPopover(page, '马云');
      await page.keyboard.press('Escape');
      await driver().waitForNoPopover(page);
      // The key was for the card, which had the focus; the dialog stays.
      expect(await page.evaluate(() => document.querySelector('dialog')?.open)).toBe(true);
    });

    test('a name in what fills the screen is explained', async () => {
      const page = await openLayers();
      await page.mouse.move(600, 600);
      await page.evaluate(() => {
        const show = () => void document.querySelector('#full')?.requestFullscreen();
        addEventListener('click', show, { once: true });
      });
      await page.mouse.click(600, 600);
      await expect.poll(() => page.evaluate(() => document.fullscreenElement?.id)).toBe('full');
      await restOn(driver(), page, '#in-full');
      await driver().waitForPopover(page, 'Jack Ma');
      expect((await driver().inContentWorld(page, lookOfPopover)).onTop).not.toContain(false);
      await page.evaluate(() => document.exitFullscreen());
    });
  },
  MAINLY_CHROMIUM,
);

inBrowsers(
  'a page that fights back',
  (driver) => {
    test('cannot keep the card from being seen', async () => {
      const page = await driver().open(driver().url('hostile.html'));
      await expect
        .poll(async () =>
          (await driver().report(page))?.names.map(({ entities }) => entities[0]?.label),
        )
        .toEqual(['Ant Group', 'Alibaba']);
      for (const [selector, label] of [
        ['#ant', 'Ant Group'],
        ['#alibaba', 'Alibaba'],
      ] as const) {
        await restOn(driver(), page, selector);
        const { box, text } = await driver().waitForPopover(page, label);
        expect(text.length).toBeGreaterThan(200);
        expect(box.width).toBe(384);
        expect(box.height).toBeGreaterThan(200);
        // It fades in, so what is wanted is what it comes to.
        await expect
          .poll(() => driver().inContentWorld(page, lookOfPopover))
          .toMatchObject({
            onTop: [true, true, true, true, true],
            opacity: '1',
            visibility: 'visible',
            transform: 'none',
            fontSize: '15px',
          });
        await driver().shot(page, `hostile-${selector.slice(1)}`);
        await driver().moveAside(page);
        await driver().waitForNoPopover(page);
      }
    });
  },
  MAINLY_CHROMIUM,
);

/** Whether the popover is what is seen at its corners and its middle, and how it looks. */
function lookOfPopover() {
  const root = Reflect.get(globalThis, Symbol.for('glossator.popover.root')) as ShadowRoot;
  const frame = root.firstElementChild as HTMLElement;
  const { left, top, right, bottom } = frame.getBoundingClientRect();
  const corners = [left + 8, right - 8].flatMap((x) => [top + 8, bottom - 8].map((y) => [x, y]));
  const points = [...corners, [(left + right) / 2, (top + bottom) / 2]];
  const { opacity, visibility, transform } = getComputedStyle(frame);
  const name = root.querySelector('.summary') ?? frame;
  return {
    onTop: points.map(([x = 0, y = 0]) => document.elementFromPoint(x, y) === root.host),
    opacity,
    visibility,
    transform,
    fontSize: getComputedStyle(name).fontSize,
  };
}
