/** What the toolbar popup needs from outside. It sends no message itself. */
import type { Briefing, BriefingName } from '../../core/briefing/briefing-schema';
import type { PageKind } from '../../core/briefing/page-kind';
import type { PageProbe } from '../../core/briefing/why-unmarked';
import type { PageClips } from '../../core/clipping/clip-schema';
import type { CardGroup } from '../../core/facts/card-group';
import type { CardSurroundings } from '../../core/facts/card-surroundings';
import type { ClaimKey, EntityKey } from '../../core/facts/keys';
import type { Source } from '../../core/facts/pack-schema';
import type { LibraryRoute } from '../../core/library/routes';
import type { SearchFilter } from '../../core/search/search-filter';
import type { SearchHit } from '../../core/search/search-hit';
import type { SiteChoice, SwitchState } from '../../core/sites/site-switch';
import type { NamedEntity } from '../card-trail';

export interface SiteState {
  /** The site's pattern; null where the tab shows no web site. */
  readonly site: string | null;
  readonly choice: SiteChoice;
  readonly default: SwitchState;
  /** What holds here without a choice of its own: the default, or a wider site's. */
  readonly otherwise: SwitchState;
  readonly on: boolean;
  /** A private window: the site's choice lasts as long as the window. */
  readonly isPrivate: boolean;
}

export type FactBase =
  | { readonly state: 'preparing' }
  | {
      readonly state: 'ready';
      readonly entities: number;
      readonly claims: number;
      readonly sources: number;
    }
  | {
      readonly state: 'failed';
      readonly reason: 'storage-full' | 'storage-blocked' | 'bad-pack' | 'unknown';
      readonly detail: string;
    };

/** What one frame of the tab shows. */
export interface FrameNames {
  readonly frame: string;
  readonly isTop: boolean;
  readonly on: boolean;
  /** Reading took too long for this page and waits for the reader's word. */
  readonly paused?: boolean | undefined;
  readonly names: readonly { readonly entities: readonly NamedEntity[]; readonly count: number }[];
}

export type PageState =
  | { readonly state: 'connecting' }
  /** No content script answers: a page of the browser, or one older than the extension. */
  | { readonly state: 'unreachable' }
  | { readonly state: 'ready'; readonly frames: readonly FrameNames[] };

/** One mention: the nth (from 0) of these entities in this frame. */
export interface MentionPlace {
  readonly frame: string;
  readonly entities: readonly EntityKey[];
  readonly index: number;
}

export interface PopupApi {
  readonly getSiteState: () => Promise<SiteState>;
  readonly setSiteChoice: (site: string, choice: SiteChoice) => Promise<void>;
  readonly setDefaultSwitch: (state: SwitchState) => Promise<void>;
  readonly search: (query: string, filter: SearchFilter) => Promise<readonly SearchHit[]>;
  readonly getSources: () => Promise<readonly KnownSource[]>;
  readonly getCards: (entities: readonly EntityKey[]) => Promise<readonly CardGroup[]>;
  readonly getContext: NonNullable<CardSurroundings['loadContext']>;
  readonly getBriefing: (names: readonly BriefingName[]) => Promise<Briefing>;
  /** Empty in private windows, of which nothing is kept. */
  readonly getRecent: () => Promise<readonly NamedEntity[]>;
  readonly addRecent: (lookup: NamedEntity) => Promise<void>;
  readonly clearRecent: () => Promise<void>;
  readonly getFactBase: () => Promise<FactBase>;
  readonly rebuildFactBase: () => Promise<FactBase>;
  /** Calls the listener now and on every change; returns how to stop. */
  readonly watchPage: (listener: (page: PageState) => void) => () => void;
  /** What stands before the mention, the mention, and what stands after it; null where unknown. */
  readonly goToMention: (
    place: MentionPlace,
  ) => Promise<readonly [before: string, words: string, after: string] | null>;
  readonly getAccess: () => Promise<PageAccess>;
  readonly probePage: () => Promise<PageProbe | 'refused'>;
  /** What the page is made of; `refused` where nobody is let in. */
  readonly readContentType: () => Promise<string | 'refused' | 'no-tab'>;
  /** Begins a clipping of what is selected on the page. */
  readonly clipSelected: () => Promise<void>;
  /** What was clipped from the page before, and whether it still stands there. */
  readonly checkClipped: () => Promise<PageClips>;
  readonly ownFactsHref: string;
  /** Opens one of our own pages about the tab. */
  readonly openForTab: (pathFor: (tab: number) => string) => Promise<void>;
  /** Has the browser ask for leave to read this site, or all where this one is not known. */
  readonly requestAccess: () => Promise<boolean>;
  readonly reloadPage: () => Promise<void>;
  readonly openSidePanel: () => Promise<void>;
  readonly hasSettings: boolean;
  readonly openSettings: () => Promise<void>;
  /** Goes on reading a page that was paused for speed. */
  readonly resumePage: () => void;
  /** Address of a page of the library. */
  readonly hrefOf: (route: LibraryRoute) => string;
}

export interface KnownSource {
  readonly key: string;
  readonly source: Source;
}

/** What the browser lets the extension do on the page. */
export interface PageAccess {
  /** Null where the browser does not tell the address. */
  readonly url: string | null;
  readonly kind: PageKind | null;
  readonly allSitesAllowed: boolean;
  readonly siteAllowed: boolean;
  readonly filesAllowed: boolean;
}

/** What the panel shows in detail. */
export interface Detail {
  readonly entities: readonly [NamedEntity, ...NamedEntity[]];
  readonly soughtClaim?: ClaimKey;
}
