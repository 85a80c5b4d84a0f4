import { resolve } from 'node:path';
import { build } from 'esbuild';
import type { ExtensionDriver } from '../../../lib/tools/browsers/extension-driver';

/** Stores so many generated names, and some chosen ones, as a large list of the extension. */
export async function storeLargeList(
  driver: Pick<ExtensionDriver, 'openExtensionPage'>,
  count: number,
  extra: readonly string[] = [],
): Promise<number> {
  const bundle = await build({
    entryPoints: [resolve('tests/e2e/harness/large-list-entry.ts')],
    alias: { 'wxt/browser': resolve('lib/messaging/native-browser.ts') },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome123',
  });
  const page = await driver.openExtensionPage('popup.html?tab=-1');
  try {
    await page.evaluate(bundle.outputFiles[0]?.text ?? '');
    const call = `storeLargeList(${count}, ${JSON.stringify(extra)})`;
    return Number(await page.evaluate(call));
  } finally {
    await page.close();
  }
}
