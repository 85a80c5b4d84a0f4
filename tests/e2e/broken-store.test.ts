import type { Page } from 'puppeteer-core';
import { beforeEach, expect, test } from 'vitest';
import { waitFor } from '../../lib/tools/browsers/extension-driver';
import { alterBuild } from './harness/altered-build';
import { endBackground } from './harness/browser-surfaces';
import { inBrowsers } from './harness/in-browsers';
import type { E2eDriver } from './harness/launch';
import {
  openCard,
  press,
  pressName,
  search,
  waitForContent,
  waitForNames,
  waitForResult,
} from './harness/panel';

const REBUILD = '.notice button';
const BLOCKED = 'The browser does not let Glossator store the fact base.';
const FULL = 'The disk is full, so the fact base could not be stored.';
const PREPARED_MS = 20_000;

inBrowsers('the browser throws the stored facts away', (driver) => {
  beforeEach(() => waitForFacts(driver()));

  test('while the extension runs: the next question finds them again', async () => {
    const { open, url, waitForMarks, hover, waitForPopover, inExtension } = driver();
    const page = await open(url('news.html'));
    await waitForMarks(page);
    await inExtension(deleteFacts);
    expect(await inExtension(countEntities)).toBe(0);
    await hover(page, 'Jack Ma');
    await waitForPopover(page, '马云');
    expect(await inExtension(countEntities)).toBeGreaterThan(40);
  });

  test('while the background sleeps: the panel finds all of them again', async () => {
    const { open, url, openPopupFor, inExtension } = driver();
    const page = await open(url('news.html'));
    const before = await inExtension(countEntities);
    await endBackground(driver());
    await inExtension(deleteFacts);
    const popup = await openPopupFor(page);
    await search(popup, 'alibaba');
    await waitForResult(popup, 'Alibaba');
    expect(await inExtension(countEntities)).toBe(before);
    expect(await popup.$('.notice.failed')).toBeNull();
  });

  test('only a part of them: what is missing is noticed too', async () => {
    const { open, url, openPopupFor, inExtension } = driver();
    const page = await open(url('news.html'));
    const before = await inExtension(countEntities);
    await inExtension(deleteEntities);
    expect(await inExtension(countEntities)).toBe(0);
    await endBackground(driver());
    const popup = await openPopupFor(page);
    await waitForNames(popup, 'Jack Ma');
    await pressName(popup, 'Jack Ma', 'about');
    await expect.poll(() => openCard(popup), { timeout: 10_000 }).toBe('Jack Ma');
    expect(await inExtension(countEntities)).toBe(before);
  });

  test('the switches and what else the reader chose stay as they are', async () => {
    const { inExtension } = driver();
    const chosen = { default: 'on', sites: { 'example.com/*': 'off' } };
    await inExtension(storeSwitches, chosen);
    await endBackground(driver());
    await inExtension(deleteFacts);
    await waitForFacts(driver());
    expect(await inExtension(storedSwitches)).toEqual(chosen);
  });
});

inBrowsers(
  'the browser refuses to store anything',
  (driver) => {
    test('the panel says what happened and what to do; pages stay as they are', async () => {
      const { open, url, openPopupFor, marks, browser } = driver();
      const problems: string[] = [];
      const page = await browser.newPage();
      page.on('pageerror', (error) => problems.push(String(error)));
      page.on('console', (line) => {
        if (line.type() === 'error' && !/favicon/.test(line.location().url ?? '')) {
          problems.push(line.text());
        }
      });
      await page.goto(url('news.html'));
      const html = await page.evaluate(() => document.documentElement.outerHTML);

      const other = await open(url('news.html?other'));
      const popup = await openPopupFor(other);
      const words = await waitForContent(popup, BLOCKED);
      expect(words).toContain('Allow extensions to keep data in the browser’s privacy settings');
      expect(words).toContain('Build it again');
      expect(await popup.$eval('.notice.failed', (box) => box.getAttribute('role'))).toBe('alert');
      await search(popup, 'alibaba');
      expect(await waitForContent(popup, BLOCKED)).not.toContain('Nothing found');

      expect(await marks(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(html);
      expect(problems).toEqual([]);
    });

    test('when it lets us again, “Build it again” is enough', async () => {
      const { open, url, openPopupFor, waitForMarks, inExtension } = driver();
      const page = await open(url('news.html'));
      const popup = await openPopupFor(page);
      await waitForContent(popup, BLOCKED);
      await press(popup, REBUILD);
      await waitForContent(popup, BLOCKED);
      await inExtension(endTrouble);
      await press(popup, REBUILD);
      await waitFor('the notice to go', async () => (await popup.$('.notice.failed')) === null);
      await waitForNames(popup, 'Ant Group');
      await page.bringToFront();
      await waitForMarks(page, 'Ant Group');
    });
  },
  undefined,
  // Neither browser can be told from outside to refuse it.
  (browser) => ({ build: alterBuild(browser, { 'background.js': refuseDatabases }) }),
);

inBrowsers(
  'the disk is full',
  (driver) => {
    test('the panel says so; when there is room again, the facts come', async () => {
      const { open, url, openPopupFor, marks, waitForMarks, inExtension } = driver();
      const page = await open(url('news.html'));
      const popup = await openPopupFor(page);
      expect(await waitForContent(popup, FULL)).toContain('Free some disk space');
      expect(await marks(page)).toEqual([]);
      await inExtension(endTrouble);
      await press(popup, REBUILD);
      await waitForNames(popup, 'Ant Group');
      await page.bringToFront();
      await waitForMarks(page, 'Ant Group');
    });

    test('when it fills up later, the facts from before still serve', async () => {
      const { open, url, openPopupFor, inExtension, hover, waitForPopover } = driver();
      await waitForFacts(driver());
      const before = await inExtension(countEntities);
      await inExtension(beginTrouble);
      const rebuilt = await inExtension(call, { call: 'rebuildFactBase', params: {} });
      expect(rebuilt).toMatchObject({
        ok: true,
        value: { state: 'failed', reason: 'storage-full' },
      });

      expect(await inExtension(countEntities)).toBe(before);
      const page = await open(url('news.html'));
      await hover(page, 'Jack Ma');
      await waitForPopover(page, '马云');
      // What was stored before is whole, so there is nothing to complain of.
      const popup = await openPopupFor(page);
      await search(popup, 'alibaba');
      await waitForResult(popup, 'Alibaba');
      expect(await popup.$('.notice.failed')).toBeNull();
    });
  },
  undefined,
  (browser) => ({ build: alterBuild(browser, { 'background.js': refuseRows }) }),
);

// Firefox’s quota cannot be set while it runs. In Chromium it has to be set before the first row
// is stored, because it remembers for half a minute how much room there was.
inBrowsers(
  'the browser grants less room than the facts need',
  (driver) => {
    test('the panel says so as well', async () => {
      const { open, url, openPopupFor, inExtension } = driver();
      const page = await open(url('news.html'));
      await limitStorage(driver(), page, 1024);
      await inExtension(endTrouble);
      await waitForContent(await openPopupFor(page), FULL);
    });
  },
  ['chromium'],
  (browser) => ({ build: alterBuild(browser, { 'background.js': refuseDatabases }) }),
);

inBrowsers('messages that nobody should send', (driver) => {
  const REFUSED = [
    { what: 'an unknown call', message: { call: 'readAll', params: {} }, code: 'unknown-call' },
    { what: 'a call by a name of objects', message: { call: 'toString' }, code: 'unknown-call' },
    { what: 'a call that is no text', message: { call: 7 }, code: 'unknown-call' },
    { what: 'no parameters', message: { call: 'getEntityCards' }, code: 'bad-params' },
    {
      what: 'parameters of another kind',
      message: { call: 'getEntityCards', params: { entities: 'all' } },
      code: 'bad-params',
    },
    {
      what: 'more than was asked for',
      message: { call: 'getEntityCards', params: { entities: [], too: 1 } },
      code: 'bad-params',
    },
    {
      what: 'too many entities',
      message: { call: 'getEntityCards', params: { entities: Array(21).fill('a/b') } },
      code: 'bad-params',
    },
    {
      what: 'a count that is none',
      message: { call: 'reportMentions', params: { count: -1 } },
      code: 'bad-params',
    },
  ] as const;
  const PANEL_ONLY = [
    { call: 'search', params: { query: 'alibaba', limit: 5 } },
    { call: 'getSiteState', params: { url: 'https://example.com', private: false } },
    { call: 'setSiteChoice', params: { site: 'example.com/*', choice: 'off', private: false } },
    { call: 'setDefaultSwitch', params: { state: 'off' } },
    { call: 'getFactBaseState', params: {} },
    { call: 'rebuildFactBase', params: {} },
  ] as const;

  test.each(REFUSED)('$what is refused with a reason', async ({ message, code }) => {
    const answer = await driver().inExtension(call, message);
    expect(answer).toMatchObject({ ok: false, error: { code } });
    expect(errorOf(answer).length).toBeGreaterThan(5);
  });

  test('from a page’s content world too', async () => {
    const { open, url, inContentWorld } = driver();
    const page = await open(url('empty.html'));
    for (const { message, code } of REFUSED) {
      expect(await inContentWorld(page, call, message)).toMatchObject({
        ok: false,
        error: { code },
      });
    }
  });

  test('what only the panel may ask is refused to pages, and does nothing', async () => {
    const { open, url, inContentWorld, inExtension } = driver();
    const page = await open(url('empty.html'));
    const before = await inExtension(storedSwitches);
    for (const message of PANEL_ONLY) {
      expect(await inContentWorld(page, call, message), message.call).toMatchObject({
        ok: false,
        error: { code: 'not-allowed', message: expect.stringContaining('own pages') },
      });
    }
    expect(await inExtension(storedSwitches)).toEqual(before);
  });

  test('what is no call gets no answer and disturbs nobody', async () => {
    const { inExtension } = driver();
    for (const message of ['hello', 42, null, [], {}, { params: {} }]) {
      expect(await inExtension(call, message)).toBeNull();
    }
    const state = await inExtension(call, { call: 'getFactBaseState', params: {} });
    expect(state).toMatchObject({ ok: true });
  });

  test('a page’s own scripts have nobody to send to', async () => {
    const { open, url } = driver();
    const page = await open(url('news.html'));
    expect(await page.evaluate(reachableApi)).toBe('nothing');
  });
});

function errorOf(answer: unknown): string {
  return (answer as { error: { message: string } }).error.message;
}

async function waitForFacts(driver: E2eDriver): Promise<void> {
  await waitFor(
    'the facts to be ready',
    async () => {
      const answer = await driver.inExtension(call, { call: 'getFactBaseState', params: {} });
      return (answer as { value?: { state?: string } } | null)?.value?.state === 'ready';
    },
    PREPARED_MS,
  );
}

/** Lasts as long as the page. */
async function limitStorage({ origin }: E2eDriver, page: Page, bytes: number): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: bytes });
}

// What follows runs inside the browser.

declare const browser: typeof import('wxt/browser').browser;

/** The answer as it came; null where there was none. */
async function call(message: unknown): Promise<unknown> {
  try {
    return (await browser.runtime.sendMessage(message)) ?? null;
  } catch {
    return null;
  }
}

function deleteFacts(): Promise<void> {
  return new Promise((done, fail) => {
    const request = indexedDB.deleteDatabase('facts');
    request.onsuccess = () => done();
    request.onerror = () => fail(request.error);
  });
}

function deleteEntities(): Promise<void> {
  return new Promise((done, fail) => {
    const opening = indexedDB.open('facts');
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('entities', 'readwrite');
      transaction.objectStore('entities').clear();
      transaction.oncomplete = () => {
        opening.result.close();
        done();
      };
    };
  });
}

/** 0 where there is no database; asking must not create one. */
async function countEntities(): Promise<number> {
  const databases = await indexedDB.databases();
  if (!databases.some(({ name }) => name === 'facts')) return 0;
  return new Promise((done, fail) => {
    const opening = indexedDB.open('facts');
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const request = opening.result.transaction('entities').objectStore('entities').count();
      request.onsuccess = () => {
        opening.result.close();
        done(request.result);
      };
      request.onerror = () => fail(request.error);
    };
  });
}

async function storeSwitches(switches: unknown): Promise<void> {
  await browser.storage.local.set({ switches });
}

async function storedSwitches(): Promise<unknown> {
  return (await browser.storage.local.get('switches'))['switches'] ?? null;
}

/** For what refuseDatabases and refuseRows put into the background. */
function beginTrouble(): void {
  new BroadcastChannel('trouble').postMessage('begin');
}

function endTrouble(): void {
  new BroadcastChannel('trouble').postMessage('end');
}

function refuseDatabases(): void {
  const open = IDBFactory.prototype.open;
  let refusing = true;
  new BroadcastChannel('trouble').onmessage = ({ data }) => {
    refusing = data === 'begin';
  };
  IDBFactory.prototype.open = function (this: IDBFactory, ...args) {
    if (refusing) {
      throw new DOMException('A mutation operation was attempted here.', 'InvalidStateError');
    }
    return open.apply(this, args);
  };
}

/** The transaction fails as a whole, which is what browsers do when the disk is full. */
function refuseRows(): void {
  const add = IDBObjectStore.prototype.add;
  let refusing = true;
  new BroadcastChannel('trouble').onmessage = ({ data }) => {
    refusing = data === 'begin';
  };
  IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...args) {
    if (refusing) throw new DOMException('There is no room.', 'QuotaExceededError');
    return add.apply(this, args);
  };
}

function reachableApi(): string {
  const own = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
  const runtime = (own as { runtime?: { sendMessage?: unknown } } | undefined)?.runtime;
  return runtime?.sendMessage === undefined ? 'nothing' : 'the extension';
}
