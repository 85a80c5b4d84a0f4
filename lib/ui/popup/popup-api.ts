/** What the toolbar popup needs from outside. It sends no message itself. */
import type { EntityCard } from '../../core/facts/card';
import type { ClaimKey, EntityKey } from '../../core/facts/keys';
import type { SearchHit } from '../../core/search/search-hit';
import type { SiteChoice, SwitchState } from '../../core/sites/site-switch';
import type { NamedEntity } from '../card-trail';

export interface SiteState {
  /** The site's pattern; null where the tab shows no web site. */
  readonly site: string | null;
  readonly choice: SiteChoice;
  readonly default: SwitchState;
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
  readonly search: (query: string) => Promise<readonly SearchHit[]>;
  readonly getCards: (entities: readonly EntityKey[]) => Promise<readonly EntityCard[]>;
  readonly getFactBase: () => Promise<FactBase>;
  readonly rebuildFactBase: () => Promise<FactBase>;
  /** Calls the listener now and on every change; returns how to stop. */
  readonly watchPage: (listener: (page: PageState) => void) => () => void;
  readonly goToMention: (place: MentionPlace) => void;
}

/** What the panel shows in detail. */
export interface Detail {
  readonly entities: readonly [NamedEntity, ...NamedEntity[]];
  readonly soughtClaim?: ClaimKey;
}
