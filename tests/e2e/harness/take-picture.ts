import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Page } from 'puppeteer-core';
import { waitFor } from '../../../lib/tools/browsers/extension-driver';
import type { E2eDriver } from './launch';

/** Both stores take pictures of this size. */
export const STORE_SIZE = { width: 1280, height: 800 };

/** Saves what stands in the window, once nothing moves any more, cards on the page included. */
export async function takePicture(driver: E2eDriver, page: Page, file: string): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  await page.bringToFront();
  await waitFor('the page to be still', () => page.evaluate(isStill));
  if (page.url().startsWith('http')) {
    await waitFor('the cards to be still', () => driver.inContentWorld(page, areCardsStill));
  }
  await page.evaluate(paintTwice);
  await page.screenshot({ path: file as `${string}.png` });
}

// What follows runs inside the browser.

function isStill(): boolean {
  return document.getAnimations().every((animation) => animation.playState !== 'running');
}

/** Their roots are closed to the page, not to us. */
function areCardsStill(): boolean {
  const pinned = Reflect.get(globalThis, Symbol.for('glossator.popover.pinned')) as
    | ShadowRoot[]
    | undefined;
  const open = Reflect.get(globalThis, Symbol.for('glossator.popover.root')) as
    | ShadowRoot
    | undefined;
  const roots = [...(pinned ?? []), ...(open ? [open] : [])];
  return roots.every((root) =>
    root.getAnimations().every((animation) => animation.playState !== 'running'),
  );
}

/** Afterwards what was asked for is on the screen. */
async function paintTwice(): Promise<null> {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  return null;
}
