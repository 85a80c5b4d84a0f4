/** What every page has to take in before anything is hovered stays small. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BUILDS } from '../../lib/tools/browsers/launch-with-extension';
import { injectedFiles } from '../bench/injected-bytes';

/** Script and style together, gzip -9. */
const MAX_BYTES = 15_000;

for (const [browser, build] of Object.entries(BUILDS)) {
  const isBuilt = existsSync(join(build, 'manifest.json'));
  if (!isBuilt) console.log(`skipped: ${build} is not built`);
  test.skipIf(!isBuilt)(`built for ${browser}: at most 15 kB in a page`, () => {
    const files = injectedFiles(build);
    expect(files.map(({ file }) => file)).toEqual(['content-script.js']);
    const total = files.reduce((sum, { gzipped }) => sum + gzipped, 0);
    expect(total).toBeGreaterThan(1000);
    expect(total).toBeLessThanOrEqual(MAX_BYTES);
  });
}
