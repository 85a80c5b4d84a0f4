/** A reader has a list of a hundred thousand names, which no tab could hold. */
import { beforeAll, expect, test } from 'vitest';
import { inBrowsers } from './harness/in-browsers';
import { storeLargeList } from './harness/store-large-list';

const NAMES = 100_000;
const CHOSEN = ['Ada Lovelace', 'Zwingli Instruments', '李约瑟研究所', '장영실'];

inBrowsers('a list too large for a tab', (driver) => {
  beforeAll(async () => {
    const page = await driver().open(driver().url('news.html'));
    await driver().waitForMarks(page, 'Ant Group');
    await page.close();
    await storeLargeList(driver(), NAMES, CHOSEN);
  }, 120_000);

  test('its names are marked beside the bundled ones, also over elements', async () => {
    const page = await driver().open(driver().url('large-list.html'));
    const found = await driver().waitForMarks(page, 'Ada Lovelace');
    expect(found).toContain('Ant Group');
    await expect.poll(() => driver().marks(page)).toContain('Zwing');
    const marks = await driver().marks(page);
    expect(marks).toEqual(
      expect.arrayContaining(['Zwing', 'li', ' Instruments', '李约瑟研究所', '장영실', 'Jack Ma']),
    );
    expect(marks.join('|')).not.toContain('Lovelaced');
    const names = (await driver().report(page))?.names.flatMap(({ entities }) => entities) ?? [];
    expect(names).toContainEqual({ key: 'generated/extra-0', label: 'Ada Lovelace' });
  });

  test('what the page adds later is found too, and what it takes away goes', async () => {
    const page = await driver().open(driver().url('large-list.html'));
    await driver().waitForMarks(page, 'Ada Lovelace');
    await page.evaluate(() => {
      document.querySelector('#first')?.remove();
      document.querySelector('#later')?.append('Then Ada ', document.createElement('b'));
      document.querySelector('#later b')?.append('Lovelace came.');
    });
    await expect
      .poll(() => driver().marks(page))
      .toEqual(expect.arrayContaining(['Ada ', 'Lovelace']));
    expect(await driver().marks(page)).not.toContain('Ada Lovelace');
  });
});
