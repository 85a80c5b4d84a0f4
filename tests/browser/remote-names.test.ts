/** Names that a tab does not hold, in a real Chromium: found by the gate, confirmed, merged, kept true. */
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openChromium } from './own-chromium';
import type { RemoteNamesPage } from './remote-names-entry';

declare const remoteNames: RemoteNamesPage;
type Session = ReturnType<RemoteNamesPage['start']>;
declare const session: Session;

let browser: Browser;
let page: Page;
let code: string;

beforeAll(async () => {
  ({ browser, page, code } = await openChromium('remote-names-entry.ts'));
});

afterAll(async () => {
  await browser?.close();
});

async function startOn(html: string, delay = 0): Promise<void> {
  await page.goto('about:blank');
  await page.setContent(html);
  await page.evaluate(code);
  await page.evaluate(async (wait) => {
    const started = remoteNames.start(wait);
    Object.assign(globalThis, { session: started });
    await started.ready;
  }, delay);
}

const mentions = (): Promise<string[]> => page.evaluate(() => session.mentions());
const asked = (): Promise<string[]> => page.evaluate(() => session.asked.flat());

test.each<[string, string, string[]]>([
  [
    'of the tab and of the list',
    '<p>Jack Ma met Ada Lovelace and Zwingli.',
    ['Jack Ma: tab/jack', 'Ada Lovelace: list/ada', 'Zwingli: list/zwingli'],
  ],
  [
    'the longest wins over both',
    '<p>Ant Group Holding said',
    ['Ant Group Holding: list/ant-holding'],
  ],
  ['one form of both stays open', '<p>Ant Group said', ['Ant Group: list/other-ant tab/ant']],
  ['a lookalike of the list hides a name of the tab', '<p>an Ant Group Holding Pattern', []],
  [
    'a weak one after its full name',
    '<p>Ant Group Holding said.<p>The Holding grew.',
    ['Ant Group Holding: list/ant-holding', 'Holding: list/ant-holding'],
  ],
  ['a weak one alone', '<p>The Holding grew.', []],
  ['over elements', '<p><b>Ada</b> <i>Lovelace</i> said', ['Ada Lovelace: list/ada']],
  ['over elements, inside words', '<p>A<b>da Love</b>lace', ['Ada Lovelace: list/ada']],
  ['a first letter apart', '<p><b>Z</b>wingli', ['Zwingli: list/zwingli']],
  ['the second word apart', '<p>Ada <b>L</b>ovelace', ['Ada Lovelace: list/ada']],
  ['over a line break', '<h1>Ada<br>Lovelace</h1>', ['Ada\nLovelace: list/ada']],
  ['not over blocks', '<ul><li>Ada</li> <li>Lovelace</li></ul><div>Zwing</div><div>li</div>', []],
  ['not in code', '<p>x<code>Zwingli</code>', []],
  ['Chinese', '<p>据李约瑟研究所说', ['李约瑟研究所: list/institute']],
  ['Chinese over elements', '<p>据<b>李约</b>瑟研究所说', ['李约瑟研究所: list/institute']],
])('%s', async (_name, html, expected) => {
  await startOn(html);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await mentions()).toEqual(expected);
});

test('the same text is asked about once, and nothing where nothing may be', async () => {
  await startOn('<p>Zwingli</p>'.repeat(50));
  await expect.poll(mentions).toHaveLength(50);
  expect(await asked()).toEqual(['Zwingli']);
  await startOn('<p>Nobody of the Group, Ada, antelope, jack ma.</p>');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await asked()).toEqual([]);
});

test('what is known is found in new text without another question', async () => {
  await startOn('<p>Zwingli</p>');
  await expect.poll(mentions).toHaveLength(1);
  await page.evaluate(() => document.body.append('Zwingli'));
  await expect.poll(mentions).toHaveLength(2);
  expect(await asked()).toEqual(['Zwingli']);
});

test('names that change while the question is out are read as they are then', async () => {
  await startOn(
    '<p id=gone>Zwingli left</p><p id=changed>Zwingli stays</p><p>Zwingli too</p>',
    300,
  );
  expect(await mentions()).toEqual([]);
  await page.evaluate(() => {
    document.querySelector('#gone')?.remove();
    const text = document.querySelector('#changed')?.firstChild;
    if (text) text.nodeValue = 'Nobody, then Zwingli';
    document.body.append('and Ada Lovelace');
  });
  await expect
    .poll(mentions, { timeout: 3000 })
    .toEqual(['Zwingli: list/zwingli', 'Zwingli: list/zwingli', 'Ada Lovelace: list/ada']);
});
