/** Pinned cards, and what is done with the head of any card. Their roots are closed to the page, not to us. */
import type { Page } from 'puppeteer-core';
import { waitFor } from '../../../lib/tools/browsers/extension-driver';
import type { Place } from './in-popover';
import type { E2eDriver } from './launch';

export interface PinnedCard {
  /** As a screen reader names it. */
  readonly label: string;
  readonly box: Place;
  /** Whether it is what is seen at its head. */
  readonly inFront: boolean;
  readonly hasFocus: boolean;
}

/** From the back to the front. */
export function pinnedCards(driver: E2eDriver, page: Page): Promise<PinnedCard[]> {
  return driver.inContentWorld(page, readPinned);
}

export async function waitForPinned(
  driver: E2eDriver,
  page: Page,
  labels: readonly string[],
): Promise<PinnedCard[]> {
  return waitFor(`pinned cards: ${labels.join(', ')}`, async () => {
    const cards = await pinnedCards(driver, page);
    return cards.map(({ label }) => label).join() === labels.join() && cards;
  });
}

export type Tool = 'grip' | 'pin' | 'close' | 'back';

/** Middle of a tool at the head of the open card or, by its name, of the foremost pinned one. */
export async function placeOfTool(
  driver: E2eDriver,
  page: Page,
  tool: Tool,
  pinned: string | null = null,
): Promise<{ x: number; y: number }> {
  return waitFor(`the card’s ${tool}`, () =>
    driver.inContentWorld(page, readToolPlace, tool, pinned),
  );
}

export async function pressTool(
  driver: E2eDriver,
  page: Page,
  tool: Tool,
  pinned: string | null = null,
): Promise<void> {
  const { x, y } = await placeOfTool(driver, page, tool, pinned);
  await page.mouse.click(x, y);
}

export function focusTool(
  driver: E2eDriver,
  page: Page,
  tool: Tool,
  pinned: string | null = null,
): Promise<null> {
  return driver.inContentWorld(page, focusOnTool, tool, pinned);
}

// What follows runs in our isolated world of the page.

function readPinned(): PinnedCard[] {
  const roots = Reflect.get(globalThis, Symbol.for('glossator.popover.pinned')) as
    | ShadowRoot[]
    | undefined;
  return (roots ?? []).map((root) => {
    const { x, y, width, height } =
      root.firstElementChild?.getBoundingClientRect() ?? new DOMRect();
    return {
      label: root.querySelector('[role="dialog"]')?.getAttribute('aria-label') ?? '',
      box: { x, y, width, height },
      inFront: document.elementFromPoint(x + 20, y + 20) === root.host,
      hasFocus: root.activeElement !== null,
    };
  });
}

function readToolPlace(tool: string, pinned: string | null): { x: number; y: number } | null {
  const named = (root: ShadowRoot): boolean =>
    root.querySelector('[role="dialog"]')?.getAttribute('aria-label') === pinned;
  const root =
    pinned === null
      ? (Reflect.get(globalThis, Symbol.for('glossator.popover.root')) as ShadowRoot | undefined)
      : (
          (Reflect.get(globalThis, Symbol.for('glossator.popover.pinned')) ?? []) as ShadowRoot[]
        ).findLast(named);
  const box = root?.querySelector(`.${tool}`)?.getBoundingClientRect();
  return box && box.width > 0 ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
}

function focusOnTool(tool: string, pinned: string | null): null {
  const named = (root: ShadowRoot): boolean =>
    root.querySelector('[role="dialog"]')?.getAttribute('aria-label') === pinned;
  const root =
    pinned === null
      ? (Reflect.get(globalThis, Symbol.for('glossator.popover.root')) as ShadowRoot | undefined)
      : (
          (Reflect.get(globalThis, Symbol.for('glossator.popover.pinned')) ?? []) as ShadowRoot[]
        ).findLast(named);
  root?.querySelector<HTMLElement>(`.${tool}`)?.focus();
  return null;
}
