/** What a card hears of the page around its mention, in a real Chromium. */
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openChromium } from './own-chromium';
import type { SurroundingsLayer } from './surroundings-entry';

declare const surroundings: SurroundingsLayer;

let browser: Browser;
let page: Page;
let code: string;

beforeAll(async () => {
  ({ browser, page, code } = await openChromium('surroundings-entry.ts'));
});

afterAll(async () => {
  await browser?.close();
});

async function load(html: string): Promise<void> {
  await page.goto('about:blank');
  await page.setContent(html);
  await page.evaluate(code);
}

const LONG = 'A paragraph of the text itself. '.repeat(6);
const ld = (value: unknown) =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const ARTICLE = { '@type': 'NewsArticle', datePublished: '2021-09-03T08:00:00+08:00' };

test.each<[string, string, string | null]>([
  ['nothing', `<p id="near">x`, null],
  ['JSON-LD', `${ld({ '@graph': [ARTICLE] })}<p id="near">x`, '2021-09-03'],
  [
    'JSON-LD of another letter case',
    `<script type="Application/LD+JSON">${JSON.stringify(ARTICLE)}</script>`,
    '2021-09-03',
  ],
  [
    'meta',
    `<meta property="article:published_time" content="2021-09-03T08:00Z"><p id="near">x`,
    '2021-09-03',
  ],
  [
    'a time in the header',
    `<article><header><time datetime="2021-09-03">3 Sept</time></header><p id="near">${LONG}</article>`,
    '2021-09-03',
  ],
  [
    'a time before the text',
    `<main><p>By A. <time datetime="2021-09-03">3 Sept</time></p><p id="near">${LONG}</main>`,
    '2021-09-03',
  ],
  [
    'a time between the standfirst and the text',
    `<main><h1>x</h1><p>${LONG}</p><p>By A. <time datetime="2021-09-03">3 Sept</time></p><p id="near">${LONG}</p><p>${LONG}</main>`,
    '2021-09-03',
  ],
  [
    'a time inside the standfirst',
    `<main><p>${LONG} <time datetime="1999-09-03">1999</time></p><p>By A.</p><p id="near">${LONG}</main>`,
    null,
  ],
  [
    'a time after the first paragraphs of the text',
    `<main><p id="near">${LONG}</p><p>${LONG}</p><p><time datetime="1999-09-03">1999</time></p><p>${LONG}</main>`,
    null,
  ],
  [
    'a time that the text is about',
    `<article><p id="near">${LONG}</p><p><time datetime="1999-09-03">1999</time></article>`,
    null,
  ],
  [
    'a marked time after the text',
    `<article><p id="near">${LONG}</p><time itemprop="datePublished" datetime="2021-09-03">x</time></article>`,
    '2021-09-03',
  ],
  [
    'a time of a change',
    `<article><time class="updated" datetime="2022-01-01">x</time><p id="near">${LONG}</article>`,
    null,
  ],
  [
    'a time of another article',
    `<main><article><time datetime="2019-01-01">x</time></article><p id="near">${LONG}</main>`,
    null,
  ],
  [
    'a time beside the article',
    `<article><aside><time datetime="2019-01-01">x</time></aside><p id="near">${LONG}</article>`,
    null,
  ],
  [
    'a page that hides the document’s methods',
    `<img name="querySelectorAll"><form name="getElementsByTagName"></form>${ld(ARTICLE)}`,
    '2021-09-03',
  ],
  ['thousands of metas', `${'<meta name="x" content="y">'.repeat(5000)}<p id="near">x`, null],
])('date of the page: %s', async (_name, html, date) => {
  await load(html);
  expect((await page.evaluate(() => surroundings.pageDate()))?.date ?? null).toBe(date);
});

test('scripts of a size that no article needs are passed over', async () => {
  const filler = 'x'.repeat(200_000);
  await load(`${ld({ filler }).repeat(5)}${ld(ARTICLE)}`);
  expect(await page.evaluate(() => surroundings.pageDate())).toBeNull();
});

test.each<[string, string, string[]]>([
  ['alone', `<p><b id="ma">x</b></p>`, []],
  ['another', `<p><b id="ma">x</b> <b id="ant">x</b></p>`, ['p/ant']],
  ['another paragraph', `<p><b id="ma">x</b></p><p><b id="ant">x</b></p>`, []],
  [
    'the nearest first, none twice, not itself',
    `<p><b id="far">x</b> <b id="near">x</b> <b id="ma">x</b> <b id="ma">x</b> <b id="near">x</b></p>`,
    ['p/near', 'p/far'],
  ],
  ['through inline elements', `<p><a><i><b id="ma">x</b></i></a> <b id="ant">x</b></p>`, ['p/ant']],
  ['what two packs know', `<p><b id="ma">x</b> <b id="ant+q/ant">x</b></p>`, ['p/ant q/ant']],
  ['what may mean several', `<p><b id="ma">x</b> <b id="xu+lin">x</b></p>`, []],
  ['a page without paragraphs', `<b id="ma">x</b> <b id="ant">x</b> ${LONG.repeat(40)}`, []],
])('whom the paragraph names: %s', async (_name, html, entities) => {
  await load(html);
  expect(await page.evaluate(() => surroundings.inParagraph('ma'))).toEqual(entities);
});
