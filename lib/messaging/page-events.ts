/** What the background tells pages; nobody answers. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';

export const PageEventSchema = v.variant('event', [
  /** To tabs of private windows: the switches that hold there are to be asked for anew. */
  v.strictObject({ event: v.literal('privateSwitchesChanged') }),
  /** Go to the next (1) or previous (-1) mention and explain it. */
  v.strictObject({ event: v.literal('stepMention'), direction: v.picklist([1, -1]) }),
]);
export type PageEvent = v.InferOutput<typeof PageEventSchema>;

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
    const parsed = v.safeParse(PageEventSchema, message);
    if (parsed.success) listener(parsed.output);
  };
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(onMessage), {
    once: true,
  });
}
