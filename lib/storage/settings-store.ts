/** The reader's settings in extension storage; content scripts read the one field they need by hand. */
import { browser } from 'wxt/browser';
import { parseSettings, type Settings } from '../core/settings/settings';
import { onStoredChange } from './on-stored-change';

export const SETTINGS_KEY = 'settings';

export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(SETTINGS_KEY);
  return parseSettings(stored[SETTINGS_KEY]);
}

export async function writeSettings(settings: Settings): Promise<void> {
  await browser.storage.local.set({ [SETTINGS_KEY]: settings });
}

/** Tells of every change until the signal aborts. */
export function onSettingsChanged(
  listener: (settings: Settings) => void,
  signal?: AbortSignal,
): void {
  onStoredChange('local', SETTINGS_KEY, (value) => listener(parseSettings(value)), signal);
}
