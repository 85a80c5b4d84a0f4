import type { NamedEntity } from '../card-trail';
import { t } from '../message';

export interface RecentLookupsProps {
  readonly recent: readonly NamedEntity[];
  readonly onOpen: (entity: NamedEntity) => void;
  readonly onClear: () => void;
}

/** What was looked up last. Kept on the device, and gone with one press. */
export function RecentLookups({ recent, onOpen, onClear }: RecentLookupsProps) {
  if (recent.length === 0) return null;
  return (
    <section class="recent" aria-labelledby="recent-heading">
      <h2 class="group-heading" id="recent-heading">
        {t('search_recent')}
      </h2>
      <ul>
        {recent.map((entity) => (
          <li key={entity.key}>
            <button type="button" class="link" onClick={() => onOpen(entity)}>
              <bdi>{entity.label}</bdi>
            </button>
          </li>
        ))}
      </ul>
      <p class="recent-foot">
        {t('search_recent_kept')}{' '}
        <button type="button" class="quiet" onClick={onClear}>
          {t('search_recent_clear')}
        </button>
      </p>
    </section>
  );
}
