/** Finds the browsers that this machine has, ours to try one after another. */
import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { type BrowserName, browserCandidates, type Machine } from './candidates';
import { downloadedBrowsers, isRoot } from './download-browser';

const VERSION_TIMEOUT_MS = 20_000;

export interface FoundBrowser {
  readonly name: BrowserName;
  readonly path: string;
  /** As the program says it: “Chromium 140.0.7339.80”. */
  readonly version: string;
}

export function thisMachine(): Machine {
  return { platform: process.platform, env: process.env, home: homedir() };
}

/** Installed ones first, then those that an earlier run downloaded. Each program once. */
export function findBrowsers(name: BrowserName, machine: Machine = thisMachine()): FoundBrowser[] {
  const seen = new Set<string>();
  const paths = [...browserCandidates(name, machine), ...downloadedBrowsers(name)];
  return paths.flatMap((path) => {
    if (!existsSync(path)) return [];
    const real = realpathSync(path);
    if (seen.has(real) || isSnapStub(path, real)) return [];
    seen.add(real);
    const version = versionOf(path, machine.platform);
    return version === null ? [] : [{ name, path, version }];
  });
}

/** For tests that need a browser but not the extension. Throws where there is none. */
export function findChromium(): FoundBrowser & { readonly args: readonly string[] } {
  const [found] = findBrowsers('chromium');
  if (!found) throw new Error('no Chromium is installed; `npm start` installs one');
  return { ...found, args: sandboxArgs() };
}

/** Chromium refuses to start as root otherwise, as in most containers. */
export function sandboxArgs(): string[] {
  return isRoot() ? ['--no-sandbox'] : [];
}

/**
 * Ubuntu's packages `chromium` and `firefox` are scripts that install or start a snap, which sees
 * neither our temporary profile nor the built extension.
 */
export function isSnapStub(path: string, real: string): boolean {
  if (real.startsWith('/snap/') || real === '/usr/bin/snap') return true;
  const start = readStart(path);
  return start.startsWith('#!') && /\/snap\/|snap install|\bsnap run\b/.test(start);
}

function readStart(path: string): string {
  const bytes = Buffer.alloc(4096);
  const file = openSync(path, 'r');
  try {
    return bytes.toString('latin1', 0, readSync(file, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(file);
  }
}

/** Null where the program does not start. On Windows browsers do not answer and open a window. */
function versionOf(path: string, platform: NodeJS.Platform): string | null {
  if (platform === 'win32') return path;
  try {
    const options = { encoding: 'utf8', timeout: VERSION_TIMEOUT_MS, stdio: 'pipe' } as const;
    return execFileSync(path, ['--version'], options).trim().split('\n').at(-1) ?? path;
  } catch {
    return null;
  }
}
