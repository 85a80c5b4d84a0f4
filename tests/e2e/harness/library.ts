/** The library as a reader sees and uses it. */
import type { Page } from 'puppeteer-core';
import { waitFor } from '../../../lib/tools/browsers/extension-driver';

export interface Focused {
  readonly tag: string;
  readonly text: string;
  readonly href: string;
}

export function heading(page: Page): Promise<string> {
  return page.evaluate(() => document.querySelector('main h1')?.textContent ?? '');
}

export async function waitForHeading(page: Page, wanted: string): Promise<void> {
  await waitFor(`the heading “${wanted}”`, async () => (await heading(page)) === wanted);
}

/** What the view says of its length: “183 names”. */
export function countLine(page: Page): Promise<string> {
  return page.evaluate(() => document.querySelector('.found-count')?.textContent ?? '');
}

/** What has the focus, as far as it tells where the reader is. */
export function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return {
      tag: element?.tagName.toLowerCase() ?? '',
      text: element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '',
      href: element?.getAttribute('href') ?? '',
    };
  });
}

/** More presses than a reader of any view needs; a keyboard trap ends here. */
const MAX_TABS = 150;

/** Presses Tab until the focus is where it is wanted; says where it went otherwise. */
export async function tabTo(
  page: Page,
  wanted: string,
  isThere: (focus: Focused) => boolean,
): Promise<void> {
  const way: string[] = [];
  for (let press = 0; press < MAX_TABS; press++) {
    await page.keyboard.press('Tab');
    const focus = await focused(page);
    if (isThere(focus)) return;
    way.push(focus.text.slice(0, 20));
  }
  throw new Error(`Tab never reached ${wanted}: ${way.join(' → ')}`);
}

/** As if typed into the address bar of the same tab. */
export async function goToAddress(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

/** Stores a pack of so many generated names beside the bundled one; the page must be ours. */
export async function storePack(page: Page, pack: string, names: number): Promise<void> {
  await page.evaluate(writePack, pack, names);
}

// What follows runs inside the browser.

async function writePack(pack: string, names: number): Promise<void> {
  const db = await new Promise<IDBDatabase>((done, fail) => {
    const opening = indexedDB.open('facts');
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => fail(opening.error);
  });
  const transaction = db.transaction(['packs', 'entities'], 'readwrite');
  const entities = transaction.objectStore('entities');
  for (let index = 0; index < names; index++) {
    const id = `person-${String(index).padStart(6, '0')}`;
    const label = `Person ${String(index).padStart(6, '0')}`;
    const alias = { text: label, lang: 'en', strength: 'strong', case: 'any', basis: 'source' };
    entities.put({
      key: `${pack}/${id}`,
      pack,
      entity: {
        id,
        kind: 'person',
        label,
        labelBasis: 'source',
        nativeLabels: [],
        summary: [{ text: 'A generated person.', basis: 'editorial' }],
        aliases: [alias],
      },
    });
  }
  transaction.objectStore('packs').put({
    id: pack,
    version: '1.0.0',
    sha256: String(names),
    title: `Pack of ${names}`,
    license: 'CC0-1.0',
    counts: { sources: 0, entities: names, claims: 0, relations: 0 },
    complete: true,
  });
  await new Promise<void>((done, fail) => {
    transaction.oncomplete = () => done();
    transaction.onerror = () => fail(transaction.error);
  });
  db.close();
}
