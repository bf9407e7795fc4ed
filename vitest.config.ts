import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/longest-first.ts';

/** The processes that tests start load the code from a cache of it, compiled: half of what a start costs is loading. */
const env = { NODE_COMPILE_CACHE: join(import.meta.dirname, '.lodestone/cache/code') };

/** What tests in a browser need. */
export const BROWSER = {
  env,
  // A browser, the product and its app beside: on a busy machine a start alone takes ten seconds.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // What comes late is no fault where a test does not measure time.
  expect: { poll: { timeout: 30_000, interval: 20 } },
  // Inflates the browser and starts it, when a test wants it.
  globalSetup: ['tests/app/browser/set-up.ts'],
};

export default defineConfig({
  test: {
    // Much of what the tests do is waiting for processes: two workers a core (the default is one fewer in all) keep two cores busy.
    maxWorkers: 4,
    // Of tests in one file that wait for processes: while one waits for a clock, another starts.
    maxConcurrency: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'node',
          env,
          // What is shared between files is code alone: loading it once a worker saves a fifth of the time.
          isolate: false,
          // Many start processes, which on a busy machine take ten times as long.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          setupFiles: ['tests/fewer-cases.ts'],
          include: ['tests/**/*.test.ts', 'packages/*/tests/**/*.test.ts'],
          exclude: ['tests/app/browser/**', 'tests/load/**'],
        },
      },
      { test: { ...BROWSER, name: 'browser', isolate: false, include: ['tests/app/browser/**/*.test.ts'] } },
    ],
  },
});
