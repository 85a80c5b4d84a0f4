/**
 * The contract between the background and everybody else: one entry a call, with a schema for
 * what is sent and for what comes back. Types are inferred from the schemas; both ends check.
 *
 * `from` says who may call: `page` calls come from content scripts in any page, `panel` calls
 * only from the extension's own pages, because they change what the reader has stored or tell
 * what is in it beyond single names.
 */
import * as v from 'valibot';
import { EntityCardSchema } from '../core/facts/card';
import { LearnedEntitySchema } from '../core/matcher/learned-entity';
import { MutesSchema, ScopeTypeSchema } from '../core/recognition/mute-schema';
import { SearchHitSchema } from '../core/search/search-hit';
import { SiteChoiceSchema, SwitchesSchema, SwitchStateSchema } from '../core/sites/switch-schema';

const nothing = v.strictObject({});
const key = v.pipe(v.string(), v.maxLength(170));
const site = v.pipe(v.string(), v.maxLength(300));
/** "Not this one": where is told by the caller's tab, so that no page can speak for another. */
const muting = v.strictObject({
  entities: v.pipe(v.array(key), v.minLength(1), v.maxLength(20)),
  /** As they stand on the page. */
  words: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)),
  scope: ScopeTypeSchema,
});
export type Muting = v.InferOutput<typeof muting>;

/** Of one call to confirm names; a page with more asks again. */
export const MAX_CONFIRM_TEXTS = 100;
/** UTF-16 code units. */
export const MAX_CONFIRM_CHARS = 400;

export const FactBaseStateSchema = v.variant('state', [
  v.strictObject({ state: v.literal('preparing') }),
  v.strictObject({
    state: v.literal('ready'),
    entities: v.number(),
    claims: v.number(),
    sources: v.number(),
  }),
  v.strictObject({
    state: v.literal('failed'),
    /** `storage-full`, `storage-blocked`: the browser refuses to store; `bad-pack`: ours to mend. */
    reason: v.picklist(['storage-full', 'storage-blocked', 'bad-pack', 'unknown']),
    /** For people who report the error. */
    detail: v.string(),
  }),
]);
export type FactBaseState = v.InferOutput<typeof FactBaseStateSchema>;

export const SiteStateSchema = v.strictObject({
  /** Null where the tab shows no web site. */
  site: v.nullable(v.string()),
  choice: SiteChoiceSchema,
  default: SwitchStateSchema,
  on: v.boolean(),
});
export type SiteState = v.InferOutput<typeof SiteStateSchema>;

export const protocol = {
  /** Cards of entities, in the order asked; unknown keys are left out. */
  getEntityCards: {
    from: 'page',
    params: v.strictObject({ entities: v.pipe(v.array(key), v.maxLength(20)) }),
    result: v.strictObject({ cards: v.array(EntityCardSchema) }),
  },
  /** Injects the popover's code into the calling frame. */
  loadPopover: { from: 'page', params: nothing, result: nothing },
  /** Gives the calling frame the look of marks, or takes it away. */
  showMarks: {
    from: 'page',
    params: v.strictObject({ shown: v.boolean() }),
    result: nothing,
  },
  /** Injects into the calling frame what it needs for large name lists. */
  loadLargeLists: { from: 'page', params: nothing, result: nothing },
  /** Which names of large lists stand in texts that the page's gate let through. */
  confirmNames: {
    from: 'page',
    params: v.strictObject({
      texts: v.pipe(
        v.array(v.pipe(v.string(), v.maxLength(MAX_CONFIRM_CHARS))),
        v.maxLength(MAX_CONFIRM_TEXTS),
      ),
    }),
    result: v.strictObject({
      entities: v.array(LearnedEntitySchema),
      /** Indexes of the texts in which something was found. */
      found: v.array(v.number()),
    }),
  },
  /** Site and page of the calling frame's tab, for frames that cannot see their top page. */
  getTopSite: {
    from: 'page',
    params: nothing,
    result: v.strictObject({ site: v.nullable(v.string()), page: v.nullable(v.string()) }),
  },
  /** The switches that hold in a private window: stored ones with the window's own over them. */
  getPrivateSwitches: { from: 'page', params: nothing, result: SwitchesSchema },
  /** The words are not to be read as the entities any more; in private windows until these close. */
  muteMention: { from: 'page', params: muting, result: nothing },
  /** Undoes just that. */
  unmuteMention: { from: 'page', params: muting, result: nothing },
  /** The mutes that hold in a private window: stored ones and the window's own. */
  getPrivateMutes: {
    from: 'page',
    params: nothing,
    result: v.strictObject({ mutes: MutesSchema }),
  },
  /** How many mentions the calling frame shows, for the toolbar badge. */
  reportMentions: {
    from: 'page',
    params: v.strictObject({ count: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
    result: nothing,
  },
  search: {
    from: 'panel',
    params: v.strictObject({
      query: v.pipe(v.string(), v.maxLength(200)),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
    }),
    result: v.strictObject({ hits: v.array(SearchHitSchema) }),
  },
  getSiteState: {
    from: 'panel',
    params: v.strictObject({ url: v.pipe(v.string(), v.maxLength(100_000)), private: v.boolean() }),
    result: SiteStateSchema,
  },
  setSiteChoice: {
    from: 'panel',
    params: v.strictObject({ site, choice: SiteChoiceSchema, private: v.boolean() }),
    result: nothing,
  },
  /** What holds on sites without a choice of their own. */
  setDefaultSwitch: {
    from: 'panel',
    params: v.strictObject({ state: SwitchStateSchema }),
    result: nothing,
  },
  /** All that are stored, oldest first. */
  getMutes: { from: 'panel', params: nothing, result: v.strictObject({ mutes: MutesSchema }) },
  getFactBaseState: { from: 'panel', params: nothing, result: FactBaseStateSchema },
  /** Throws the stored copy of the bundled facts away and builds it anew; the reader's own stay. */
  rebuildFactBase: { from: 'panel', params: nothing, result: FactBaseStateSchema },
} as const satisfies Record<
  string,
  { from: 'page' | 'panel'; params: v.GenericSchema; result: v.GenericSchema }
>;

export type Protocol = typeof protocol;
export type Call = keyof Protocol;
export type Params<C extends Call> = v.InferOutput<Protocol[C]['params']>;
export type Result<C extends Call> = v.InferOutput<Protocol[C]['result']>;

/** What travels: the request, and the answer as data, since thrown errors lose their kind on the way. */
export interface Request<C extends Call = Call> {
  readonly call: C;
  readonly params: unknown;
}
export type ErrorCode = 'unknown-call' | 'bad-params' | 'not-allowed' | 'not-ready' | 'failed';
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: { readonly code: ErrorCode; readonly message: string } };
