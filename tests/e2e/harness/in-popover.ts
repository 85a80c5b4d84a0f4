/** What a reader sees and does inside an open popover. Its root is closed to the page, not to us. */
import type { Page } from 'puppeteer-core';
import { waitFor } from '../../../lib/tools/browsers/extension-driver';
import type { E2eDriver } from './launch';

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Presses the button whose words begin so, scrolling to it inside the popover. */
export async function pressIn(driver: E2eDriver, page: Page, words: string): Promise<void> {
  const box = await waitFor(`a button “${words}” in the popover`, () =>
    driver.inContentWorld(page, placeOfButton, words),
  );
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** The words of the popover’s buttons and folds, in order. */
export function buttonsIn(driver: E2eDriver, page: Page): Promise<string[]> {
  return driver.inContentWorld(page, readButtons);
}

/** How many elements of the popover a CSS selector finds. */
export function countIn(driver: E2eDriver, page: Page, selector: string): Promise<number> {
  return driver.inContentWorld(page, countElements, selector);
}

/** The first words of what has the focus inside the popover; null where nothing has. */
export function focusIn(driver: E2eDriver, page: Page): Promise<string | null> {
  return driver.inContentWorld(page, readFocus);
}

function placeOfButton(words: string): Place | null {
  const root = Reflect.get(globalThis, Symbol.for('glossator.popover.root')) as
    | ShadowRoot
    | undefined;
  const button = [...(root?.querySelectorAll('button, summary') ?? [])].find((element) =>
    (element.textContent ?? '').trim().startsWith(words),
  );
  if (!button) return null;
  button.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const { x, y, width, height } = button.getBoundingClientRect();
  return width === 0 ? null : { x, y, width, height };
}

function readButtons(): string[] {
  const root = Reflect.get(globalThis, Symbol.for('glossator.popover.root')) as
    | ShadowRoot
    | undefined;
  return [...(root?.querySelectorAll('button, summary') ?? [])].map(
    (element) => element.getAttribute('aria-label') ?? (element.textContent ?? '').trim(),
  );
}

function countElements(selector: string): number {
  const root = Reflect.get(globalThis, Symbol.for('glossator.popover.root')) as
    | ShadowRoot
    | undefined;
  return root?.querySelectorAll(selector).length ?? 0;
}

function readFocus(): string | null {
  const root = Reflect.get(globalThis, Symbol.for('glossator.popover.root')) as
    | ShadowRoot
    | undefined;
  const active = root?.activeElement;
  if (!active) return null;
  return active.getAttribute('aria-label') ?? (active.textContent ?? '').trim().slice(0, 80);
}
