import { t } from '../message';
import { formatDuration } from './format-duration';
import type { ImportProgress } from './packs-api';

export interface ReadingViewProps {
  readonly progress: ImportProgress | null;
  readonly onCancel: () => void;
}

export function ReadingView({ progress, onCancel }: ReadingViewProps) {
  const { records = 0, refused = 0, share = 0, secondsLeft = null } = progress ?? {};
  return (
    <>
      <progress class="progress" aria-labelledby="add-title" max={1} value={share} />
      <p class="reading-line">
        <span>{t('packs_read_so_far', records, refused)}</span>
        <span class="help">
          {secondsLeft === null
            ? t('packs_time_unknown')
            : t('packs_time_left', formatDuration(secondsLeft))}
        </span>
      </p>
      <button type="button" class="button" onClick={onCancel}>
        {t('packs_cancel')}
      </button>
    </>
  );
}
