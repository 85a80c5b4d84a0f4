/** The page of packs as a reader sees and uses it. */
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { waitFor } from '../../../lib/tools/browsers/extension-driver';
import type { E2eDriver } from './launch';
import { press } from './settings';

const FILES = 'tests/fixtures/packs/import';

export async function openPacks(driver: E2eDriver, query = ''): Promise<Page> {
  const page = await driver.openExtensionPage(`packs.html${query}`);
  await page.bringToFront();
  await page.waitForSelector('[data-pack="china-tech"]');
  return page;
}

/** Chooses a fixture in the browser's file dialogue. */
export function chooseFile(page: Page, file: string): Promise<void> {
  return chooseAnyFile(page, resolve(FILES, file));
}

/** `path`: absolute. */
export async function chooseAnyFile(page: Page, path: string): Promise<void> {
  const input = await page.waitForSelector('.adding input[type="file"]');
  if (!input) throw new Error('there is nothing to choose a file with');
  await (
    input as Awaited<ReturnType<Page['$']>> & { uploadFile(path: string): Promise<void> }
  ).uploadFile(path);
}

/** Drops a file on the page, as if dragged from the desktop. */
export async function dropFile(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(dispatchDrop, name, text);
}

/** How many entries have which verdict, as the review says. */
export async function readVerdicts(page: Page): Promise<Record<string, number>> {
  await page.waitForSelector('.verdicts');
  const pairs = await page.$$eval('.verdicts dd', (all) =>
    all.map(
      (each) =>
        [
          each.getAttribute('data-verdict') ?? '',
          Number(each.textContent?.replaceAll(',', '')),
        ] as const,
    ),
  );
  return Object.fromEntries(pairs.filter(([, count]) => count > 0));
}

/** What the review says against entries, a line each. */
export async function readRefusals(page: Page): Promise<string[]> {
  await page.waitForSelector('.reason .item-line');
  return page.$$eval('.reason .item-line', (all) =>
    all.map((each) => [...each.children].map((part) => part.textContent?.trim()).join(': ')),
  );
}

export async function install(page: Page): Promise<void> {
  await press(page, '.review .primary');
  await waitFor('the word that it is installed', () =>
    page.evaluate(() => document.querySelector('.outcome .granted')?.textContent ?? ''),
  );
}

/** The ids of the packs in the reader's order. */
export function listedPacks(page: Page): Promise<string[]> {
  return page.$$eval('[data-pack]', (all) =>
    all.map((each) => each.getAttribute('data-pack') ?? ''),
  );
}

/** Unfolds what can be done with a pack. */
export async function unfold(page: Page, pack: string): Promise<void> {
  const selector = `[data-pack="${pack}"]`;
  if (await page.$(`${selector} details[open]`)) return;
  await press(page, `${selector} summary`);
  await page.waitForSelector(`${selector} .pack-details`);
}

/** Saves a pack as a file and gives the file's text. */
export async function exportText(page: Page, pack: string, format: string): Promise<string> {
  await unfold(page, pack);
  await page.evaluate(keepDownloads);
  await press(page, `[data-pack="${pack}"] input[value="${format}"]`);
  await press(page, `[data-pack="${pack}"] .export .form-line .button`);
  return takeDownload(page);
}

/** The text of the file that was saved last; `keepDownloads` must have run before. */
export function takeDownload(page: Page): Promise<string> {
  return waitFor('a file to be saved', () => page.evaluate(takeKept));
}

export async function catchDownloads(page: Page): Promise<void> {
  await page.evaluate(keepDownloads);
}

/** All that the fact base holds about packs, to be compared. */
export function storedPacks(driver: E2eDriver): Promise<string> {
  return driver.inExtension(readStored);
}

// What follows runs inside the browser.

function dispatchDrop(name: string, text: string): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], name));
  document.body.dispatchEvent(
    new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }),
  );
}

interface Keeping {
  kept?: Promise<string> | undefined;
}

function keepDownloads(): void {
  const keeping = globalThis as Keeping;
  keeping.kept = undefined;
  const create = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob: Blob) => {
    keeping.kept = blob.text();
    return create(blob);
  };
  HTMLAnchorElement.prototype.click = () => undefined;
}

async function takeKept(): Promise<string | null> {
  return (await (globalThis as Keeping).kept) ?? null;
}

declare const browser: typeof import('webextension-polyfill');

async function readStored(): Promise<string> {
  const answer: unknown = await browser.runtime.sendMessage({ call: 'listPacks', params: {} });
  const names = (await indexedDB.databases()).map(({ name }) => name).sort();
  return JSON.stringify([answer, names]);
}
