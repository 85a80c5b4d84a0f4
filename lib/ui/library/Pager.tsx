import { plural, t } from '../message';
import { pagesAround } from './pages';

export interface PagerProps {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly hrefOf: (page: number) => string;
}

/** Leads through a list that does not fit on one page. */
export function Pager({ page, pages, hrefOf }: PagerProps) {
  if (pages < 2) return null;
  return (
    <nav class="pager" aria-label={t('library_pages')}>
      <ul>
        {page > 1 && (
          <li>
            <a href={hrefOf(page - 1)} rel="prev">
              {t('library_previous')}
            </a>
          </li>
        )}
        {pagesAround(page, pages).map((each) => (
          <li key={each}>
            {each === page ? (
              <span aria-current="page">
                <span class="spoken">{t('library_page', each)}</span>
                <span aria-hidden="true">{each}</span>
              </span>
            ) : (
              <a href={hrefOf(each)}>
                <span class="spoken">{t('library_page', each)}</span>
                <span aria-hidden="true">{each}</span>
              </a>
            )}
          </li>
        ))}
        {page < pages && (
          <li>
            <a href={hrefOf(page + 1)} rel="next">
              {t('library_next')}
            </a>
          </li>
        )}
      </ul>
      <p class="help">{plural('library_page_count', pages)}</p>
    </nav>
  );
}
