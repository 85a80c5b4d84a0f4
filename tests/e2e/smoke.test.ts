import { expect, test } from 'vitest';
import { inBrowsers } from './harness/in-browsers';

inBrowsers('a reader opens a page', (driver) => {
  test('names are marked, and resting on one explains it', async () => {
    const { open, url, hover, waitForMarks, waitForPopover, waitForNoPopover, moveAside, shot } =
      driver();
    const page = await open(url('news.html'));
    const marks = await waitForMarks(page, 'Ant Group');
    expect(marks).toContain('Jack Ma');
    await hover(page, 'Jack Ma');
    const popover = await waitForPopover(page, 'Jack Ma');
    expect(popover.text).toContain('马云');
    await shot(page, 'smoke-popover');
    await moveAside(page);
    await waitForNoPopover(page);
  });

  test('the toolbar popup lists the names of the page', async () => {
    const { open, url, waitForMarks, report, openPopupFor } = driver();
    const page = await open(url('news.html'));
    await waitForMarks(page);
    const names = (await report(page))?.names.flatMap((name) => name.entities) ?? [];
    expect(names.map((entity) => entity.label)).toContain('Ant Group');
    const popup = await openPopupFor(page);
    await popup.waitForSelector('[role="combobox"]');
    await expect
      .poll(() => popup.evaluate(() => document.body.textContent), { timeout: 10_000 })
      .toContain('Ant Group');
  });
});
