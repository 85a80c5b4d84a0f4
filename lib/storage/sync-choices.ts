/** Settings and site rules as kinds of the sync. Both lie in extension storage. */
import { isSame } from '../core/packs/is-same';
import { parseSettings } from '../core/settings/settings';
import type { Switches } from '../core/sites/site-switch';
import {
  isSoundSetting,
  isSoundSite,
  settingRules,
  settingsOf,
  settingValues,
  siteRules,
  siteValues,
} from '../core/sync/kind-rules';
import type { PlannedChange, Values } from '../core/sync/reconcile';
import type { FactDb } from './fact-db';
import { ChangedMeanwhileError } from './record-edits';
import { readSettings, writeSettings } from './settings-store';
import { readSwitches, writeSwitches } from './switch-store';
import { readSyncMemory, writeSyncMemory } from './sync-memory';
import type { InTurn, SyncedKind } from './synced-kind';

/** More than this nobody writes by hand. */
const MAX_SYNCED_SITES = 10_000;

/** `inTurn` runs a task while nobody else changes the switches. */
export function syncedSettings(db: FactDb, inTurn: InTurn): SyncedKind {
  const read = async (): Promise<Values> =>
    settingValues(await readSettings(), await readSwitches());
  return {
    rules: settingRules,
    isSound: isSoundSetting,
    max: Number.POSITIVE_INFINITY,
    read,
    readMemory: () => readSyncMemory(db, 'settings'),
    async apply(changes, memory) {
      await inTurn(async () => {
        const { settings, defaultSwitch } = settingsOf(changed(await read(), changes));
        if (changes.length === 0) return;
        await writeSettings(parseSettings(settings));
        const switches = await readSwitches();
        if (defaultSwitch && defaultSwitch !== switches.default) {
          await writeSwitches({ ...switches, default: defaultSwitch });
        }
      });
      await writeSyncMemory(db, 'settings', memory);
    },
  };
}

export function syncedSites(db: FactDb, inTurn: InTurn): SyncedKind {
  return {
    rules: siteRules,
    isSound: isSoundSite,
    max: MAX_SYNCED_SITES,
    async read() {
      const values = siteValues(await readSwitches());
      return values.size > MAX_SYNCED_SITES ? null : values;
    },
    readMemory: () => readSyncMemory(db, 'sites'),
    async apply(changes, memory) {
      await inTurn(async () => {
        if (changes.length === 0) return;
        const switches = await readSwitches();
        const sites = Object.fromEntries(changed(siteValues(switches), changes));
        await writeSwitches({ ...switches, sites: sites as Switches['sites'] });
      });
      await writeSyncMemory(db, 'sites', memory);
    },
  };
}

function changed(now: Values, changes: readonly PlannedChange[]): Values {
  const next = new Map(now);
  for (const { id, before, after } of changes) {
    if (!isSame(now.get(id) ?? null, before)) throw new ChangedMeanwhileError(id);
    if (after === null) next.delete(id);
    else next.set(id, after);
  }
  return next;
}
