/**
 * Drives a browser in which the extension runs, the same way in Chromium and in Firefox: opens
 * pages, rests the pointer on words, looks at what is marked and at the popover.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { FrameReport } from '../../messaging/page-port';
import { type ExtensionBrowser, openExtensionPage } from './launch-with-extension';

/** Where the pointer waits between two hovers, away from any text. CSS pixels. */
const ASIDE = { x: 2, y: 2 };
const POLL_MS = 50;
const DEFAULT_TIMEOUT_MS = 10_000;

/** What a reader sees of an open popover. */
export interface PopoverView {
  readonly text: string;
  /** In the viewport of its frame, CSS pixels. */
  readonly box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
}

export interface ExtensionDriver extends ExtensionBrowser {
  /** Opens the address in a new tab in front and waits until it has loaded. */
  open(url: string): Promise<Page>;
  /** The toolbar popup in a tab of its own, as if opened over the page. */
  openPopupFor(page: Page): Promise<Page>;
  /** Another page of the extension, by its path: `options.html`. */
  openExtensionPage(path: string): Promise<Page>;
  tabIdOf(page: Page): Promise<number>;
  /** Runs in our isolated world of the page’s top frame; arguments and result are JSON. */
  inContentWorld<A extends readonly unknown[], R>(
    page: Page,
    func: (...args: A) => R,
    ...args: A
  ): Promise<Awaited<R>>;
  /** Runs in a page of the extension, with its APIs as `browser`. The function must be self-contained. */
  inExtension<A extends readonly unknown[], R>(
    func: (...args: A) => R,
    ...args: A
  ): Promise<Awaited<R>>;
  /** The words that are marked in the page’s top frame, part by part, as the page’s scripts see it. */
  marks(page: Page): Promise<string[]>;
  /** What the page’s frame tells the toolbar popup. */
  report(page: Page): Promise<FrameReport | null>;
  /** Rests the pointer on the nth place (from 0) where the text stands; the page scrolls there. */
  hover(page: Page, text: string, nth?: number): Promise<void>;
  /** Moves the pointer to where there is nothing. */
  moveAside(page: Page): Promise<void>;
  /** Null while none is open. */
  popover(page: Page): Promise<PopoverView | null>;
  waitForMarks(page: Page, wanted?: string): Promise<string[]>;
  waitForPopover(page: Page, wanted?: string): Promise<PopoverView>;
  waitForNoPopover(page: Page): Promise<void>;
  shot(page: Page, file: string): Promise<void>;
}

/** Polls until the probe gives something; throws with the description when the time is up. */
export async function waitFor<T>(
  description: string,
  probe: () => Promise<T | null | undefined | false>,
  timeoutMs = DEFAULT_TIMEOUT_MS,
): Promise<T> {
  for (const deadline = Date.now() + timeoutMs; ; ) {
    const found = await probe();
    if (found !== null && found !== undefined && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`timed out waiting for ${description}`);
    await new Promise((done) => setTimeout(done, POLL_MS));
  }
}

export async function createDriver(base: ExtensionBrowser): Promise<ExtensionDriver> {
  const { browser, origin } = base;
  /** A page of ours that stays open in the background, for the extension's APIs. */
  const bridge = await openExtensionPage(browser, `${origin}/popup.html?tab=-1`);
  const tabIds = new WeakMap<Page, number>();

  const inExtension: ExtensionDriver['inExtension'] = (func, ...args) =>
    bridge.evaluate(callText(func, args)) as never;

  async function tabIdOf(page: Page): Promise<number> {
    const known = tabIds.get(page);
    if (known !== undefined) return known;
    await page.bringToFront();
    const id = await waitFor('the tab in front', () => inExtension(frontTab));
    tabIds.set(page, id);
    return id;
  }

  const inContentWorld: ExtensionDriver['inContentWorld'] = async (page, func, ...args) => {
    const tab = await tabIdOf(page);
    const call = callText(func, args);
    // Written as text, because the function has to be one of the extension page's own.
    return bridge.evaluate(`(globalThis.browser ?? globalThis.chrome).scripting
      .executeScript({ target: { tabId: ${tab} }, func: () => ${call} })
      .then(([frame]) => frame.result)`) as never;
  };

  const marks = (page: Page): Promise<string[]> => page.evaluate(readMarks);
  const popover = (page: Page): Promise<PopoverView | null> => inContentWorld(page, readPopover);

  return {
    ...base,
    inExtension,
    inContentWorld,
    tabIdOf,
    marks,
    popover,
    openExtensionPage: (path) => openExtensionPage(browser, `${origin}/${path}`),
    async open(url) {
      const page = await browser.newPage();
      await page.goto(url);
      await tabIdOf(page);
      return page;
    },
    async openPopupFor(page) {
      return openExtensionPage(browser, `${origin}/popup.html?tab=${await tabIdOf(page)}`);
    },
    async report(page) {
      return inExtension(readReport, await tabIdOf(page));
    },
    async hover(page, text, nth = 0) {
      await page.bringToFront();
      const point = await page.evaluate(pointOn, text, nth);
      if (point === null) throw new Error(`the page does not show “${text}”`);
      await page.mouse.move(point.x - 3, point.y);
      await page.mouse.move(point.x, point.y);
    },
    moveAside: (page) => page.mouse.move(ASIDE.x, ASIDE.y),
    waitForMarks(page, wanted) {
      return waitFor(`“${wanted ?? 'any name'}” to be marked`, async () => {
        const found = await marks(page).catch(whileNavigating);
        return (wanted === undefined ? found.length > 0 : found.includes(wanted)) && found;
      });
    },
    waitForPopover(page, wanted = '') {
      return waitFor(`a popover with “${wanted}”`, async () => {
        const view = await popover(page);
        return view?.text.includes(wanted) && view;
      });
    },
    async waitForNoPopover(page) {
      await waitFor('the popover to close', async () => (await popover(page)) === null);
    },
    async shot(page, file) {
      mkdirSync(dirname(file), { recursive: true });
      await page.screenshot({ path: file as `${string}.png` });
    },
    async close() {
      await base.close();
    },
  };
}

/** A call of the function as source text. Compilers wrap inner functions in a helper, `__name`. */
function callText(func: (...args: never[]) => unknown, args: readonly unknown[]): string {
  const values = args.map((arg) => JSON.stringify(arg) ?? 'undefined').join(', ');
  return `((__name, browser) => (${func.toString()})(${values}))((f) => f, globalThis.browser ?? globalThis.chrome)`;
}

// What follows runs inside the browser and can use nothing from outside itself.

/** In a page of the extension. */
declare const browser: typeof import('wxt/browser').browser;

async function frontTab(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id ?? null;
}

function readMarks(): string[] {
  const marked = CSS.highlights.get('glossator-mention');
  if (!marked) return [];
  return [...marked].map(({ startContainer, startOffset, endOffset }) =>
    (startContainer.textContent ?? '').slice(startOffset, endOffset),
  );
}

function readPopover(): PopoverView | null {
  const root: unknown = Reflect.get(globalThis, Symbol.for('glossator.popover.root'));
  if (!(root instanceof ShadowRoot) || !root.host.isConnected) return null;
  const frame = root.firstElementChild;
  if (!(frame instanceof HTMLElement)) return null;
  const { x, y, width, height } = frame.getBoundingClientRect();
  if (width === 0) return null;
  return { text: frame.innerText, box: { x, y, width, height } };
}

function readReport(tab: number): Promise<FrameReport | null> {
  return new Promise((done) => {
    const port = browser.tabs.connect(tab, { name: 'page-mentions', frameId: 0 });
    const timer = setTimeout(() => finish(null), 2000);
    const finish = (report: FrameReport | null): void => {
      clearTimeout(timer);
      port.disconnect();
      done(report);
    };
    port.onMessage.addListener((message: unknown) => finish(message as FrameReport));
    port.onDisconnect.addListener(() => finish(null));
  });
}

/** The middle of the first box of the nth place where the text stands, scrolled into view. */
async function pointOn(text: string, nth: number): Promise<{ x: number; y: number } | null> {
  const range = findRange();
  if (!range) return null;
  const element = range.startContainer.parentElement;
  element?.scrollIntoView({ block: 'center', behavior: 'instant' });
  await new Promise((done) => setTimeout(done, 50));
  const box = range.getClientRects()[0];
  return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null;

  /** Names may be split over several nodes, so nodes are read as one text. */
  function findRange(): Range | null {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      if (!node.parentElement?.closest('script, style, noscript, title')) nodes.push(node);
    }
    const whole = nodes.map((node) => node.data).join('');
    let at = -1;
    for (let n = 0; n <= nth; n++) {
      at = whole.indexOf(text, at + 1);
      if (at < 0) return null;
    }
    const found = document.createRange();
    found.setStart(...place(nodes, at, false));
    found.setEnd(...place(nodes, at + text.length, true));
    return found;
  }

  function place(nodes: readonly Text[], offset: number, isEnd: boolean): [Text, number] {
    let rest = offset;
    for (const node of nodes) {
      if (rest < node.length || (isEnd && rest === node.length)) return [node, rest];
      rest -= node.length;
    }
    throw new Error('beyond the text');
  }
}

/** A page that goes elsewhere just now has no marks yet; anything else is an error. */
function whileNavigating(error: unknown): string[] {
  if (String(error).includes('context was destroyed')) return [];
  throw error;
}
