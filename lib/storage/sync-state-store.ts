/** What the reader has turned on of the sync, on this device. It does not travel. */
import { browser } from 'wxt/browser';
import { parseSyncState, type SyncState } from '../core/sync/sync-state';
import { onStoredChange } from './on-stored-change';

export const SYNC_KEY = 'sync';

export async function readSyncState(): Promise<SyncState> {
  const stored = await browser.storage.local.get(SYNC_KEY);
  return parseSyncState(stored[SYNC_KEY]);
}

export async function writeSyncState(state: SyncState): Promise<void> {
  await browser.storage.local.set({ [SYNC_KEY]: state });
}

/** Tells of every change until the signal aborts. */
export function onSyncStateChanged(
  listener: (state: SyncState) => void,
  signal?: AbortSignal,
): void {
  onStoredChange('local', SYNC_KEY, (value) => listener(parseSyncState(value)), signal);
}
