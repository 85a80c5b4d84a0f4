import type { CardGroup } from '../../../lib/core/facts/card-group';
import { formatRoute, type LibraryRoute } from '../../../lib/core/library/routes';
import { Library } from '../../../lib/ui/library/Library';
import type { LibraryApi } from '../../../lib/ui/library/library-api';
import { arabic } from '../../fixtures/cards/arabic';
import { huge, manyClaims } from '../../fixtures/cards/large';
import { noClaims } from '../../fixtures/cards/name-only';
import { antOfThree } from '../../fixtures/cards/several-packs';
import { failing, never, waitFor } from '../acting';
import type { GalleryState } from '../gallery-state';
import { sampleLibraryApi } from '../sample-library';

function library(
  id: string,
  title: string,
  route: LibraryRoute,
  shown: string,
  calls: Partial<LibraryApi> = {},
): GalleryState {
  return {
    id: `library-${id}`,
    title,
    surface: 'library',
    hash: route.view === 'unknown' ? '#/nowhere' : formatRoute(route),
    draw: () => <Library api={{ ...sampleLibraryApi, ...calls }} />,
    act: (root) => waitFor(root, shown).then(() => {}),
  };
}

function entity(id: string, title: string, key: string, calls?: Partial<LibraryApi>): GalleryState {
  return library(`entity-${id}`, title, { view: 'entity', key }, '.card-head', calls);
}

function sample(id: string, title: string, ...group: CardGroup): GalleryState {
  return entity(id, title, group[0].key, { getCards: async () => group });
}

const TO_NAMES = { view: 'entities' } as const;

export const libraryStates: readonly GalleryState[] = [
  library('names', 'All names', TO_NAMES, '.rows'),
  library(
    'names-filtered',
    'People whose names hold “xi”',
    { view: 'entities', text: 'xi', kind: 'person' },
    '.rows',
  ),
  library(
    'names-none',
    'No such name',
    { view: 'entities', text: 'zzzzqqqq' },
    '.found-count, .empty',
  ),
  library('loading', 'On its way', TO_NAMES, '.loading', { browseEntities: never }),
  library('failed', 'Could not be read', TO_NAMES, '.view-failure', { browseEntities: failing }),
  library('unknown', 'No such address', { view: 'unknown' }, '.view-failure'),
  library('no-facts', 'Without any facts', TO_NAMES, 'main h1', {
    browseEntities: async () => ({
      total: 0,
      entities: [],
      kinds: [],
      sources: [],
      packs: [],
      largePacks: [],
    }),
  }),
  entity('usual', 'A company', 'china-tech/ant-group'),
  entity('person', 'A person', 'china-tech/jack-ma'),
  library(
    'entity-sought',
    'A claim that was sought',
    { view: 'entity', key: 'china-tech/ant-group', claim: 'ant-35-percent' },
    '.card-head',
  ),
  sample('no-claims', 'A name and nothing else', noClaims),
  { ...sample('many-claims', '300 claims', manyClaims), axeOn: '.claims > li:nth-child(-n+5)' },
  {
    ...library(
      'entity-many-sought',
      'One of 300 claims that was sought',
      { view: 'entity', key: manyClaims.key, claim: 'many-294' },
      '.claim.sought',
      { getCards: async () => [manyClaims] },
    ),
    axeOn: '.claim.sought',
  },
  sample('huge', 'Everything too long and too many', huge),
  sample('arabic', 'From right to left', arabic),
  sample('packs', 'A company that three packs know', ...antOfThree),
  library(
    'entity-missing',
    'No such name any more',
    { view: 'entity', key: 'china-tech/nobody' },
    '.view-failure',
  ),
  library('sources', 'All sources', { view: 'sources' }, '.rows, .source-list-page'),
  library('source', 'A source', { view: 'source', key: 'china-tech/data-takeover' }, '.strip'),
  library('timeline', 'A timeline of everything', { view: 'timeline' }, '.claims'),
  library(
    'timeline-month',
    'A month of allegations',
    { view: 'timeline', kind: 'allegation', period: '2020-11' },
    'main h1',
  ),
  library('timeline-undated', 'What nobody dated', { view: 'timeline', undated: true }, 'main h1'),
];
