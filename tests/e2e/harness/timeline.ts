/**
 * Looks at the popover once a frame, inside the page, so that a story can tell how long something
 * took and whether the popover was ever gone, however slow the machine is.
 */
import type { Page } from 'puppeteer-core';
import type { E2eDriver } from './launch';

export interface Timeline {
  /** Frame by frame, in order. Milliseconds of the page’s clock. */
  readonly frames: readonly { readonly at: number; readonly open: boolean }[];
  /** Pointer events, and keys pressed, as the page got them. */
  readonly events: readonly { readonly at: number; readonly type: string }[];
}

/** Begins anew; what was recorded before is forgotten. */
export async function startTimeline(driver: E2eDriver, page: Page): Promise<void> {
  await driver.inContentWorld(page, record);
}

export function readTimeline(driver: E2eDriver, page: Page): Promise<Timeline> {
  return driver.inContentWorld(page, readRecord);
}

/** When the popover was seen first; null where it never was. */
export function openedAt({ frames }: Timeline): number | null {
  return frames.find((frame) => frame.open)?.at ?? null;
}

/** When it was gone again after having been open. */
export function closedAt({ frames }: Timeline): number | null {
  const first = frames.findIndex((frame) => frame.open);
  return first < 0 ? null : (frames.slice(first).find((frame) => !frame.open)?.at ?? null);
}

export function lastEvent({ events }: Timeline, type: string): number {
  const found = events.filter((event) => event.type === type).at(-1);
  if (!found) throw new Error(`the page saw no ${type}`);
  return found.at;
}

/** What runs in our isolated world. */
function record(): void {
  const frames: { at: number; open: boolean }[] = [];
  const events: { at: number; type: string }[] = [];
  const timeline = { frames, events };
  Reflect.set(globalThis, Symbol.for('glossator.timeline'), timeline);
  const note = (event: Event): void =>
    void events.push({ at: performance.now(), type: event.type });
  for (const type of ['pointermove', 'pointerdown', 'click', 'keydown']) {
    addEventListener(type, note, { capture: true, passive: true });
  }
  const look = (): void => {
    if (Reflect.get(globalThis, Symbol.for('glossator.timeline')) !== timeline) return;
    const root: unknown = Reflect.get(globalThis, Symbol.for('glossator.popover.root'));
    const open =
      root instanceof ShadowRoot &&
      root.host.isConnected &&
      (root.firstElementChild?.getBoundingClientRect().width ?? 0) > 0;
    frames.push({ at: performance.now(), open });
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

function readRecord(): Timeline {
  return Reflect.get(globalThis, Symbol.for('glossator.timeline')) as Timeline;
}
