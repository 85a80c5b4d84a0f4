import { afterAll, beforeAll, describe } from 'vitest';
import type { BrowserName } from '../../../lib/tools/browsers/candidates';
import { type E2eDriver, type E2eOptions, launch } from './launch';

const LAUNCH_TIMEOUT_MS = 90_000;

/**
 * For a story whose main way another one goes in both browsers: in Chromium, and in Firefox where
 * E2E_BROWSER asks for that, since each minute of Firefox is one of every run.
 */
export const MAINLY_CHROMIUM: readonly BrowserName[] = [
  process.env['E2E_BROWSER'] === 'firefox' ? 'firefox' : 'chromium',
];

/**
 * Tells the same story in Chromium and in Firefox, one browser for the whole story. E2E_BROWSER
 * names one of them, to run that one alone.
 */
export function inBrowsers(
  title: string,
  story: (driver: () => E2eDriver, browser: BrowserName) => void,
  browsers: readonly BrowserName[] = ['chromium', 'firefox'],
  optionsFor: (browser: BrowserName) => E2eOptions = () => ({}),
): void {
  const only = process.env['E2E_BROWSER'];
  for (const browser of browsers) {
    describe.skipIf(only !== undefined && only !== '' && only !== browser)(
      `${title} (${browser})`,
      () => {
        let driver: E2eDriver | undefined;
        beforeAll(async () => {
          driver = await launch(browser, optionsFor(browser));
        }, LAUNCH_TIMEOUT_MS);
        afterAll(() => driver?.close(), LAUNCH_TIMEOUT_MS);
        story(() => {
          if (!driver) throw new Error('the browser did not start');
          return driver;
        }, browser);
      },
    );
  }
}
