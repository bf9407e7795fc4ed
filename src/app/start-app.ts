/** Loads what the app needs, and starts it. */
import { loadCatalog } from '#src/platform/catalog.ts';
import { createLog } from '#src/platform/log.ts';
import { spreadNet } from '#src/platform/last-net.ts';
import { readyCharts } from './pictures.ts';
import { feedSecrets, loadQuoted } from './quoted.ts';
import { openState } from './state.ts';
import { refuseWrongClock } from './wrong-clock.ts';
import { type SlackConfig, type LodestoneApp, createApp } from './app.ts';

/**
 * Loads what the app needs, and starts it.
 * @param followClock Gives the clock, and calls back when it was moved.
 * @throws What `start` throws, and a `StartError` for bad data or storage.
 */
export async function startApp(
  config: SlackConfig,
  followClock: (onMove: () => void) => () => Date,
): Promise<LodestoneApp> {
  const now = followClock(() => app.wake());
  // Slack answers while the data is read; what it says is looked at before anything is opened.
  const clock = refuseWrongClock(config, () => now().getTime());
  clock.catch(() => undefined);
  const catalog = await loadCatalog(config);
  const quoted = await loadQuoted(config, catalog);
  const secrets = [
    ...feedSecrets(quoted),
    config.botToken,
    config.mode === 'http' ? config.signingSecret : config.appToken,
    config.slackbotSecret,
    config.databaseUrl,
    config.charts.way === 'self' ? config.charts.secret : undefined,
  ].filter((secret) => secret !== undefined);
  const log = createLog({ level: config.logLevel, secrets });
  await clock;
  const store = await openState(config, log);
  const charts = await readyCharts(config.charts, config.stateDir);
  const app = createApp(config, { catalog, charts, quoted, store, log, now });
  // Node keeps what was fetched by its address, in which the name of a dropped file is.
  performance.setResourceTimingBufferSize(0);
  spreadNet(log, () => void app.stop().finally(() => process.exit(1)));
  await app.start();
  return app;
}
