/** Which tab a panel beside the pages is about: the one in front of its own window. */
import { browser } from 'wxt/browser';
import type { PanelTab } from '../../lib/messaging/panel-calls';

/** Calls the listener now and whenever another tab or another page comes to the front. */
export function followActiveTab(listener: (tab: PanelTab | null) => void): void {
  /** Null in a panel; where the panel is itself in a tab, it is not about itself. */
  const own = browser.tabs.getCurrent().then((tab) => tab?.id);
  const ownWindow = browser.windows.getCurrent().then((window) => window.id);
  let shown = '';

  async function look(): Promise<void> {
    const [active] = await browser.tabs.query({ active: true, windowId: await ownWindow });
    if (active?.id !== undefined && active.id === (await own)) return;
    const place = `${active?.id} ${active?.url}`;
    if (place === shown) return;
    shown = place;
    listener(active ?? null);
  }

  browser.tabs.onActivated.addListener(async ({ windowId }) => {
    if (windowId === (await ownWindow)) void look();
  });
  browser.tabs.onUpdated.addListener((_id, changes, tab) => {
    if (tab.active && (changes.url !== undefined || changes.status !== undefined)) void look();
  });
  browser.permissions.onAdded.addListener(() => {
    shown = '';
    void look();
  });
  void look();
}
