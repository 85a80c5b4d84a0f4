import { useId } from 'preact/hooks';
import { toKey } from '../../core/facts/keys';
import { toCard } from '../../core/library/claim-set';
import type { TimelinePage } from '../../core/library/library-schema';
import { groupByYear } from '../../core/library/periods';
import { formatRoute, type TimelineRoute } from '../../core/library/routes';
import { formatDate } from '../format-date';
import { claimKindName } from '../kind-names';
import { plural, t } from '../message';
import { Calendar } from './Calendar';
import { CommonFilters } from './CommonFilters';
import { FilterFold } from './FilterFold';
import { type NamedClaim, NamedClaims } from './LibraryClaims';
import type { LibraryApi } from './library-api';
import { Pager } from './Pager';
import { pageCount } from './pages';
import { useLoad } from './use-load';
import { useTitle } from './use-title';
import { ViewHeading, ViewState } from './ViewState';

const PAGE_SIZE = 40;

/** Everything that is claimed, in the order of time. */
export function TimelineView({ api, route }: { api: LibraryApi; route: TimelineRoute }) {
  const { kind = null, source = null, period = null, undated = false, page = 1 } = route;
  useTitle(t('library_timeline'));
  const load = useLoad(formatRoute(route), () =>
    api.getTimeline(
      { kind, source, period, undated },
      { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE },
    ),
  );
  return (
    <ViewState load={load}>
      {(found) => (
        <>
          <ViewHeading>{t('library_timeline')}</ViewHeading>
          <div class="browse">
            <Filters route={route} found={found} />
            <div class="found card">
              <Calendar periods={found.periods} undated={found.undated} route={route} />
              <p class="found-count" role="status">
                {undated
                  ? plural('library_undated_count', found.total)
                  : plural('library_dated_count', found.total)}
              </p>
              {found.total === 0 ? (
                <p class="nothing">{t('library_no_claims_found')}</p>
              ) : (
                <Periods claims={namedClaims(found)} undated={undated} />
              )}
              <Pager
                page={page}
                pages={pageCount(found.total, PAGE_SIZE)}
                hrefOf={(to) => formatRoute({ ...route, page: to })}
              />
              {found.largePacks.length > 0 && (
                <p class="help">{t('library_large_packs_without_timeline')}</p>
              )}
            </div>
          </div>
        </>
      )}
    </ViewState>
  );
}

function Filters({ route, found }: { route: TimelineRoute; found: TimelinePage }) {
  const { page: _, ...filters } = route;
  return (
    <search class="filters">
      <FilterFold>
        <CommonFilters
          clearHref={Object.keys(filters).length > 1 ? formatRoute({ view: 'timeline' }) : null}
          kinds={found.kinds}
          kindName={claimKindName}
          sources={found.sources}
          chosen={route}
          hrefWith={({ kind, source }) => {
            const { kind: __, source: ___, ...others } = filters;
            return formatRoute({
              ...others,
              ...(kind !== undefined && { kind }),
              ...(source !== undefined && { source }),
            });
          }}
        />
      </FilterFold>
    </search>
  );
}

function Periods({ claims, undated }: { claims: readonly NamedClaim[]; undated: boolean }) {
  const months = undated
    ? [{ period: '', items: claims }]
    : groupByYear(claims, ({ claim }) => claim.date?.date).flatMap(({ months: own }) => own);
  return (
    <div class="timeline">
      {months.map(({ period, items }) => (
        <Period
          key={period}
          title={period === '' ? t('library_undated') : formatDate(period)}
          claims={items}
        />
      ))}
    </div>
  );
}

function Period({ title, claims }: { title: string; claims: readonly NamedClaim[] }) {
  const heading = useId();
  return (
    <section class="period" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <NamedClaims claims={claims} labelledBy={heading} />
    </section>
  );
}

/** In the order of the page. */
function namedClaims({ claims, sets }: TimelinePage): NamedClaim[] {
  const byKey = new Map<string, NamedClaim>(
    sets.flatMap((set) => {
      const card = toCard(set);
      return set.claims.map((claim): [string, NamedClaim] => [
        toKey(set.pack.id, claim.id),
        { card, claim },
      ]);
    }),
  );
  return claims.flatMap((key) => byKey.get(key) ?? []);
}
