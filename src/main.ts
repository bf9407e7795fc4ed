/** Reads the config, starts the app, or a local Slack around it where there are no tokens, and stops on a signal. */
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { argv, env, exit, loadEnvFile, stderr, stdin } from 'node:process';
import type { SlackConfig } from '#src/app.ts';
import { loadCommands } from '#src/listeners/command-registry.ts';
import { buildManifest } from '#src/listeners/manifest.ts';
import { OPTIONAL_SCOPES } from '#src/listeners/subscriptions.ts';
import { readConfig, type Config } from '#src/platform/config.ts';
import { explainStartFailure } from '#src/platform/start-failure.ts';

// Loaded when needed: neither way of starting waits for the other's libraries.
async function startInSlack(config: SlackConfig) {
  const [{ startApp }, { followClock }] = await Promise.all([
    import('#src/app.ts'),
    import('#src/playground/child-clock.ts'),
  ]);
  return startApp(config, followClock);
}

async function startLocal({ port, charts, dataDir, faqDir }: Config) {
  const { startPlayground } = await import('#src/playground/parent.ts');
  const manifest = buildManifest(await loadCommands(), Object.keys(OPTIONAL_SCOPES));
  const publicUrl = charts.way === 'self' ? { PUBLIC_URL: charts.publicUrl } : {};
  // `npm run dev`: what one edits is seen at once.
  const watch = argv.includes('--watch') ? [import.meta.dirname, dataDir, faqDir] : [];
  return startPlayground({ port, env: { ...env, ...publicUrl }, manifest, interactive: stdin.isTTY, watch });
}

function fail(error: unknown): never {
  stderr.write(`${explainStartFailure(error)}\n`);
  exit(1);
}

try {
  if (existsSync('.env')) loadEnvFile();
  const config = readConfig(env);
  enableCompileCache(join(config.cacheDir, 'code'));
  const running = await (config.mode === 'local' ? startLocal(config) : startInSlack(config));
  const stop = () => void running.stop().then(() => exit(0), fail);
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, stop);
} catch (error) {
  fail(error);
}
