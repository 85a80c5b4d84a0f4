import type { DriftReport } from '../../core/clipping/clip-schema';
import { t } from '../message';

type DriftItem = Extract<DriftReport, { state: 'checked' }>['items'][number];

export interface DriftNoteProps {
  readonly item: DriftItem;
  /** Leads to the words in the page, where the browser can. */
  readonly link: string | null;
}

/** What became of an excerpt, as its page is now. */
export function DriftNote({ item: { state }, link }: DriftNoteProps) {
  return (
    <div class={`drift drift-${state.state}`} data-drift={state.state}>
      <p>
        {wordsFor(state)}{' '}
        {(state.state === 'found' || state.state === 'moved') && link !== null && (
          <a href={link} target="_blank" rel="noopener noreferrer">
            {t('clip_drift_show')}
          </a>
        )}
      </p>
      {state.state === 'changed' && (
        <p class="drift-changes" dir="auto">
          {state.changes.map(({ type, text }, index) => {
            if (type === 'removed') {
              return (
                <del key={index}>
                  <span class="spoken">{t('clip_drift_removed')} </span>
                  {text}
                </del>
              );
            }
            if (type === 'added') {
              return (
                <ins key={index}>
                  <span class="spoken">{t('clip_drift_added')} </span>
                  {text}
                </ins>
              );
            }
            return <span key={index}>{text}</span>;
          })}
        </p>
      )}
    </div>
  );
}

function wordsFor(state: DriftItem['state']): string {
  switch (state.state) {
    case 'found':
      return t('clip_drift_found');
    case 'moved':
      return t('clip_drift_moved');
    case 'changed':
      return t('clip_drift_changed');
    case 'ambiguous':
      return t('clip_drift_ambiguous', state.starts.length);
    case 'gone':
      return t('clip_drift_gone');
  }
}
