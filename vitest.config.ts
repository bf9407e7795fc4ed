import { defineConfig } from 'vitest/config';

const shared = { testTimeout: 20_000, hookTimeout: 30_000 };

export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: 'node', include: ['tests/**/*.test.ts'], exclude: ['tests/browser/**'] } },
      {
        test: {
          name: 'browser',
          // A browser, the product and its app beside: on a busy machine a start alone takes ten seconds.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: ['tests/browser/**/*.test.ts'],
          // A browser has much to do beside: what comes late is no fault where a test does not measure time.
          expect: { poll: { timeout: 30_000, interval: 20 } },
          // Inflates the browser and starts it, when a test wants it.
          globalSetup: ['tests/browser/set-up.ts'],
        },
      },
    ],
  },
});
