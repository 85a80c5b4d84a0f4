/** What the library needs from outside. It sends no message itself. */
import type { CardGroup } from '../../core/facts/card-group';
import type { CardSurroundings } from '../../core/facts/card-surroundings';
import type { EntityKey, SourceKey } from '../../core/facts/keys';
import type { EntityFilter } from '../../core/library/facets';
import type { ClaimFilter } from '../../core/library/filter-claims';
import type {
  EntityPage,
  SourceItems,
  SourcePage,
  TimelinePage,
} from '../../core/library/library-schema';

/** Of a list: items from `offset` on. */
export interface ListPage {
  readonly offset: number;
  readonly limit: number;
}

export interface LibraryApi {
  readonly browseEntities: (filter: EntityFilter, page: ListPage) => Promise<EntityPage>;
  readonly getSources: (page: ListPage) => Promise<SourceItems>;
  /** Null where there is no such source. */
  readonly getSourcePage: (source: SourceKey, page: ListPage) => Promise<SourcePage | null>;
  readonly getTimeline: (filter: ClaimFilter, page: ListPage) => Promise<TimelinePage>;
  /** Null where there is no such entity. */
  readonly getCards: (entity: EntityKey) => Promise<CardGroup | null>;
  readonly getContext: NonNullable<CardSurroundings['loadContext']>;
}
