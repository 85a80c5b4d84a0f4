import { browser } from 'wxt/browser';
import { sendPageEvent } from '../../lib/messaging/page-events';
import { clipFrom } from './clipping';
import { toggleSite } from './switches';

/** Keyboard commands; their names are those of the manifest. */
export function startCommands(): void {
  browser.commands.onCommand.addListener((command) => void perform(command));
}

async function perform(command: string): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return;
  switch (command) {
    case 'toggle-site':
      return toggleSite(tab);
    case 'clip':
      return clipFrom(tab, null);
    case 'next-mention':
      return sendPageEvent(tab.id, { event: 'stepMention', direction: 1 });
    case 'previous-mention':
      return sendPageEvent(tab.id, { event: 'stepMention', direction: -1 });
  }
}
