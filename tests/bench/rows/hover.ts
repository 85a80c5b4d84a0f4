/** From the end of the dwell to the painted popover, with its card. */
import type { Page } from 'puppeteer-core';
import { endBackground } from '../../e2e/harness/browser-surfaces';
import type { E2eDriver } from '../../e2e/harness/launch';
import type { BenchContext } from '../bench-context';
import { launchExtension } from '../extension';
import { median, ms, percent, quantile } from '../figures';
import { hoverPage } from '../generated-pages';
import { type GroupResult, type Row, verdictOf } from '../row';
import { type Hover, hoverOn, openWatched } from '../watched-hovers';

const HOVERS = 40;
/** New documents, so that some hovers are the first of their page. */
const LOADS = 8;
const COLD_HOVERS = 6;
const MAX_TRIES = 5;
const WANTED_SHARE = 0.95;
const MAX_COLD_MS = 200;

export async function hoverRows(context: BenchContext): Promise<GroupResult> {
  const labels = context.named.map(({ label }) => label);
  context.server.putPage('/hovers', hoverPage(labels));
  const url = `${context.server.origin}/hovers`;
  const driver = await launchExtension();
  try {
    const places = await markedPlaces(driver, url, labels);
    const warm = await warmHovers(driver, url, places);
    const cold = await coldHovers(driver, url, places, false);
    const coldFirst = await coldHovers(driver, url, places, true);
    return {
      rows: [warmRow(warm), coldRow(cold, coldFirst)],
      notes: [
        `Hovers: ${HOVERS} different names in ${LOADS} loads of a page, so ${LOADS} of them bring the popover's code in as well. The dwell ends when its timer fires; the first frame is the next one that the browser draws. A popover counts as painted when its card is in it; it then fades in over 90 ms.`,
      ],
    };
  } finally {
    await driver.close();
  }
}

/** Which of the page's lines are marked: some labels are no names without support. */
async function markedPlaces(
  driver: E2eDriver,
  url: string,
  labels: readonly string[],
): Promise<number[]> {
  const page = await openWatched(driver, url);
  const marked = new Set(await driver.marks(page));
  await page.close();
  const places = labels.flatMap((label, place) => (marked.has(label) ? [place] : []));
  if (places.length < HOVERS) throw new Error(`only ${places.length} names are marked`);
  return places.slice(0, HOVERS);
}

async function warmHovers(
  driver: E2eDriver,
  url: string,
  places: readonly number[],
): Promise<Hover[]> {
  const hovers: Hover[] = [];
  const perLoad = HOVERS / LOADS;
  for (let load = 0; load < LOADS; load++) {
    const page = await openWatched(driver, url);
    for (const place of places.slice(load * perLoad, (load + 1) * perLoad)) {
      hovers.push(await hoverOn(driver, page, place));
    }
    await page.close();
  }
  return hovers;
}

/** `isFirst`: in a new document each, where the popover's code is not there yet either. */
async function coldHovers(
  driver: E2eDriver,
  url: string,
  places: readonly number[],
  isFirst: boolean,
): Promise<Hover[]> {
  const hovers: Hover[] = [];
  const [known = 0, ...others] = places;
  let page = await openWatched(driver, url);
  if (!isFirst) await hoverOn(driver, page, known);
  for (const [n, place] of others.slice(0, COLD_HOVERS).entries()) {
    if (isFirst && n > 0) {
      await page.close();
      page = await openWatched(driver, url);
    }
    hovers.push(await coldHoverOn(driver, page, place));
  }
  await page.close();
  return hovers;
}

/** The background may have been woken by something else meanwhile; then it is tried again. */
async function coldHoverOn(driver: E2eDriver, page: Page, place: number): Promise<Hover> {
  for (let n = 0; n < MAX_TRIES; n++) {
    await driver.moveAside(page);
    await driver.waitForNoPopover(page);
    await endBackground(driver);
    const hover = await hoverOn(driver, page, place);
    if ((await backgroundSince(driver)) > hover.begun) return hover;
  }
  throw new Error('the background was never cold');
}

/** When the running background began; 0 where none runs. */
async function backgroundSince({ browser, origin }: E2eDriver): Promise<number> {
  const target = await browser.waitForTarget(
    (one) => one.type() === 'service_worker' && one.url().startsWith(origin),
  );
  const worker = await target.worker();
  return (await worker?.evaluate(() => performance.timeOrigin)) ?? 0;
}

function warmRow(hovers: readonly Hover[]): Row {
  const share = hovers.filter((hover) => hover.inFirstFrame).length / hovers.length;
  const painted = hovers.map((hover) => hover.painted);
  return {
    what: 'dwell end to popover painted, card fetched during the dwell',
    reach: `the first frame, in ${percent(WANTED_SHARE)} of cases`,
    measured: `${percent(share)} of ${hovers.length}; median ${ms(median(painted))}, 95% within ${ms(quantile(painted, 0.95))}`,
    verdict: verdictOf(share >= WANTED_SHARE),
  };
}

function coldRow(cold: readonly Hover[], first: readonly Hover[]): Row {
  const [times, firstTimes] = [cold, first].map((all) => all.map((hover) => hover.painted));
  const worst = Math.max(...(times ?? []), ...(firstTimes ?? []));
  return {
    what: 'the same with a cold background',
    reach: `under ${MAX_COLD_MS} ms`,
    measured: `median ${ms(median(times ?? []))}; where the popover's code comes in too ${ms(median(firstTimes ?? []))}; worst of ${cold.length + first.length}: ${ms(worst)}`,
    verdict: verdictOf(worst < MAX_COLD_MS),
  };
}
