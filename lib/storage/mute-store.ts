/**
 * The reader's mutes as pages read them: from extension storage, without waking the background.
 * Content scripts import this file, so it holds no schema; `mutedAt` takes the value as it is.
 */
import { browser } from 'wxt/browser';
import { onStoredChange } from './on-stored-change';

export const MUTES_KEY = 'mutes';

export async function readStoredMutes(): Promise<unknown> {
  const stored = await browser.storage.local.get(MUTES_KEY);
  return stored[MUTES_KEY];
}

/** Tells of every change until the signal aborts. */
export function onMutesChanged(listener: (stored: unknown) => void, signal: AbortSignal): void {
  onStoredChange('local', MUTES_KEY, listener, signal);
}
