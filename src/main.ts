/** Reads the config, starts the app, or a local Slack around it where there are no tokens, and stops on a signal. */
import { existsSync } from 'node:fs';
import { env, exit, loadEnvFile, stderr, stdin } from 'node:process';
import { startApp } from '#src/app.ts';
import { loadCommands } from '#src/listeners/command-registry.ts';
import { buildManifest } from '#src/listeners/manifest.ts';
import { OPTIONAL_SCOPES } from '#src/listeners/subscriptions.ts';
import { readConfig, type Config } from '#src/platform/config.ts';
import { explainStartFailure } from '#src/platform/start-failure.ts';
import { followClock } from '#src/playground/child-clock.ts';
import { startPlayground } from '#src/playground/parent.ts';

async function startLocal({ port, charts }: Config) {
  const manifest = buildManifest(await loadCommands(), Object.keys(OPTIONAL_SCOPES));
  const publicUrl = charts.way === 'self' ? { PUBLIC_URL: charts.publicUrl } : {};
  return startPlayground({ port, env: { ...env, ...publicUrl }, manifest, interactive: stdin.isTTY });
}

function fail(error: unknown): never {
  stderr.write(`${explainStartFailure(error)}\n`);
  exit(1);
}

try {
  if (existsSync('.env')) loadEnvFile();
  const config = readConfig(env);
  const running = await (config.mode === 'local' ? startLocal(config) : startApp(config, followClock));
  const stop = () => void running.stop().then(() => exit(0), fail);
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, stop);
} catch (error) {
  fail(error);
}
