import { browser } from 'wxt/browser';

/** Hears the new value of one key of extension storage, until the signal aborts. */
export function onStoredChange(
  area: 'local' | 'session',
  key: string,
  listener: (value: unknown) => void,
  signal?: AbortSignal,
): void {
  if (signal?.aborted) return;
  const onChanged = (changes: Record<string, { newValue?: unknown }>, changed: string): void => {
    const change = changes[key];
    if (changed === area && change) listener(change.newValue);
  };
  browser.storage.onChanged.addListener(onChanged);
  // A page that outlives the extension has no storage any more.
  const stop = (): void => browser.storage?.onChanged.removeListener(onChanged);
  signal?.addEventListener('abort', stop, { once: true });
}
