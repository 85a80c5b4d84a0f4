/**
 * The toolbar badge: how many mentions a tab shows, or that its site is off. What is off is
 * known from the switches alone, so that a page that is off has nothing to send.
 */
import { browser } from 'wxt/browser';
import type { Handlers } from '../../lib/messaging/serve';
import { badgeOf } from './badge-content';
import { createTurns } from './in-turn';
import { onWordsChanged, wordsKnown } from './language';
import { forgetCounts, readCounts, totalOf, withFrameCount, writeCounts } from './mention-counts';
import { isOnInTab, onAnySwitchChanged, type TabPlace } from './switches';

const inTurn = createTurns();

type BadgeTab = TabPlace & { readonly id?: number | undefined };

export const badgeHandlers: Pick<Handlers, 'reportMentions'> = {
  async reportMentions({ count }, { tab, frameId, documentId }) {
    const id = tab?.id;
    if (id === undefined || frameId === undefined) return {};
    await inTurn(async () => {
      const report = { frame: frameId, document: documentId, count };
      await writeCounts(id, withFrameCount(await readCounts(id), report));
      await show(tab);
    });
    return {};
  },
};

export function startBadge(): void {
  browser.tabs.onUpdated.addListener((id, { status }) => {
    if (status !== undefined) void inTurn(() => followNavigation(id)).catch(ignoreClosedTab);
  });
  browser.tabs.onRemoved.addListener((id) => void inTurn(() => forgetCounts(id)));
  browser.runtime.onInstalled.addListener(() => void showAll());
  onAnySwitchChanged(() => void showAll());
  onWordsChanged(() => void showAll());
}

/**
 * Browsers clear a tab's badge when it goes to another document, and only then: a badge that is
 * still there after client-side navigation tells that the counts still hold.
 */
async function followNavigation(id: number): Promise<void> {
  const tab = await browser.tabs.get(id);
  const text = await browser.action.getBadgeText({ tabId: id });
  await wordsKnown();
  if (text === '') await forgetCounts(id);
  const isOff = (await isOnInTab(tab)) === false;
  if (isOff || text === badgeOf('off').text) await show(tab);
}

async function showAll(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await inTurn(() => Promise.all(tabs.map((tab) => show(tab).catch(ignoreClosedTab))));
}

async function show(tab: BadgeTab | undefined): Promise<void> {
  if (tab?.id === undefined) return;
  const tabId = tab.id;
  const isOff = (await isOnInTab(tab)) === false;
  // A page that is turned off drops its mentions, and reports them anew when it is turned on.
  if (isOff) await forgetCounts(tabId);
  await wordsKnown();
  const { text, title, color } = badgeOf(isOff ? 'off' : totalOf(await readCounts(tabId)));
  await browser.action.setBadgeBackgroundColor({ tabId, color });
  await browser.action.setBadgeTextColor({ tabId, color: '#ffffff' });
  await browser.action.setBadgeText({ tabId, text });
  await browser.action.setTitle({ tabId, title });
}

/** Tabs close at any time; their badge goes with them. */
function ignoreClosedTab(): void {}
