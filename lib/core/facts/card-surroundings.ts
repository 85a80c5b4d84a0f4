import type { EntityCard } from './card';
import type { ContextPiece } from './excerpt-context';
import type { EntityKey, SourceKey } from './keys';

/** Where a card is read, as far as it changes what the card says first. */
export interface CardSurroundings {
  /** EDTF date of the page; null where it tells none, absent where there is no page. */
  readonly pageDate?: string | null;
  /** Whom else the paragraph names, the nearest first. */
  readonly nearby?: readonly (readonly EntityKey[])[];
  /** Where the reader changes a record of the card's pack; null where it cannot be changed. */
  readonly editHref?: (
    card: EntityCard,
    section: 'claims' | 'entities',
    id: string,
  ) => string | null;
  /** What the fact base has around an excerpt; without it, what the card has itself is shown. */
  readonly loadContext?: (
    source: SourceKey,
    span: { readonly start: number; readonly end: number },
  ) => Promise<readonly ContextPiece[]>;
}
