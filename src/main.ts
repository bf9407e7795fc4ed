/** Reads the config, starts the app, or a local Slack around it where there are no tokens, and stops on a signal. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { exit, stderr, stdin, stdout } from 'node:process';
import type { SlackConfig } from './app/app.ts';
import { loadCommands } from './slack/command-registry.ts';
import { buildManifest } from './slack/setup/manifest.ts';
import { OPTIONAL_SCOPES } from './slack/setup/subscriptions.ts';
import { readConfig, type Config } from './platform/config.ts';
import { readEnvironment, type Environment } from './platform/environment.ts';
import { explainStartFailure } from './platform/start-failure.ts';

import { readArguments, sayDatabase, UsageError } from './cli/run-command.ts';

const USAGE = `Usage: npm start             starts Lodestone: in Slack or, without tokens, in a local Slack on this machine
       npm run dev           the same, and starts the app anew whenever its code, data or FAQ changes

  --watch  what npm run dev adds
  --help   this text

Settings are those of the environment and of the .env of this folder; .env.example names each of them.
`;

/** Below `STATE_DIR`: what the app keeps in a local Slack, whose "Start over" empties it, apart from a real bot's. */
const LOCAL_STATE = 'local-slack';

// Loaded when needed: neither way of starting waits for the other's libraries.
async function startInSlack(config: SlackConfig) {
  const [{ startApp }, { followClock }] = await Promise.all([
    import('./app/app.ts'),
    import('local-slack/clock'),
  ]);
  sayDatabase(config);
  return startApp(config, followClock);
}

async function startLocal(
  { port, charts, dataDir, faqDir, stateDir }: Config,
  env: Environment,
  watched: boolean,
) {
  const { startPlayground } = await import('local-slack');
  const manifest = buildManifest(await loadCommands(), Object.keys(OPTIONAL_SCOPES));
  const publicUrl = charts.way === 'self' ? { PUBLIC_URL: charts.publicUrl } : {};
  // `npm run dev`: what one edits is seen at once.
  const watch = watched ? [import.meta.dirname, dataDir, faqDir] : [];
  return startPlayground({
    port,
    env: { ...env, ...publicUrl },
    stateDir: join(stateDir, LOCAL_STATE),
    manifest,
    interactive: stdin.isTTY,
    watch,
  });
}

async function start(watched: boolean): Promise<void> {
  const env = readEnvironment();
  const config = readConfig(env);
  enableCompileCache(join(config.cacheDir, 'code'));
  const running = await (config.mode === 'local' ? startLocal(config, env, watched) : startInSlack(config));
  const stop = () => void running.stop().then(() => exit(0), fail);
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, stop);
}

function fail(error: unknown): never {
  const typed = error instanceof UsageError;
  stderr.write(typed ? `${error.message}\n\n${USAGE}` : `${explainStartFailure(error)}\n`);
  exit(typed ? 2 : 1);
}

try {
  const { help, values, words } = readArguments({ watch: { type: 'boolean' } });
  if (words.length > 0) throw new UsageError(`What is "${words.join(' ')}"?`);
  if (help) stdout.write(USAGE);
  else await start(values.watch === true);
} catch (error) {
  fail(error);
}
