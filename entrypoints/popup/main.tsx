import '../../assets/styles/tokens.css';
import '../../assets/styles/card.css';
import '../../assets/styles/popup.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { send } from '../../lib/messaging/send';
import { Popup } from '../../lib/ui/popup/Popup';
import type { PopupApi } from '../../lib/ui/popup/popup-api';
import { connectPage } from './page-connection';

/** More than anybody reads; the search gives the best first. */
const MAX_HITS = 30;

const tab = findTab();
const page = connectPage(tab.then((found) => found?.id ?? null));

const api: PopupApi = {
  async getSiteState() {
    const { url, isPrivate } = await place();
    return { ...(await send('getSiteState', { url, private: isPrivate })), isPrivate };
  },
  async setSiteChoice(site, choice) {
    await send('setSiteChoice', { site, choice, private: (await place()).isPrivate });
  },
  async setDefaultSwitch(state) {
    await send('setDefaultSwitch', { state });
  },
  search: async (query) => (await send('search', { query, limit: MAX_HITS })).hits,
  getCards: async (entities) => (await send('getEntityCards', { entities: [...entities] })).cards,
  getFactBase: () => send('getFactBaseState', {}),
  rebuildFactBase: () => send('rebuildFactBase', {}),
  watchPage: page.watch,
  goToMention: page.goTo,
};

async function place(): Promise<{ url: string; isPrivate: boolean }> {
  const found = await tab;
  return { url: found?.url ?? '', isPrivate: found?.incognito ?? false };
}

/** The tab that the panel opened over; `?tab=` names it where the panel is itself in a tab. */
async function findTab() {
  const asked = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  if (Number.isInteger(asked)) return browser.tabs.get(asked);
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active;
}

const root = document.getElementById('popup');
if (root) render(<Popup api={api} />, root);
