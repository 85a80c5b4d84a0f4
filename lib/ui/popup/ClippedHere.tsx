import { quotationLink } from '../../core/citation/quotation-link';
import { type DriftCounts, driftCounts } from '../../core/clipping/check-drift';
import { DriftNote } from '../clip/DriftNote';
import { plural, t } from '../message';
import type { PopupApi } from './popup-api';
import { type ClippedPage, usePageClips } from './use-page-clips';

export interface ClippedHereProps {
  readonly api: PopupApi;
  readonly page: ClippedPage;
}

/** What was clipped from the page before: how much of it still stands there, and what became of it. */
export function ClippedHere({ api, page }: ClippedHereProps) {
  const { clips, check, isChecking } = usePageClips(api, page);
  if (clips.state === 'none') return null;
  if (clips.state === 'unreadable') {
    return (
      <section class="clipped-here">
        <p class="clipped-count">{plural('panel_clipped', clips.count)}</p>
        <p class="help">{t('panel_clipped_unreadable')}</p>
      </section>
    );
  }
  const { items } = clips;
  return (
    <section class="clipped-here">
      <details>
        <summary>
          <span class="clipped-count">{plural('panel_clipped', items.length)}</span>{' '}
          <span class="clipped-states" role="status">
            {countWords(driftCounts(items.map(({ state }) => state)))}
          </span>
        </summary>
        <ul class="clipped-list">
          {items.map(({ claim, text, exact, url, state }, index) => (
            <li key={`${claim} ${index}`}>
              <p class="clipped-claim" dir="auto">
                {text}
              </p>
              <p class="clipped-words" dir="auto">
                {t('quoted', exact)}
              </p>
              <DriftNote
                item={{ claim, exact, state }}
                link={quotationLink(url ?? undefined, { exact, prefix: '', suffix: '' })}
              />
            </li>
          ))}
        </ul>
        <p class="clipped-foot">
          <button type="button" class="quiet" disabled={isChecking} onClick={check}>
            {t('panel_check_again')}
          </button>
          <a href={api.ownFactsHref} target="_blank" rel="noopener">
            {t('clip_own')}
          </a>
        </p>
      </details>
    </section>
  );
}

function countWords({ there, changed, unclear, gone }: DriftCounts): string {
  if (changed + unclear + gone === 0) return t('panel_clipped_all_there');
  return [
    there > 0 && plural('panel_clipped_there', there),
    changed > 0 && plural('panel_clipped_changed', changed),
    unclear > 0 && plural('panel_clipped_unclear', unclear),
    gone > 0 && plural('panel_clipped_gone', gone),
  ]
    .filter((words) => words !== false)
    .join(' · ');
}
