import type { SourceItem } from '../../core/library/library-schema';
import { formatRoute } from '../../core/library/routes';
import { claimCount, sourceDetails } from '../claim-view';
import { plural, t } from '../message';
import { PackName } from '../PackName';
import type { LibraryApi } from './library-api';
import { Pager } from './Pager';
import { pageCount } from './pages';
import { useLoad } from './use-load';
import { useTitle } from './use-title';
import { ViewHeading, ViewState } from './ViewState';

const PAGE_SIZE = 50;

export interface SourceListViewProps {
  readonly api: LibraryApi;
  /** From 1. */
  readonly page: number;
}

/** What everything else rests on. */
export function SourceListView({ api, page }: SourceListViewProps) {
  useTitle(t('library_sources'));
  const load = useLoad(`sources ${page}`, () =>
    api.getSources({ offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE }),
  );
  return (
    <ViewState load={load}>
      {({ sources, total }) => (
        <div class="source-list-page">
          <ViewHeading>{t('library_sources')}</ViewHeading>
          {total === 0 ? (
            <p class="nothing">{t('library_no_sources')}</p>
          ) : (
            byPack(sources).map(({ pack, items }, _index, packs) => (
              <section key={pack.id}>
                {packs.length > 1 && (
                  <h2>
                    <PackName title={pack.title} colour={pack.colour} />
                  </h2>
                )}
                <ul class="rows">
                  {items.map((item) => (
                    <SourceRow key={item.key} item={item} />
                  ))}
                </ul>
              </section>
            ))
          )}
          <Pager
            page={page}
            pages={pageCount(total, PAGE_SIZE)}
            hrefOf={(to) => formatRoute({ view: 'sources', page: to })}
          />
        </div>
      )}
    </ViewState>
  );
}

function SourceRow({ item }: { item: SourceItem }) {
  const { source } = item;
  return (
    <li class="row">
      <p class="row-head">
        <a href={formatRoute({ view: 'source', key: item.key })} lang={source.language} dir="auto">
          {source.title}
        </a>
      </p>
      <p class="row-meta">
        {[
          source.publisher,
          ...sourceDetails(source),
          claimCount(item.claims),
          plural('library_name_count', item.entities),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p class="row-summary" dir="auto">
        {source.stance}
      </p>
    </li>
  );
}

function byPack(sources: readonly SourceItem[]) {
  const packs = new Map<string, { pack: SourceItem['pack']; items: SourceItem[] }>();
  for (const item of sources) {
    const pack = packs.get(item.pack.id) ?? { pack: item.pack, items: [] };
    pack.items.push(item);
    packs.set(item.pack.id, pack);
  }
  return [...packs.values()];
}
