import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { idOfKey } from '../../core/facts/keys';
import type { SearchHit } from '../../core/search/search-hit';
import { CardStack } from '../CardStack';
import { strings } from '../strings';
import { FactBaseNotice, needsNotice } from './FactBaseNotice';
import { groupHits, nextActive } from './group-hits';
import { NamesOnPage } from './NamesOnPage';
import type { Detail, PageState, PopupApi } from './popup-api';
import { RESULT_LIST_ID, ResultList, resultId } from './ResultList';
import { SearchBox } from './SearchBox';
import { SiteSwitch } from './SiteSwitch';
import { useFactBase } from './use-fact-base';
import { type Search, useSearch } from './use-search';
import { useSiteSwitch } from './use-site-switch';

const words = strings.popup;

/** The toolbar panel. Nothing that it asks for keeps the search box from being there at once. */
export function Popup({ api }: { api: PopupApi }) {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const [detail, setDetail] = useState<Detail | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const siteSwitch = useSiteSwitch(api);
  const { base, rebuild } = useFactBase(api);
  const page = usePage(api);
  const search = useSearch(api.search, query);
  const groups = useMemo(() => groupHits(search.hits), [search.hits]);
  useEffect(() => setActive(0), [groups]);

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
  // Escape takes back the last step; with nothing to take back the browser closes the panel.
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    if (detail) back();
    else if (query !== '') type('');
    else return;
    event.preventDefault();
  };

  return (
    <main class="glossator panel" onKeyDown={onEscape}>
      <h1 class="spoken">{words.title}</h1>
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
      />
      <div class="content" data-scroller="">
        <FactBaseNotice base={base} onRebuild={rebuild} />
        {detail ? (
          <DetailView api={api} detail={detail} fromSearch={query !== ''} onLeave={back} />
        ) : query.trim() !== '' ? (
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
        ) : siteSwitch.site?.site && !siteSwitch.site.on ? (
          <SwitchedOff onSwitchOn={() => siteSwitch.choose('on')} />
        ) : (
          <NamesOnPage page={page} onGoTo={api.goToMention} onDetail={setDetail} />
        )}
      </div>
      <p class="spoken" role="status">
        {search.state === 'ready' ? words.resultCount(groups.all.length) : ''}
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

interface DetailViewProps {
  readonly api: PopupApi;
  readonly detail: Detail;
  readonly fromSearch: boolean;
  readonly onLeave: () => void;
}

function DetailView({ api, detail, fromSearch, onLeave }: DetailViewProps) {
  const { entities, soughtClaim } = detail;
  return (
    <CardStack
      key={`${entities.map(({ key }) => key).join(' ')} ${soughtClaim ?? ''}`}
      entities={entities}
      text={entities[0].label}
      load={api.getCards}
      takesFocus
      {...(soughtClaim ? { soughtClaim: idOfKey(soughtClaim) } : {})}
      leave={{ to: fromSearch ? words.backToResults : words.backToNames, go: onLeave }}
    />
  );
}

interface ResultsProps {
  readonly search: Search;
  /** Something else already says why nothing can be found. */
  readonly quiet: boolean;
  readonly children: ComponentChildren;
}

function Results({ search, quiet, children }: ResultsProps) {
  if (search.state === 'searching') {
    return quiet ? null : <p class="notice soft loading">{words.searching}</p>;
  }
  if (search.state === 'failed') {
    return quiet ? null : (
      <p class="notice" role="alert">
        {words.searchFailed}
      </p>
    );
  }
  if (search.state === 'ready' && search.hits.length === 0) {
    return quiet ? null : (
      <div class="notice">
        <p>{words.nothingFound(search.query)}</p>
        <p class="help">{words.nothingFoundHelp}</p>
      </div>
    );
  }
  return <>{children}</>;
}

function SwitchedOff({ onSwitchOn }: { onSwitchOn: () => void }) {
  return (
    <div class="notice">
      <p>{words.switchedOff}</p>
      <button type="button" class="more" onClick={onSwitchOn}>
        {words.switchOn}
      </button>
    </div>
  );
}
