/** One item in the menus of the page and of the toolbar icon: turns this site on or off. */
import { browser } from 'wxt/browser';
import { isOnInTab, onAnySwitchChanged, type TabPlace, toggleSite } from './switches';

const ITEM = 'toggle-site';
/** Browsers keep menu items on disk, so a title never names the site. */
const TITLES = { on: 'Show names on this site', off: 'Do not show names on this site' } as const;

export function startMenus(): void {
  browser.runtime.onInstalled.addListener(() => void create());
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === ITEM && tab) void toggleSite(tab);
  });
  // The title has to be right before the menu opens: there is no event for that in Chromium.
  browser.tabs.onActivated.addListener(() => void update());
  browser.tabs.onUpdated.addListener((_id, { status }, tab) => {
    if (status !== undefined && tab.active) void update();
  });
  browser.windows.onFocusChanged.addListener(() => void update());
  onAnySwitchChanged(() => void update());
}

async function create(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: ITEM, title: TITLES.off, contexts: ['action', 'page'] });
  await update();
}

async function update(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const isOn = tab ? await isOnInTab(tab satisfies TabPlace) : null;
  try {
    await browser.contextMenus.update(ITEM, {
      title: isOn === false ? TITLES.on : TITLES.off,
      enabled: isOn !== null,
    });
  } catch {
    // Not created yet; `create` will come back here.
  }
}
