import '../../assets/styles/tokens.css';
import '../../assets/styles/card.css';
import '../../assets/styles/pages.css';
import '../../assets/styles/drift.css';
import '../../assets/styles/clip.css';
import { browser } from 'wxt/browser';
import type { OwnSection } from '../../lib/core/clipping/clip-schema';
import { OWN_PACK_ID } from '../../lib/core/clipping/own-pack';
import { pastStates } from '../../lib/core/clipping/past-states';
import { idOfKey, packOfKey } from '../../lib/core/facts/keys';
import { libraryPath } from '../../lib/core/library/routes';
import { NO_FILTER } from '../../lib/core/search/search-filter';
import { send } from '../../lib/messaging/send';
import { onCatalogueChosen, readChosenCatalogue } from '../../lib/storage/chosen-catalogue';
import { ClipPage } from '../../lib/ui/clip/ClipPage';
import type { ClipApi, EntityHit } from '../../lib/ui/clip/clip-api';
import { showPage } from '../../lib/ui/show-page';

const MAX_HITS = 30;

const api: ClipApi = {
  open: (clip, keep = false) => send('openClip', { clip, keep }),
  async discard(clip) {
    await send('discardClip', { clip });
  },
  async searchNames(words, pack) {
    const filter = { ...NO_FILTER, ...(pack !== undefined && { pack }) };
    const query = words.slice(0, 200);
    const { hits } = await send('search', { query, limit: MAX_HITS, filter });
    return withoutStandIns(hits.filter((hit) => hit.kind === 'entity'));
  },
  findings: async (form, claim) => (await send('getClipFindings', { form, claim })).findings,
  findTwins: async (forms, entity) =>
    (await send('findNameTwins', { forms: [...forms], entity })).twins,
  hrefOfName: (key, claim) =>
    browser.runtime.getURL('/') +
    libraryPath({ view: 'entity', key, ...(claim !== undefined && { claim: idOfKey(claim) }) }),
  pack: {
    claim: async (claim) => (await send('getPackClaim', { claim })).found,
    saveClaim: (claim, part) => send('savePackClaim', { claim, part }),
    name: async (entity) => (await send('getPackName', { entity })).found,
    saveName: (entity, name) => send('savePackName', { entity, name }),
    async revert(key, section) {
      const saved = await send('revertPackRecord', { key, section });
      if (!saved.ok) throw new Error(`${key} was not reverted`);
    },
    async undo(key, change) {
      const undone = await send('undoChange', { pack: packOfKey(key), change });
      if (!undone.ok) throw new Error(undone.problem.reason);
    },
    history: (key, section) => readHistory(packOfKey(key), key, section),
  },
  formOf: async (claim) => (await send('getOwnClaim', { claim })).form,
  save: (form, { clip = null, claim = null }) => send('saveClip', { form, clip, claim }),
  saveName: (name, { clip = null, entity = null }) => send('saveOwnName', { name, clip, entity }),
  saveForm: (form, entity, clip) => send('saveOwnForm', { form, entity, clip }),
  close: () => void closeThis(),
  own: {
    list: () => send('getOwnFacts', {}),
    remove: async (key, section) => (await send('removeOwn', { key, section })).done,
    restore: async (key, section) => (await send('restoreOwn', { key, section })).done,
    async undo() {
      await send('undoChange', { pack: OWN_PACK_ID });
    },
    async redo() {
      await send('redoChange', { pack: OWN_PACK_ID });
    },
    history: (key, section) => readHistory(OWN_PACK_ID, key, section),
    check: (source) => send('checkOwnSource', { source }),
  },
};

async function readHistory(pack: string, key: string, section: OwnSection) {
  return pastStates(await send('getHistory', { pack, section, id: idOfKey(key) }));
}

/** Firefox lets no script close a window that it has not opened. */
async function closeThis(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

/** What is of the reader's own under the name of another pack's is that other one. */
function withoutStandIns(hits: readonly EntityHit[]): readonly EntityHit[] {
  const isOwn = ({ entity }: EntityHit): boolean => packOfKey(entity) === OWN_PACK_ID;
  const named = new Set(
    hits.filter((hit) => !isOwn(hit)).map((hit) => `${hit.entityKind} ${hit.label}`),
  );
  return hits.filter((hit) => !isOwn(hit) || !named.has(`${hit.entityKind} ${hit.label}`));
}

void showPage('clip', { read: readChosenCatalogue, onChange: onCatalogueChosen }, () => (
  <ClipPage api={api} />
));
