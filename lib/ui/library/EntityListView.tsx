import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { EntityItem, EntityPage } from '../../core/library/library-schema';
import { type EntityListRoute, formatRoute, MAX_TEXT_CHARS } from '../../core/library/routes';
import { claimCount } from '../claim-view';
import { entityKindName } from '../kind-names';
import { plural, t } from '../message';
import { CommonFilters } from './CommonFilters';
import { Facet } from './Facet';
import { FilterFold } from './FilterFold';
import type { LibraryApi } from './library-api';
import { Pager } from './Pager';
import { pageCount } from './pages';
import { PlaceContext } from './place-context';
import { useLoad } from './use-load';
import { useTitle } from './use-title';
import { ViewHeading, ViewState } from './ViewState';

const PAGE_SIZE = 60;

export interface EntityListViewProps {
  readonly api: LibraryApi;
  readonly route: EntityListRoute;
}

/** All names, to filter and to leaf through. */
export function EntityListView({ api, route }: EntityListViewProps) {
  const { text = '', kind = null, source = null, pack = null, page = 1 } = route;
  useTitle(t('library_names'));
  const load = useLoad(formatRoute(route), () =>
    api.browseEntities(
      { text, kind, source, pack },
      { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE },
    ),
  );
  return (
    <ViewState load={load}>
      {(found) => (
        <>
          <ViewHeading>{t('library_names')}</ViewHeading>
          <div class="browse">
            <Filters route={route} found={found} />
            <div class="found">
              <p class="found-count" role="status">
                {plural('library_name_count', found.total)}
              </p>
              {found.total === 0 ? <NothingFound /> : <EntityRows entities={found.entities} />}
              <Pager
                page={page}
                pages={pageCount(found.total, PAGE_SIZE)}
                hrefOf={(to) => formatRoute({ ...route, page: to })}
              />
              <LargePacks found={found} chosen={route.pack} />
            </div>
          </div>
        </>
      )}
    </ViewState>
  );
}

function Filters({ route, found }: { route: EntityListRoute; found: EntityPage }) {
  // Whatever is filtered by, the list begins on its first page.
  const { page: _, ...filters } = route;
  const isFiltered = Object.keys(filters).length > 1;
  return (
    <search class="filters">
      <TextFilter route={route} />
      <FilterFold>
        <CommonFilters
          clearHref={isFiltered ? formatRoute({ view: 'entities' }) : null}
          kinds={found.kinds}
          kindName={entityKindName}
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
        {(found.packs.length > 1 || route.pack !== undefined) && (
          <Facet
            title={t('library_pack')}
            values={found.packs}
            chosen={route.pack}
            hrefOf={(pack) => {
              const { pack: __, ...others } = filters;
              return formatRoute(pack === undefined ? others : { ...others, pack });
            }}
          />
        )}
      </FilterFold>
    </search>
  );
}

/** A word typed at a pace of its own is one look-up, not one for each letter. */
const TYPING_PAUSE_MS = 150;

function TextFilter({ route }: { route: EntityListRoute }) {
  const { refine } = useContext(PlaceContext);
  const known = route.text ?? '';
  const [typed, setTyped] = useState(known);
  const sent = useRef(known);
  // The address changed otherwise: by going back, or by clearing all filters.
  useEffect(() => {
    if (known !== sent.current) setTyped(known);
    sent.current = known;
  }, [known]);
  useEffect(() => {
    const wanted = typed.trim();
    if (wanted === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = wanted;
      const { text: _, page: __, ...others } = route;
      refine(wanted === '' ? others : { ...others, text: wanted });
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, route, refine]);
  return (
    <label class="text-filter">
      <span>{t('library_filter_names')}</span>
      <input
        type="search"
        value={typed}
        maxLength={MAX_TEXT_CHARS}
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
    </label>
  );
}

function EntityRows({ entities }: { entities: readonly EntityItem[] }) {
  return (
    <ul class="rows">
      {entities.map((entity) => (
        <li key={entity.key} class="row">
          <p class="row-head">
            <a href={formatRoute({ view: 'entity', key: entity.key })} dir="auto">
              {entity.label}
            </a>
            {entity.native && entity.native.text !== entity.label && (
              <span class="row-native" lang={entity.native.lang} dir="auto">
                {entity.native.text}
              </span>
            )}
            <span class="row-meta">
              {entityKindName(entity.kind)} · {claimCount(entity.claims)}
            </span>
          </p>
          {entity.summary !== '' && (
            <p class="row-summary" dir="auto">
              {entity.summary}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function NothingFound() {
  return (
    <div class="nothing">
      <p>{t('library_no_names')}</p>
      <p class="help">{t('library_no_names_help')}</p>
    </div>
  );
}

/** Packs whose names are not among those above. */
function LargePacks({ found, chosen }: { found: EntityPage; chosen: string | undefined }) {
  if (found.largePacks.length === 0) return null;
  if (found.largePacks.some(({ id }) => id === chosen)) {
    return <p class="help">{t('library_large_pack_help')}</p>;
  }
  return (
    <section class="large-packs">
      <h2>{t('library_large_packs')}</h2>
      <ul>
        {found.largePacks.map(({ id, title, entities }) => (
          <li key={id}>
            <a href={formatRoute({ view: 'entities', pack: id })} dir="auto">
              {title}
            </a>{' '}
            <span class="row-meta">{plural('library_name_count', entities)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
