/**
 * The same as pages read them, without waking the background. Content scripts import this file,
 * so it must stay small; `discreetIn` takes what is stored as it is.
 */
import { browser } from 'wxt/browser';
import { isObject } from '../core/is-object';
import { onStoredChange } from './on-stored-change';

export const PACK_MARKS_KEY = 'packMarks';

export async function readStoredPackMarks(): Promise<unknown> {
  return (await browser.storage.local.get(PACK_MARKS_KEY))[PACK_MARKS_KEY];
}

/** Tells of every change until the signal aborts. */
export function onPackMarksChanged(listener: (stored: unknown) => void, signal: AbortSignal): void {
  onStoredChange('local', PACK_MARKS_KEY, listener, signal);
}

/** Packs whose names must not be painted. */
export function discreetIn(stored: unknown): readonly string[] {
  const discreet: unknown = isObject(stored) ? stored['discreet'] : undefined;
  return Array.isArray(discreet) ? discreet.filter((id) => typeof id === 'string') : [];
}
