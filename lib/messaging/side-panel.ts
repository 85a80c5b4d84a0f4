/** The panel beside the page: Chromium's side panel, Firefox's sidebar. */
import { browser } from 'wxt/browser';

interface SidePanels {
  /** Chromium's; the polyfill hands it on as it is. */
  readonly sidePanel?: { open(options: { windowId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
}

/** To be called in the reader's own click, and before anything is waited for. */
export async function openSidePanel(windowId: number | undefined): Promise<void> {
  const { sidePanel, sidebarAction } = browser as unknown as SidePanels;
  if (sidePanel && windowId !== undefined) await sidePanel.open({ windowId });
  else await sidebarAction?.open();
}
