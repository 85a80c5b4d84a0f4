import type { OwnFacts } from '../../core/clipping/clip-schema';
import { t } from '../message';
import { formatMoment } from './HistoryFold';

export interface DeletedListProps {
  readonly deleted: OwnFacts['deleted'];
  readonly onRestore: (fact: OwnFacts['deleted'][number]) => void;
}

/** What the reader has deleted; each of them can come back. */
export function DeletedList({ deleted, onRestore }: DeletedListProps) {
  if (deleted.length === 0) return null;
  return (
    <section class="section" aria-labelledby="own-deleted">
      <h2 id="own-deleted">{t('clip_deleted')}</h2>
      <ul class="entry-list">
        {deleted.map((fact) => (
          <li key={`${fact.section} ${fact.key}`} class="entry">
            <div class="entry-words">
              <p dir="auto">{fact.text}</p>
              <p class="help">{formatMoment(fact.at)}</p>
            </div>
            <p class="entry-tools">
              <button
                type="button"
                class="text-button"
                aria-label={t('clip_restore_of', fact.text)}
                onClick={() => onRestore(fact)}
              >
                {t('clip_restore')}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
