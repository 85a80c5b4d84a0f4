/** The last look-ups: kept for the panel's empty search, on this device, until they are cleared. */
import { withLookup } from '../../lib/core/lookups/recent-lookups';
import type { Handlers } from '../../lib/messaging/serve';
import { readRecent, writeRecent } from '../../lib/storage/recent-lookups';
import { createTurns } from './in-turn';

const inTurn = createTurns();

export const recentHandlers: Pick<Handlers, 'getRecent' | 'addRecent' | 'clearRecent'> = {
  getRecent: async () => ({ recent: await readRecent() }),
  async addRecent({ lookup, private: isPrivate }) {
    // What is looked up in a private window leaves no trace.
    if (!isPrivate) await inTurn(async () => writeRecent(withLookup(await readRecent(), lookup)));
    return {};
  },
  async clearRecent() {
    await inTurn(() => writeRecent([]));
    return {};
  },
};
