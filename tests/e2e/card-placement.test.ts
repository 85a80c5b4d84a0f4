import { expect, test } from 'vitest';
import { LEAVE_MS } from '../../lib/core/popover/state';
import { inBrowsers } from './harness/in-browsers';
import { buttonsIn, countIn, pressIn } from './harness/in-popover';
import { boxesOf, letPass, overlap, restOn } from './harness/pointing';

inBrowsers('the card beside the text', (driver) => {
  async function openCard(selector: string, label: string) {
    const page = await driver().open(driver().url('news.html'));
    await driver().waitForMarks(page, 'Ant Group');
    await restOn(driver(), page, selector);
    return { page, view: await driver().waitForPopover(page, label) };
  }

  test('does not cover the line that is being read, and stays inside the window', async () => {
    for (const selector of ['#ant', '#two-lines', '#ko', '#far']) {
      const { page, view } = await openCard(selector, '');
      const boxes = await boxesOf(driver(), page, selector);
      expect(
        boxes.filter((box) => overlap(box, view.box)),
        selector,
      ).toEqual([]);
      const { x, y, width, height } = view.box;
      expect(Math.min(x, y), selector).toBeGreaterThanOrEqual(0);
      expect(x + width, selector).toBeLessThanOrEqual(1100);
      expect(y + height, selector).toBeLessThanOrEqual(800);
      await page.close();
    }
  });

  test('of a name on two lines stands under the part that the pointer is on', async () => {
    const { page, view } = await openCard('#two-lines', 'Cyberspace Administration');
    const boxes = await boxesOf(driver(), page, '#two-lines');
    const [first, second] = boxes.filter((box) => box.width > 0);
    if (!first || !second) throw new Error('the name has to break for this story');
    expect(Math.abs(view.box.x - first.x)).toBeLessThan(4);
    await driver().moveAside(page);
    await driver().waitForNoPopover(page);
    await page.mouse.move(second.x + second.width / 2, second.y + second.height / 2);
    const again = await driver().waitForPopover(page, 'Cyberspace Administration');
    expect(Math.abs(again.box.x - second.x)).toBeLessThan(4);
    await driver().shot(page, 'hover-two-lines');
  });

  test('follows the text when the page scrolls under it', async () => {
    const { page, view } = await openCard('#ant', 'Ant Group');
    // Into the card, so that it is not the pointer’s leaving that ends the story.
    await page.mouse.move(view.box.x + 40, view.box.y + 60);
    await letPass(page, LEAVE_MS * 2);
    const [before] = await boxesOf(driver(), page, '#ant');
    await page.evaluate(() => scrollBy(0, 40));
    await expect
      .poll(async () => {
        const [now] = await boxesOf(driver(), page, '#ant');
        const box = (await driver().popover(page))?.box;
        return box && now && before && [now.y - before.y, box.y - view.box.y].map(Math.round);
      })
      .toEqual([-40, -40]);
  });

  test('reveals more claims when asked, until all are there', async () => {
    const { page } = await openCard('#ant', '蚂蚁');
    const atFirst = await countIn(driver(), page, 'li.claim');
    const askFor = async () =>
      (await buttonsIn(driver(), page)).find((button) =>
        /^Show \d+ more|^All \d+ claims/.test(button),
      );
    await driver().shot(page, 'hover-card');
    for (let words = await askFor(); words !== undefined; words = await askFor()) {
      const before = await countIn(driver(), page, 'li.claim');
      await pressIn(driver(), page, words);
      await expect.poll(() => countIn(driver(), page, 'li.claim')).toBeGreaterThan(before);
    }
    expect(await countIn(driver(), page, 'li.claim')).toBeGreaterThan(atFirst);
    await driver().shot(page, 'hover-all-claims');
    expect(await driver().popover(page)).not.toBeNull();
  });

  test('opens a related entity in place, with a way back', async () => {
    const { page, view } = await openCard('#ant', 'Ant Group');
    await pressIn(driver(), page, 'Jack Ma');
    const related = await driver().waitForPopover(page, '马云');
    expect(related.text).not.toContain('蚂蚁集团');
    expect([related.box.x, related.box.width]).toEqual([view.box.x, view.box.width]);
    await driver().shot(page, 'hover-related');
    await pressIn(driver(), page, '←');
    await driver().waitForPopover(page, '蚂蚁');
  });

  test('moves nothing of the page when it comes', async () => {
    const page = await driver().open(driver().url('news.html'));
    const bare = await page.evaluate(layoutOf);
    await driver().waitForMarks(page, 'Ant Group');
    expect(await page.evaluate(layoutOf)).toEqual(bare);
    await restOn(driver(), page, '#ant');
    await driver().waitForPopover(page, 'Ant Group');
    expect(await page.evaluate(layoutOf)).toEqual(bare);
    await driver().moveAside(page);
    await driver().waitForNoPopover(page);
    expect(await page.evaluate(layoutOf)).toEqual(bare);
  });
});

/** Place and size of every element of the page, by its path, and of the page as a whole. */
function layoutOf(): string[] {
  const root = document.scrollingElement;
  const whole = `${root?.scrollWidth} ${root?.scrollHeight} ${scrollX} ${scrollY}`;
  const rects = [...document.querySelectorAll('html, body, body *')].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return `${element.localName}#${element.id} ${x + scrollX} ${y + scrollY} ${width} ${height}`;
  });
  return [whole, ...rects];
}
