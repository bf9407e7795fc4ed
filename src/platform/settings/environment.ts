/** The environment, with what `.env` in the working folder adds to it: every command starts here, and nothing else reads either. */
import { existsSync } from 'node:fs';
import { StartError } from '#src/platform/errors.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What is set for this process; a variable that is set already is not changed by `.env`.
 * @throws StartError where there is a `.env` that can't be read
 */
export function readEnvironment(): Environment {
  try {
    if (existsSync('.env')) process.loadEnvFile('.env');
  } catch (cause) {
    const fix = 'Make it a file that this user may read, or move it away to run without it.';
    throw new StartError([{ subject: '.env', reason: 'can’t be read', fix }], { cause });
  }
  return process.env;
}
