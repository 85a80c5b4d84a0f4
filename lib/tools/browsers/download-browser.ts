/**
 * Where no browser is installed: apt on Debian as root, elsewhere Playwright's build of Chromium
 * or Mozilla's of Firefox. Nothing is fetched before it is needed.
 */
import { execFileSync, type StdioOptions } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName } from './candidates';

const PLAYWRIGHT = 'playwright@1.65.1';
/** Playwright’s own Firefox is a changed one that loads no extension. */
const PUPPETEER_BROWSERS = '@puppeteer/browsers@2.13.2';
const APT_PACKAGES = { chromium: 'chromium', firefox: 'firefox-esr' } as const;

/** Standard output may be somebody's data; what installers say goes to standard error. */
const STDIO: StdioOptions = ['ignore', process.stderr, process.stderr];

/** Installs it and says in one line from where. Throws where that fails. */
export function installBrowser(name: BrowserName): string {
  if (isRoot() && isDebian()) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['update'], { stdio: STDIO, env });
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', APT_PACKAGES[name]], {
      stdio: STDIO,
      env,
    });
    return `installed Debian’s ${APT_PACKAGES[name]}`;
  }
  // Playwright knows which system libraries a browser needs; only root may install them.
  const withLibraries = isRoot() && process.platform === 'linux';
  if (name === 'chromium') {
    npx(PLAYWRIGHT, 'install', ...(withLibraries ? ['--with-deps'] : []), 'chromium');
    return `downloaded Chromium by ${PLAYWRIGHT}`;
  }
  if (withLibraries) npx(PLAYWRIGHT, 'install-deps', 'firefox');
  npx(PUPPETEER_BROWSERS, 'install', 'firefox@stable', '--path', ourCache());
  return `downloaded Firefox by ${PUPPETEER_BROWSERS}`;
}

/** Programs that installBrowser has downloaded, the newest first. */
export function downloadedBrowsers(name: BrowserName): string[] {
  const cache = name === 'chromium' ? playwrightCache() : join(ourCache(), 'firefox');
  if (!existsSync(cache)) return [];
  return readdirSync(cache)
    .filter((folder) => name === 'firefox' || /^chromium-\d+$/.test(folder))
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .flatMap((folder) => PROGRAMS[name].map((program) => join(cache, folder, program)));
}

const PROGRAMS = {
  chromium: [
    'chrome-linux64/chrome',
    'chrome-linux/chrome',
    ...['chrome-mac-arm64', 'chrome-mac-x64', 'chrome-mac'].flatMap((folder) => [
      `${folder}/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`,
      `${folder}/Chromium.app/Contents/MacOS/Chromium`,
    ]),
    'chrome-win64/chrome.exe',
    'chrome-win/chrome.exe',
  ],
  firefox: ['firefox/firefox', 'Firefox.app/Contents/MacOS/firefox', 'core/firefox.exe'],
} as const;

function npx(...args: string[]): void {
  const shell = process.platform === 'win32';
  execFileSync('npx', ['--yes', ...args], { stdio: STDIO, shell });
}

function playwrightCache(): string {
  const set = process.env['PLAYWRIGHT_BROWSERS_PATH'];
  if (set !== undefined && set !== '' && set !== '0') return set;
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches/ms-playwright');
  if (process.platform !== 'win32') return join(homedir(), '.cache/ms-playwright');
  return join(process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData/Local'), 'ms-playwright');
}

function ourCache(): string {
  return join(homedir(), '.cache', 'glossator-browsers');
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function isDebian(): boolean {
  const file = '/etc/os-release';
  return existsSync(file) && /^ID="?debian"?$/m.test(readFileSync(file, 'utf8'));
}
