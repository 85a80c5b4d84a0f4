/** Where browsers are usually installed, in the order in which we try them. */
import { join } from 'node:path';

export type BrowserName = 'chromium' | 'firefox';

/** What the finder needs to know of the machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

const OVERRIDES = { chromium: 'CHROMIUM_PATH', firefox: 'FIREFOX_PATH' } as const;

const COMMANDS = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome-for-testing',
    'chrome',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
  ],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition', 'firefox-nightly'],
} as const;

const MAC_APPS = {
  chromium: [
    'Chromium.app/Contents/MacOS/Chromium',
    'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: [
    'Firefox.app/Contents/MacOS/firefox',
    'Firefox Developer Edition.app/Contents/MacOS/firefox',
    'Firefox Nightly.app/Contents/MacOS/firefox',
  ],
} as const;

const WINDOWS_PROGRAMS = {
  chromium: [
    String.raw`Chromium\Application\chrome.exe`,
    String.raw`Google\Chrome for Testing\chrome.exe`,
    String.raw`Google\Chrome\Application\chrome.exe`,
    String.raw`Microsoft\Edge\Application\msedge.exe`,
  ],
  firefox: [
    String.raw`Mozilla Firefox\firefox.exe`,
    String.raw`Firefox Developer Edition\firefox.exe`,
  ],
} as const;

/** Paths at which the browser may be; most of them do not exist. */
export function browserCandidates(browser: BrowserName, machine: Machine): string[] {
  const override = machine.env[OVERRIDES[browser]];
  const found = installedCandidates(browser, machine);
  return override === undefined || override === '' ? found : [override, ...found];
}

function installedCandidates(browser: BrowserName, { platform, env, home }: Machine): string[] {
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return folders.flatMap((folder) =>
      folder === undefined ? [] : WINDOWS_PROGRAMS[browser].map((file) => `${folder}\\${file}`),
    );
  }
  if (platform === 'darwin') {
    return ['/Applications', join(home, 'Applications')].flatMap((folder) =>
      MAC_APPS[browser].map((app) => join(folder, app)),
    );
  }
  const folders = ['/usr/bin', '/usr/local/bin', ...(env['PATH'] ?? '').split(':')];
  const unique = [...new Set(folders.filter((folder) => folder.startsWith('/')))];
  return COMMANDS[browser].flatMap((command) => unique.map((folder) => join(folder, command)));
}
