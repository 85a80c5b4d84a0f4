import { toKey } from '../../lib/core/facts/keys';
import { formatRoute } from '../../lib/core/library/routes';
import { sourceItems } from '../../lib/storage/library-pages';
import { readBriefing } from '../../lib/storage/read-briefing';
import { readCardGroups } from '../../lib/storage/read-card-groups';
import { readContext } from '../../lib/storage/read-facts';
import type { NamedEntity } from '../../lib/ui/card-trail';
import type {
  FrameNames,
  PageAccess,
  PageState,
  PopupApi,
  SiteState,
} from '../../lib/ui/popup/popup-api';
import { never } from './acting';
import { sampleFacts, sampleLibrary, sampleSearch } from './sample-facts';

const MAX_HITS = 40;

const site: SiteState = {
  site: 'news.example',
  choice: 'default',
  default: 'on',
  otherwise: 'on',
  on: true,
  isPrivate: false,
};

const access: PageAccess = {
  url: 'https://news.example/2021/ant-group',
  kind: 'web',
  allSitesAllowed: true,
  siteAllowed: true,
  filesAllowed: false,
};

/** A page of text that nothing is to be said against. */
const probe = { contentType: 'text/html', textChars: 5000, fieldChars: 0, largeFields: 0 };

/** What is out of the ordinary about the tab and the fact base. */
export interface PanelSituation extends Partial<PopupApi> {
  readonly site?: Partial<SiteState>;
  readonly access?: Partial<PageAccess>;
  readonly probe?: Partial<typeof probe> | 'refused';
  readonly page?: PageState;
}

/** The panel over an article, as far as the situation does not say otherwise. */
export function samplePanelApi(situation: PanelSituation = {}): PopupApi {
  const { site: siteParts, access: accessParts, probe: probed, page, ...calls } = situation;
  return {
    getSiteState: async () => ({ ...site, ...siteParts }),
    setSiteChoice: async () => {},
    setDefaultSwitch: async () => {},
    search: async (query, filter) => (await sampleSearch())(query, MAX_HITS, filter),
    getSources: async () =>
      sourceItems(await sampleLibrary(), { offset: 0, limit: 100 }).sources.map(
        ({ key, source }) => ({ key, source }),
      ),
    getCards: async (entities) => readCardGroups(await sampleFacts(), entities),
    getContext: async (source, span) => readContext(await sampleFacts(), source, span),
    getBriefing: async (names) => readBriefing(await sampleFacts(), names),
    getRecent: async () => [],
    addRecent: async () => {},
    clearRecent: async () => {},
    getFactBase: async () => ({ state: 'ready', entities: 183, claims: 432, sources: 5 }),
    rebuildFactBase: never,
    watchPage: (listener) => {
      listener(page ?? articlePage());
      return () => {};
    },
    goToMention: async ({ index }) => [
      'The regulators stopped the listing of ',
      'Ant Group',
      ` two days before it was to begin, and for the ${index + 1}th time.`,
    ],
    getAccess: async () => ({ ...access, ...accessParts }),
    probePage: async () => (probed === 'refused' ? probed : { ...probe, ...probed }),
    readContentType: async () =>
      probed === 'refused' ? probed : { ...probe, ...probed }.contentType,
    clipSelected: async () => {},
    checkClipped: async () => ({ state: 'none' }),
    ownFactsHref: '#',
    openForTab: async () => {},
    requestAccess: async () => true,
    reloadPage: async () => {},
    openSidePanel: async () => {},
    hasSettings: true,
    openSettings: async () => {},
    resumePage: () => {},
    hrefOf: formatRoute,
    ...calls,
  };
}

const ARTICLE = {
  'ant-group': ['Ant Group', 14],
  'jack-ma': ['Jack Ma', 9],
  alibaba: ['Alibaba', 8],
  'xi-jinping': ['Xi Jinping', 6],
  alipay: ['Alipay', 4],
  samr: ['State Administration for Market Regulation', 2],
  'bund-summit-2020': ['Bund Summit', 1],
  'wang-qishan': ['Wang Qishan', 1],
  pboc: ['People’s Bank of China', 3],
  'ant-ipo': ['Ant Group’s halted listing', 2],
  tencent: ['Tencent', 1],
} as const;

export const antGroupName: NamedEntity = { key: 'china-tech/ant-group', label: 'Ant Group' };
export const jackMaName: NamedEntity = { key: 'china-tech/jack-ma', label: 'Jack Ma' };

export function articlePage(parts: Partial<FrameNames> = {}): PageState {
  const names = Object.entries(ARTICLE).map(([id, [label, count]]) => ({
    entities: [{ key: toKey('china-tech', id), label }],
    count,
  }));
  const ambiguous = {
    entities: [
      { key: 'china-tech/xu-lin', label: 'Xu Lin' },
      { key: 'china-tech/xu-jian', label: 'Xu Jian' },
    ],
    count: 1,
  };
  return framePage({ names: [...names, ambiguous], ...parts });
}

export function emptyPage(parts: Partial<FrameNames> = {}): PageState {
  return framePage({ names: [], ...parts });
}

/** Every name of the facts, and 5,000 mentions of them. */
export async function hugePage(): Promise<PageState> {
  const rows = await (await sampleFacts()).entities.toArray();
  const names = rows.map(({ key, entity: { label } }) => ({
    entities: [{ key, label }],
    count: 5,
  }));
  const others = names.slice(1).reduce((sum, { count }) => sum + count, 0);
  return framePage({
    names: names.map((name, index) => (index ? name : { ...name, count: 5000 - others })),
  });
}

function framePage(parts: Partial<FrameNames>): PageState {
  return { state: 'ready', frames: [{ frame: 'top', isTop: true, on: true, names: [], ...parts }] };
}
