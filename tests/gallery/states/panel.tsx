import type { WhyUnmarked } from '../../../lib/core/briefing/why-unmarked';
import type { PageClips } from '../../../lib/core/clipping/clip-schema';
import type { SearchHit } from '../../../lib/core/search/search-hit';
import { Popup } from '../../../lib/ui/popup/Popup';
import { failing, never, press, type, waitFor } from '../acting';
import type { GalleryState } from '../gallery-state';
import { drift, ownFacts } from '../sample-clips';
import { sampleSearch } from '../sample-facts';
import {
  antGroupName,
  articlePage,
  emptyPage,
  hugePage,
  jackMaName,
  type PanelSituation,
  samplePanelApi,
} from '../sample-panel';

const clippedHere: PageClips = {
  state: 'checked',
  items: drift.items.map((item) => ({
    ...item,
    text: ownFacts.claims.find(({ key }) => key === item.claim)?.text ?? '',
    url: 'https://ledger.example/2024/03/05/harbour-firm-names-new-head',
  })),
};

type Situation = PanelSituation | (() => Promise<PanelSituation>);

function panel(
  id: string,
  title: string,
  situation: Situation = {},
  act?: GalleryState['act'],
  surface: 'popup' | 'side' = 'side',
): GalleryState {
  return {
    id: `${surface === 'popup' ? 'popup' : 'panel'}-${id}`,
    title,
    surface,
    draw: async () => {
      const known = typeof situation === 'function' ? await situation() : situation;
      return <Popup api={samplePanelApi(known)} surface={surface} />;
    },
    ...(act ? { act } : {}),
  };
}

/** With what comes only after the names. */
async function briefed(root: HTMLElement): Promise<void> {
  await waitFor(root, '.relations');
  await waitFor(root, '.timeline');
}

const knownByTwo: SearchHit = {
  kind: 'entity',
  entity: 'china-tech/ant-group',
  entityKind: 'organisation',
  label: 'Ant Group',
  native: '蚂蚁集团',
  matched: null,
  summary: 'A Chinese financial technology company.',
  claims: 42,
  origins: [
    { pack: 'own', title: 'Your own facts', colour: 'blue' },
    { pack: 'china-tech', title: 'China’s tech crackdown', colour: null },
  ],
  score: 0,
};

const searched = (words: string, selector: string) => async (root: HTMLElement) => {
  await type(root, words);
  await waitFor(root, selector);
};

const unreachable = { state: 'unreachable' } as const;

/** Each reason, and where a reader meets it. */
const WHY: Readonly<Record<WhyUnmarked, PanelSituation>> = {
  'still-reading': { page: { state: 'connecting' } },
  'browser-page': { page: unreachable, access: { url: 'chrome://settings/', kind: 'browser' } },
  'store-page': {
    page: unreachable,
    access: { url: 'https://chromewebstore.google.com/', kind: 'store' },
  },
  'source-view': {
    page: unreachable,
    access: { url: 'view-source:https://news.example/', kind: 'view-source' },
  },
  'own-page': { page: unreachable, access: { url: 'chrome-extension://own/', kind: 'own' } },
  'extension-page': {
    page: unreachable,
    access: { url: 'chrome-extension://other/', kind: 'other-extension' },
  },
  'reader-view': {
    page: unreachable,
    access: { url: 'about:reader?url=https://news.example/', kind: 'reader-view' },
  },
  'no-site': { page: unreachable, access: { url: 'data:text/html,', kind: 'no-site' } },
  'file-not-allowed': { page: unreachable, access: { url: 'file:///a.html', kind: 'file' } },
  pdf: { page: unreachable, probe: { contentType: 'application/pdf' } },
  'pack-file': { page: emptyPage(), probe: { contentType: 'application/json' } },
  'not-a-page': { page: unreachable, probe: { contentType: 'image/png' } },
  'site-not-allowed': {
    page: unreachable,
    access: { allSitesAllowed: false, siteAllowed: false },
  },
  'address-not-told': {
    page: unreachable,
    access: { url: null, kind: null, allSitesAllowed: false, siteAllowed: false },
    site: { site: null },
  },
  'switched-off': {
    page: emptyPage({ on: false }),
    site: { choice: 'off', on: false },
  },
  'facts-preparing': {
    page: emptyPage(),
    getFactBase: async () => ({ state: 'preparing' }),
  },
  'facts-failed': {
    page: emptyPage(),
    getFactBase: async () => ({
      state: 'failed',
      reason: 'storage-full',
      detail: 'QuotaExceededError: the transaction was aborted',
    }),
  },
  'needs-reload': { page: unreachable },
  paused: { page: articlePage({ paused: true }) },
  'only-fields': {
    page: emptyPage(),
    probe: { textChars: 100, fieldChars: 4000, largeFields: 1 },
  },
  'no-text': { page: emptyPage(), probe: { textChars: 0 } },
  'no-known-names': { page: emptyPage() },
};

const whyStates = Object.entries(WHY).map(([why, situation]) =>
  panel(`why-${why}`, `Nothing is marked: ${why.replaceAll('-', ' ')}`, situation, (root) =>
    waitFor(root, '.notice').then(() => {}),
  ),
);

export const panelStates: readonly GalleryState[] = [
  panel('usual', 'An article', {}, briefed),
  panel('visiting', 'Going from mention to mention', {}, async (root) => {
    await briefed(root);
    await press(root, '.go-to');
    await waitFor(root, '.place');
  }),
  panel('relations', 'What binds the names', {}, async (root) => {
    await briefed(root);
    root.querySelector('.relations')?.scrollIntoView();
  }),
  panel('recent', 'Looked up before', {
    page: emptyPage(),
    getRecent: async () => [antGroupName, jackMaName],
  }),
  panel('briefing-failed', 'Names without a briefing', { getBriefing: failing }, (root) =>
    waitFor(root, '.beside-names .notice').then(() => {}),
  ),
  panel('5000', '5,000 mentions of 183 names', async () => ({ page: await hugePage() }), briefed),
  ...whyStates,
  panel(
    'clipped',
    'A page that was clipped from',
    { checkClipped: async () => clippedHere },
    async (root) => {
      await briefed(root);
      await waitFor(root, '.clipped-here');
    },
  ),
  panel(
    'clipped-open',
    'What became of clippings',
    { page: emptyPage(), checkClipped: async () => clippedHere },
    async (root) => {
      const fold = await waitFor(root, '.clipped-here details');
      fold.setAttribute('open', '');
    },
  ),
  panel('clip-barred', 'Nothing can be clipped', {
    page: unreachable,
    probe: 'refused',
    access: { url: 'chrome://settings/', kind: 'browser' },
  }),
  panel('facts-unanswered', 'The background does not answer', { getFactBase: failing }),
  panel('results', 'Found', {}, searched('alibaba', '[role="option"]')),
  panel(
    'results-packs',
    'Found in two packs',
    {
      search: async (query, filter) => [
        knownByTwo,
        ...(await sampleSearch())(query, 5, filter).slice(1),
      ],
    },
    searched('ant', '.result-origins'),
  ),
  panel(
    'results-filtered',
    'Found among allegations',
    {},
    searched('kind:allegation data', '.chip'),
  ),
  panel('details', 'A name in detail', {}, async (root) => {
    await briefed(root);
    await press(root, '.about');
    await waitFor(root, '.claim');
  }),
  panel('searching', 'Still searching', { search: never }, searched('alibaba', '.loading')),
  panel('nothing-found', 'Nothing found', {}, searched('zzzzqqqq', '.notice .help')),
  panel(
    'search-failed',
    'The search failed',
    { search: failing },
    searched('ant', '[role="alert"]'),
  ),
  panel('private', 'A private window', { site: { isPrivate: true } }, briefed),
  panel('no-site', 'No web site, so no switch of its own', {
    site: { site: null },
    page: emptyPage(),
  }),
  panel('site-failed', 'The switch cannot be read', { getSiteState: failing }),
  panel('long-site', 'A long address', {
    site: {
      site: 'a-very-long-subdomain-of-some-newspaper.blogs.internal.example.co.uk/politics/china',
    },
  }),
  panel('usual', 'An article', {}, briefed, 'popup'),
  panel('results', 'Found', {}, searched('alibaba', '[role="option"]'), 'popup'),
  panel('nothing', 'A page without known names', WHY['no-known-names'], undefined, 'popup'),
];
