/** What the background asks of tabs and windows, whatever it is about. */
import { browser } from 'wxt/browser';
import { type MutePlace, pageOf } from '../../lib/core/recognition/mutes';
import { siteOfUrl } from '../../lib/core/sites/site-switch';
import { type PageEvent, sendPageEvent } from '../../lib/messaging/page-events';
import type { SenderTab } from '../../lib/messaging/serve';

/** Both are null where the browser does not tell the tab's address. */
export function placeOfTab(tab: SenderTab | undefined): MutePlace {
  const url = tab?.url;
  if (url === undefined || !URL.canParse(url)) return { site: null, page: null };
  return { site: siteOfUrl(url), page: pageOf(new URL(url)) };
}

export async function tellPrivateTabs(event: PageEvent): Promise<void> {
  const tabs = await browser.tabs.query({});
  const ids = tabs.flatMap((tab) => (tab.incognito ? (tab.id ?? []) : []));
  await Promise.all(ids.map((id) => sendPageEvent(id, event)));
}

/** Calls whenever a window closed and no private one is open; to be called while starting. */
export function onLastPrivateWindowClosed(listener: () => void): void {
  browser.windows.onRemoved.addListener(async () => {
    const windows = await browser.windows.getAll();
    if (!windows.some((window) => window.incognito)) listener();
  });
}
