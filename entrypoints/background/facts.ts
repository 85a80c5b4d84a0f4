/** Cards, search and the state of the fact base. */
import { browser } from 'wxt/browser';
import { createSearch } from '../../lib/core/search/create-search';
import { toSearchDocuments } from '../../lib/core/search/search-documents';
import type { SearchFilter } from '../../lib/core/search/search-filter';
import type { SearchHit } from '../../lib/core/search/search-hit';
import { CallError } from '../../lib/messaging/call-error';
import type { FactBaseState } from '../../lib/messaging/protocol';
import type { Handlers } from '../../lib/messaging/serve';
import { createHitFolder } from '../../lib/storage/create-hit-folder';
import { createFactBase } from '../../lib/storage/fact-base';
import type { FactDb } from '../../lib/storage/fact-db';
import { matcherWriter } from '../../lib/storage/matcher-writer';
import { readCardGroups } from '../../lib/storage/read-card-groups';
import {
  readContext,
  readPacks,
  readSearchedPacks,
  readSearchRows,
} from '../../lib/storage/read-facts';
import { readSearchCandidates } from '../../lib/storage/search-large';
import { onSettingsChanged, readSettings } from '../../lib/storage/settings-store';
import { isUnfinished, noteFinished, noteUnfinished } from '../../lib/storage/unfinished-work';
import { BUNDLED_PACKS } from './bundled-packs';
import { forgetLargeLists, largeListStore } from './large-lists';
import { loadPack } from './load-pack';

/** A fact base that is in order answers within this; longer means that it is being built. */
const PREPARING_AFTER_MS = 250;

/** Built when first searched; dropped when facts change, and with the sleeping background. */
let search: Promise<FactSearch> | null = null;

type FactSearch = (
  query: string,
  limit: number,
  filter: SearchFilter | undefined,
) => Promise<SearchHit[]>;

const factBase = createFactBase({
  bundled: BUNDLED_PACKS,
  loadPack,
  matcher: matcherWriter,
  largeLists: largeListStore,
  scripts: async () => (await readSettings()).scripts,
  extensionVersion: browser.runtime.getManifest().version,
  onChanged: () => {
    search = null;
    forgetLargeLists();
  },
  onProblem: (error) => console.error('Glossator: the fact base', error),
});

export const factHandlers: Pick<
  Handlers,
  'getEntityCards' | 'getContext' | 'search' | 'getFactBaseState' | 'rebuildFactBase' | 'getPacks'
> = {
  async getEntityCards({ entities }) {
    const groups = await readCardGroups(await openFacts(), entities);
    return { groups: groups.map(([head, ...others]) => [head, ...others]) };
  },
  async getContext({ source, start, end }) {
    return { pieces: await readContext(await openFacts(), source, { start, end }) };
  },
  search: async ({ query, limit, filter }) => ({ hits: await searchFacts(query, limit, filter) }),
  getFactBaseState: () => orPreparing(factBase.report()),
  rebuildFactBase: () => factBase.rebuild(),
  async getPacks() {
    const packs = await readPacks(await openFacts());
    return {
      packs: packs.map(({ id, version, title, license, counts }) => {
        const { entities, claims, sources } = counts;
        return { id, version, title, license, entities, claims, sources };
      }),
    };
  },
};

/** Prepares the facts where this version has not done so yet; looks for damage when the browser starts. */
export function startFacts(): void {
  browser.runtime.onStartup.addListener(() => void factBase.report());
  onSettingsChanged(() => void factBase.settingsChanged());
  Promise.all([factBase.wasPrepared(), isUnfinished('matcher')])
    .then(async ([prepared, isStale]) => {
      if (isStale) await factsChanged();
      else if (!prepared) await factBase.report();
    })
    .catch((error: unknown) => console.error('Glossator: extension storage', error));
}

export async function searchFacts(
  query: string,
  limit: number,
  filter?: SearchFilter,
): Promise<SearchHit[]> {
  search ??= openFacts().then(buildSearch);
  try {
    return await (await search)(query, limit, filter);
  } catch (error) {
    search = null;
    throw error;
  }
}

const factListeners: (() => void)[] = [];

/** Hears of every writing of facts, as long as this background lives. */
export function onFactsChanged(listener: () => void): void {
  factListeners.push(listener);
}

/** Facts were written: whatever was made of the old ones is made anew, in open pages too. */
export async function factsChanged(): Promise<void> {
  for (const listener of factListeners) listener();
  await noteUnfinished('matcher');
  await factBase.packsChanged();
  await noteFinished('matcher');
}

export async function openFacts(): Promise<FactDb> {
  try {
    return await factBase.db();
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new CallError('not-ready', detail, { cause: error });
  }
}

async function buildSearch(db: FactDb): Promise<FactSearch> {
  const listed = createSearch(toSearchDocuments(await readSearchRows(db)));
  const { large } = await readSearchedPacks(db);
  const fold = createHitFolder(db);
  return async (query, limit, filter) => {
    const hits = listed(query, limit, filter);
    if (large.length === 0) return fold(hits);
    const rows = await readSearchCandidates(db, large, query);
    const more = createSearch(toSearchDocuments(rows))(query, limit, filter);
    return fold([...hits, ...more].sort((a, b) => a.score - b.score).slice(0, limit));
  };
}

function orPreparing(report: Promise<FactBaseState>): Promise<FactBaseState> {
  const patience = new Promise<FactBaseState>((resolve) => {
    setTimeout(() => resolve({ state: 'preparing' }), PREPARING_AFTER_MS);
  });
  return Promise.race([report, patience]);
}
