import { expect, test } from 'vitest';
import { DWELL_MS } from '../../lib/core/popover/state';
import { inBrowsers } from './harness/in-browsers';
import { pressIn } from './harness/in-popover';
import { letPass, restOn } from './harness/pointing';
import { openedAt, readTimeline, startTimeline } from './harness/timeline';

inBrowsers('names in many forms', (driver) => {
  async function openNews() {
    const page = await driver().open(driver().url('news.html'));
    await driver().waitForMarks(page, 'Ant Group');
    return page;
  }

  test.each([
    ['the first letter of a name in three pieces', '#split b', 'Ant Group'],
    ['the last word of a name in three pieces', '#split i', 'Ant Group'],
    ['a Chinese name', '#zh', 'Ant Group'],
    ['a Korean name', '#ko', 'Jack Ma'],
    ['a short name after the full one', '#ma', 'Jack Ma'],
    ['a name inside a button', '#button', 'Tencent'],
  ])('%s is explained', async (_what, selector, label) => {
    const page = await openNews();
    await restOn(driver(), page, selector);
    const { text } = await driver().waitForPopover(page, label);
    expect(text.slice(0, 80)).toContain(label);
    await page.close();
  });

  test('a short name says for which full name it stands', async () => {
    const page = await openNews();
    await restOn(driver(), page, '#ma');
    const { text } = await driver().waitForPopover(page, 'Jack Ma');
    expect(text).toContain('it stands for “Jack Ma”');
  });

  test('a name that may mean two people offers the choice, and a way back to it', async () => {
    const page = await openNews();
    await restOn(driver(), page, '#either');
    const { text } = await driver().waitForPopover(page, '“Ma” may be');
    expect(text).toContain('Jack Ma');
    await driver().shot(page, 'hover-choice');
    await pressIn(driver(), page, 'Pony Ma');
    await driver().waitForPopover(page, '马化腾');
    await pressIn(driver(), page, '←');
    await driver().waitForPopover(page, '“Ma” may be');
  });

  test('code and form fields stay unmarked and unexplained', async () => {
    const page = await openNews();
    const inside = await page.evaluate(() =>
      [...(CSS.highlights.get('glossator-mention') ?? [])]
        .map(({ startContainer }) => startContainer.parentElement?.closest('code, textarea, pre'))
        .filter((element) => element !== null),
    );
    expect(inside).toEqual([]);
    await startTimeline(driver(), page);
    for (const selector of ['#code', '#field']) {
      await restOn(driver(), page, selector);
      await letPass(page, DWELL_MS * 2);
    }
    expect(openedAt(await readTimeline(driver(), page))).toBeNull();
  });
});
