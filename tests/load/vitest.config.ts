/** The tests that measure time, apart from those of truth: with nothing beside, and tried again where the machine was busy. */
import { defineConfig, mergeConfig } from 'vitest/config';
import { BROWSER } from '../../vitest.config.ts';

export default mergeConfig(
  { test: BROWSER },
  defineConfig({
    test: { include: ['tests/load/*.test.ts'], retry: 2, maxWorkers: 1 },
  }),
);
