/** What the settings page needs from outside. It sends no message itself. */
import type { EntityKey } from '../../core/facts/keys';
import type { Mute } from '../../core/recognition/mutes';
import type { Settings } from '../../core/settings/settings';
import type { SiteChoice, Switches, SwitchState } from '../../core/sites/site-switch';
import type { FactBase } from '../popup/popup-api';
import type { SyncApi } from '../sync/sync-api';

export interface CommandKeys {
  /** As the manifest names it. */
  readonly name: string;
  /** As the browser writes the keys; empty where there are none. */
  readonly keys: string;
}

export interface Pack {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly license: string;
  readonly entities: number;
  readonly claims: number;
  readonly sources: number;
}

/** Each `watch…` calls the listener on every change, until what it returns is called. */
export interface SettingsApi {
  readonly readSettings: () => Promise<Settings>;
  readonly watchSettings: (listener: (settings: Settings) => void) => () => void;
  readonly writeSettings: (settings: Settings) => Promise<void>;
  readonly readSwitches: () => Promise<Switches>;
  readonly watchSwitches: (listener: (switches: Switches) => void) => () => void;
  /** `default`: no choice of its own any more. */
  readonly setSiteChoice: (pattern: string, choice: SiteChoice) => Promise<void>;
  readonly setDefaultSwitch: (state: SwitchState) => Promise<void>;
  readonly readMutes: () => Promise<readonly Mute[]>;
  readonly watchMutes: (listener: () => void) => () => void;
  readonly forgetMute: (mute: Mute) => Promise<void>;
  readonly restoreMute: (mute: Mute) => Promise<void>;
  /** Those that are known; the others are left out. */
  readonly labelsOf: (entities: readonly EntityKey[]) => Promise<ReadonlyMap<EntityKey, string>>;
  readonly readCommands: () => Promise<readonly CommandKeys[]>;
  /** Opens the browser's own page for that; rejects where it cannot. */
  readonly changeKeys: () => Promise<void>;
  readonly countRecent: () => Promise<number>;
  readonly clearRecent: () => Promise<void>;
  readonly getPacks: () => Promise<readonly Pack[]>;
  readonly getFactBase: () => Promise<FactBase>;
  readonly rebuildFactBase: () => Promise<FactBase>;
  readonly sync: SyncApi;
  /** Marks and explains the names inside the element, as in a page; returns how to stop. */
  readonly annotate: StartSample;
  readonly version: string;
  readonly libraryUrl: string;
  readonly welcomeUrl: string;
}

/** `onMarked` is told how many mentions there are, once they are known and on every change. */
export type StartSample = (element: HTMLElement, onMarked: (count: number) => void) => () => void;
