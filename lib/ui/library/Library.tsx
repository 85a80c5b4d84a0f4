import { useMemo } from 'preact/hooks';
import { ownFormsOf, standsFor } from '../../core/clipping/clip-records';
import type { CardSurroundings } from '../../core/facts/card-surroundings';
import { toKey } from '../../core/facts/keys';
import { formatRoute, type LibraryRoute } from '../../core/library/routes';
import { Surroundings } from '../card-surroundings';
import { formatClipRoute } from '../clip/clip-route';
import { t } from '../message';
import { packsPath } from '../packs/packs-path';
import { EntityListView } from './EntityListView';
import { EntityView } from './EntityView';
import type { LibraryApi } from './library-api';
import { PlaceContext } from './place-context';
import { SourceListView } from './SourceListView';
import { SourceView } from './SourceView';
import { TimelineView } from './TimelineView';
import { useRoute } from './use-route';
import { Missing } from './ViewState';

/** The library: everything that the fact base holds, to browse and to read at length. */
export function Library({ api }: { api: LibraryApi }) {
  const place = useRoute();
  const surroundings = useMemo<CardSurroundings>(
    () => ({ loadContext: api.getContext, editHref }),
    [api],
  );
  return (
    <PlaceContext.Provider value={place}>
      <Surroundings.Provider value={surroundings}>
        <SkipLink />
        <Masthead route={place.route} />
        <main id="content" tabIndex={-1}>
          <View api={api} route={place.route} />
        </main>
      </Surroundings.Provider>
    </PlaceContext.Provider>
  );
}

/** What comes with us is the same for everybody; what was imported and the reader's own is not. */
const editHref: NonNullable<CardSurroundings['editHref']> = ({ pack, entity }, section, id) => {
  if (pack.origin === 'bundled') return null;
  // What only stands for a name of another pack has no words of its own.
  const isStandIn = standsFor(entity) !== null && ownFormsOf(entity).length === 0;
  if (section === 'entities' && isStandIn) return null;
  const view = section === 'claims' ? 'claim' : 'name';
  return `clip.html${formatClipRoute({ view, key: toKey(pack.id, id) })}`;
};

/** A button, since a link to a part of the page would be an address of the library. */
function SkipLink() {
  return (
    <button
      type="button"
      class="skip"
      onClick={() => document.querySelector<HTMLElement>('main')?.focus()}
    >
      {t('library_skip')}
    </button>
  );
}

function Masthead({ route }: { route: LibraryRoute }) {
  const sections = [
    { to: { view: 'entities' }, label: t('library_names'), holds: ['entities', 'entity'] },
    { to: { view: 'sources' }, label: t('library_sources'), holds: ['sources', 'source'] },
    { to: { view: 'timeline' }, label: t('library_timeline'), holds: ['timeline'] },
  ] as const;
  return (
    <header class="masthead">
      <p class="wordmark">{t('extension_name')}</p>
      <nav aria-label={t('library_nav')}>
        <ul>
          {sections.map(({ to, label, holds }) => (
            <li key={label}>
              <a
                href={formatRoute(to)}
                aria-current={
                  to.view === route.view
                    ? 'page'
                    : (holds as readonly string[]).includes(route.view)
                      ? 'true'
                      : undefined
                }
              >
                {label}
              </a>
            </li>
          ))}
          <li>
            <a href={packsPath()}>{t('packs_link')}</a>
          </li>
          <li>
            <a href="clip.html#/own">{t('clip_own')}</a>
          </li>
        </ul>
      </nav>
    </header>
  );
}

function View({ api, route }: { api: LibraryApi; route: LibraryRoute }) {
  switch (route.view) {
    case 'entities':
      return <EntityListView api={api} route={route} />;
    case 'entity':
      return <EntityView key={route.key} api={api} entity={route.key} soughtClaim={route.claim} />;
    case 'sources':
      return <SourceListView api={api} page={route.page ?? 1} />;
    case 'source':
      return <SourceView key={route.key} api={api} source={route.key} page={route.page ?? 1} />;
    case 'timeline':
      return <TimelineView api={api} route={route} />;
    case 'unknown':
      return <Missing what={t('library_no_such_address')} />;
  }
}
