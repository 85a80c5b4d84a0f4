import '../../assets/styles/tokens.css';
import '../../assets/styles/card.css';
import '../../assets/styles/pages.css';
import '../../assets/styles/packs.css';
import { browser } from 'wxt/browser';
import { send } from '../../lib/messaging/send';
import { onCatalogueChosen, readChosenCatalogue } from '../../lib/storage/chosen-catalogue';
import { PacksPage } from '../../lib/ui/packs/PacksPage';
import type { PacksApi } from '../../lib/ui/packs/packs-api';
import { showPage } from '../../lib/ui/show-page';
import { backupState, makeBackup, planRestore, restoreBackup } from './backup-file';
import { exportPack } from './export-file';
import { readImport } from './import-file';
import { readableTabs, readTab } from './tab-files';

const NAMES_SHOWN = 20;

const api: PacksApi = {
  listPacks: () => send('listPacks', {}),
  async choosePack(id, choice) {
    const { isInstalled } = await send('setPack', { id, ...choice });
    if (!isInstalled) throw new Error(`${id} is not installed`);
  },
  async orderPacks(ids) {
    await send('orderPacks', { ids: [...ids] });
  },
  async deletePack(id) {
    const { outcome, store } = await send('deletePack', { id });
    if (outcome === 'not-removable') throw new Error(`${id} cannot be deleted`);
    return store;
  },
  returnPack: async (store) => (await send('returnPack', { store })).outcome,
  async giveUpPack(store) {
    await send('giveUpPack', { store });
  },
  readImport,
  exportPack,
  async findNames(pack, text) {
    const filter = { text, kind: null, source: null, pack };
    const page = await send('browseEntities', { ...filter, offset: 0, limit: NAMES_SHOWN });
    return page.entities.map(({ key, label }) => ({ id: key.slice(pack.length + 1), label }));
  },
  backupState,
  makeBackup,
  async postponeBackup() {
    await send('postponeBackup', {});
  },
  planRestore,
  restoreBackup,
  async storageUse() {
    const { used, quota, isPersistent } = await send('storageState', {});
    return { used, quota, isPersistent };
  },
  askToPersist: () => navigator.storage.persist(),
  readableTabs,
  readTab,
  openedForTab: tabInAddress(),
  libraryUrl: browser.runtime.getURL('/library.html'),
  settingsUrl: browser.runtime.getURL('/options.html'),
};

/** The page may be opened for what one tab shows. */
function tabInAddress(): number | null {
  const tab = new URLSearchParams(location.search).get('tab') ?? '';
  return /^\d{1,10}$/.test(tab) ? Number(tab) : null;
}

void showPage('packs', { read: readChosenCatalogue, onChange: onCatalogueChosen }, () => (
  <PacksPage api={api} />
));
