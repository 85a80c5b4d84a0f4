/**
 * The contract between the background and everybody else: one entry a call, with a schema for
 * what is sent and for what comes back. Types are inferred from the schemas; both ends check.
 *
 * `from` says who may call: `page` calls come from content scripts in any page, `panel` calls
 * only from the extension's own pages, because they change what the reader has stored or tell
 * what is in it beyond single names.
 */
import * as v from 'valibot';
import { BriefingSchema, MAX_BRIEFING_NAMES } from '../core/briefing/briefing-schema';
import { CardGroupSchema } from '../core/facts/card-group';
import { ContextPieceSchema } from '../core/facts/excerpt-context';
import { CLAIM_KINDS, ENTITY_KINDS } from '../core/facts/pack-schema';
import {
  EntityPageSchema,
  MAX_PAGE_ITEMS,
  SourceItemsSchema,
  SourcePageSchema,
  TimelinePageSchema,
} from '../core/library/library-schema';
import { MAX_TEXT_CHARS } from '../core/library/routes';
import { RecentLookupSchema } from '../core/lookups/recent-lookups';
import { LearnedEntitySchema } from '../core/matcher/learned-entity';
import { MuteSchema, MutesSchema, ScopeTypeSchema } from '../core/recognition/mute-schema';
import { SearchFilterSchema } from '../core/search/search-filter';
import { SearchHitSchema } from '../core/search/search-hit';
import { CatalogueSchema } from '../core/settings/catalogue-schema';
import { SiteChoiceSchema, SwitchesSchema, SwitchStateSchema } from '../core/sites/switch-schema';
import { clipProtocol } from './clip-protocol';
import { packProtocol } from './pack-protocol';
import { syncProtocol } from './sync-protocol';

const nothing = v.strictObject({});
const key = v.pipe(v.string(), v.maxLength(170));
const site = v.pipe(v.string(), v.maxLength(300));
/** Of a list: items from `offset` on. */
const pageOfList = {
  offset: v.pipe(v.number(), v.integer(), v.minValue(0)),
  limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_PAGE_ITEMS)),
};
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

export const PackSummarySchema = v.strictObject({
  id: v.string(),
  version: v.string(),
  title: v.string(),
  license: v.string(),
  entities: v.number(),
  claims: v.number(),
  sources: v.number(),
});

export const SiteStateSchema = v.strictObject({
  /** The pattern that a choice here is about; null where the tab shows no web site. */
  site: v.nullable(v.string()),
  choice: SiteChoiceSchema,
  default: SwitchStateSchema,
  /** What holds here without a choice of its own. */
  otherwise: SwitchStateSchema,
  on: v.boolean(),
});
export type SiteState = v.InferOutput<typeof SiteStateSchema>;

export const protocol = {
  ...clipProtocol,
  /**
   * Cards of entities, in the order asked; unknown keys are left out. Those of one person or thing
   * come together, with the cards that further packs have of it.
   */
  getEntityCards: {
    from: 'page',
    params: v.strictObject({ entities: v.pipe(v.array(key), v.maxLength(20)) }),
    result: v.strictObject({ groups: v.array(CardGroupSchema) }),
  },
  /** What is stored around an excerpt; empty where the excerpt is not known. */
  getContext: {
    from: 'page',
    params: v.strictObject({
      source: key,
      start: v.pipe(v.number(), v.integer(), v.minValue(0)),
      end: v.pipe(v.number(), v.integer(), v.minValue(1)),
    }),
    result: v.strictObject({ pieces: v.array(ContextPieceSchema) }),
  },
  /** Injects the popover's code into the calling frame. */
  loadPopover: { from: 'page', params: nothing, result: nothing },
  /** Gives the calling frame the look of marks, or takes it away. */
  showMarks: {
    from: 'page',
    params: v.strictObject({ shown: v.boolean() }),
    result: nothing,
  },
  /** The words in the language that the reader chose; null where the browser's own hold. */
  getCatalogue: {
    from: 'page',
    params: nothing,
    result: v.strictObject({ catalogue: v.nullable(CatalogueSchema) }),
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
      filter: v.optional(SearchFilterSchema),
    }),
    result: v.strictObject({ hits: v.array(SearchHitSchema) }),
  },
  /** What is recorded about the names of an article together, with how often each stands there. */
  getBriefing: {
    from: 'panel',
    params: v.strictObject({
      names: v.pipe(
        v.array(
          v.strictObject({
            /** More than one where the name may mean several. */
            entities: v.pipe(v.array(key), v.minLength(1), v.maxLength(20)),
            count: v.pipe(v.number(), v.integer(), v.minValue(1)),
          }),
        ),
        v.maxLength(MAX_BRIEFING_NAMES),
      ),
    }),
    result: BriefingSchema,
  },
  /** The last look-ups, the latest first; none are kept of private windows. */
  getRecent: {
    from: 'panel',
    params: nothing,
    result: v.strictObject({ recent: v.array(RecentLookupSchema) }),
  },
  addRecent: {
    from: 'panel',
    params: v.strictObject({ lookup: RecentLookupSchema, private: v.boolean() }),
    result: nothing,
  },
  clearRecent: { from: 'panel', params: nothing, result: nothing },
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
  /** A page of the library's list of names, with what each filter would leave. */
  browseEntities: {
    from: 'panel',
    params: v.strictObject({
      text: v.pipe(v.string(), v.maxLength(MAX_TEXT_CHARS)),
      kind: v.nullable(v.picklist(ENTITY_KINDS)),
      source: v.nullable(key),
      pack: v.nullable(key),
      ...pageOfList,
    }),
    result: EntityPageSchema,
  },
  /** A page of the sources of all packs that the library lists; the first, where none is named. */
  getSources: {
    from: 'panel',
    params: v.partial(v.strictObject(pageOfList)),
    result: SourceItemsSchema,
  },
  /** A source with a page of its claims in the order of its text; null where there is none such. */
  getSourcePage: {
    from: 'panel',
    params: v.strictObject({ source: key, ...pageOfList }),
    result: v.strictObject({ page: v.nullable(SourcePageSchema) }),
  },
  /** A page of all claims in the order of their dates. */
  getTimeline: {
    from: 'panel',
    params: v.strictObject({
      kind: v.nullable(v.picklist(CLAIM_KINDS)),
      source: v.nullable(key),
      period: v.nullable(v.pipe(v.string(), v.maxLength(7))),
      undated: v.boolean(),
      ...pageOfList,
    }),
    result: TimelinePageSchema,
  },
  /** Takes back one "not this one", whatever place it was said for. */
  forgetMute: { from: 'panel', params: v.strictObject({ mute: MuteSchema }), result: nothing },
  /** Undoes that. */
  restoreMute: { from: 'panel', params: v.strictObject({ mute: MuteSchema }), result: nothing },
  getPacks: {
    from: 'panel',
    params: nothing,
    result: v.strictObject({ packs: v.array(PackSummarySchema) }),
  },
  getFactBaseState: { from: 'panel', params: nothing, result: FactBaseStateSchema },
  /** Throws the stored copy of the bundled facts away and builds it anew; the reader's own stay. */
  rebuildFactBase: { from: 'panel', params: nothing, result: FactBaseStateSchema },
  ...packProtocol,
  ...syncProtocol,
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
