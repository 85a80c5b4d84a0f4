import { browser } from 'wxt/browser';
import type { Handlers, Sender } from '../../lib/messaging/serve';

/** Brings the popover's code into the frame that asks, and so only where one is wanted. */
export const popoverHandlers: Pick<Handlers, 'loadPopover' | 'showMarks'> = {
  loadPopover: (_params, sender) => injectInto(sender, '/popover.js'),

  async showMarks({ shown }, sender) {
    // As the user's own style, which no page can overrule.
    const style = { target: frameOf(sender), files: ['/marks.css'], origin: 'USER' as const };
    await (shown ? browser.scripting.insertCSS(style) : browser.scripting.removeCSS(style));
    return {};
  },
};

/** Runs one of our scripts in the frame that called. */
export async function injectInto(
  sender: Sender,
  file: '/popover.js' | '/large-lists.js',
): Promise<Record<string, never>> {
  await browser.scripting.executeScript({ target: frameOf(sender), files: [file] });
  return {};
}

function frameOf({ tab, frameId }: Sender): { tabId: number; frameIds: number[] } {
  if (tab?.id === undefined || frameId === undefined) throw new Error('Only for frames of pages.');
  return { tabId: tab.id, frameIds: [frameId] };
}
