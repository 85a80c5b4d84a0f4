/** Hovers in the built extension, timed from inside a page. */
import type { Page } from 'puppeteer-core';
import { DWELL_MS } from '../../lib/core/popover/state';
import { waitFor } from '../../lib/tools/browsers/extension-driver';
import type { E2eDriver } from '../e2e/harness/launch';
import { restOn } from '../e2e/harness/pointing';

export interface Hover {
  /** When the dwell began; milliseconds since 1970. */
  readonly begun: number;
  /** Milliseconds from the end of the dwell until a frame with the card was painted. */
  readonly painted: number;
  readonly inFirstFrame: boolean;
}

/** A page in which names are marked and hovers can be timed. */
export async function openWatched(driver: E2eDriver, url: string): Promise<Page> {
  const page = await driver.open(url);
  await driver.waitForMarks(page);
  await driver.inContentWorld(page, watchDwell, DWELL_MS);
  return page;
}

/** On the element with the id `nN`. */
export async function hoverOn(driver: E2eDriver, page: Page, n: number): Promise<Hover> {
  await driver.moveAside(page);
  await driver.waitForNoPopover(page);
  await driver.inContentWorld(page, forgetHover);
  await restOn(driver, page, `#n${n}`);
  return waitFor(`the popover on name ${n}`, () => driver.inContentWorld(page, readHover));
}

// What follows runs in our isolated world of the page.

/** Looks at the popover in each frame from the end of a dwell on. */
function watchDwell(dwellMs: number): void {
  const record = Symbol.for('glossator.bench.hover');
  const setTimer = globalThis.setTimeout;

  function isShown(): boolean {
    const root: unknown = Reflect.get(globalThis, Symbol.for('glossator.popover.root'));
    return root instanceof ShadowRoot && root.querySelector('.card-head, .chooser') !== null;
  }

  function look(begun: number, end: number, frame: number): void {
    requestAnimationFrame(() => {
      if (!isShown()) {
        if (frame < 120) look(begun, end, frame + 1);
        return;
      }
      // A message comes after this frame has been drawn.
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        Reflect.set(globalThis, record, {
          begun,
          painted: performance.now() - end,
          inFirstFrame: frame === 0,
        });
      };
      channel.port2.postMessage(null);
    });
  }

  Reflect.set(globalThis, 'setTimeout', (run: () => void, delay?: number) => {
    const begun = performance.timeOrigin + performance.now();
    return setTimer(() => {
      // Shorter by what the popover's code took to come, where it came only now.
      if (delay && delay <= dwellMs) look(begun, performance.now(), 0);
      run();
    }, delay);
  });
}

function forgetHover(): void {
  Reflect.deleteProperty(globalThis, Symbol.for('glossator.bench.hover'));
}

function readHover(): Hover | null {
  return (
    (Reflect.get(globalThis, Symbol.for('glossator.bench.hover')) as Hover | undefined) ?? null
  );
}
