import type { BrowserName } from './candidates';
import { installBrowser } from './download-browser';
import { type FoundBrowser, findBrowsers } from './find-browser';
import {
  type ExtensionBrowser,
  type LaunchOptions,
  launchWithExtension,
} from './launch-with-extension';

export interface StartOptions extends LaunchOptions {
  /** Told in one line what was chosen, passed over or installed. */
  readonly say: (line: string) => void;
}

/**
 * The first browser in which the extension runs: of those that are there, else of what can be
 * installed. Throws with the reasons where there is none.
 */
export async function startBrowser(
  name: BrowserName,
  options: StartOptions,
): Promise<ExtensionBrowser> {
  const reasons: string[] = [];
  const started = await tryEach(findBrowsers(name), options, reasons);
  if (started) return started;
  const passedOver = reasons.map((reason) => `; ${reason}`).join('');
  options.say(`no usable ${name} is installed${passedOver}`);
  options.say(installBrowser(name));
  const tried = new Set(reasons);
  const second = await tryEach(findBrowsers(name), options, reasons);
  if (second) return second;
  throw new Error(
    `no ${name} runs the extension:\n${[...new Set([...tried, ...reasons])].join('\n')}`,
  );
}

async function tryEach(
  browsers: readonly FoundBrowser[],
  options: StartOptions,
  reasons: string[],
): Promise<ExtensionBrowser | null> {
  for (const found of browsers) {
    try {
      const started = await launchWithExtension(found, options);
      options.say(`using ${found.version} (${found.path})`);
      return started;
    } catch (error) {
      reasons.push(`${found.path}: ${(error as Error).message}`);
    }
  }
  return null;
}
