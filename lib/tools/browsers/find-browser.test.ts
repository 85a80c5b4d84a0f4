import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { browserCandidates, type Machine } from './candidates';
import { findBrowsers } from './find-browser';

const folder = mkdtempSync(join(tmpdir(), 'glossator-finder-'));
afterAll(() => rmSync(folder, { recursive: true }));

function program(name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, script);
  chmodSync(path, 0o755);
  return path;
}

const linux: Machine = { platform: 'linux', env: {}, home: '/home/reader' };

describe('browserCandidates', () => {
  test.each<[string, Machine, string]>([
    ['Linux', linux, '/usr/bin/chromium'],
    ['a folder of PATH', { ...linux, env: { PATH: '/opt/bin:.' } }, '/opt/bin/google-chrome'],
    [
      'macOS',
      { ...linux, platform: 'darwin' },
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    [
      'Windows',
      { ...linux, platform: 'win32', env: { PROGRAMFILES: String.raw`C:\Program Files` } },
      String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
    ],
  ])('%s', (_name, machine, path) => {
    expect(browserCandidates('chromium', machine)).toContain(path);
  });

  test('Chromium comes before branded Chrome, what the environment names before both', () => {
    const env = { CHROMIUM_PATH: '/opt/own/chrome' };
    const paths = browserCandidates('chromium', { ...linux, env });
    expect(paths[0]).toBe('/opt/own/chrome');
    expect(paths.indexOf('/usr/bin/chromium')).toBeLessThan(
      paths.indexOf('/usr/bin/google-chrome'),
    );
    expect(browserCandidates('firefox', { ...linux, env })).not.toContain('/opt/own/chrome');
  });
});

describe.skipIf(process.platform === 'win32')('findBrowsers', () => {
  const pathOf = (path: string): Machine => ({ ...linux, env: { CHROMIUM_PATH: path } });
  const found = (path: string): boolean =>
    findBrowsers('chromium', pathOf(path)).some((browser) => browser.path === path);

  test.each<[string, string, boolean]>([
    ['a program that says its version', '#!/bin/sh\necho Chromium 150.0\n', true],
    ['a program that does not start', '#!/bin/sh\nexit 1\n', false],
    [
      'a snap stub',
      '#!/bin/sh\nif ! [ -x /snap/bin/chromium ]; then echo please snap install chromium; fi\n',
      false,
    ],
  ])('%s', (name, script, expected) => {
    expect(found(program(name.replaceAll(' ', '-'), script))).toBe(expected);
  });

  test('a path that is not there', () => {
    expect(found(join(folder, 'nothing'))).toBe(false);
  });
});
