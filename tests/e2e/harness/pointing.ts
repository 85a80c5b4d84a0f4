/** Pointing at elements of a page by their CSS selector. */
import type { Page } from 'puppeteer-core';
import { waitFor } from '../../../lib/tools/browsers/extension-driver';
import type { Place } from './in-popover';
import type { E2eDriver } from './launch';

/** Rests the pointer on the middle of the element’s first line; the page scrolls there. */
export async function restOn(driver: E2eDriver, page: Page, selector: string): Promise<void> {
  const { x, y } = await middleOf(driver, page, selector);
  await page.mouse.move(x - 2, y);
  await page.mouse.move(x, y);
}

export async function middleOf(
  driver: E2eDriver,
  page: Page,
  selector: string,
): Promise<{ x: number; y: number }> {
  await page.bringToFront();
  const [box] = await boxesOf(driver, page, selector);
  if (!box) throw new Error(`the page does not show ${selector}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The boxes of the element’s lines, scrolled into view. */
export function boxesOf(driver: E2eDriver, page: Page, selector: string): Promise<Place[]> {
  return driver.inContentWorld(page, readBoxes, selector);
}

export function overlap(a: Place, b: Place): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Moves the pointer in a straight line, one pixel or more at a time, without hurry. */
export async function moveSlowly(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number },
  steps: number,
  stepMs = 0,
): Promise<void> {
  for (let step = 1; step <= steps; step++) {
    const share = step / steps;
    await page.mouse.move(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
    await new Promise((done) => setTimeout(done, stepMs));
  }
}

/** Waits until the page has painted and run timers for so long; for “and nothing happens”. */
export async function letPass(page: Page, ms: number): Promise<void> {
  const start = Date.now();
  await waitFor('time to pass', async () => {
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    return Date.now() - start >= ms;
  });
}

/** Runs in our isolated world, where no page has bent what it uses. */
function readBoxes(selector: string): Place[] {
  const element = document.querySelector(selector);
  if (!element) return [];
  const before = element.getBoundingClientRect();
  if (before.top < 0 || before.bottom > innerHeight) {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
  }
  return [...element.getClientRects()].map(({ x, y, width, height }) => ({ x, y, width, height }));
}
