import '../../assets/styles/tokens.css';
import '../../assets/styles/card.css';
import '../../assets/styles/pages.css';
import { browser } from 'wxt/browser';
import { openCommandSettings, readCommands } from '../../lib/messaging/commands';
import { send } from '../../lib/messaging/send';
import { annotateSample } from '../../lib/page/live-sample';
import { chosenLanguage } from '../../lib/storage/chosen-catalogue';
import { onMutesChanged } from '../../lib/storage/mute-store';
import { onSettingsChanged, readSettings, writeSettings } from '../../lib/storage/settings-store';
import { onSwitchesChanged, readSwitches } from '../../lib/storage/switch-store';
import { onSyncStateChanged, readSyncState } from '../../lib/storage/sync-state-store';
import { SettingsPage } from '../../lib/ui/settings/SettingsPage';
import type { SettingsApi } from '../../lib/ui/settings/settings-api';
import { showPage } from '../../lib/ui/show-page';
import type { SyncApi } from '../../lib/ui/sync/sync-api';

/** Of one call for cards. */
const MAX_CARDS = 20;

const sync: SyncApi = {
  readState: readSyncState,
  watchState: watching(onSyncStateChanged),
  async turn(kind, isOn) {
    await send('setSync', { kind, isOn });
  },
  async erase(kind) {
    await send('eraseSync', { kind });
  },
  async meetNow() {
    await send('syncNow', {});
  },
  conflicts: async () => (await send('getSyncConflicts', {})).conflicts,
  async choose({ kind, id }, keep) {
    await send('chooseSyncVersion', { kind, id, keep: keep === 'all' ? keep : { ...keep } });
  },
  packsUrl: browser.runtime.getURL('/packs.html'),
};

const api: SettingsApi = {
  readSettings,
  watchSettings: watching(onSettingsChanged),
  writeSettings,
  readSwitches,
  watchSwitches: watching(onSwitchesChanged),
  async setSiteChoice(site, choice) {
    await send('setSiteChoice', { site, choice, private: false });
  },
  async setDefaultSwitch(state) {
    await send('setDefaultSwitch', { state });
  },
  readMutes: async () => (await send('getMutes', {})).mutes,
  watchMutes: watching(onMutesChanged),
  async forgetMute(mute) {
    await send('forgetMute', { mute });
  },
  async restoreMute(mute) {
    await send('restoreMute', { mute });
  },
  async labelsOf(entities) {
    const labels = new Map<string, string>();
    for (let at = 0; at < entities.length; at += MAX_CARDS) {
      const { groups } = await send('getEntityCards', {
        entities: entities.slice(at, at + MAX_CARDS),
      });
      for (const { key, entity } of groups.flat()) labels.set(key, entity.label);
    }
    return labels;
  },
  readCommands,
  changeKeys: openCommandSettings,
  countRecent: async () => (await send('getRecent', {})).recent.length,
  async clearRecent() {
    await send('clearRecent', {});
  },
  getPacks: async () => (await send('getPacks', {})).packs,
  getFactBase: () => send('getFactBaseState', {}),
  rebuildFactBase: () => send('rebuildFactBase', {}),
  sync,
  annotate: annotateSample,
  version: browser.runtime.getManifest().version,
  libraryUrl: browser.runtime.getURL('/library.html'),
  welcomeUrl: browser.runtime.getURL('/welcome.html'),
};

/** What is watched until a signal aborts, watched until it is told to stop. */
function watching<T>(watch: (listener: (value: T) => void, signal: AbortSignal) => void) {
  return (listener: (value: T) => void) => {
    const stopped = new AbortController();
    watch(listener, stopped.signal);
    return () => stopped.abort();
  };
}

void showPage('options', chosenLanguage, () => <SettingsPage api={api} />);
