import { resolve } from 'node:path';
import { type StaticServer, serveFolders } from '../../../lib/tools/static-server';
import { sharedDir } from './shared-dir';

/**
 * Serves tests/fixtures/pages at the root, packs to import under /packs/, the demo under /demo/ and, where they are there, the
 * saved public pages under /shared/.
 */
export function servePages(): Promise<StaticServer> {
  const shared = sharedDir('pages');
  return serveFolders({
    '': resolve('tests/fixtures/pages'),
    demo: resolve('tests/demo'),
    packs: resolve('tests/fixtures/packs/import'),
    // For the pages that a framework draws.
    vendor: resolve('node_modules/preact/dist'),
    ...(shared === null ? {} : { shared }),
  });
}
