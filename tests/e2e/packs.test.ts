import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { waitFor } from '../../lib/tools/browsers/extension-driver';
import { barriersInPage } from './harness/axe';
import { setScheme } from './harness/browser-surfaces';
import { inBrowsers } from './harness/in-browsers';
import {
  catchDownloads,
  chooseFile,
  dropFile,
  exportText,
  install,
  listedPacks,
  openPacks,
  readRefusals,
  readVerdicts,
  storedPacks,
  takeDownload,
  unfold,
} from './harness/packs';
import { letPass } from './harness/pointing';
import { press } from './harness/settings';

inBrowsers('a reader adds packs and takes them away', (driver) => {
  const closing: Page[] = [];
  afterEach(async () => {
    for (const page of closing.splice(0)) await page.close();
  });

  async function packs(query = ''): Promise<Page> {
    const page = await openPacks(driver(), query);
    closing.push(page);
    return page;
  }

  /** Reads a list that does not say everything itself, and waits for what would change. */
  async function readList(page: Page, file: string): Promise<Record<string, number>> {
    await chooseFile(page, file);
    await press(page, '.prepare .primary');
    return readVerdicts(page);
  }

  async function isKnown(reading: Page): Promise<boolean> {
    const report = await driver().report(reading);
    const keys = report?.names.flatMap(({ entities }) => entities.map(({ key }) => key)) ?? [];
    return keys.includes('harbour/oskar-brandel');
  }

  async function remove(page: Page, pack: string): Promise<void> {
    await unfold(page, pack);
    await press(page, `[data-pack="${pack}"] .pack-details > .text-button`);
    await press(page, `[data-pack="${pack}"] .question .button`);
    await waitFor('the pack to go', async () => !(await listedPacks(page)).includes(pack));
  }

  test('a pack: what is refused and why, cancelled without a trace, then installed', async () => {
    const page = await packs();
    const before = await storedPacks(driver());
    await chooseFile(page, 'harbour.json');
    expect(await readVerdicts(page)).toEqual({ new: 5, refused: 3 });
    const refused = await readRefusals(page);
    expect(refused).toHaveLength(3);
    expect(refused.join('\n')).toContain('HTML');
    expect(refused.join('\n')).toContain('“wizard”');
    expect(refused.join('\n')).toContain('“hidden”');
    await press(page, '.review .text-button');
    await page.waitForSelector('.choose-file');
    await waitFor('the store as it was', async () => (await storedPacks(driver())) === before);

    await chooseFile(page, 'harbour.json');
    await readVerdicts(page);
    await install(page);
    await waitFor('it in the list', async () => (await listedPacks(page)).includes('harbour'));
    await remove(page, 'harbour');
  });

  test('an open page knows its names at once, and no longer once it is disabled', async () => {
    const reading = await driver().open(driver().url('harbour.html'));
    closing.push(reading);
    await driver().waitForMarks(reading, 'Ant Group');
    const page = await packs();
    await chooseFile(page, 'harbour.json');
    await readVerdicts(page);
    await install(page);
    await waitFor('it in the list', async () => (await listedPacks(page)).includes('harbour'));
    await waitFor('the name on the page', () => isKnown(reading));
    await press(page, '[data-pack="harbour"] .pack-line input[type="checkbox"]');
    await waitFor('it to be forgotten', async () => !(await isKnown(reading)));
    await press(page, '[data-pack="harbour"] .pack-line input[type="checkbox"]');
    await waitFor('the name on the page again', () => isKnown(reading));
    await driver().hover(reading, 'Oskar Brandel');
    await driver().waitForPopover(reading, 'Vellmoor Harbour Trust');
  });

  test('pages can read its marks only where the reader has chosen so', async () => {
    const reading = await driver().open(driver().url('harbour.html'));
    closing.push(reading);
    await driver().waitForMarks(reading, 'Ant Group');
    await waitFor('the name on the page', () => isKnown(reading));
    expect(await driver().marks(reading)).not.toContain('Oskar Brandel');
    const page = await packs();
    await unfold(page, 'harbour');
    await press(page, '[data-pack="harbour"] .pack-details > div input[type="checkbox"]');
    await reading.bringToFront();
    await driver().waitForMarks(reading, 'Oskar Brandel');
  });

  test('a page cannot tell by the style of marks that such a name stands in it', async () => {
    const page = await packs();
    await unfold(page, 'harbour');
    const paint = '[data-pack="harbour"] .pack-details > div input[type="checkbox"]';
    await press(page, paint);
    const reading = await driver().open(driver().url('harbour-alone.html'));
    closing.push(reading);
    await waitFor('the name on the page', () => isKnown(reading));
    await waitFor('no style', async () => (await reading.evaluate(markLine)) === 'none');
    // A page may put an entry of its own in the place of ours.
    await reading.evaluate(() => {
      CSS.highlights.set('glossator-mention', new Highlight());
      document.querySelector('p')?.append(' So says Oskar Brandel.');
    });
    await letPass(reading, 1000);
    expect(await reading.evaluate(markLine)).toBe('none');
    await page.bringToFront();
    await press(page, paint);
    await reading.bringToFront();
    await driver().waitForMarks(reading, 'Oskar Brandel');
    await waitFor('the style', async () => (await reading.evaluate(markLine)) === 'underline');
  });

  test('an export imported again changes nothing', async () => {
    const page = await packs();
    const text = await exportText(page, 'harbour', 'pack');
    expect(JSON.parse(text)).toMatchObject({ id: 'harbour', entities: { length: 2 } });
    await dropFile(page, 'harbour.json', text);
    expect(await readVerdicts(page)).toEqual({ same: 5 });
    expect(await page.$('.review .primary')).toBeNull();
    await press(page, '.review .button');
    await page.waitForSelector('.choose-file');
  });

  test('an update shows three versions where both changed, and keeps what the reader wrote', async () => {
    const page = await packs();
    const text = await exportText(page, 'harbour', 'pack');
    await driver().inExtension(renameTrust, text);
    const update = text
      .replace('"version":"1.0.0"', '"version":"1.1.0"')
      .replace('"label":"Vellmoor Harbour Trust"', '"label":"Harbour Trust of Vellmoor"')
      .replace('"text":"Vellmoor Harbour Trust"', '"text":"Harbour Trust of Vellmoor"')
      .replace('Head of the Vellmoor Harbour Trust.', 'Head of the trust since June.');
    await dropFile(page, 'harbour.json', update);
    expect(await readVerdicts(page)).toEqual({ conflicting: 1, changed: 1, same: 3 });
    await page.waitForSelector('.difference');
    expect(await readDifferences(page)).toContainEqual([
      'name',
      'Vellmoor Harbour Trust',
      'My harbour',
      'Harbour Trust of Vellmoor',
    ]);
    await press(page, '.verdict-items:not([open]) summary');
    const now = 'Head of the Vellmoor Harbour Trust. (claims: brandel-leads)';
    const then = 'Head of the trust since June. (claims: brandel-leads)';
    const wanted = JSON.stringify(['summary', now, then]);
    await waitFor('what would change', async () =>
      (await readDifferences(page)).some((each) => JSON.stringify(each) === wanted),
    );
    await install(page);
    const after = await exportText(page, 'harbour', 'pack');
    expect(after).toContain('"label":"My harbour"');
    expect(after).toContain('Head of the trust since June.');
  });

  test.each([
    ['csv', 'Oskar Brandel'],
    ['annotations', '"AnnotationPage"'],
    ['claim-review', '"ClaimReview"'],
    ['markdown', '[^1]'],
  ])('it is exported as %s', async (format, words) => {
    expect(await exportText(await packs(), 'harbour', format)).toContain(words);
  });

  test('a table, with what its columns hold', async () => {
    const page = await packs();
    await chooseFile(page, 'glossary.csv');
    await page.waitForSelector('.mapping');
    const roles = await page.$$eval('.mapping th select', (all) =>
      all.map((each) => (each as HTMLSelectElement).value),
    );
    expect(roles).toEqual(['label', 'description', '']);
    await (await page.$$('.mapping th select'))[2]?.select('aliases');
    await press(page, '.prepare .primary');
    expect(await readVerdicts(page)).toEqual({ new: 2, refused: 1 });
    expect(await readRefusals(page)).toEqual(['Line 4: The row has 2 columns, the others 3.']);
    await install(page);
    await waitFor('it in the list', async () => (await listedPacks(page)).includes('glossary'));
  });

  test.each([
    ['a list of OpenSanctions', 'targets.simple.csv', 'targets', 'Entries of type “Address”'],
    ['FollowTheMoney entities', 'entities.ftm.json', 'entities', 'Entries of type “Address”'],
    ['web annotations', 'annotations.jsonld', 'annotations', 'The annotation points at nothing'],
  ])('%s', async (_what, file, id, refusal) => {
    const page = await packs();
    const verdicts = await readList(page, file);
    expect(verdicts['new']).toBeGreaterThan(1);
    expect(verdicts['refused']).toBe(1);
    expect((await readRefusals(page)).join()).toContain(refusal);
    await install(page);
    await waitFor('it in the list', async () => (await listedPacks(page)).includes(id));
    await remove(page, id);
  });

  test.each([
    [
      'a broken file',
      'broken.json',
      '{"id":"x","version":"1.0.0","entities":[{"id" "x"}]}',
      'JSON',
    ],
    ['an empty file', 'empty.csv', '', 'The file is empty.'],
    ['a web page', 'page.json', '<!doctype html><p>Hello', 'none of the formats'],
  ])('%s gives one clear message', async (_what, name, text, words) => {
    const page = await packs();
    const before = await storedPacks(driver());
    await dropFile(page, name, text);
    await page.waitForSelector('.failure');
    const alerts = await page.$$eval('[role="alert"]', (all) =>
      all.map((each) => each.textContent ?? '').filter((each) => each !== ''),
    );
    expect(alerts).toHaveLength(1);
    expect(alerts[0]).toContain(words);
    expect(alerts[0]).toContain('Nothing was changed.');
    await waitFor('the store as it was', async () => (await storedPacks(driver())) === before);
  });

  test('a list that a tab shows is read from there', async () => {
    const tab = await driver().open(driver().url('glossary.txt'));
    closing.push(tab);
    const page = await packs(`?tab=${await driver().tabIdOf(tab)}`);
    await page.waitForSelector('.mapping');
    await press(page, '.prepare .primary');
    expect(await readVerdicts(page)).toMatchObject({ new: 2, refused: 1 });
    await press(page, '.review .text-button');
    await press(page, '.adding .fold summary');
    await press(page, '.adding .fold .text-button');
    await page.waitForSelector('.mapping');
  });

  test('packs are ordered and deleted', async () => {
    const page = await packs();
    const before = await listedPacks(page);
    await press(page, `[data-pack="${before.at(-1)}"] .arrow:first-child`);
    const moved = [...before.slice(0, -2), ...before.slice(-2).reverse()];
    await waitFor('the order', async () => `${await listedPacks(page)}` === `${moved}`);
    await remove(page, 'harbour');
    await remove(page, 'glossary');
    expect(await listedPacks(page)).toEqual(['china-tech']);
  });

  test('a backup is saved and restored', async () => {
    const page = await packs();
    await catchDownloads(page);
    await press(page, '[aria-labelledby="backup-title"] .button');
    const text = await takeDownload(page);
    expect(JSON.parse(text)).toMatchObject({ format: 'glossator-backup' });
    await dropFile(page, 'backup.json', text);
    await page.waitForSelector('.adding .primary');
    await press(page, '.adding .primary');
    await waitFor('the word that it is restored', () =>
      page.evaluate(() => document.querySelector('.outcome .granted')?.textContent ?? ''),
    );
  });

  describe.each(['light', 'dark'] as const)('axe finds no barrier (%s)', (scheme) => {
    test.each([
      ['with a pack unfolded', (page: Page) => unfold(page, 'china-tech')],
      [
        'in a table’s columns',
        async (page: Page) => {
          await chooseFile(page, 'glossary.csv');
          await page.waitForSelector('.mapping');
        },
      ],
      [
        'in what would change',
        async (page: Page) => {
          await chooseFile(page, 'harbour.json');
          await readRefusals(page);
        },
      ],
    ])('%s', async (_view, act) => {
      const page = await packs();
      await act(page);
      await setScheme(driver(), page, scheme);
      expect(await barriersInPage(page)).toEqual([]);
      await page.setViewport({ width: 320, height: 640 });
      expect(await barriersInPage(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  });
});

/** Field by field its name and its values. */
function readDifferences(page: Page): Promise<(string | null)[][]> {
  return page.$$eval('.difference', (all) =>
    all.map((each) => [...each.querySelectorAll('p, dd')].map((part) => part.textContent)),
  );
}

// What follows runs inside the browser.

declare const browser: typeof import('webextension-polyfill');

async function renameTrust(text: string): Promise<void> {
  const { entities } = JSON.parse(text) as { entities: { id: string; aliases: object[] }[] };
  const trust = entities.find(({ id }) => id === 'vellmoor-harbour-trust');
  if (!trust) throw new Error('the trust is not there');
  const alias = { ...trust.aliases[0], text: 'My harbour' };
  const record = { ...trust, label: 'My harbour', aliases: [...trust.aliases, alias] };
  const changes = [{ section: 'entities', id: trust.id, record }];
  const params = { pack: 'harbour', changes };
  const answer: unknown = await browser.runtime.sendMessage({ call: 'saveRecords', params });
  if (!JSON.stringify(answer).startsWith('{"ok":true,"value":{"ok":true')) {
    throw new Error(JSON.stringify(answer));
  }
}

function markLine(): string {
  return getComputedStyle(document.body, '::highlight(glossator-mention)').textDecorationLine;
}
