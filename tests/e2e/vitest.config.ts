import { defineConfig } from 'vitest/config';

/** Stories in real browsers with the built extension: `npm run build && npm run build:firefox` first. */
export default defineConfig({
  test: {
    name: 'e2e',
    root: new URL('../..', import.meta.url).pathname,
    include: ['tests/e2e/**/*.test.ts', 'tests/browser/**/*.test.ts'],
    environment: 'node',
    // One browser at a time: stories measure delays and see the tab in front.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 90_000,
  },
});
