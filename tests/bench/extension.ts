/** The built extension in Chromium, for what only the whole of it can show. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BUILDS } from '../../lib/tools/browsers/launch-with-extension';
import { type E2eDriver, type E2eOptions, launch } from '../e2e/harness/launch';

const SOURCES = ['lib', 'entrypoints', 'assets', 'data/packs', 'wxt.config.ts'];
const MANIFEST = join(BUILDS.chromium, 'manifest.json');

/** Builds the extension where that is not done yet. An older build is used as it is. */
export function ensureBuild(): void {
  if (!existsSync(MANIFEST)) {
    execFileSync('npm', ['run', '--silent', 'build'], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
  }
}

/** Whether sources have changed since the extension was built. */
export function isBuildStale(): boolean {
  return !existsSync(MANIFEST) || newestOf(SOURCES) > statSync(MANIFEST).mtimeMs;
}

export function launchExtension(options: E2eOptions = {}): Promise<E2eDriver> {
  ensureBuild();
  return launch('chromium', options);
}

function newestOf(paths: readonly string[]): number {
  const times = paths.map((path) => {
    if (!statSync(path).isDirectory()) return statSync(path).mtimeMs;
    return newestOf(readdirSync(path).map((name) => join(path, name)));
  });
  return Math.max(0, ...times);
}
