/**
 * Scripts that run in pages get the browser's own API object instead of the polyfill: see
 * lib/messaging/native-browser.ts.
 */
import { resolve } from 'node:path';
import type { WxtHooks } from 'wxt';

const PAGE_SCRIPTS = new Set(['content-script', 'popover']);
const NATIVE = resolve('lib/messaging/native-browser.ts');

type ExtendConfig = NonNullable<WxtHooks['vite:build:extendConfig']>;

export const useNativeBrowser: ExtendConfig = (entrypoints, config) => {
  if (!entrypoints.every(({ name }) => PAGE_SCRIPTS.has(name))) return;
  config.plugins = [
    {
      name: 'glossator:native-browser',
      enforce: 'pre',
      // Both the name in our sources and what the polyfill's module makes of it.
      resolveId: (id: string) =>
        id === 'wxt/browser' || id.endsWith('webextension-polyfill/browser') ? NATIVE : null,
    },
    ...(config.plugins ?? []),
  ];
};
