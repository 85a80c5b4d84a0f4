import { useState } from 'preact/hooks';
import { quotationLink } from '../../core/citation/quotation-link';
import type { DriftReport, OwnFacts } from '../../core/clipping/clip-schema';
import { formatDate } from '../format-date';
import { t } from '../message';
import type { OwnApi } from './clip-api';
import { formatClipRoute } from './clip-route';
import { DriftNote } from './DriftNote';
import { HistoryFold } from './HistoryFold';

export interface OwnSourceViewProps {
  readonly source: OwnFacts['sources'][number];
  readonly claims: OwnFacts['claims'];
  readonly api: OwnApi;
  readonly onRemove: (key: string) => void;
}

/** A page that was clipped from, what was clipped, and whether it still stands there. */
export function OwnSourceView({ source, claims, api, onRemove }: OwnSourceViewProps) {
  const [drift, setDrift] = useState<DriftReport | 'checking' | null>(null);
  function check(): void {
    setDrift('checking');
    api.check(source.id).then(setDrift, () => setDrift({ state: 'unreadable' }));
  }
  const items = drift !== null && drift !== 'checking' && drift.state === 'checked';
  return (
    <section class="section own-source" aria-labelledby={`source-${source.id}`}>
      <h2 id={`source-${source.id}`} dir="auto">
        {source.title}
      </h2>
      <p class="help own-where">
        {source.url !== null && (
          <a href={source.url} target="_blank" rel="noopener noreferrer">
            {source.url.replace(/^https?:\/\//, '')}
          </a>
        )}
        {source.published !== null && <span>{formatDate(source.published)}</span>}
      </p>
      {source.url !== null && (
        <p class="own-check">
          <button
            type="button"
            class="text-button"
            aria-label={t('clip_check_of', source.title)}
            onClick={check}
          >
            {t('clip_check')}
          </button>
          <span role="status" class="help">
            {driftWords(drift)}
          </span>
        </p>
      )}
      <ul class="entry-list">
        {claims.map((claim) => (
          <li key={claim.key} class="own-claim">
            <p class="own-about" dir="auto">
              {claim.entities.join(' · ')}
            </p>
            <p class="own-text" dir="auto">
              {claim.text}
            </p>
            <blockquote dir="auto">
              <p>{t('quoted', claim.exact)}</p>
            </blockquote>
            {items &&
              drift.items
                .filter((item) => item.claim === claim.key)
                .map((item) => (
                  <DriftNote
                    key={item.exact}
                    item={item}
                    link={quotationLink(source.url ?? undefined, {
                      exact: item.exact,
                      prefix: '',
                      suffix: '',
                    })}
                  />
                ))}
            <p class="entry-tools">
              <a
                href={formatClipRoute({ view: 'claim', key: claim.key })}
                aria-label={t('clip_edit_of', claim.text)}
              >
                {t('clip_edit')}
              </a>
              <button
                type="button"
                class="text-button"
                aria-label={t('clip_delete_of', claim.text)}
                onClick={() => onRemove(claim.key)}
              >
                {t('clip_delete')}
              </button>
            </p>
            <HistoryFold load={() => api.history(claim.key, 'claims')} of={claim.text} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function driftWords(drift: DriftReport | 'checking' | null): string {
  if (drift === null) return '';
  if (drift === 'checking') return t('clip_checking');
  if (drift.state === 'not-open') return t('clip_check_not_open');
  return drift.state === 'unreadable' ? t('clip_check_unreadable') : t('clip_checked');
}
