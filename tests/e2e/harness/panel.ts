/** The toolbar popup as a reader sees and uses it. */
import type { Page } from 'puppeteer-core';
import { waitFor } from '../../../lib/tools/browsers/extension-driver';

export const SEARCH_BOX = '[role="combobox"]';

export interface SiteLine {
  /** The words of the panel’s first line. */
  readonly text: string;
  /** `default`, `on`, `off`; empty where there is no choice. */
  readonly choice: string;
  readonly defaultSwitch: string;
}

export interface NameLine {
  readonly label: string;
  readonly count: number;
}

export interface Result {
  readonly text: string;
  readonly isClaim: boolean;
  readonly isActive: boolean;
}

export function siteLine(popup: Page): Promise<SiteLine> {
  return popup.evaluate(() => ({
    text: document.querySelector<HTMLElement>('.site-line')?.innerText ?? '',
    choice:
      document.querySelector<HTMLInputElement>('input[name="site-choice"]:checked')?.value ?? '',
    defaultSwitch: document.querySelector('.default-switch')?.textContent ?? '',
  }));
}

/** Waits until the panel knows the site. */
export async function waitForSite(popup: Page, name: string): Promise<SiteLine> {
  return waitFor(`the panel to say “${name}”`, async () => {
    const line = await siteLine(popup);
    return line.text.includes(name) && line.choice !== '' && line;
  });
}

export async function choose(popup: Page, choice: 'default' | 'on' | 'off'): Promise<void> {
  const place = ['default', 'on', 'off'].indexOf(choice) + 1;
  await press(popup, `.choices label:nth-of-type(${place}) input`);
}

export async function pressDefaultSwitch(popup: Page): Promise<void> {
  await press(popup, '.default-switch');
}

/** Presses what the selector finds, at its place on the screen. */
export async function press(popup: Page, selector: string): Promise<void> {
  await popup.bringToFront();
  await popup.waitForSelector(`${selector}:not(:disabled)`);
  await popup.click(selector);
}

export function namesListed(popup: Page): Promise<NameLine[]> {
  return popup.evaluate(() =>
    [...document.querySelectorAll('.name-row')].map((row) => ({
      label: row.querySelector('.result-name')?.textContent ?? '',
      count: Number((row.querySelector('.count')?.textContent ?? '').replace(/\D/g, '')),
    })),
  );
}

export async function waitForNames(popup: Page, label = ''): Promise<NameLine[]> {
  return waitFor(`the panel to list “${label}”`, async () => {
    const names = await namesListed(popup);
    return names.some((name) => name.label.includes(label)) && names;
  });
}

/** The button that leads to the name on the page, or to its details. */
export async function pressName(
  popup: Page,
  label: string,
  part: 'go-to' | 'about' = 'go-to',
): Promise<void> {
  await popup.bringToFront();
  const words = part === 'go-to' ? `Go to ${label} on the page` : `About ${label}`;
  await popup.click(`.name-row .${part}[title="${words}"]`);
}

/** Types at once, as somebody does who has just opened the panel: into whatever has the focus. */
export async function search(popup: Page, query: string): Promise<void> {
  await popup.bringToFront();
  await popup.waitForSelector(`${SEARCH_BOX}:focus`);
  await popup.keyboard.type(query);
}

export async function clearSearch(popup: Page): Promise<void> {
  await popup.bringToFront();
  for (let step = 0; step < 3; step++) await popup.keyboard.press('Escape');
}

export function results(popup: Page): Promise<Result[]> {
  return popup.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[role="option"]')].map((option) => ({
      text: option.innerText,
      isClaim: option.querySelector('.result-kind') !== null,
      isActive: option.getAttribute('aria-selected') === 'true',
    })),
  );
}

export async function waitForResult(popup: Page, wanted: string): Promise<Result[]> {
  return waitFor(`the results to hold “${wanted}”`, async () => {
    const found = await results(popup);
    return found.some(({ text }) => text.includes(wanted)) && found;
  });
}

/** The filters that were understood, as chips. */
export function chips(popup: Page): Promise<string[]> {
  return popup.$$eval('.chip bdi', (all) => all.map((chip) => chip.textContent ?? ''));
}

/** “Jack Ma founder of Alibaba”, one a connection. */
export function relationsListed(popup: Page): Promise<string[]> {
  return popup.$$eval('.relation', (all) => all.map((line) => line.textContent ?? ''));
}

/** What stands in the timeline: its date, and the words of the claim with its kind and speaker. */
export function datedListed(popup: Page): Promise<{ date: string; words: string }[]> {
  return popup.$$eval('.dated', (all) =>
    all.map((entry) => ({
      date: entry.querySelector('.dated-when')?.textContent ?? '',
      words: entry.querySelector<HTMLElement>('.dated-claim')?.innerText ?? '',
    })),
  );
}

/** The words around the mention that was gone to last. */
export function placeShown(popup: Page): Promise<string> {
  return popup.evaluate(() => document.querySelector<HTMLElement>('.place')?.innerText ?? '');
}

/** Why nothing is marked, once the panel knows. */
export function waitForWhy(popup: Page): Promise<string> {
  return waitFor('the reason why nothing is marked', () =>
    popup.evaluate(() => document.querySelector<HTMLElement>('.why')?.dataset['why']),
  );
}

/** All words below the search box. */
export function content(popup: Page): Promise<string> {
  return popup.evaluate(() => document.querySelector<HTMLElement>('.content')?.innerText ?? '');
}

export async function waitForContent(popup: Page, wanted: string): Promise<string> {
  return waitFor(`the panel to say “${wanted}”`, async () => {
    const words = await content(popup);
    return words.includes(wanted) && words;
  });
}

/** The heading of the details that are open; null where none are, or not yet. */
export function openCard(popup: Page): Promise<string | null> {
  return popup.evaluate(() => document.querySelector('.card-head .name')?.textContent ?? null);
}
