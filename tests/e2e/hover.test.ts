import { expect, test } from 'vitest';
import { DWELL_MS, LEAVE_MS } from '../../lib/core/popover/state';
import { inBrowsers } from './harness/in-browsers';
import { letPass, middleOf, moveSlowly, restOn } from './harness/pointing';
import { closedAt, lastEvent, openedAt, readTimeline, startTimeline } from './harness/timeline';

/** A frame of a busy machine: what a measured delay may come short of the named one. */
const FRAME_MS = 20;

inBrowsers('a reader rests on a name', (driver) => {
  async function openNews() {
    const page = await driver().open(driver().url('news.html'));
    await driver().waitForMarks(page, 'Ant Group');
    return page;
  }

  test('resting opens the card, but not before the dwell is over', async () => {
    const page = await openNews();
    await startTimeline(driver(), page);
    await restOn(driver(), page, '#ant');
    await driver().waitForPopover(page, 'Ant Group');
    const timeline = await readTimeline(driver(), page);
    const waited = (openedAt(timeline) ?? 0) - lastEvent(timeline, 'pointermove');
    expect(waited).toBeGreaterThan(DWELL_MS - FRAME_MS);
  });

  test('passing over a name opens nothing', async () => {
    const page = await openNews();
    const { x, y } = await middleOf(driver(), page, '#jack');
    await startTimeline(driver(), page);
    // Sent together, so that the pointer is not kept on the name by the way to the browser.
    await Promise.all([page.mouse.move(x, y), page.mouse.move(x, y + 3), page.mouse.move(2, 2)]);
    await letPass(page, DWELL_MS * 3);
    expect(openedAt(await readTimeline(driver(), page))).toBeNull();
  });

  test('leaving closes the card after its delay', async () => {
    const page = await openNews();
    await restOn(driver(), page, '#ant');
    await driver().waitForPopover(page);
    await startTimeline(driver(), page);
    await letPass(page, 50);
    await driver().moveAside(page);
    await driver().waitForNoPopover(page);
    await letPass(page, 50);
    const timeline = await readTimeline(driver(), page);
    const waited = (closedAt(timeline) ?? 0) - lastEvent(timeline, 'pointermove');
    expect(waited).toBeGreaterThan(LEAVE_MS - FRAME_MS);
  });

  test.each([
    ['straight down', 0],
    ['at a slant', 120],
  ])('moving from the name into the card %s keeps it open all the time', async (_way, aside) => {
    const page = await openNews();
    const from = await middleOf(driver(), page, '#ant');
    await restOn(driver(), page, '#ant');
    const { box } = await driver().waitForPopover(page);
    await startTimeline(driver(), page);
    await letPass(page, 50);
    await moveSlowly(page, from, { x: from.x + aside, y: box.y + 40 }, 40);
    await letPass(page, LEAVE_MS * 2);
    const timeline = await readTimeline(driver(), page);
    expect(timeline.frames.filter((frame) => !frame.open)).toEqual([]);
    await driver().moveAside(page);
    await driver().waitForNoPopover(page);
  });

  test('going straight on to another name shows that one instead', async () => {
    const page = await openNews();
    await restOn(driver(), page, '#ant');
    await driver().waitForPopover(page, 'Ant Group');
    await restOn(driver(), page, '#jack');
    // The first card names him too, but not in characters.
    await driver().waitForPopover(page, '馬雲');
  });

  test('Escape closes the card, and it stays closed while the pointer rests', async () => {
    const page = await openNews();
    await restOn(driver(), page, '#ant');
    await driver().waitForPopover(page);
    await page.keyboard.press('Escape');
    await driver().waitForNoPopover(page);
    await letPass(page, DWELL_MS * 2);
    expect(await driver().popover(page)).toBeNull();
  });

  test('pressing a name opens its card at once', async () => {
    const page = await openNews();
    // The first card has to fetch the popover’s code, which is not what is measured here.
    await restOn(driver(), page, '#xu');
    await driver().waitForPopover(page);
    await page.keyboard.press('Escape');
    const { x, y } = await middleOf(driver(), page, '#jack');
    await startTimeline(driver(), page);
    await Promise.all([page.mouse.move(x, y), page.mouse.down(), page.mouse.up()]);
    await driver().waitForPopover(page, 'Jack Ma');
    const timeline = await readTimeline(driver(), page);
    expect((openedAt(timeline) ?? 0) - lastEvent(timeline, 'click')).toBeLessThan(DWELL_MS / 2);
  });

  test('a tap opens a card, and a tap elsewhere closes it', async () => {
    const page = await openNews();
    const { x, y } = await middleOf(driver(), page, '#jack');
    await page.touchscreen.tap(x, y);
    await driver().waitForPopover(page, 'Jack Ma');
    const plain = await middleOf(driver(), page, '#plain');
    // Beside the card, which stands over the middle of that line.
    await page.touchscreen.tap(plain.x - 250, plain.y);
    await driver().waitForNoPopover(page);
  });

  test('pressing a link that holds a name follows the link and opens nothing', async () => {
    const page = await openNews();
    for (const selector of ['#idle', '#link']) {
      const { x, y } = await middleOf(driver(), page, selector);
      await startTimeline(driver(), page);
      await Promise.all([page.mouse.move(x, y), page.mouse.down(), page.mouse.up()]);
      await letPass(page, DWELL_MS * 3);
      expect(openedAt(await readTimeline(driver(), page)), selector).toBeNull();
    }
    expect(await page.evaluate(() => [Reflect.get(window, 'followed'), location.hash])).toEqual([
      true,
      '#there',
    ]);
  });

  test('resting on a link that holds a name explains the name', async () => {
    const page = await openNews();
    await driver().hover(page, 'Alibaba', 0);
    await driver().waitForPopover(page, 'Alibaba');
  });

  test('selecting text across a name opens nothing', async () => {
    const page = await openNews();
    const { x, y } = await middleOf(driver(), page, '#jack');
    await startTimeline(driver(), page);
    await Promise.all([
      page.mouse.move(x - 150, y),
      page.mouse.down(),
      page.mouse.move(x - 5, y),
      page.mouse.move(x, y),
    ]);
    await letPass(page, DWELL_MS * 2);
    await page.mouse.up();
    await letPass(page, DWELL_MS);
    expect(await page.evaluate(() => String(getSelection()).length)).toBeGreaterThan(5);
    expect(openedAt(await readTimeline(driver(), page))).toBeNull();
  });

  test('a press that becomes a drag does not open the card that was about to come', async () => {
    const page = await openNews();
    const { x, y } = await middleOf(driver(), page, '#jack');
    await startTimeline(driver(), page);
    await page.mouse.move(x, y);
    // One frame, in which the wait for the card begins.
    await letPass(page, 0);
    await Promise.all([page.mouse.down(), page.mouse.move(x + 90, y)]);
    await letPass(page, DWELL_MS * 2);
    expect(openedAt(await readTimeline(driver(), page))).toBeNull();
    await page.mouse.up();
  });
});
