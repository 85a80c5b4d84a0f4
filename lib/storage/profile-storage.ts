/** What of the profile lies in extension storage, written in one call: all of it or none. */
import { browser } from 'wxt/browser';
import { MUTES_KEY } from './mute-store';
import { SETTINGS_KEY } from './settings-store';
import { SWITCHES_KEY } from './switch-store';

export interface ProfileValues {
  readonly settings: unknown;
  readonly switches: unknown;
  readonly mutes: unknown;
  /** A restoring that has begun; see restore-backup.ts. */
  readonly restoring: unknown;
}

export interface ProfileStorage {
  /** Undefined for what is not stored. */
  read(): Promise<ProfileValues>;
  write(values: ProfileValues): Promise<void>;
}

const KEYS: Readonly<Record<keyof ProfileValues, string>> = {
  settings: SETTINGS_KEY,
  switches: SWITCHES_KEY,
  mutes: MUTES_KEY,
  restoring: 'restoring',
};
const NAMES = ['settings', 'switches', 'mutes', 'restoring'] as const;

export const profileStorage: ProfileStorage = {
  async read() {
    const stored = await browser.storage.local.get(Object.values(KEYS));
    return {
      settings: stored[KEYS.settings],
      switches: stored[KEYS.switches],
      mutes: stored[KEYS.mutes],
      restoring: stored[KEYS.restoring],
    };
  },
  async write(values) {
    const there = NAMES.filter((name) => values[name] !== undefined);
    await browser.storage.local.set(
      Object.fromEntries(there.map((name) => [KEYS[name], values[name]])),
    );
    const absent = NAMES.filter((name) => values[name] === undefined);
    if (absent.length > 0) await browser.storage.local.remove(absent.map((name) => KEYS[name]));
  },
};
