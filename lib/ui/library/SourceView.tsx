import { useId } from 'preact/hooks';
import type { SourceKey } from '../../core/facts/keys';
import type { Source } from '../../core/facts/pack-schema';
import { toCard } from '../../core/library/claim-set';
import type { SourcePage } from '../../core/library/library-schema';
import { formatRoute } from '../../core/library/routes';
import { translationRemark } from '../claim-view';
import { formatDate } from '../format-date';
import { locale, plural, t } from '../message';
import { PackDot } from '../PackName';
import { CoverageFigures } from './CoverageFigures';
import { NamedClaims } from './LibraryClaims';
import type { LibraryApi } from './library-api';
import { Pager } from './Pager';
import { pageCount } from './pages';
import { useLoad } from './use-load';
import { useTitle } from './use-title';
import { Missing, ViewHeading, ViewState } from './ViewState';

const PAGE_SIZE = 40;

export interface SourceViewProps {
  readonly api: LibraryApi;
  readonly source: SourceKey;
  /** From 1. */
  readonly page: number;
}

/** What a source is, whose view it takes, how far the pack covers it, and what it claims. */
export function SourceView({ api, source, page }: SourceViewProps) {
  const load = useLoad(`${source} ${page}`, () =>
    api.getSourcePage(source, { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE }),
  );
  useTitle(load.value?.item.source.title ?? null);
  return (
    <ViewState load={load}>
      {(found) =>
        found ? (
          <Content found={found} page={page} />
        ) : (
          <Missing what={t('library_no_such_source')} />
        )
      }
    </ViewState>
  );
}

function Content({ found, page }: { found: SourcePage; page: number }) {
  const heading = useId();
  const { item, set, spans } = found;
  const { source } = item;
  const card = toCard(set);
  return (
    <article class="card source-page">
      <header class="card-head">
        <p class="kind">{t('library_source')}</p>
        <ViewHeading lang={source.language}>{source.title}</ViewHeading>
        <p class="summary" dir="auto">
          {source.stance}
        </p>
      </header>
      <div class="columns">
        <div class="column">
          <CoverageFigures source={source} spans={spans} />
          <section aria-labelledby={heading}>
            <div class="section-line">
              <h2 id={heading}>{t('library_claims_in_order')}</h2>
              <p class="row-meta">
                <a href={formatRoute({ view: 'entities', source: item.key })}>
                  {plural('library_names_in_source', item.entities)}
                </a>
                {' · '}
                <a href={formatRoute({ view: 'timeline', source: item.key })}>
                  {t('library_by_date')}
                </a>
              </p>
            </div>
            {item.claims === 0 ? (
              <p class="empty">{t('library_no_claims_in_source')}</p>
            ) : (
              <NamedClaims
                labelledBy={heading}
                claims={set.claims.map((claim) => ({ card, claim }))}
              />
            )}
            <Pager
              page={page}
              pages={pageCount(item.claims, PAGE_SIZE)}
              hrefOf={(to) => formatRoute({ view: 'source', key: item.key, page: to })}
            />
          </section>
        </div>
        <div class="margin">
          <Particulars source={source} />
          <p class="pack">
            <PackDot colour={item.pack.colour} />
            {t('card_pack', item.pack.title, item.pack.license)}
          </p>
        </div>
      </div>
    </article>
  );
}

/** What is known of the document itself; nothing is said of what is not known. */
function Particulars({ source }: { source: Source }) {
  const heading = useId();
  const { published } = source;
  const date = published && formatDate(published.date);
  return (
    <section class="particulars" aria-labelledby={heading}>
      <h2 id={heading}>{t('library_particulars')}</h2>
      <dl>
        <Field name={t('library_publisher')} value={source.publisher ?? t('library_not_told')} />
        <Field name={t('library_author')} value={source.author ?? t('library_not_told')} />
        <Field
          name={t('library_published')}
          value={
            date === undefined
              ? t('library_not_told')
              : published?.basis === 'inferred'
                ? t('library_date_inferred', date)
                : date
          }
          note={published?.why}
        />
        <Field name={t('library_language')} value={languageName(source.language)} />
        <Field name={t('library_translation')} value={translationOf(source)} />
        {source.retrieved !== undefined && (
          <Field name={t('library_retrieved')} value={formatDate(source.retrieved)} />
        )}
      </dl>
      {source.url !== undefined && (
        <p>
          <a href={source.url} target="_blank" rel="noreferrer">
            {t('library_open_source')}
          </a>
        </p>
      )}
      {source.sha256 !== undefined && (
        <details class="fold">
          <summary>{t('library_checked')}</summary>
          <p>{t('library_checked_help')}</p>
          <p class="hash">{source.sha256}</p>
        </details>
      )}
    </section>
  );
}

interface FieldProps {
  readonly name: string;
  readonly value: string;
  readonly note?: string | undefined;
}

function Field({ name, value, note }: FieldProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">
        {value}
        {note !== undefined && <span class="form-note">{note}</span>}
      </dd>
    </div>
  );
}

/** What a translation means for the excerpts is said here once and in full. */
function translationOf(source: Source): string {
  const remark = translationRemark(source);
  if (remark === null) return t('library_original');
  return source.translation === 'unknown' ? remark : t('library_translated', remark);
}

function languageName(lang: string): string {
  return new Intl.DisplayNames([locale()], { type: 'language' }).of(lang) ?? lang;
}
