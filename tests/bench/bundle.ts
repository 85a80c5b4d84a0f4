/** What runs inside pages, bundled and minified as in production. */
import { resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';

export interface BundleOptions {
  /** Takes the place of lib/page/slices.ts; relative to in-page/. */
  readonly slices?: 'slices-at-once' | 'slices-measured';
  readonly minify?: boolean;
}

const IN_PAGE = resolve('tests/bench/in-page');

/** With limit B in a bundle of its own before it. */
export async function bundleWithLimits(
  entry: string,
  options: BundleOptions = {},
): Promise<string> {
  return `${await bundle('limit-b-entry', options)}\n${await bundle(entry, options)}`;
}

export async function bundle(entry: string, options: BundleOptions = {}): Promise<string> {
  const { slices, minify = true } = options;
  const result = await build({
    entryPoints: [resolve(IN_PAGE, `${entry}.ts`)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome123',
    minify,
    plugins: slices === undefined ? [] : [replaceSlices(resolve(IN_PAGE, `${slices}.ts`))],
  });
  return result.outputFiles[0]?.text ?? '';
}

function replaceSlices(path: string): Plugin {
  return {
    name: 'replace-slices',
    setup({ onResolve }) {
      // Only as the page layer's own files write it; ours reaches the original by a longer path.
      onResolve({ filter: /^\.\/slices$/ }, () => ({ path }));
    },
  };
}
