/** Keyboard commands as the browser has them, and its own page for changing them. */
import { browser } from 'wxt/browser';

export interface CommandKeys {
  /** As the manifest names it. */
  readonly name: string;
  /** As the browser writes the keys; empty where there are none. */
  readonly keys: string;
}

interface FirefoxCommands {
  readonly openShortcutSettings: () => Promise<void>;
}

export async function readCommands(): Promise<CommandKeys[]> {
  const commands = await browser.commands.getAll();
  return commands.map(({ name = '', shortcut = '' }) => ({ name, keys: shortcut ?? '' }));
}

/** Rejects where the browser does not open such a page. */
export async function openCommandSettings(): Promise<void> {
  // Firefox since 137; no other browser has it.
  const { openShortcutSettings } = browser.commands as Partial<FirefoxCommands>;
  if (openShortcutSettings) await openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
