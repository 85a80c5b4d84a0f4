import { defineConfig } from 'vitest/config';

/** Stories in real browsers with the built extension: `npm run build && npm run build:firefox` first. */
export default defineConfig({
  test: {
    name: 'e2e',
    root: new URL('../..', import.meta.url).pathname,
    include: ['tests/e2e/**/*.test.ts', 'tests/browser/**/*.test.ts'],
    environment: 'node',
    // Each story has a browser of its own; two at a time keep two cores busy without making the
    // delays that some of them measure meaningless.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 90_000,
  },
});
