import { entityPage, sourceItems, sourcePage, timelinePage } from '../../lib/storage/library-pages';
import { readCardGroups } from '../../lib/storage/read-card-groups';
import { readContext } from '../../lib/storage/read-facts';
import type { LibraryApi } from '../../lib/ui/library/library-api';
import { sampleFacts, sampleLibrary } from './sample-facts';

/** The library over the bundled packs. */
export const sampleLibraryApi: LibraryApi = {
  browseEntities: async (filter, page) =>
    entityPage(await sampleFacts(), await sampleLibrary(), filter, page),
  getSources: async (page) => sourceItems(await sampleLibrary(), page),
  getSourcePage: async (source, page) =>
    sourcePage(await sampleFacts(), await sampleLibrary(), source, page),
  getTimeline: async (filter, page) =>
    timelinePage(await sampleFacts(), await sampleLibrary(), filter, page),
  getCards: async (entity) => (await readCardGroups(await sampleFacts(), [entity]))[0] ?? null,
  getContext: async (source, span) => readContext(await sampleFacts(), source, span),
};
