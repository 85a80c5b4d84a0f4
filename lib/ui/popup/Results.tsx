import type { ComponentChildren } from 'preact';
import { t } from '../message';
import type { Search } from './use-search';

export interface ResultsProps {
  readonly search: Search;
  /** Something else already says why nothing can be found. */
  readonly quiet: boolean;
  /** The list of results. */
  readonly children: ComponentChildren;
}

/** What a search came to: its results, or words for why there are none. */
export function Results({ search, quiet, children }: ResultsProps) {
  if (search.state === 'idle') return <p class="notice soft">{t('search_filters_help')}</p>;
  if (search.state === 'searching') {
    return quiet ? null : <p class="notice soft loading">{t('popup_searching')}</p>;
  }
  if (search.state === 'failed') {
    return quiet ? null : (
      <p class="notice" role="alert">
        {t('popup_search_failed')}
      </p>
    );
  }
  if (search.hits.length === 0) {
    return quiet ? null : (
      <div class="notice">
        <p>{t('popup_nothing_found', search.query)}</p>
        <p class="help">{t('popup_nothing_found_help')}</p>
        <p class="help">{t('search_filters_help')}</p>
      </div>
    );
  }
  return <>{children}</>;
}
