import type { Verdict } from '../../core/packs/compare-import';
import { fieldWords } from '../field-words';
import { plural, t } from '../message';
import { Changes, Differences } from './Differences';
import { recordName } from './pack-words';
import type { ReviewItem, StagedImport } from './packs-api';
import { placeWords } from './problem-words';
import { useItems } from './use-items';

export interface ReviewListProps {
  readonly staged: StagedImport;
  readonly verdict: Verdict;
}

/** Entries that an import treats alike. */
export function ReviewList({ staged, verdict }: ReviewListProps) {
  const { items, hasMore, isLoading, more } = useItems((offset) =>
    staged.compared(verdict, offset),
  );
  const unlisted = staged.counts[verdict] - items.length;
  return (
    <>
      <ul class="review-items" aria-busy={isLoading}>
        {items.map((item) => (
          <li key={`${item.section} ${item.id}`}>
            <Item item={item} />
          </li>
        ))}
      </ul>
      {hasMore && (
        <button type="button" class="text-button" disabled={isLoading} onClick={more}>
          {t('packs_items_more')}
        </button>
      )}
      {!isLoading && !hasMore && unlisted > 0 && (
        <p class="help">{plural('packs_items_rest', unlisted)}</p>
      )}
    </>
  );
}

function Item({ item }: { readonly item: ReviewItem }) {
  const { section, id, label, place, fields, conflicts, changes } = item;
  const where = placeWords(place);
  return (
    <>
      <p class="item-line">
        <span class="item-id" dir="auto">
          {label ?? id}
        </span>
        <span class="help">
          {[
            ...(section ? [recordName(section)] : []),
            ...(fields.length > 0 ? [t('packs_fields', fields.map(fieldWords).join(', '))] : []),
            ...(where === '' ? [] : [where]),
          ].join(' · ')}
        </span>
      </p>
      {conflicts.length > 0 && <Differences differences={conflicts} />}
      {changes.length > 0 && <Changes changes={changes} />}
    </>
  );
}
