import { t } from '../message';
import { formatDuration } from './format-duration';
import type { ImportProgress } from './packs-api';

export interface ReadingViewProps {
  readonly progress: ImportProgress | null;
  readonly onCancel: () => void;
}

export function ReadingView({ progress, onCancel }: ReadingViewProps) {
  const { isOrdering = false, records = 0, refused = 0 } = progress ?? {};
  return (
    <>
      <progress class="progress" aria-labelledby="add-title" max={1} value={progress?.share ?? 0} />
      <p class="reading-line">
        <span>{t('packs_read_so_far', records, refused)}</span>
        <span class="help">
          {isOrdering ? t('packs_ordering') : timeLeft(progress?.secondsLeft ?? null)}
        </span>
      </p>
      <button type="button" class="button" onClick={onCancel}>
        {t('packs_cancel')}
      </button>
    </>
  );
}

function timeLeft(seconds: number | null): string {
  return seconds === null ? t('packs_time_unknown') : t('packs_time_left', formatDuration(seconds));
}
