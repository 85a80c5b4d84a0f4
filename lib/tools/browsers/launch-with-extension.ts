/**
 * Starts a browser in a profile of its own with the built extension, and makes sure that the
 * extension's background runs before anybody relies on it.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import * as v from 'valibot';
import type { BrowserName } from './candidates';
import { type FoundBrowser, sandboxArgs } from './find-browser';
import { firefoxPreferences } from './firefox-preferences';

const BACKGROUND_TIMEOUT_MS = 15_000;
const WELCOME_TIMEOUT_MS = 5000;
const WELCOME_PATIENCE_MS = 1000;
/** Any will do, as long as it is the same one that the preferences name. */
const FIREFOX_UUID = '6f0a1d7e-4c52-4b9a-9c1e-2f6d8a3b5c40';

export const BUILDS: Readonly<Record<BrowserName, string>> = {
  chromium: '.output/chrome-mv3',
  firefox: '.output/firefox-mv3',
};

export interface LaunchOptions {
  readonly headless: boolean;
  /** Folder of another build than the one in BUILDS. */
  readonly build?: string;
  /** Keeps the profile between starts; else it is temporary. */
  readonly profile?: string;
  /** The browser’s own language, as a tag; else as the machine has it. */
  readonly language?: string;
  /** Port on this machine that answers for every other host, so that nothing goes out. */
  readonly proxyPort?: number;
  /** The page that opens on install stays; else it is closed before it can come to the front. */
  readonly keepWelcome?: boolean;
  /** For headful: as large as the window. */
  readonly viewport?: { width: number; height: number } | null;
}

export interface ExtensionBrowser {
  readonly name: BrowserName;
  readonly version: string;
  readonly browser: Browser;
  /** Of the extension's own pages, without a slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Throws where the browser does not start, takes no extension, or its background does not answer. */
export async function launchWithExtension(
  found: FoundBrowser,
  options: LaunchOptions,
): Promise<ExtensionBrowser> {
  const start = found.name === 'chromium' ? startChromium : startFirefox;
  const { browser, origin } = await start(found, options);
  try {
    await confirmBackground(browser, origin, options);
  } catch (error) {
    await browser.close();
    throw error;
  }
  const { name, version } = found;
  return { name, version, browser, origin, close: () => browser.close() };
}

interface Started {
  readonly browser: Browser;
  readonly origin: string;
}

async function startChromium({ path }: FoundBrowser, options: LaunchOptions): Promise<Started> {
  const browser = await puppeteer.launch({
    executablePath: path,
    headless: options.headless,
    defaultViewport: options.viewport ?? null,
    // Branded Chrome and Edge ignore --load-extension; over a pipe all of them take it.
    pipe: true,
    enableExtensions: [resolve(options.build ?? BUILDS.chromium)],
    // On Linux the environment goes before --lang.
    ...(options.language === undefined
      ? {}
      : { env: { ...process.env, LANGUAGE: options.language.replace('-', '_') } }),
    args: [
      ...sandboxArgs(),
      ...(options.language === undefined ? [] : [`--lang=${options.language}`]),
      '--disable-quic',
      '--disable-background-networking',
      '--disable-search-engine-choice-screen',
      ...(options.proxyPort === undefined
        ? []
        : [`--proxy-server=http://127.0.0.1:${options.proxyPort}`]),
    ],
    ...(options.profile === undefined ? {} : { userDataDir: options.profile }),
  });
  try {
    const worker = await browser.waitForTarget(
      (target) =>
        target.type() === 'service_worker' && target.url().startsWith('chrome-extension:'),
      { timeout: BACKGROUND_TIMEOUT_MS },
    );
    return { browser, origin: `chrome-extension://${new URL(worker.url()).host}` };
  } catch {
    await browser.close();
    throw new Error('its service worker did not start');
  }
}

async function startFirefox({ path }: FoundBrowser, options: LaunchOptions): Promise<Started> {
  const build = resolve(options.build ?? BUILDS.firefox);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: path,
    headless: options.headless,
    defaultViewport: options.viewport ?? null,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: firefoxPreferences({
      extensions: { [geckoIdOf(build)]: FIREFOX_UUID },
      proxyPort: options.proxyPort,
      language: options.language,
    }),
    ...(options.profile === undefined ? {} : { userDataDir: options.profile }),
  });
  try {
    await browser.installExtension(build);
  } catch (error) {
    await browser.close();
    throw error;
  }
  return { browser, origin: `moz-extension://${FIREFOX_UUID}` };
}

const GeckoManifestSchema = v.object({
  browser_specific_settings: v.object({ gecko: v.object({ id: v.string() }) }),
});

function geckoIdOf(build: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8'));
  return v.parse(GeckoManifestSchema, manifest).browser_specific_settings.gecko.id;
}

/** Asks the background for the state of the fact base, from a page of the extension. */
async function confirmBackground(
  browser: Browser,
  origin: string,
  options: LaunchOptions,
): Promise<void> {
  const page = await openExtensionPage(browser, `${origin}/popup.html`);
  const answer = await withTimeout(
    page.evaluate(`(globalThis.browser ?? globalThis.chrome).runtime
      .sendMessage({ call: 'getFactBaseState', params: {} })`),
    BACKGROUND_TIMEOUT_MS,
    'its background did not answer',
  );
  if (answer === undefined || answer === null) throw new Error('its background does not listen');
  await awaitWelcome(page, options);
  await page.close();
}

/**
 * The page that opens by itself in a new profile, as soon as the background has started. Asked of
 * the extension, since puppeteer does not see it in Firefox.
 */
async function awaitWelcome(ours: Page, { profile, keepWelcome }: LaunchOptions): Promise<void> {
  // A profile that is kept may have had the extension before.
  const patience = profile === undefined ? WELCOME_TIMEOUT_MS : WELCOME_PATIENCE_MS;
  const found = `(async (api) => {
    const url = api.runtime.getURL('/welcome.html');
    const tab = (await api.tabs.query({})).find((each) => (each.url || each.pendingUrl) === url);
    if (tab && ${!keepWelcome}) await api.tabs.remove(tab.id);
    return tab !== undefined;
  })(globalThis.browser ?? globalThis.chrome)`;
  for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(50)) {
    if ((await ours.evaluate(found)) === true) return;
  }
}

/**
 * Opens a page of the extension. Firefox swaps the process under the tab, and the promise of the
 * navigation then never settles; the page works all the same.
 */
export async function openExtensionPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  const navigation = page.goto(url).then(
    () => {},
    () => {},
  );
  await Promise.race([navigation, sleep(300)]);
  const isThere = 'location.href !== "about:blank" && document.readyState === "complete"';
  for (const deadline = Date.now() + BACKGROUND_TIMEOUT_MS; Date.now() < deadline; ) {
    const ready = await withTimeout(page.evaluate(isThere), 2000, '').catch(() => false);
    if (ready === true) return page;
    await sleep(50);
  }
  throw new Error(`${url} did not open`);
}

function sleep(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

async function withTimeout<T>(work: Promise<T>, ms: number, message: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_done, fail) => {
    timer = setTimeout(() => fail(new Error(message)), ms);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
