import { t } from '../message';
import { formatName, verdictHelp, verdictName } from './pack-words';
import type { Reviewed, StagedImport } from './packs-api';
import { RefusedList } from './RefusedList';
import { ReviewList } from './ReviewList';
import { TwinsNote } from './TwinsNote';

/** What asks for a look first. */
const ORDER: readonly Reviewed[] = ['conflicting', 'refused', 'changed', 'gone', 'new', 'same'];

export interface ReviewViewProps {
  readonly staged: StagedImport;
  readonly onInstall: () => void;
  readonly onCancel: () => void;
}

/** The dry run: what would change, entry by entry; nothing is changed before the reader says so. */
export function ReviewView({ staged, onInstall, onCancel }: ReviewViewProps) {
  const { title, version, format, counts, isUpdate } = staged;
  const changes = counts.new + counts.changed + counts.gone;
  const isEmpty = changes + counts.same + counts.conflicting === 0;
  const hasNothing = isEmpty || (isUpdate && changes === 0 && counts.conflicting === 0);
  return (
    <div class="review">
      <p class="help" dir="auto">
        {t('packs_review_of', t('packs_file', title), version, formatName(format))}
      </p>
      <dl class="verdicts">
        {ORDER.filter((verdict) => isUpdate || verdict === 'new' || counts[verdict] > 0).map(
          (verdict) => (
            <div key={verdict} class={counts[verdict] > 0 ? verdict : 'none'}>
              <dt>{verdictName(verdict)}</dt>
              <dd data-verdict={verdict}>{t('packs_count', counts[verdict])}</dd>
            </div>
          ),
        )}
      </dl>
      <TwinsNote staged={staged} />
      {hasNothing && (
        <p class="remark-line">{t(isEmpty ? 'packs_nothing_left' : 'packs_nothing_new')}</p>
      )}
      <div class="form-line">
        {!hasNothing && (
          <button type="button" class="button primary" onClick={onInstall}>
            {t(isUpdate ? 'packs_install_update' : 'packs_install')}
          </button>
        )}
        <button type="button" class={hasNothing ? 'button' : 'text-button'} onClick={onCancel}>
          {t(hasNothing ? 'packs_close' : 'packs_cancel')}
        </button>
        <p class="help">{t('packs_review_none_yet')}</p>
      </div>
      {ORDER.filter((verdict) => verdict !== 'same' && counts[verdict] > 0).map((verdict) => (
        <details
          key={verdict}
          class="verdict-items"
          open={verdict === 'conflicting' || verdict === 'refused'}
        >
          <summary>
            <span class="verdict-name">{verdictName(verdict)}</span>{' '}
            <span class="help">{t('packs_count', counts[verdict])}</span>
          </summary>
          <p class="help">{verdictHelp(verdict)}</p>
          {verdict === 'refused' ? (
            <RefusedList staged={staged} />
          ) : (
            <ReviewList staged={staged} verdict={verdict} />
          )}
        </details>
      ))}
    </div>
  );
}
