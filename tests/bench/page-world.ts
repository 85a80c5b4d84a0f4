/** Chromium without the extension, and code of ours in an isolated world as content scripts have. */
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { findChromium } from '../../lib/tools/browsers/find-browser';
import { startRefusingProxy } from '../../lib/tools/refusing-proxy';

const VIEWPORT = { width: 1100, height: 800 };
/** mark.js takes its time on the largest pages. */
const PATIENCE_MS = 600_000;

export function findChromiumVersion(): string {
  return findChromium().version;
}

export interface PlainBrowser {
  readonly browser: Browser;
  readonly version: string;
  close(): Promise<void>;
}

export interface PlainOptions {
  /**
   * Code is optimised at once and not beside the running code. Where other programs keep the
   * cores busy, chance would decide else what a warm run is.
   */
  readonly optimiseAtOnce?: boolean;
}

export async function launchPlain(options: PlainOptions = {}): Promise<PlainBrowser> {
  const chromium = findChromium();
  const proxy = await startRefusingProxy();
  const browser = await puppeteer.launch({
    executablePath: chromium.path,
    headless: true,
    protocolTimeout: PATIENCE_MS,
    defaultViewport: VIEWPORT,
    pipe: true,
    args: [
      ...chromium.args,
      '--disable-quic',
      '--disable-background-networking',
      ...(options.optimiseAtOnce ? ['--js-flags=--no-concurrent-recompilation'] : []),
      `--proxy-server=http://127.0.0.1:${proxy.port}`,
    ],
  });
  return {
    browser,
    version: chromium.version,
    async close() {
      await browser.close();
      await proxy.close();
    },
  };
}

/** One page with a bundle in it, which offers functions under the name `glossatorBench`. */
export interface PageWorld<Api> {
  readonly page: Page;
  /** Opens the address and puts the bundle in. */
  open(url: string): Promise<void>;
  /** Puts the bundle in once more, in a world of its own where nothing has run yet. */
  enter(): Promise<void>;
  call<K extends keyof Api & string>(
    name: K,
    ...args: Api[K] extends (...args: infer A) => unknown ? A : never
  ): Promise<Api[K] extends (...args: never[]) => infer R ? Awaited<R> : never>;
  readonly session: CDPSession;
}

export async function createPageWorld<Api>(
  browser: Browser,
  code: string,
): Promise<PageWorld<Api>> {
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  let contextId = 0;
  let worlds = 0;

  async function evaluate(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  }

  async function enter(): Promise<void> {
    const { frameTree } = await session.send('Page.getFrameTree');
    const world = await session.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: `bench ${++worlds}`,
    });
    contextId = world.executionContextId;
    await evaluate(code);
  }

  return {
    page,
    session,
    enter,
    async open(url) {
      await page.goto(url, { waitUntil: 'load', timeout: PATIENCE_MS });
      await enter();
    },
    call: (name, ...args) =>
      evaluate(
        `glossatorBench.${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`,
      ) as never,
  };
}
