import { defineConfig } from 'vitest/config';

/** Unit tests, in Node. Stories in real browsers have tests/e2e/vitest.config.ts. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          setupFiles: ['tests/fixtures/english-messages.ts'],
          include: [
            'lib/**/*.test.{ts,tsx}',
            'entrypoints/**/*.test.ts',
            'tests/build/*.test.ts',
            'tests/recognition/*.test.ts',
          ],
        },
      },
    ],
  },
});
