/** The form of stored and sent mutes. Pages read them with `mutedAt`, without a schema library. */
import * as v from 'valibot';
import { MAX_PAGE_CHARS } from './mutes';

export const MuteSchema = v.strictObject({
  entity: v.pipe(v.string(), v.maxLength(170)),
  /** The words, folded. */
  alias: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)),
  scope: v.variant('type', [
    v.strictObject({ type: v.literal('everywhere') }),
    /** As switches name it: `example.com/*`. */
    v.strictObject({ type: v.literal('site'), site: v.pipe(v.string(), v.maxLength(300)) }),
    /** As pageOf names it. */
    v.strictObject({
      type: v.literal('page'),
      page: v.pipe(v.string(), v.maxLength(MAX_PAGE_CHARS)),
    }),
  ]),
  /** When the reader said so, as an ISO date and time. */
  at: v.string(),
});

/** Oldest first. */
export const MutesSchema = v.array(MuteSchema);

export const ScopeTypeSchema = v.picklist(['page', 'site', 'everywhere']);
