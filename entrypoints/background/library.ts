/** The library's lists and pages. */
import { MAX_PAGE_ITEMS } from '../../lib/core/library/library-schema';
import type { Handlers } from '../../lib/messaging/serve';
import type { FactDb } from '../../lib/storage/fact-db';
import { entityPage, sourceItems, sourcePage, timelinePage } from '../../lib/storage/library-pages';
import { type Library, readLibrary, readLibraryVersion } from '../../lib/storage/read-library';
import { openFacts } from './facts';

export const libraryHandlers: Pick<
  Handlers,
  'browseEntities' | 'getSources' | 'getSourcePage' | 'getTimeline'
> = {
  async browseEntities({ offset, limit, ...filter }) {
    const { db, library } = await openLibrary();
    return entityPage(db, library, filter, { offset, limit });
  },
  async getSources({ offset = 0, limit = MAX_PAGE_ITEMS }) {
    return sourceItems((await openLibrary()).library, { offset, limit });
  },
  async getSourcePage({ source, offset, limit }) {
    const { db, library } = await openLibrary();
    return { page: await sourcePage(db, library, source, { offset, limit }) };
  },
  async getTimeline({ offset, limit, ...filter }) {
    const { db, library } = await openLibrary();
    return timelinePage(db, library, filter, { offset, limit });
  },
};

/** Made when first asked for; gone with the sleeping background. */
let known: { readonly version: string; readonly library: Promise<Library> } | null = null;

async function openLibrary(): Promise<{ db: FactDb; library: Library }> {
  const db = await openFacts();
  const version = await readLibraryVersion(db);
  if (known?.version !== version) known = { version, library: readLibrary(db) };
  const current = known;
  try {
    return { db, library: await current.library };
  } catch (error) {
    if (known === current) known = null;
    throw error;
  }
}
