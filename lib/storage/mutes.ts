/**
 * Where the background keeps mutes. Those of private windows, of whatever scope, are held in
 * memory by the browser (`storage.session`), never on disk: most name a site or a page, and one
 * for everywhere would still tell what was read there. They go with the last private window.
 */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { MuteSchema } from '../core/recognition/mute-schema';
import type { Mute } from '../core/recognition/mutes';
import { MUTES_KEY } from './mute-store';

export const PRIVATE_MUTES_KEY = 'privateMutes';

export interface MuteStore {
  /** Oldest first; without what storage holds in a form that we do not understand. */
  read(): Promise<readonly Mute[]>;
  write(mutes: readonly Mute[]): Promise<void>;
}

export const storedMutes: MuteStore = muteStore('local', MUTES_KEY);
export const privateMutes: MuteStore = muteStore('session', PRIVATE_MUTES_KEY);

function muteStore(area: 'local' | 'session', key: string): MuteStore {
  return {
    async read() {
      const stored = await browser.storage[area].get(key);
      const entries: unknown = stored[key];
      return Array.isArray(entries) ? entries.filter((entry) => v.is(MuteSchema, entry)) : [];
    },
    async write(mutes) {
      if (mutes.length === 0) await browser.storage[area].remove(key);
      else await browser.storage[area].set({ [key]: [...mutes] });
    },
  };
}
