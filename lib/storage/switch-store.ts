/**
 * The reader's switches in extension storage. Content scripts read them here, without waking the
 * background, so the file must stay small.
 */
import { browser } from 'wxt/browser';
import { parseSwitches, type Switches } from '../core/sites/site-switch';
import { onStoredChange } from './on-stored-change';

export const SWITCHES_KEY = 'switches';

/** What the reader has stored, or the defaults. */
export async function readSwitches(): Promise<Switches> {
  const stored = await browser.storage.local.get(SWITCHES_KEY);
  return parseSwitches(stored[SWITCHES_KEY]);
}

export async function writeSwitches(switches: Switches): Promise<void> {
  await browser.storage.local.set({ [SWITCHES_KEY]: switches });
}

/** Tells of every change until the signal aborts. */
export function onSwitchesChanged(
  listener: (switches: Switches) => void,
  signal: AbortSignal,
): void {
  onStoredChange('local', SWITCHES_KEY, (value) => listener(parseSwitches(value)), signal);
}
