/** Reads the config, starts the app, or a local Slack around it where there are no tokens, and stops on a signal. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { exit, stderr, stdout } from 'node:process';
import type { SlackConfig } from './app/app.ts';
import { readConfig } from './platform/settings/config.ts';
import { readEnvironment } from './platform/settings/environment.ts';
import { explainStartFailure } from './platform/start-failure.ts';
import { readArguments, sayDatabase, UsageError } from './cli/run-command.ts';

const USAGE = `Usage: npm start             starts Lodestone: in Slack or, without tokens, in a local Slack on this machine
       npm run dev           the same, and starts the app anew whenever its code, data or FAQ changes

  --watch  what npm run dev adds
  --help   this text

Settings are those of the environment and of the .env of this folder; .env.example names each of them.
`;

// Loaded when needed: neither way of starting waits for the other's libraries.
async function startInSlack(config: SlackConfig) {
  const [{ startApp }, { followClock }] = await Promise.all([
    import('./app/start-app.ts'),
    import('local-slack/clock'),
  ]);
  sayDatabase(config);
  return startApp(config, followClock);
}

async function start(watched: boolean): Promise<void> {
  const env = readEnvironment();
  const config = readConfig(env);
  enableCompileCache(join(config.cacheDir, 'code'));
  let running: { stop(): Promise<void> } | undefined;
  // From before it says that it is ready: who waits for that may stop it at once. What is still starting has nothing to finish.
  for (const signal of ['SIGTERM', 'SIGINT'])
    process.once(signal, () => {
      if (running === undefined) process.kill(process.pid, signal);
      else void running.stop().then(() => exit(0), fail);
    });
  running =
    config.mode === 'local'
      ? await import('./app/local.ts').then(({ startLocal }) => startLocal(config, env, watched))
      : await startInSlack(config);
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
