import '../../assets/styles/tokens.css';
import '../../assets/styles/card.css';
import '../../assets/styles/pages.css';
import '../../assets/styles/clip.css';
import { send } from '../../lib/messaging/send';
import { onCatalogueChosen, readChosenCatalogue } from '../../lib/storage/chosen-catalogue';
import { ClipPage } from '../../lib/ui/clip/ClipPage';
import type { ClipApi } from '../../lib/ui/clip/clip-api';
import { showPage } from '../../lib/ui/show-page';

const MAX_HITS = 30;

const api: ClipApi = {
  open: (clip, keep = false) => send('openClip', { clip, keep }),
  async discard(clip) {
    await send('discardClip', { clip });
  },
  async searchNames(words) {
    const { hits } = await send('search', { query: words.slice(0, 200), limit: MAX_HITS });
    return hits.filter((hit) => hit.kind === 'entity');
  },
  findings: async (form, claim) => (await send('getClipFindings', { form, claim })).findings,
  formOf: async (claim) => (await send('getOwnClaim', { claim })).form,
  save: (form, { clip = null, claim = null }) => send('saveClip', { form, clip, claim }),
  saveName: (name, { clip = null, entity = null }) => send('saveOwnName', { name, clip, entity }),
  close: () => close(),
  own: {
    list: () => send('getOwnFacts', {}),
    remove: async (key, section) => (await send('removeOwn', { key, section })).done,
    restore: async (key, section) => (await send('restoreOwn', { key, section })).done,
    async undo() {
      await send('undoOwn', {});
    },
    async redo() {
      await send('redoOwn', {});
    },
    history: async (key, section) => (await send('getOwnHistory', { key, section })).past,
    check: (source) => send('checkOwnSource', { source }),
  },
};

void showPage('clip', { read: readChosenCatalogue, onChange: onCatalogueChosen }, () => (
  <ClipPage api={api} />
));
