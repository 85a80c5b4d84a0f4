/**
 * Takes the pictures that the README and the store listings show from what the tests made:
 *
 *   npm run e2e -- tests/e2e/pictures.test.ts && npm run pictures
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const MADE = 'tests/output/pictures';
const SHOWN = 'assets/store/pictures';

/** By the name under which it is shown: the test's picture, 1280 × 800. */
const PICTURES: Readonly<Record<string, string>> = {
  'popover-light.png': 'chromium-popover-company-light.png',
  'popover-dark.png': 'chromium-popover-company-dark.png',
  'conflict-light.png': 'chromium-popover-conflict-light.png',
  'garbled-light.png': 'chromium-popover-garbled-name-light.png',
  'popup-names-light.png': 'chromium-page-and-panel-names-light.png',
  'popup-search-light.png': 'chromium-page-and-panel-search-light.png',
};

mkdirSync(SHOWN, { recursive: true });
for (const [shown, made] of Object.entries(PICTURES)) {
  copyFileSync(join(MADE, made), join(SHOWN, shown));
  console.log(`${join(SHOWN, shown)} from ${made}`);
}
