import { entityPage, sourceItems, sourcePage, timelinePage } from '../../lib/storage/library-pages';
import { readCard, readContext } from '../../lib/storage/read-facts';
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
  getCard: async (entity) => readCard(await sampleFacts(), entity),
  getContext: async (source, span) => readContext(await sampleFacts(), source, span),
};
