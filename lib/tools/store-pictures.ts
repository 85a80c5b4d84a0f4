/**
 * Takes the pictures that the README and the store listings show from what the tests made:
 *
 *   npm run build && npm run e2e -- tests/e2e/pictures.test.ts tests/e2e/page-pictures.test.ts
 *   npm run pictures
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const MADE = 'tests/output/pictures';
const SHOWN = 'assets/store/pictures';

/** By the name under which it is shown: the tests' picture, 1280 × 800 but for the panel alone. */
const PICTURES: Readonly<Record<string, string>> = {
  'welcome-light.png': 'chromium-welcome-light.png',
  'popover-light.png': 'chromium-popover-company-light.png',
  'popover-dark.png': 'chromium-popover-company-dark.png',
  'conflict-light.png': 'chromium-popover-conflict-light.png',
  'garbled-light.png': 'chromium-popover-garbled-name-light.png',
  'pinned-light.png': 'chromium-cards-kept-light.png',
  'popup-names-light.png': 'chromium-page-and-panel-names-light.png',
  'popup-briefing-light.png': 'chromium-panel-briefing-light.png',
  'popup-search-light.png': 'chromium-page-and-panel-search-light.png',
  'library-light.png': 'chromium-library-name-light.png',
  'timeline-light.png': 'chromium-library-timeline-light.png',
  'settings-light.png': 'chromium-settings-light.png',
  'packs-light.png': 'chromium-packs-light.png',
  'clip-light.png': 'chromium-clip-light.png',
};

mkdirSync(SHOWN, { recursive: true });
for (const [shown, made] of Object.entries(PICTURES)) {
  copyFileSync(join(MADE, made), join(SHOWN, shown));
  console.log(`${join(SHOWN, shown)} from ${made}`);
}
