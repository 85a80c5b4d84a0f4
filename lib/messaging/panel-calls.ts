/** What a panel asks of the background and of the tab that it is about. */
import { browser } from 'wxt/browser';
import type { BriefingName } from '../core/briefing/briefing-schema';
import type { PageClips } from '../core/clipping/clip-schema';
import type { EntityKey, SourceKey } from '../core/facts/keys';
import { type LibraryRoute, libraryPath } from '../core/library/routes';
import type { RecentLookup } from '../core/lookups/recent-lookups';
import type { SearchFilter } from '../core/search/search-filter';
import type { SiteChoice, SwitchState } from '../core/sites/site-switch';
import { connectPage } from './page-connection';
import { send } from './send';
import { openSidePanel } from './side-panel';
import { probePage, readContentType, readTabAccess, requestAccess } from './tab-access';

/** The part of a tab that a panel has to know. */
export interface PanelTab {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
  readonly windowId?: number | undefined;
  readonly incognito: boolean;
}

/** More than anybody reads; the search gives the best first. */
const MAX_HITS = 40;

/** `tab`: null where there is none to be about. */
export function createPanelCalls(tab: Promise<PanelTab | null>) {
  const id = tab.then((found) => found?.id ?? null);
  const page = connectPage(id);
  /** Kept at hand, since what the reader's click allows has to be asked for at once. */
  let known: PanelTab | null = null;
  void tab.then((found) => {
    known = found;
  });

  async function place(): Promise<{ url: string; isPrivate: boolean }> {
    const found = await tab;
    return { url: found?.url ?? '', isPrivate: found?.incognito ?? false };
  }

  return {
    async getSiteState() {
      const at = await place();
      return {
        ...(await send('getSiteState', { url: at.url, private: at.isPrivate })),
        isPrivate: at.isPrivate,
      };
    },
    async setSiteChoice(site: string, choice: SiteChoice) {
      await send('setSiteChoice', { site, choice, private: (await place()).isPrivate });
    },
    async setDefaultSwitch(state: SwitchState) {
      await send('setDefaultSwitch', { state });
    },
    search: async (query: string, filter: SearchFilter) =>
      (await send('search', { query, limit: MAX_HITS, filter })).hits,
    getSources: async () =>
      (await send('getSources', {})).sources.map(({ key, source }) => ({ key, source })),
    getCards: async (entities: readonly EntityKey[]) =>
      (await send('getEntityCards', { entities: [...entities] })).groups,
    getContext: async (source: SourceKey, { start, end }: { start: number; end: number }) =>
      (await send('getContext', { source, start, end })).pieces,
    getBriefing: (names: readonly BriefingName[]) =>
      send('getBriefing', {
        names: names.map(({ entities, count }) => ({ entities: [...entities], count })),
      }),
    getFactBase: () => send('getFactBaseState', {}),
    rebuildFactBase: () => send('rebuildFactBase', {}),
    getRecent: async () => ((await place()).isPrivate ? [] : (await send('getRecent', {})).recent),
    async addRecent(lookup: RecentLookup) {
      await send('addRecent', { lookup, private: (await place()).isPrivate });
    },
    async clearRecent() {
      await send('clearRecent', {});
    },
    watchPage: page.watch,
    goToMention: page.goTo,
    getAccess: async () => readTabAccess((await tab)?.url),
    probePage: async () => {
      const tabId = await id;
      return tabId === null ? ('refused' as const) : probePage(tabId);
    },
    readContentType: async () => {
      const tabId = await id;
      return tabId === null ? ('no-tab' as const) : readContentType(tabId);
    },
    async clipSelected() {
      const tabId = await id;
      if (tabId !== null) await send('clipTab', { tab: tabId });
    },
    async checkClipped(): Promise<PageClips> {
      const tabId = await id;
      return tabId === null ? { state: 'none' } : send('checkTab', { tab: tabId });
    },
    ownFactsHref: browser.runtime.getURL('/clip.html#/own'),
    /** `pathFor`: of one of our own pages, to be shown beside the tab. */
    async openForTab(pathFor: (tab: number) => string) {
      const tabId = await id;
      if (tabId === null) return;
      // The name of each page is checked when the extension is built; this one is put together.
      const url = browser.runtime.getURL('/') + pathFor(tabId).replace(/^\//, '');
      await browser.tabs.create({ url, openerTabId: tabId });
    },
    requestAccess: () => requestAccess(known?.url ?? null),
    openSidePanel: () => openSidePanel(known?.windowId),
    hrefOf: (route: LibraryRoute) => browser.runtime.getURL('/') + libraryPath(route),
    async reloadPage() {
      const tabId = await id;
      if (tabId !== null) await browser.tabs.reload(tabId);
    },
    hasSettings: 'options_ui' in browser.runtime.getManifest(),
    resumePage: page.resume,
    async openSettings() {
      await browser.runtime.openOptionsPage();
    },
  };
}
