/** What ships as learned of the FAQ is what is learned of it, so that a start learns nothing. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

test('npm run learn:faq makes the shipped file again, to the last digit', { timeout: 120_000 }, async () => {
  // In a process of its own, as the command runs: nothing that another test did is in its memory.
  const { stdout } = await promisify(execFile)('node', ['src/cli/learn/learn-faq.ts', '--check']);
  expect(stdout).toContain('faq-model.bin');
});
