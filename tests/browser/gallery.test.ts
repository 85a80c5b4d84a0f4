/**
 * Every state of every component, pictured in light, dark and forced colours, narrow and wide,
 * and looked at for barriers. The pictures are in tests/output/gallery/pictures. All of it on one
 * page of one browser, since there are hundreds of pictures.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../lib/tools/browsers/find-browser';
import { buildGallery, GALLERY_FOLDER } from '../gallery/build';
import { LOOKS, type Look, picturePath } from '../gallery/looks';
import type { Gallery } from '../gallery/show';
import { allStates } from '../gallery/states/all-states';
import { SURFACES } from '../gallery/surfaces';

const PICTURES = join(GALLERY_FOLDER, 'pictures');
const HEIGHT = 700;
/** What is below is more of the same, and pictures of it cost the time of many others. */
const MAX_PICTURE_HEIGHT = 1600;
/** Fewer rules that found something to judge mean that axe saw nothing. */
const MIN_PASSES = 5;
/** WCAG 2.2, 2.5.8. */
const MIN_TARGET_PX = 24;

declare const gallery: Gallery;
declare const axe: typeof import('axe-core');

let browser: Browser;
let page: Page;
let devtools: CDPSession;
let complaints: string[] = [];

beforeAll(async () => {
  const index = await buildGallery();
  rmSync(PICTURES, { recursive: true, force: true });
  mkdirSync(PICTURES, { recursive: true });
  const chromium = findChromium();
  browser = await puppeteer.launch({
    executablePath: chromium.path,
    headless: true,
    args: [...chromium.args, '--disable-background-networking', '--hide-scrollbars'],
  });
  page = await browser.newPage();
  devtools = await page.createCDPSession();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  await page.goto(new URL('state.html', index).href);
  await page.evaluate(`${readFileSync('node_modules/axe-core/axe.min.js', 'utf8')}; undefined`);
});

afterAll(async () => {
  await browser?.close();
  console.log(`all pictures: ${join(GALLERY_FOLDER, 'pictures.html')}`);
});

async function show(id: string, width: number): Promise<void> {
  complaints = [];
  await page.setViewport({ width, height: HEIGHT });
  await page.evaluate((state) => gallery.show(state), id);
}

async function wear(look: Look): Promise<void> {
  const features = Object.entries(LOOKS[look]).map(([name, value]) => ({ name, value }));
  await devtools.send('Emulation.setEmulatedMedia', { features });
}

/** Makes the window as high as what is in it, so that a picture shows it all. */
async function fitWindow(width: number): Promise<void> {
  await page.setViewport({ width, height: HEIGHT });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewport({ width, height: Math.min(height, MAX_PICTURE_HEIGHT) });
}

type Rules = 'all' | 'colours' | 'others';

/** Looking at colours takes the longest: the width does not change them, the scheme nothing else. */
function rulesFor(look: Look, isNarrow: boolean): Rules | null {
  if (look === 'light') return isNarrow ? 'all' : 'others';
  return look === 'dark' && isNarrow ? 'colours' : null;
}

async function barriers(selector: string, rules: Rules | null): Promise<string[]> {
  if (rules === null) return [];
  const { passes, violations } = await page.evaluate(runAxe, selector, rules);
  if (passes < (rules === 'colours' ? 1 : MIN_PASSES)) {
    throw new Error(`axe looked at next to nothing: ${passes} rules`);
  }
  return violations;
}

describe.each(Object.entries(SURFACES))('%s', (surface, { axeOn, widths }) => {
  const states = allStates.filter((state) => state.surface === surface);

  test.each(states)('$id: $title', async ({ id, axeOn: part }) => {
    await show(id, widths[0]);
    const found: Record<string, readonly string[]> = {};
    const note = (what: string, problems: readonly string[]) => {
      if (problems.length > 0) found[what] = problems;
    };
    for (const width of widths) {
      await fitWindow(width);
      note(`too wide at ${width}`, await page.evaluate(overflowing));
      note(`small targets at ${width}`, await page.evaluate(smallTargets, MIN_TARGET_PX));
      for (const look of Object.keys(LOOKS) as Look[]) {
        await wear(look);
        const path = `${GALLERY_FOLDER}/${picturePath(id, look, width)}` as const;
        await page.screenshot({ path, optimizeForSpeed: true });
        const barred = await barriers(part ?? axeOn, rulesFor(look, width === widths[0]));
        note(`barriers, ${look} at ${width}`, barred);
      }
    }
    note('in the console', complaints);
    expect(found).toEqual({});
  });
});

// What follows runs inside the browser.

/** What is wider than its place: the page, or what scrolls in it. */
function overflowing(): string[] {
  const places = [
    document.documentElement,
    ...document.querySelectorAll('main, .sheet, [data-scroller]'),
  ];
  return places
    .filter((place) => place.scrollWidth > place.clientWidth)
    .map(
      (place) =>
        `${place.localName}.${place.className}: ${place.scrollWidth} > ${place.clientWidth}`,
    );
}

/** Links in running text may be as low as their line; what only screen readers find has no size. */
function smallTargets(least: number): string[] {
  const found = document.querySelectorAll<HTMLElement>(
    'a[href], button, summary, input, select, textarea, [role="option"], [role="button"]',
  );
  return [...found]
    .filter((target) => target.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter((target) => getComputedStyle(target).display !== 'inline')
    .map((target) => target.closest('label') ?? target)
    .map((target) => ({ target, box: target.getBoundingClientRect() }))
    .filter(({ box }) => Math.min(box.width, box.height) > 1)
    .filter(({ box }) => box.width < least - 0.5 || box.height < least - 0.5)
    .map(({ target, box }) => {
      const size = `${Math.round(box.width)} × ${Math.round(box.height)}`;
      return `${target.localName}.${target.className} “${target.textContent?.slice(0, 30)}” ${size}`;
    });
}

async function runAxe(
  selector: string,
  rules: Rules,
): Promise<{ passes: number; violations: string[] }> {
  const colours = ['color-contrast', 'link-in-text-block'];
  const results: AxeResults = await axe.run(selector, {
    resultTypes: ['violations'],
    // Style sheets cannot be fetched from the disk.
    preload: false,
    ...(rules === 'colours' && { runOnly: colours }),
    ...(rules === 'others' && {
      rules: Object.fromEntries(colours.map((rule) => [rule, { enabled: false }])),
    }),
  });
  return {
    passes: results.passes.length,
    violations: results.violations.map(({ id, help, nodes }) => {
      const where = nodes.slice(0, 3).map(({ html }) => html.slice(0, 160));
      return `${id} (${help}), ${nodes.length} times: ${where.join(' | ')}`;
    }),
  };
}
