import { useState } from 'preact/hooks';
import type { PastState } from '../../core/clipping/past-states';
import { locale, t } from '../message';

export interface HistoryFoldProps {
  readonly load: () => Promise<readonly PastState[]>;
  /** The record's own words. */
  readonly of: string;
}

/** What the record was after each edit, read when it is unfolded. */
export function HistoryFold({ load, of }: HistoryFoldProps) {
  const [past, setPast] = useState<readonly PastState[] | null>(null);
  return (
    <details
      class="fold"
      onToggle={(event) => {
        if (event.currentTarget.open) load().then(setPast, () => setPast([]));
      }}
    >
      <summary aria-label={t('clip_history_of', of)}>{t('clip_history')}</summary>
      {past?.length === 0 && <p class="help">{t('clip_history_none')}</p>}
      <ol class="history">
        {past?.map(({ at, text, exact }) => (
          <li key={at}>
            <p class="help">{formatMoment(at)}</p>
            <p dir="auto">{text ?? t('clip_history_deleted')}</p>
            {exact !== null && (
              <p class="help" dir="auto">
                {t('quoted', exact)}
              </p>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

export function formatMoment(at: string): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(at),
  );
}
