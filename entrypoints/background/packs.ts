/** Packs: which there are, importing, exporting, and the reader's edits of them. */
import { browser } from 'wxt/browser';
import type { Handlers } from '../../lib/messaging/serve';
import { giveUpPack, readDeletedPacks, returnPack } from '../../lib/storage/deleted-packs';
import { readHistory } from '../../lib/storage/edit-history';
import { findImportTwins } from '../../lib/storage/import-twins';
import {
  beginImport,
  cancelImport,
  installImport,
  readImportItems,
  readPendingImports,
} from '../../lib/storage/pack-import';
import { readPackMeta, readRecordPage } from '../../lib/storage/pack-records';
import {
  choosePack,
  type InstalledPack,
  orderPacks,
  readInstalledPacks,
  removePack,
} from '../../lib/storage/pack-registry';
import { openNewPackStore, PackGoneError } from '../../lib/storage/pack-store';
import {
  changeRecords,
  type EditOutcome,
  redoChange,
  undoChange,
} from '../../lib/storage/record-edits';
import { sweepStores } from '../../lib/storage/store-sweep';
import { isUnfinished, noteFinished, noteUnfinished } from '../../lib/storage/unfinished-work';
import { BUNDLED_PACKS } from './bundled-packs';
import { factsChanged, openFacts } from './facts';
import { inEditTurn } from './in-edit-turn';
import { createTurns } from './in-turn';

const inTurn = createTurns();
const RESERVED = BUNDLED_PACKS.map(({ id }) => id);

export const packHandlers: Pick<
  Handlers,
  | 'listPacks'
  | 'setPack'
  | 'orderPacks'
  | 'deletePack'
  | 'returnPack'
  | 'giveUpPack'
  | 'beginImport'
  | 'importStatus'
  | 'importItems'
  | 'importTwins'
  | 'cancelImport'
  | 'installImport'
  | 'readRecords'
  | 'getPackMeta'
  | 'saveRecords'
  | 'undoChange'
  | 'redoChange'
  | 'getHistory'
> = {
  async listPacks() {
    const db = await openFacts();
    void sweep();
    const deleted = await readDeletedPacks(db);
    return { packs: (await readInstalledPacks(db)).map(toListed), deleted };
  },
  async setPack({ id, ...choice }) {
    const isInstalled = await choosePack(await openFacts(), id, choice);
    if (isInstalled) await factsChanged();
    return { isInstalled };
  },
  async orderPacks({ ids }) {
    await orderPacks(await openFacts(), ids);
    return {};
  },
  async deletePack({ id }) {
    const db = await openFacts();
    const outcome = await removePack(db, id);
    if (outcome === 'removed') {
      await noteUnfinished('sweep');
      await factsChanged();
      void sweep();
    }
    const kept = outcome === 'removed' ? await readDeletedPacks(db) : [];
    return { outcome, store: kept.find((pack) => pack.id === id)?.store ?? null };
  },
  async returnPack({ store }) {
    const outcome = await returnPack(await openFacts(), store);
    if (outcome === 'returned') await factsChanged();
    return { outcome };
  },
  async giveUpPack({ store }) {
    await giveUpPack(await openFacts(), store);
    await noteUnfinished('sweep');
    await sweep();
    return {};
  },
  async beginImport({ pack }, { tab }) {
    // Firefox keeps other databases for pages in private windows.
    if (tab?.incognito) return { ok: false, code: 'private-window' };
    await sweep();
    const begun = await beginImport(await openFacts(), pack, RESERVED);
    // Made here, so that a page that does not find it knows that it sees other databases.
    if (begun.ok) (await openNewPackStore(begun.store)).close();
    // The page may die and nobody look at the packs for long.
    await noteUnfinished('sweep');
    return begun;
  },
  importStatus: async () => ({ imports: await readPendingImports(await openFacts()) }),
  async importItems({ store, ...filter }) {
    try {
      return { items: await readImportItems(store, filter) };
    } catch (error) {
      if (error instanceof PackGoneError) return { items: [] };
      throw error;
    }
  },
  async importTwins({ store }) {
    const twins = await findImportTwins(await openFacts(), store);
    return { twins: twins && { ...twins, first: [...twins.first] } };
  },
  async cancelImport({ store }) {
    await cancelImport(await openFacts(), store);
    await noteUnfinished('sweep');
    void sweep();
    return {};
  },
  async installImport({ store }) {
    const installed = await installImport(await openFacts(), store, RESERVED);
    if (installed.ok) {
      await noteUnfinished('sweep');
      await factsChanged();
      void sweep();
    }
    return installed;
  },
  async readRecords({ pack, section, after, limit }) {
    const page = await readRecordPage(await openFacts(), pack, section, { after, limit });
    return { records: page.records.map((record) => ({ ...record })), next: page.next };
  },
  getPackMeta: async ({ pack }) => ({ meta: await readPackMeta(await openFacts(), pack) }),
  saveRecords: ({ pack, changes }) =>
    inEditTurn(async () => told(await changeRecords(await openFacts(), pack, changes))),
  undoChange: ({ pack, change }) =>
    inEditTurn(async () => told(await undoChange(await openFacts(), pack, { change }))),
  redoChange: ({ pack }) => inEditTurn(async () => told(await redoChange(await openFacts(), pack))),
  async getHistory({ pack, section, id }) {
    const history = await readHistory(await openFacts(), pack, { section, id });
    return { edits: (history?.edits ?? []).map((edit) => ({ ...edit })), done: history?.done ?? 0 };
  },
};

/** Goes on with what the last background has not ended. */
export function startPacks(): void {
  browser.runtime.onStartup.addListener(() => void sweep());
  isUnfinished('sweep')
    .then((isDue) => (isDue ? sweep() : undefined))
    .catch((error: unknown) => console.error('Glossator: extension storage', error));
}

function sweep(): Promise<void> {
  return inTurn(async () => {
    const { left, nextAt } = await sweepStores(await openFacts(), { isHeld });
    if (left.length > 0) return;
    if (nextAt === null) await noteFinished('sweep');
    else await noteUnfinished('sweep', nextAt);
  }).catch((error: unknown) => console.error('Glossator: clearing away', error));
}

async function isHeld(name: string): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some((lock) => lock.name === name);
}

/** Lets everybody know, where something has changed. */
async function told({ ...outcome }: EditOutcome) {
  if (!outcome.ok) return { ok: false as const, problem: plain(outcome.problem) };
  if (outcome.records.length > 0) await factsChanged();
  return { ok: true as const, records: outcome.records.map((record) => ({ ...record })) };
}

function plain(problem: Extract<EditOutcome, { ok: false }>['problem']) {
  if (problem.reason !== 'bad-record') return { ...problem };
  return { ...problem, place: { ...problem.place }, values: { ...problem.values } };
}

function toListed(pack: InstalledPack) {
  const { id, version, title, license, description, origin, counts, sha256, importedAt } = pack;
  const { entities, claims, sources } = counts;
  const { isEnabled, isPainted, order, colour } = pack;
  return {
    ...{ id, version, title, license, description, origin, entities, claims, sources, sha256 },
    ...{ importedAt: importedAt ?? null, isEnabled, isPainted, order, colour },
  };
}
