import type { OwnFacts } from '../../core/clipping/clip-schema';
import { entityKindName } from '../kind-names';
import { t } from '../message';
import type { OwnApi } from './clip-api';
import { formatClipRoute } from './clip-route';
import { HistoryFold } from './HistoryFold';

export interface OwnNameListProps {
  readonly names: OwnFacts['names'];
  readonly api: OwnApi;
  readonly onRemove: (key: string) => void;
}

/** The names that the reader has made. */
export function OwnNameList({ names, api, onRemove }: OwnNameListProps) {
  if (names.length === 0) return null;
  return (
    <section class="section" aria-labelledby="own-names">
      <h2 id="own-names">{t('clip_own_names')}</h2>
      <ul class="entry-list">
        {names.map(({ key, name }) => (
          <li key={key} class="own-claim">
            <p class="own-text" dir="auto">
              {name.label}
            </p>
            <p class="help" dir="auto">
              {[entityKindName(name.kind), ...name.aliases].join(' · ')}
            </p>
            <p class="entry-tools">
              <a
                href={formatClipRoute({ view: 'name', key })}
                aria-label={t('clip_edit_of', name.label)}
              >
                {t('clip_edit')}
              </a>
              <button
                type="button"
                class="text-button"
                aria-label={t('clip_delete_of', name.label)}
                onClick={() => onRemove(key)}
              >
                {t('clip_delete')}
              </button>
            </p>
            <HistoryFold load={() => api.history(key, 'entities')} of={name.label} />
          </li>
        ))}
      </ul>
    </section>
  );
}
