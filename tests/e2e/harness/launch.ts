/**
 * The built extension in a real browser, offline: whatever is asked of another host than this
 * machine is refused and remembered.
 */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../../../lib/tools/browsers/candidates';
import { createDriver, type ExtensionDriver } from '../../../lib/tools/browsers/extension-driver';
import { startBrowser } from '../../../lib/tools/browsers/start-browser';
import { startRefusingProxy } from '../../../lib/tools/refusing-proxy';
import type { StaticServer } from '../../../lib/tools/static-server';
import { servePages } from './serve-pages';

const VIEWPORT = { width: 1100, height: 800 };
/** A little more than the popover takes to appear. */
const FADE_MS = 150;
const PICTURES = 'tests/output/e2e';

export interface E2eDriver extends Omit<ExtensionDriver, 'shot'> {
  readonly server: StaticServer;
  /** Other hosts that anything tried to reach, pages and the browser itself included. */
  readonly outsideAttempts: readonly string[];
  /** Address of a fixture page; with a site name, the same page on another site. */
  url(path: string, site?: string): string;
  /** Saves tests/output/e2e/BROWSER-NAME.png. */
  shot(page: Page, name: string): Promise<string>;
}

export interface E2eOptions {
  /** A folder to keep the profile in, to start the browser again with what it stored. */
  readonly profile?: string;
  /** The browser’s language; else English, which the stories read. */
  readonly language?: string;
  /** The page that opens on install stays. */
  readonly keepWelcome?: boolean;
  /** Another build than the usual one: see alterBuild. */
  readonly build?: string;
}

export async function launch(name: BrowserName, options: E2eOptions = {}): Promise<E2eDriver> {
  const server = await servePages();
  const proxy = await startRefusingProxy();
  const browser = await startBrowser(name, {
    headless: true,
    proxyPort: proxy.port,
    viewport: VIEWPORT,
    language: 'en-US',
    say: (line) => console.log(`[${name}] ${line}`),
    ...options,
  });
  const driver = await createDriver(browser);
  return {
    ...driver,
    server,
    outsideAttempts: proxy.attempts,
    url: (path, site) => `${server.origin(site)}/${path}`,
    async shot(page, picture) {
      const file = join(PICTURES, `${name}-${picture}.png`);
      // The popover fades in.
      await new Promise((done) => setTimeout(done, FADE_MS));
      await driver.shot(page, file);
      return file;
    },
    async close() {
      await driver.close();
      await Promise.all([server.close(), proxy.close()]);
    },
  };
}
