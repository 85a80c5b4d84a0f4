import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { mayBePack } from '../../core/briefing/pack-file';
import type { SearchHit } from '../../core/search/search-hit';
import { plural, t } from '../message';
import { packsPath } from '../packs/packs-path';
import { DetailView } from './DetailView';
import { FactBaseNotice, needsNotice } from './FactBaseNotice';
import { FilterChips } from './FilterChips';
import { groupHits, nextActive } from './group-hits';
import { PageTools } from './PageTools';
import { PanelFooter } from './PanelFooter';
import { mergeNames } from './page-names';
import type { Detail, PageState, PopupApi } from './popup-api';
import { RecentLookups } from './RecentLookups';
import { RESULT_LIST_ID, ResultList, resultId } from './ResultList';
import { Results } from './Results';
import { SearchBox } from './SearchBox';
import { SiteSwitch } from './SiteSwitch';
import { ThisPage } from './ThisPage';
import { useContentType } from './use-content-type';
import { useFactBase } from './use-fact-base';
import { useRecent } from './use-recent';
import { useSearch } from './use-search';
import { useSiteSwitch } from './use-site-switch';
import { useWhy } from './use-why';
import { type WhyAction, WhyNotice } from './WhyNotice';

export interface PopupProps {
  /** Another one for another tab. */
  readonly api: PopupApi;
  /** Opened over the page, or lasting beside it. */
  readonly surface: 'popup' | 'side';
}

/** The panel. Nothing that it asks for keeps the search box from being there at once. */
export function Popup({ api, surface }: PopupProps) {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const [detail, setDetail] = useState<Detail | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const siteSwitch = useSiteSwitch(api);
  const { base, rebuild } = useFactBase(api);
  const page = usePage(api);
  const names = useMemo(() => (page.state === 'ready' ? mergeNames(page.frames) : []), [page]);
  const mentions = names.reduce((sum, { count }) => sum + count, 0);
  const { why, url, lookAgain } = useWhy(api, { page, base, mentions, site: siteSwitch.site });
  const contentType = useContentType(api, page.state);
  // Names in a file may be marked, and it can be installed all the same.
  const isFile = why === null && mayBePack({ url, contentType });
  const search = useSearch(api, query);
  const recent = useRecent(api);
  const groups = useMemo(() => groupHits(search.hits), [search.hits]);
  useEffect(() => setActive(0), [groups]);
  // What was opened from a page goes with the page; what was sought stays.
  useEffect(() => {
    if (query === '') setDetail(null);
  }, [api]);

  const isSearching = query.trim() !== '';
  const listed = detail === null && groups.all.length > 0;
  const type = (text: string) => {
    setQuery(text);
    setDetail(null);
  };
  const back = () => {
    setDetail(null);
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || !listed) return;
    const next = nextActive(event.key, active, groups.all.length);
    const hit = groups.all[active];
    if (next !== null) setActive(next);
    else if (event.key === 'Enter' && hit) setDetail(detailOf(hit));
    else return;
    event.preventDefault();
  };
  // Escape takes back the last step; with nothing to take back the browser closes the popup.
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    if (detail) back();
    else if (query !== '') type('');
    else return;
    event.preventDefault();
  };
  const act = (action: WhyAction) => {
    if (action === 'switch-on') siteSwitch.choose('on');
    else if (action === 'resume') api.resumePage();
    else if (action === 'look-through') void api.openForTab(packsPath).catch(() => {});
    else if (action === 'reload') void api.reloadPage().then(lookAgain, lookAgain);
    else {
      // A page that is open already is read only after it was loaded again.
      const reload = (granted: boolean) => (granted ? api.reloadPage() : undefined);
      void api.requestAccess().then(reload).then(lookAgain, lookAgain);
    }
  };

  return (
    <main class={`glossator panel ${surface}`} onKeyDown={onEscape}>
      <h1 class="spoken">{t('extension_name')}</h1>
      <SiteSwitch
        site={siteSwitch.site}
        failed={siteSwitch.failed}
        onChoice={siteSwitch.choose}
        onDefault={siteSwitch.setDefault}
      />
      <SearchBox
        query={query}
        onQuery={type}
        onKeyDown={onKeyDown}
        list={listed ? RESULT_LIST_ID : undefined}
        active={listed ? resultId(active) : undefined}
        input={input}
        focusAtOnce={surface === 'popup'}
      />
      {detail === null && (
        <FilterChips
          chips={search.parsed.chips}
          onRemove={({ without }) => {
            type(without);
            input.current?.focus();
          }}
        />
      )}
      <div class="content" data-scroller="">
        <FactBaseNotice base={base} onRebuild={rebuild} />
        {detail ? (
          <DetailView
            api={api}
            detail={detail}
            backTo={isSearching ? t('popup_back_results') : t('popup_back_names')}
            onLeave={back}
            onLookup={recent.add}
          />
        ) : isSearching ? (
          <Results search={search} quiet={needsNotice(base)}>
            {listed && (
              <ResultList
                groups={groups}
                active={active}
                onActive={setActive}
                onOpen={(hit) => setDetail(detailOf(hit))}
              />
            )}
          </Results>
        ) : (
          <>
            {(why !== null || isFile) && !needsNotice(base) && (
              <WhyNotice
                why={why ?? 'pack-file'}
                isPrivate={siteSwitch.site?.isPrivate ?? false}
                onAction={act}
              />
            )}
            <PageTools api={api} contentType={contentType} page={{ state: page.state, mentions }} />
            {names.length > 0 && <ThisPage api={api} names={names} onDetail={setDetail} />}
            <RecentLookups
              recent={recent.recent}
              onOpen={(entity) => setDetail({ entities: [entity] })}
              onClear={() => {
                recent.clear();
                input.current?.focus();
              }}
            />
          </>
        )}
      </div>
      <PanelFooter api={api} offersSidePanel={surface === 'popup'} />
      <p class="spoken" role="status">
        {isSearching && search.state === 'ready' && detail === null
          ? plural('popup_result_count', groups.all.length)
          : ''}
      </p>
    </main>
  );
}

function detailOf(hit: SearchHit): Detail {
  return hit.kind === 'entity'
    ? { entities: [{ key: hit.entity, label: hit.label }] }
    : { entities: [{ key: hit.entity, label: hit.entityLabel }], soughtClaim: hit.claim };
}

function usePage(api: PopupApi): PageState {
  const [page, setPage] = useState<PageState>({ state: 'connecting' });
  useEffect(() => api.watchPage(setPage), [api]);
  return page;
}
