/** What the browser carries between a reader's devices, where it does; else it stays in this one. */
import { browser } from 'wxt/browser';
import type { Items } from '../core/sync/room';

export interface SyncArea {
  read(): Promise<Items>;
  /** Rejects where the browser refuses, by size or because it was asked too often. */
  write(items: Items): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}

export const syncArea: SyncArea = {
  read: () => browser.storage.sync.get(null),
  async write(items) {
    if (Object.keys(items).length > 0) await browser.storage.sync.set(items);
  },
  async remove(keys) {
    if (keys.length > 0) await browser.storage.sync.remove([...keys]);
  },
};

/** Tells which keys came, went or changed; also of what this device has written itself. */
export function onSyncAreaChanged(listener: (keys: readonly string[]) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'sync') listener(Object.keys(changes));
  });
}
