/**
 * The matcher as pages read it: from extension storage, without waking the background. Content
 * scripts import this file, so it must stay small and far from the database.
 */
import { browser } from 'wxt/browser';
import { decodeMatcher, type MatcherTables } from '../core/matcher/matcher-tables';
import { onStoredChange } from './on-stored-change';

export const MATCHER_KEY = 'matcher';

/** Null where no fact base has been built yet, or one of another format. */
export async function readMatcher(): Promise<MatcherTables | null> {
  const stored = await browser.storage.local.get(MATCHER_KEY);
  return decodeMatcher(stored[MATCHER_KEY]);
}

/** Tells of every new matcher until the signal aborts. */
export function onMatcherChanged(
  listener: (tables: MatcherTables | null) => void,
  signal: AbortSignal,
): void {
  onStoredChange('local', MATCHER_KEY, (value) => listener(decodeMatcher(value)), signal);
}
