import type { Page } from 'puppeteer-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { libraryPath } from '../../lib/core/library/routes';
import { waitFor } from '../../lib/tools/browsers/extension-driver';
import { barriersInPopover } from './harness/axe';
import { clipByCommand, selectWords, tabTo, waitForWords } from './harness/clipping';
import { inBrowsers } from './harness/in-browsers';
import { countIn, pressIn } from './harness/in-popover';
import { heading } from './harness/library';
import { dropFile, install, listedPacks, openPacks, readVerdicts } from './harness/packs';
import { namesListed, results, search, waitForNames } from './harness/panel';
import { press } from './harness/settings';

const OWN_PACK = 'Your own facts';
const OWN_CLAIM = 'Ant Group began in Hangzhou.';

interface Sketch {
  readonly id: string;
  readonly title: string;
  readonly holding: string;
  readonly kind: string;
  readonly solheim: string;
}

/** Both know the firm, by a register’s number; and somebody of one name whom the registers part. */
function packText({ id, title, holding, kind, solheim }: Sketch): string {
  const alias = (text: string) => ({
    ...{ text, lang: 'en', strength: 'strong', case: 'initial', basis: 'source' },
  });
  const entity = (name: string, of: string, label: string, names: string[], number: string) => ({
    ...{ id: name, kind: of, label, labelBasis: 'source', nativeLabels: [] },
    summary: [{ text: `${label}, as ${title} has it.`, basis: 'editorial' }],
    aliases: names.map(alias),
    identifiers: [{ scheme: 'wikidata', value: number }],
  });
  return JSON.stringify({
    ...{ id, version: '1.0.0', title, description: 'Invented.', license: 'CC0-1.0' },
    sources: [
      {
        id: 'paper',
        title: `The paper of ${title}`,
        language: 'en',
        translation: 'none',
        stance: 'Invented.',
      },
    ],
    entities: [
      entity('quellmark', kind, holding, [...new Set([holding, 'Quellmark Holding'])], 'Q900001'),
      entity('solheim', 'person', 'Berit Solheim', ['Berit Solheim'], solheim),
    ],
    claims: [
      {
        ...{ id: 'bought', kind: 'event', text: `${title} says that the firm bought the yard.` },
        ...{ entities: ['quellmark', 'solheim'], speaker: { type: 'source' } },
        ...{ notes: [], conflictsWith: [] },
        evidence: [
          { source: 'paper', exact: 'bought the yard', prefix: '', suffix: '', start: 0, end: 15 },
        ],
      },
    ],
    relations: [],
  });
}

const FIRST = { id: 'first-ledger', title: 'First ledger', holding: 'Quellmark Holding' };
const SECOND = { id: 'second-ledger', title: 'Second ledger', holding: 'Quellmark Estates' };
const PACKS: readonly Sketch[] = [
  { ...FIRST, kind: 'organisation', solheim: 'Q900002' },
  { ...SECOND, kind: 'place', solheim: 'Q900003' },
];

inBrowsers('a name that several packs know has one card', (driver) => {
  const closing: Page[] = [];
  afterEach(async () => {
    for (const page of closing.splice(0)) await page.close().catch(() => {});
  });

  async function open(path: string): Promise<Page> {
    const page = await driver().open(driver().url(path));
    closing.push(page);
    await page.bringToFront();
    return page;
  }

  /** Opens the card of a name that is known and need not be painted. */
  async function hover(page: Page, name: string): Promise<string> {
    await page.bringToFront();
    await driver().moveAside(page);
    await driver().waitForNoPopover(page);
    await driver().hover(page, name);
    return (await driver().waitForPopover(page, name)).text;
  }

  test('what the reader clips about a bundled name is on that name’s card', async () => {
    const page = await open('news.html');
    await driver().waitForMarks(page, 'Ant Group');
    await selectWords(page, '#first');
    const window = await clipByCommand(driver(), page);
    closing.push(window);
    await tabTo(window, 'About');
    await window.keyboard.type('Ant Group');
    await waitFor('the name to be found', () =>
      window.evaluate(() => document.querySelector('.hit-name')?.textContent === 'Ant Group'),
    );
    await window.keyboard.press('Enter');
    await tabTo(window, 'What it says, in your own words');
    await window.keyboard.type(OWN_CLAIM);
    await tabTo(window, 'Save');
    await window.keyboard.press('Enter');
    await waitForWords(window, 'The claim is among your own facts.');
    await window.close();

    const text = await hover(page, 'Ant Group');
    expect(text).toContain('2 packs know this name.');
    expect(text).toContain(OWN_PACK);
    expect(text).toContain(OWN_CLAIM);
    expect(await countIn(driver(), page, '.chooser')).toBe(0);
    expect(await countIn(driver(), page, 'h3 .pack-name')).toBeGreaterThanOrEqual(2);
    // The bundled pack’s own claims are there as before, and the reader’s stand first.
    const titles = await packTitles(page, driver().inContentWorld);
    expect(titles.slice(0, 2)).toEqual([OWN_PACK, expect.stringContaining('China')]);
    await driver().shot(page, 'own-claim-on-card');
    expect(await barriersInPopover(driver(), page)).toEqual([]);
    await driver().moveAside(page);
  });

  test('it is one hit in the panel, and one page in the library', async () => {
    const page = await open('news.html');
    const popup = await driver().openPopupFor(page);
    closing.push(popup);
    await search(popup, 'ant group');
    const found = await waitFor('the packs of the hit', async () => {
      const all = await results(popup);
      return all.some(({ text }) => text.includes(OWN_PACK)) && all;
    });
    const hits = found.filter(({ text, isClaim }) => !isClaim && text.startsWith('Ant Group\n'));
    expect(hits).toHaveLength(1);
    const library = await driver().openExtensionPage(
      libraryPath({ view: 'entity', key: 'china-tech/ant-group' }),
    );
    closing.push(library);
    await waitForWords(library, OWN_CLAIM);
    expect(await heading(library)).toBe('Ant Group');
    expect(await waitForWords(library, '2 packs know this name.')).toContain(OWN_PACK);
  });

  describe('with two packs of the same number', () => {
    beforeAll(async () => {
      for (const sketch of PACKS) {
        const page = await openPacks(driver());
        await dropFile(page, `${sketch.id}.json`, packText(sketch));
        await readVerdicts(page);
        await install(page);
        await waitFor('it in the list', async () => (await listedPacks(page)).includes(sketch.id));
        await page.close();
      }
    });

    async function openKnown(): Promise<Page> {
      const page = await open('two-packs.html');
      await waitFor('both names to be known', async () => {
        const names = (await driver().report(page))?.names ?? [];
        return names.filter(({ entities }) => entities.length === 2).length === 2;
      });
      return page;
    }

    test('one card with both, and what they name otherwise', async () => {
      const page = await openKnown();
      const text = await hover(page, 'Quellmark Holding');
      expect(await countIn(driver(), page, '.chooser')).toBe(0);
      expect(text).toContain('2 packs know this name.');
      expect(text).toContain('Named here as in “First ledger”.');
      expect(text).toContain('In “Second ledger”: Quellmark Estates · Place');
      expect(text).toContain('Quellmark Holding, as First ledger has it.');
      expect(text).toContain('Quellmark Estates, as Second ledger has it.');
      expect(text).toContain('First ledger says that the firm bought the yard.');
      expect(text).toContain('Second ledger says that the firm bought the yard.');
      await driver().shot(page, 'two-packs-on-card');
      await driver().moveAside(page);
    });

    test('two people of one name are still a choice, between packs', async () => {
      const page = await openKnown();
      const text = await hover(page, 'Berit Solheim');
      expect(await countIn(driver(), page, '.option')).toBe(2);
      expect(text).toContain('First ledger');
      expect(text).toContain('Second ledger');
      await driver().moveAside(page);
    });

    test('one line among the names of the page', async () => {
      const page = await openKnown();
      const popup = await driver().openPopupFor(page);
      closing.push(popup);
      await waitForNames(popup, 'Quellmark Holding');
      const names = await waitFor('them to be one', async () => {
        const all = await namesListed(popup);
        return all.every(({ label }) => !label.includes('Estates')) && all;
      });
      expect(names).toEqual([
        { label: 'Quellmark Holding', count: 1 },
        { label: 'Berit Solheim', count: 1 },
      ]);
    });

    test('a pack that is disabled, or deleted under an open card', async () => {
      const page = await openKnown();
      const packs = await openPacks(driver());
      closing.push(packs);
      const isOn = '[data-pack="second-ledger"] .pack-line input[type="checkbox"]';
      await press(packs, isOn);
      await waitFor('one to be forgotten', async () => {
        const names = (await driver().report(page))?.names ?? [];
        return names.length === 2 && names.every(({ entities }) => entities.length === 1);
      });
      expect(await hover(page, 'Quellmark Holding')).not.toContain('Second ledger');
      await packs.bringToFront();
      await press(packs, isOn);
      await waitFor('it to be known again', async () => {
        const names = (await driver().report(page))?.names ?? [];
        return names.some(({ entities }) => entities.length === 2);
      });

      expect(await hover(page, 'Quellmark Holding')).toContain('2 packs know this name.');
      await page.keyboard.press('p');
      await driver().inExtension(deletePack, 'second-ledger');
      // The page may close the card, since its names changed; what it opens next is whole again.
      await waitFor('it to be gone from the page', async () => {
        const names = (await driver().report(page))?.names ?? [];
        return names.length === 2 && names.every(({ entities }) => entities.length === 1);
      });
      const text = await hover(page, 'Quellmark Holding');
      expect(text).toContain('First ledger says that the firm bought the yard.');
      expect(text).not.toContain('Second ledger');
      await pressIn(driver(), page, 'Berit Solheim');
      await driver().waitForPopover(page, 'Berit Solheim, as First ledger has it.');
    });
  });
});

// What follows runs inside the browser.

declare const browser: typeof import('webextension-polyfill');

/** The packs that the card’s claims stand under, in order. */
function packTitles(
  page: Page,
  inContentWorld: (page: Page, func: () => string[]) => Promise<string[]>,
): Promise<string[]> {
  return inContentWorld(page, () => {
    const root = Reflect.get(globalThis, Symbol.for('glossator.popover.root')) as
      | ShadowRoot
      | undefined;
    return [...(root?.querySelectorAll('h3 .pack-name') ?? [])].map(
      ({ textContent }) => textContent ?? '',
    );
  });
}

function deletePack(id: string): Promise<unknown> {
  return browser.runtime.sendMessage({ call: 'deletePack', params: { id } });
}
