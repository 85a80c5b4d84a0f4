/** What the built extension asks for and holds, as a store's reviewer would look at it. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkPack } from '../../lib/core/facts/check-pack';

const BUILDS = { chromium: '.output/chrome-mv3', firefox: '.output/firefox-mv3' } as const;

function readBuilt(build: string, file: string): string {
  return readFileSync(join(build, file), 'utf8');
}

for (const [browser, build] of Object.entries(BUILDS)) {
  const isBuilt = existsSync(join(build, 'manifest.json'));
  if (!isBuilt) console.log(`skipped: ${build} is not built`);
  describe.skipIf(!isBuilt)(`the extension built for ${browser}`, () => {
    const manifest = isBuilt
      ? (JSON.parse(readBuilt(build, 'manifest.json')) as Record<string, unknown>)
      : {};

    test('asks for what it needs and no more', () => {
      expect(manifest['manifest_version']).toBe(3);
      expect(manifest['permissions']).toEqual([
        ...['storage', 'scripting', 'contextMenus', 'activeTab'],
        ...(browser === 'chromium' ? ['sidePanel'] : []),
      ]);
      expect(manifest['host_permissions']).toEqual(['<all_urls>']);
      expect(manifest).not.toHaveProperty('optional_permissions');
      expect(manifest).not.toHaveProperty('externally_connectable');
      expect(manifest['incognito']).toBe('spanning');
    });

    test('gives pages nothing by which to detect it', () => {
      expect(manifest).not.toHaveProperty('web_accessible_resources');
    });

    test('its pages talk to nobody and run no foreign code', () => {
      const policy = (manifest['content_security_policy'] as Record<string, string>)[
        'extension_pages'
      ];
      const directives = policy?.split('; ') ?? [];
      for (const directive of ["script-src 'self'", "connect-src 'self'", "default-src 'none'"]) {
        expect(directives).toContain(directive);
      }
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
    });

    test('runs one plain script in every frame', () => {
      expect(manifest['content_scripts']).toEqual([
        {
          matches: ['<all_urls>'],
          js: ['content-script.js'],
          all_frames: true,
          match_origin_as_fallback: true,
          run_at: 'document_idle',
        },
      ]);
    });

    test('its shortcuts can be told apart and changed', () => {
      const commands = manifest['commands'] as Record<
        string,
        { description: string; suggested_key?: { default: string } }
      >;
      expect(Object.keys(commands)).toEqual([
        '_execute_action',
        'toggle-site',
        'next-mention',
        'previous-mention',
        'clip',
      ]);
      const keys = Object.values(commands).flatMap(
        (command) => command.suggested_key?.default ?? [],
      );
      // Chromium assigns no more.
      expect(new Set(keys).size).toBe(4);
    });

    test('its sidebar waits to be asked for', () => {
      const sidebar = { default_panel: 'sidepanel.html', open_at_install: false };
      if (browser === 'firefox') expect(manifest['sidebar_action']).toMatchObject(sidebar);
      else expect(manifest['side_panel']).toEqual({ default_path: 'sidepanel.html' });
    });

    test('every file that the manifest names is there', () => {
      const names = JSON.stringify(manifest).match(/[\w/-]+\.(?:js|css|html|png)/g) ?? [];
      expect(names.length).toBeGreaterThan(3);
      for (const name of names) expect(existsSync(join(build, name)), name).toBe(true);
    });

    test('declares the browsers that it was written for', () => {
      if (browser === 'chromium') {
        expect(manifest['minimum_chrome_version']).toBe('123');
        return;
      }
      expect(manifest['browser_specific_settings']).toEqual({
        gecko: {
          id: 'glossator@glossator.example',
          strict_min_version: '146.0',
          data_collection_permissions: { required: ['none'] },
        },
      });
    });

    test('speaks four languages, and English where it has no other', () => {
      expect(manifest['default_locale']).toBe('en');
      expect(readdirSync(join(build, '_locales')).sort()).toEqual(['en', 'ko', 'zh_CN', 'zh_TW']);
      // In the popover's code words would be loaded by pages, and in one language only.
      expect(readBuilt(build, 'popover.js')).not.toContain('Marked because');
    });

    test('holds each pack once, whole, as the background expects it', () => {
      const [file, ...others] = readdirSync(join(build, 'packs'));
      expect(others).toEqual([]);
      expect(file).toBe('china-tech.json');
      const json = readBuilt(build, 'packs/china-tech.json');
      expect(checkPack(JSON.parse(json), { everyClaimHasEvidence: true })).toEqual([]);
      expect(readBuilt(build, 'background.js')).toContain(
        createHash('sha256').update(json).digest('hex'),
      );
    });

    test.each(['content-script.js', 'popover.js', 'density.js'])('%s makes no request', (file) => {
      const code = readBuilt(build, file);
      expect(code).not.toMatch(
        /\bfetch\s*\(|XMLHttpRequest|WebSocket|WebTransport|EventSource|sendBeacon|RTCPeerConnection|new Image\b|new Audio\b|new (?:Shared)?Worker\b|importScripts|\bimport\s*\(/,
      );
      // No element that would load something either.
      expect(code).not.toMatch(/\.(?:src|srcset)\s*=[^=]|\burl\(\s*["']?(?:https?:)?\/\//);
    });
  });
}
