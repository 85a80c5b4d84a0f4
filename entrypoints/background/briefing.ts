/** What is recorded about the names of an article together. */
import type { Handlers } from '../../lib/messaging/serve';
import { readBriefing } from '../../lib/storage/read-briefing';
import { openFacts } from './facts';

export const briefingHandlers: Pick<Handlers, 'getBriefing'> = {
  getBriefing: async ({ names }) => readBriefing(await openFacts(), names),
};
