/** An update or removal of the extension leaves its scripts behind on the pages that are open. */
import { browser } from 'wxt/browser';

/** No browser tells by an event, so we look when the reader does something. */
const OCCASIONS = ['pointermove', 'keydown', 'visibilitychange'];

export function isOrphaned(): boolean {
  return browser.runtime?.id === undefined;
}

/** Calls `leave` once the extension is gone, until the signal aborts. */
export function watchForOrphaning(leave: () => void, signal: AbortSignal): void {
  const look = (): void => {
    if (isOrphaned()) leave();
  };
  for (const type of OCCASIONS) {
    addEventListener(type, look, { capture: true, passive: true, signal });
  }
}
