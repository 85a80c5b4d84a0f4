import type { WhyUnmarked } from '../../../lib/core/briefing/why-unmarked';
import { Popup } from '../../../lib/ui/popup/Popup';
import { failing, never, press, type, waitFor } from '../acting';
import type { GalleryState } from '../gallery-state';
import {
  antGroupName,
  articlePage,
  emptyPage,
  hugePage,
  jackMaName,
  type PanelSituation,
  samplePanelApi,
} from '../sample-panel';

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
  panel('facts-unanswered', 'The background does not answer', { getFactBase: failing }),
  panel('results', 'Found', {}, searched('alibaba', '[role="option"]')),
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
