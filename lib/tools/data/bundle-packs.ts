/**
 * Brings the fact packs into the built extension: one file a pack, copied and never imported,
 * so that the background parses a pack only when its version changed; and their names, versions
 * and hashes as a constant, by which it knows.
 */
import type { WxtHooks } from 'wxt';
import { type CompiledPack, compileBundledPacks } from './compile-pack';

let compiled: readonly CompiledPack[] | undefined;

/** Compiled when the first build step needs them, so that `wxt prepare` never fails on data. */
function packs(): readonly CompiledPack[] {
  compiled ??= compileBundledPacks();
  return compiled;
}

/** The value of `__BUNDLED_PACKS__`. */
function packList(): string {
  return JSON.stringify(
    packs().map(({ pack, file, sha256 }) => ({ id: pack.id, version: pack.version, file, sha256 })),
  );
}

function define(config: { define?: Record<string, unknown> }): void {
  config.define = { ...config.define, __BUNDLED_PACKS__: packList() };
}

export const bundlePacks: Partial<WxtHooks> = {
  'build:publicAssets': (_wxt, files) => {
    for (const { file, json } of packs()) files.push({ relativeDest: file, contents: json });
  },
  'vite:build:extendConfig': (_entrypoints, config) => define(config),
  'vite:devServer:extendConfig': (config) => define(config),
};
