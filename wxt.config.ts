import preact from '@preact/preset-vite';
import { defineConfig, type UserManifest } from 'wxt';
import { bundlePacks } from './lib/tools/data/bundle-packs';
import { buildPageScripts } from './lib/tools/page-scripts';
import { withoutInnerHtml } from './lib/tools/without-inner-html';

type ContentScript = NonNullable<UserManifest['content_scripts']>[number];

/** Extension pages may load nothing but our own files and talk to nobody. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * A plain script and not one of WXT's content scripts: their context announces itself by an
 * event on the page's document, by which any page could detect us.
 */
const CONTENT_SCRIPT: ContentScript = {
  matches: ['<all_urls>'],
  js: ['content-script.js'],
  all_frames: true,
  // about:blank, srcdoc, data: and blob: frames follow the page that made them.
  match_origin_as_fallback: true,
  run_at: 'document_idle',
};

/** Chromium keeps Alt+Shift+N and Alt+Shift+P for its tab groups and would leave them unassigned. */
const COMMANDS = {
  _execute_action: { description: '__MSG_command_open__' },
  'toggle-site': {
    suggested_key: { default: 'Alt+Shift+G' },
    description: '__MSG_command_toggle_site__',
  },
  'next-mention': {
    suggested_key: { default: 'Alt+Shift+J' },
    description: '__MSG_command_next__',
  },
  'previous-mention': {
    suggested_key: { default: 'Alt+Shift+K' },
    description: '__MSG_command_previous__',
  },
  // The fourth: Chromium assigns the keys of no more than four.
  clip: {
    suggested_key: { default: 'Alt+Shift+C' },
    description: '__MSG_clip_menu__',
  },
};

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  publicDir: 'assets/public',
  hooks: {
    ...bundlePacks,
    async 'vite:build:extendConfig'(entrypoints, config) {
      await bundlePacks['vite:build:extendConfig']?.(entrypoints, config);
      await buildPageScripts(entrypoints, config);
    },
  },
  vite: () => ({ plugins: [preact(), withoutInnerHtml()] }),
  manifest: ({ browser, command }): UserManifest => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'contextMenus', 'activeTab'],
    host_permissions: ['<all_urls>'],
    incognito: 'spanning',
    action: { default_title: '__MSG_extension_name__' },
    omnibox: { keyword: 'gl' },
    commands: COMMANDS,
    content_scripts: [CONTENT_SCRIPT],
    // The development server loads scripts from its own port; WXT then sets the policy.
    ...(command === 'build' && {
      content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    }),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'glossator@glossator.example',
              strict_min_version: '146.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '123' }),
  }),
  zip: {
    zipSources: true,
    artifactTemplate: '{{name}}-{{version}}-{{browser}}.zip',
    sourcesTemplate: '{{name}}-{{version}}-sources.zip',
    // Only what the build reads; `npm ci && npm run zip` repeats it.
    includeSources: ['.npmrc'],
    excludeSources: ['tests/**', 'assets/store/**', '.output/**', '.wxt/**', 'coverage/**'],
  },
});
