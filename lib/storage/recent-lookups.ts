/** The last look-ups, on this device only (`storage.local` is never synchronised). */
import { browser } from 'wxt/browser';
import { parseRecent, type RecentLookup } from '../core/lookups/recent-lookups';

const RECENT_KEY = 'recentLookups';

export async function readRecent(): Promise<RecentLookup[]> {
  return parseRecent((await browser.storage.local.get(RECENT_KEY))[RECENT_KEY]);
}

export async function writeRecent(recent: readonly RecentLookup[]): Promise<void> {
  if (recent.length === 0) await browser.storage.local.remove(RECENT_KEY);
  else await browser.storage.local.set({ [RECENT_KEY]: [...recent] });
}
