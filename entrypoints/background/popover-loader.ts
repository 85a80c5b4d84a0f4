import { browser } from 'wxt/browser';
import type { Handlers } from '../../lib/messaging/serve';

/** Brings the popover's code into the frame that asks, and so only where one is wanted. */
export const popoverHandlers: Pick<Handlers, 'loadPopover'> = {
  async loadPopover(_params, { tab, frameId }) {
    if (tab?.id === undefined || frameId === undefined)
      throw new Error('Only frames have popovers.');
    await browser.scripting.executeScript({
      target: { tabId: tab.id, frameIds: [frameId] },
      files: ['/popover.js'],
    });
    return {};
  },
};
