/**
 * Items in the browser's menus: one in those of the page and of the toolbar icon turns this site on
 * or off, one over selected words clips them.
 */
import { browser } from 'wxt/browser';
import { t } from '../../lib/ui/message';
import { clipFrom } from './clipping';
import { onWordsChanged, wordsKnown } from './language';
import { isOnInTab, onAnySwitchChanged, type TabPlace, toggleSite } from './switches';

const ITEM = 'toggle-site';
const CLIP_ITEM = 'clip';

export function startMenus(): void {
  browser.runtime.onInstalled.addListener(() => void create());
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === ITEM && tab) void toggleSite(tab);
    if (info.menuItemId === CLIP_ITEM && tab) void clipFrom(tab, info.frameId ?? 0);
  });
  // The title has to be right before the menu opens: there is no event for that in Chromium.
  browser.tabs.onActivated.addListener(() => void update());
  browser.tabs.onUpdated.addListener((_id, { status }, tab) => {
    if (status !== undefined && tab.active) void update();
  });
  browser.windows.onFocusChanged.addListener(() => void update());
  onAnySwitchChanged(() => void update());
  onWordsChanged(() => void update());
}

async function create(): Promise<void> {
  await Promise.all([browser.contextMenus.removeAll(), wordsKnown()]);
  browser.contextMenus.create({ id: ITEM, title: titleFor(true), contexts: ['action', 'page'] });
  browser.contextMenus.create({ id: CLIP_ITEM, title: t('clip_menu'), contexts: ['selection'] });
  await update();
}

async function update(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  await wordsKnown();
  const isOn = tab ? await isOnInTab(tab satisfies TabPlace) : null;
  try {
    await browser.contextMenus.update(ITEM, {
      title: titleFor(isOn !== false),
      enabled: isOn !== null,
    });
    await browser.contextMenus.update(CLIP_ITEM, { title: t('clip_menu') });
  } catch {
    // Not created yet; `create` will come back here.
  }
}

/** Browsers keep menu items on disk, so a title never names the site. */
function titleFor(isOn: boolean): string {
  return t(isOn ? 'menu_hide' : 'menu_show');
}
