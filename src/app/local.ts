/** Starts the app in a local Slack, on this machine alone: what `npm start` does where there are no tokens. */
import { join } from 'node:path';
import { stdin } from 'node:process';
import { AppFailure, startPlayground, usualNames, type GivenToApp, type Playground } from 'local-slack';
import type { Config } from '#src/platform/settings/config.ts';
import type { Environment } from '#src/platform/settings/environment.ts';
import { StartError } from '#src/platform/errors.ts';
import { COMMANDS } from '#src/slack/commands/commands.ts';
import { buildManifest } from '#src/slack/setup/manifest.ts';
import { OPTIONAL_SCOPES } from '#src/slack/setup/subscriptions.ts';

const ENTRY = join(import.meta.dirname, '../main.ts');
const CODE = join(import.meta.dirname, '..');

/** Below `STATE_DIR`: what the app keeps in a local Slack, whose "Start over" empties it, apart from a real bot's. */
const LOCAL_STATE = 'local-slack';

/**
 * @param env The environment that the app is given too, but for what ties it to a real workspace.
 * @param watched Starts the app anew whenever its code, data or FAQ changes, as `npm run dev` does.
 * @throws StartError Where the app ends before it can answer.
 */
export async function startLocal(
  { port, charts, dataDir, faqDir, stateDir }: Config,
  env: Environment,
  watched: boolean,
): Promise<Playground> {
  const kept = join(stateDir, LOCAL_STATE);
  const publicUrl = charts.way === 'self' ? { PUBLIC_URL: charts.publicUrl } : {};
  try {
    return await startPlayground({
      port,
      entry: ENTRY,
      env: (given) => ({ LOG_LEVEL: 'warn', ...env, ...publicUrl, ...tiedToLocal(given, kept) }),
      passedOn: ['/mcp', '/chart'],
      stateDir: kept,
      manifest: buildManifest(COMMANDS, Object.keys(OPTIONAL_SCOPES)),
      interactive: stdin.isTTY,
      watch: watched ? [CODE, dataDir, faqDir] : [],
    });
  } catch (error) {
    if (!(error instanceof AppFailure)) throw error;
    const problem = { subject: 'The app', reason: error.what, fix: 'What it said stands above.' };
    throw new StartError([problem], { cause: error });
  }
}

/** What is set for the app over anything that the environment or `.env` says. */
function tiedToLocal(given: GivenToApp, stateDir: string): Environment {
  return {
    ...usualNames(given),
    // Blank, not absent: the app reads `.env` too, for what is not set.
    SLACK_APP_TOKEN: '',
    LISTEN_HOST: '127.0.0.1',
    // What a real bot keeps is never opened from here, let alone emptied.
    STATE_DIR: stateDir,
    DATABASE_URL: '',
  };
}
