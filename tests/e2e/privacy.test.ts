import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { siteOfHost } from '../../lib/core/sites/site-switch';
import { inBrowsers } from './harness/in-browsers';
import { pressIn } from './harness/in-popover';
import { letPass } from './harness/pointing';

/** Files of ours that lie in the extension and that a page might ask for. */
const OUR_FILES = ['content-script.js', 'popover.js', 'density.js', 'popup.html', 'manifest.json'];

inBrowsers('what a reader does stays on the machine', (driver) => {
  test('reading, hovering, pressing and searching ask nobody for anything', async () => {
    const { open, url, server, outsideAttempts, hover, waitForMarks, waitForPopover } = driver();
    const page = await open(url('news.html'));
    await waitForMarks(page, 'Ant Group');
    // The browser itself asks for a thing or two when it starts; only what comes now counts.
    const outsideBefore = outsideAttempts.length;
    const servedBefore = server.requests.length;
    const asked: string[] = [];
    page.on('request', (request) => {
      // What is written out in the address itself asks nobody.
      if (!request.url().startsWith('data:')) asked.push(request.url());
    });

    for (const name of ['Ant Group', '马云', 'Xu Lin']) {
      await hover(page, name);
      await waitForPopover(page);
      await driver().moveAside(page);
      await driver().waitForNoPopover(page);
    }
    await hover(page, 'Ant Group');
    await waitForPopover(page, '蚂蚁');
    await pressIn(driver(), page, 'All');
    await pressIn(driver(), page, 'Jack Ma');
    await waitForPopover(page, '马云');

    const popup = await driver().openPopupFor(page);
    const field = await popup.waitForSelector('[role="combobox"]');
    await field?.type('jack ma');
    await popup.waitForSelector('[role="option"]');
    await letPass(popup, 1000);

    expect(asked).toEqual([]);
    expect(server.requests.slice(servedBefore)).toEqual([]);
    expect(ours(outsideAttempts.slice(outsideBefore))).toEqual([]);
  });

  test('nothing is written into the site’s own stores', async () => {
    const page = await driver().open(driver().url('news.html'));
    await driver().waitForMarks(page, 'Ant Group');
    await driver().hover(page, 'Ant Group');
    await driver().waitForPopover(page, 'Ant Group');
    const stored = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      cookies: document.cookie,
      databases: (await indexedDB.databases()).length,
      caches: 'caches' in window ? (await caches.keys()).length : 0,
    }));
    expect(stored).toEqual({ local: 0, session: 0, cookies: '', databases: 0, caches: 0 });
  });

  /** Without what the browser’s maker is asked for: updates and the like, which is not us. */
  function ours(attempts: readonly string[]): string[] {
    return attempts.filter(
      (attempt) =>
        !/\b(?:mozilla|firefox|google|googleapis|gstatic|gvt1)\.(?:com|org|net)\b/.test(attempt),
    );
  }
});

inBrowsers('a page on which we are switched off', (driver) => {
  /** Opens the page with ears everywhere before anything of ours could start. */
  async function openWithEars(): Promise<Page> {
    const host = new URL(driver().url('')).host;
    await driver().inExtension(switchOff, siteOfHost(host));
    const page = await driver().browser.newPage();
    await page.evaluateOnNewDocument(listenEverywhere, new URL(driver().origin).host);
    await page.goto(driver().url('news.html'));
    return page;
  }

  test('hears, sees and finds nothing of us', async () => {
    const page = await openWithEars();
    await page.bringToFront();
    await page.mouse.move(300, 150);
    await page.mouse.move(302, 150);
    await page.mouse.click(302, 150);
    await page.keyboard.press('Escape');
    await letPass(page, 1500);
    const found = await page.evaluate(findTraces);
    expect(found).toEqual({
      marks: 0,
      elements: [],
      globals: [],
      sheets: 0,
      strangeEvents: [],
      mutations: [],
      calls: [],
    });
  });

  test('cannot tell by the style that our marks would have', async () => {
    const page = await openWithEars();
    await letPass(page, 500);
    const styles = await page.evaluate(() =>
      ['glossator-mention', 'glossator-current', 'never-heard-of'].map((name) => {
        const style = getComputedStyle(document.body, `::highlight(${name})`);
        return `${style.textDecorationLine} ${style.backgroundColor}`;
      }),
    );
    expect(new Set(styles).size).toBe(1);
  });

  test('cannot fetch a file of the extension, nor can a page that is annotated', async () => {
    const off = await openWithEars();
    const on = await driver().open(driver().url('news.html', 'elsewhere'));
    await driver().waitForMarks(on);
    for (const page of [off, on]) {
      const answers = await page.evaluate(tryToFetch, driver().origin, OUR_FILES);
      expect(answers).toEqual(
        OUR_FILES.flatMap((file) => [`${file} fetch: no`, `${file} load: no`]),
      );
    }
  });
});

inBrowsers('a page that is annotated', (driver) => {
  test('sees no element, global, event or change of ours until a card is open', async () => {
    const page = await driver().browser.newPage();
    await page.evaluateOnNewDocument(listenEverywhere, new URL(driver().origin).host);
    await page.goto(driver().url('news.html'));
    await driver().waitForMarks(page, 'Ant Group');
    await letPass(page, 500);
    const found = await page.evaluate(findTraces);
    expect(found).toMatchObject({
      elements: [],
      globals: [],
      sheets: 0,
      strangeEvents: [],
      mutations: [],
      calls: [],
    });
  });

  test('sees one empty element while a card is open, and cannot look into it', async () => {
    const page = await driver().open(driver().url('news.html'));
    await driver().waitForMarks(page, 'Ant Group');
    await driver().hover(page, 'Ant Group');
    await driver().waitForPopover(page, 'Ant Group');
    const seen = await page.evaluate(() => {
      const host = document.querySelector('glossator-popover');
      return {
        root: host?.shadowRoot ?? null,
        text: host?.textContent,
        attributes: host?.getAttributeNames(),
        found: document.body.innerText.includes('蚂蚁集团 '),
        globals: Object.getOwnPropertySymbols(window)
          .map(String)
          .filter((name) => /gloss/.test(name)),
      };
    });
    expect(seen).toEqual({
      root: null,
      text: '',
      attributes: ['style'],
      found: false,
      globals: [],
    });
    await page.keyboard.press('Escape');
    await driver().waitForNoPopover(page);
    expect(await page.evaluate(() => document.querySelector('glossator-popover'))).toBeNull();
  });
});

declare const browser: typeof import('wxt/browser').browser;

async function switchOff(site: string): Promise<void> {
  await browser.runtime.sendMessage({
    call: 'setSiteChoice',
    params: { site, choice: 'off', private: false },
  });
}

/** Runs before the page: notes every event, change and suspicious call that it can notice. */
function listenEverywhere(id: string): void {
  const noticed = { events: [] as string[], mutations: [] as string[], calls: [] as string[] };
  Reflect.set(window, 'noticed', noticed);
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event: Event) {
    noticed.events.push(event.type);
    return dispatch.call(this, event);
  };
  // A page can listen only for names that it knows; these are what the usual framework sends.
  for (const name of ['content-script', 'content', 'undefined']) {
    const type = `${id}:${name}:wxt:content-script-started`;
    document.addEventListener(type, () => noticed.events.push(type));
  }
  addEventListener(
    'message',
    (event) => noticed.events.push(`message ${String(event.data)}`),
    true,
  );
  for (const [owner, names] of [
    [Node.prototype, ['appendChild', 'insertBefore']],
    [Element.prototype, ['attachShadow', 'append']],
    [Document.prototype, ['createTreeWalker', 'createElement']],
    [window, ['postMessage', 'fetch']],
  ] as const) {
    for (const name of names) {
      const original: unknown = Reflect.get(owner, name);
      if (typeof original !== 'function') continue;
      Reflect.set(owner, name, function (this: unknown, ...args: unknown[]) {
        noticed.calls.push(name);
        return original.apply(this, args) as unknown;
      });
    }
  }
  addEventListener('DOMContentLoaded', () => {
    new MutationObserver((records) => {
      for (const { type, target } of records) noticed.mutations.push(`${type} ${target.nodeName}`);
    }).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  });
}

function findTraces() {
  const noticed = Reflect.get(window, 'noticed') as Record<
    'events' | 'mutations' | 'calls',
    string[]
  >;
  const names = [...Object.getOwnPropertyNames(window), ...Object.getOwnPropertySymbols(window)];
  return {
    marks: CSS.highlights.size,
    elements: [...document.querySelectorAll('*')]
      .filter((element) => /gloss/i.test(element.outerHTML.slice(0, 200)))
      .map((element) => element.localName),
    globals: names.map(String).filter((name) => /gloss|wxt|chrome-ext/i.test(name)),
    sheets: document.adoptedStyleSheets.length + [...document.styleSheets].filter(isForeign).length,
    strangeEvents: noticed.events,
    mutations: noticed.mutations,
    calls: noticed.calls,
  };

  function isForeign(sheet: CSSStyleSheet): boolean {
    return sheet.ownerNode === null || sheet.href !== null;
  }
}

async function tryToFetch(origin: string, files: readonly string[]): Promise<string[]> {
  const answers: string[] = [];
  for (const file of files) {
    const address = `${origin}/${file}`;
    const fetched = await fetch(address).then(
      () => 'yes',
      () => 'no',
    );
    const loaded = await new Promise<string>((done) => {
      const element = Object.assign(document.createElement('link'), {
        rel: 'stylesheet',
        href: address,
        onload: () => done('yes'),
        onerror: () => done('no'),
      });
      document.head.append(element);
    });
    answers.push(`${file} fetch: ${fetched}`, `${file} load: ${loaded}`);
  }
  return answers;
}
