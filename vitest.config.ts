import { defineConfig } from 'vitest/config';

const shared = { testTimeout: 20_000, hookTimeout: 30_000 };

export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: 'node', include: ['tests/**/*.test.ts'], exclude: ['tests/browser/**'] } },
      {
        test: {
          ...shared,
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          // A browser has much to do beside: what comes late is no fault where a test does not measure time.
          expect: { poll: { timeout: 15_000, interval: 20 } },
          // Inflates the browser and starts it, when a test wants it.
          globalSetup: ['tests/browser/set-up.ts'],
        },
      },
    ],
  },
});
