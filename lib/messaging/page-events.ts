/** What the background tells pages; nobody answers. */
import { browser } from 'wxt/browser';
import { isObject } from '../core/is-object';

export type PageEvent =
  /** To tabs of private windows: the switches that hold there are to be asked for anew. */
  | { readonly event: 'privateSwitchesChanged' }
  /** Likewise the mutes. */
  | { readonly event: 'privateMutesChanged' }
  /** Go to the next (1) or previous (-1) mention and explain it. */
  | { readonly event: 'stepMention'; readonly direction: 1 | -1 };

/** Null where it is none of ours. By hand, since every page carries this. */
export function parsePageEvent(message: unknown): PageEvent | null {
  if (!isObject(message)) return null;
  const { event, direction } = message;
  if (event === 'privateSwitchesChanged' || event === 'privateMutesChanged') return { event };
  if (event !== 'stepMention' || (direction !== 1 && direction !== -1)) return null;
  return { event, direction };
}

/** Tells every frame of a tab. A tab without us, or one that is gone, is no error. */
export async function sendPageEvent(tab: number, event: PageEvent): Promise<void> {
  try {
    await browser.tabs.sendMessage(tab, event);
  } catch {
    // Nobody listens there.
  }
}

/** For content scripts: hears events until the signal aborts. */
export function onPageEvent(listener: (event: PageEvent) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const onMessage = (message: unknown, sender: { readonly id?: string | undefined }): void => {
    if (sender.id !== browser.runtime.id) return;
    const event = parsePageEvent(message);
    if (event) listener(event);
  };
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(onMessage), {
    once: true,
  });
}
