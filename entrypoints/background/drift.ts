/** Whether the excerpts of a source still stand in its page; asked for by the reader, never by us. */
import { browser } from 'wxt/browser';
import {
  type CheckedExcerpt,
  checkDrift,
  isOnSiteOf,
  isPageOf,
} from '../../lib/core/clipping/check-drift';
import type { DriftReport, PageClips } from '../../lib/core/clipping/clip-schema';
import { OWN_PACK_ID } from '../../lib/core/clipping/own-pack';
import { toKey } from '../../lib/core/facts/keys';
import type { Source } from '../../lib/core/facts/pack-schema';
import type { Handlers } from '../../lib/messaging/serve';
import { type OwnRecords, readOwnRecords } from '../../lib/storage/read-own-facts';
import { openFacts } from './facts';
import { type PageReading, readTab } from './page-reading';

export const driftHandlers: Pick<Handlers, 'checkOwnSource' | 'checkTab'> = {
  async checkOwnSource({ source: id }) {
    const { sources, claims } = await readOwnRecords(await openFacts());
    const source = sources.find((one) => one.id === id);
    if (!source) return { state: 'not-open' };
    const found = await findPage(source);
    if (found === 'not-open' || found === 'unreadable') return { state: found };
    const items = checkDrift(found, [source], claims);
    return {
      state: 'checked',
      items: items.map(({ claim, exact, state }) => ({
        claim: toKey(OWN_PACK_ID, claim),
        exact,
        state: plain(state),
      })),
    };
  },
  async checkTab({ tab: id }) {
    const tab = await browser.tabs.get(id).catch(() => null);
    // What is open in a private window is not looked into.
    if (!tab?.url || tab.incognito) return { state: 'none' };
    const own = await readOwnRecords(await openFacts());
    const { url } = tab;
    const near = own.sources.filter((source) => isOnSiteOf(source, url));
    if (near.length === 0) return { state: 'none' };
    const readings = await readTab(id, null);
    return readings ? checkReadings(readings, near, own) : unreadable(url, near, own);
  },
};

function checkReadings(
  readings: readonly PageReading[],
  near: readonly Source[],
  { claims }: OwnRecords,
): PageClips {
  const items = near.flatMap((source) => {
    const page = readings.find((reading) => isPageOf(source, reading));
    if (!page) return [];
    return checkDrift(page, [source], claims).map(({ claim, exact, state }) => ({
      claim: toKey(OWN_PACK_ID, claim),
      text: claims.find(({ id }) => id === claim)?.text ?? '',
      exact,
      url: source.url ?? null,
      state: plain(state),
    }));
  });
  return items.length === 0 ? { state: 'none' } : { state: 'checked', items };
}

function unreadable(url: string, near: readonly Source[], { claims }: OwnRecords): PageClips {
  const here = new Set(
    near.filter((source) => isPageOf(source, { text: '', url })).map(({ id }) => id),
  );
  const count = claims
    .flatMap(({ evidence }) => evidence)
    .filter(({ source }) => here.has(source)).length;
  return count === 0 ? { state: 'none' } : { state: 'unreadable', count };
}

function plain(state: CheckedExcerpt['state']) {
  return structuredClone(state) as Extract<
    DriftReport,
    { state: 'checked' }
  >['items'][number]['state'];
}

/**
 * The reading of a tab that shows the source. Tabs with its very address are read first; another
 * address of it is known only to the page, so tabs of the same site are asked as well.
 */
async function findPage(source: Source): Promise<PageReading | 'not-open' | 'unreadable'> {
  const { url } = source;
  if (url === undefined) return 'not-open';
  const tabs = await browser.tabs.query({ url: siteOf(url), discarded: false });
  // What is open in a private window is not looked into.
  const open = tabs.filter(({ incognito }) => !incognito);
  const isHere = (address: string | undefined): boolean =>
    isPageOf(source, { text: '', url: address });
  open.sort((a, b) => Number(isHere(b.url)) - Number(isHere(a.url)));
  let outcome: 'not-open' | 'unreadable' = 'not-open';
  for (const tab of open) {
    const readings = tab.id === undefined ? null : await readTab(tab.id, null);
    const page = readings?.find((reading) => isPageOf(source, reading));
    if (page) return page;
    if (!readings && isHere(tab.url)) outcome = 'unreadable';
  }
  return outcome;
}

/** As a pattern for tabs; ports are no part of these. */
function siteOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}
