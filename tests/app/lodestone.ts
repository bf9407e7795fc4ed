/** The real app against a local Slack, over either transport. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, type AppDeps, type SlackConfig } from '#src/app/app.ts';
import { loadQuoted } from '#src/app/quoted.ts';
import { COMMANDS } from '#src/slack/commands/commands.ts';
import { buildManifest } from '#src/slack/setup/manifest.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readConfig, readDataOptions, readQuoteOptions } from '#src/platform/settings/config.ts';
import type { Environment } from '#src/platform/settings/environment.ts';
import { createLog } from '#src/platform/log.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from 'local-slack';
import { openStore } from '#src/storage/database/database.ts';

export const SECRETS = {
  signingSecret: '0123456789abcdef0123456789abcdef',
  botToken: 'xoxb-1-tests',
  appToken: 'xapp-1-tests',
};
const ACK_MS = 30_000;
/** The day on which the tests take place. */
export const TODAY = new Date('2026-11-24T12:00:00Z');

export const manifest = buildManifest(COMMANDS);
export const catalog = await loadCatalog(readDataOptions({}));
/** Without feeds: what is quoted comes by hand. */
export const quoted = await loadQuoted(
  { ...readQuoteOptions({}), feedsFile: '/no/such/feeds.json' },
  catalog,
);

export interface Lodestone {
  readonly slack: Simulator;
  /** Where the app listens: `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** What was logged, one object a line. */
  readonly logged: () => readonly Readonly<Record<string, unknown>>[];
  /** For when the clock that was given is moved. */
  wake(): void;
  stopApp(): Promise<void>;
  stop(): Promise<void>;
}

interface Options extends Partial<SimulatorOptions> {
  readonly transport?: 'http' | 'socket';
  readonly deps?: Partial<AppDeps>;
  /** More for the config; made of the local Slack where it names people. */
  readonly env?: Environment | ((slack: Simulator) => Environment);
}

/** The config that these tokens make, read as the app reads it. */
export function configFor(
  slack: Simulator,
  transport: 'http' | 'socket',
  env: Environment = {},
): SlackConfig {
  const config = readConfig({
    PORT: '0',
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: SECRETS.botToken,
    ...(transport === 'http'
      ? { SLACK_SIGNING_SECRET: SECRETS.signingSecret }
      : { SLACK_APP_TOKEN: SECRETS.appToken }),
    ...env,
  });
  if (config.mode === 'local') throw new Error('these tokens were to make a Slack config');
  return config;
}

/** Starts both, and resolves when questions can be asked. */
export async function startLodestone({
  transport = 'http',
  deps,
  env,
  ...options
}: Options = {}): Promise<Lodestone> {
  const slack = await startSimulator({
    manifest,
    ...SECRETS,
    rateLimits: false,
    // On a busy machine, the first answer of a process takes longer than the three seconds of life.
    ackTimeoutMs: ACK_MS,
    ...options,
  });
  const lines: string[] = [];
  const log = createLog({ level: 'info', destination: { write: (line) => lines.push(line) } });
  const stateDir = await mkdtemp(join(tmpdir(), 'lodestone-'));
  const app = createApp(configFor(slack, transport, typeof env === 'function' ? env(slack) : env), {
    catalog,
    log,
    quoted,
    charts: { way: 'link', host: undefined },
    store: await openStore({ stateDir, as: 'bot' }),
    now: () => TODAY,
    ...deps,
  });
  const { port } = await app.start();
  const url = `http://127.0.0.1:${port}`;
  if (transport === 'http') slack.setAppUrl(`${url}/slack/events`);
  let stopped: Promise<void> | undefined;
  const stopApp = () => (stopped ??= app.stop());
  return {
    slack,
    url,
    logged: () => lines.map((line) => JSON.parse(line)),
    wake: () => app.wake(),
    stopApp,
    stop: async () => {
      await stopApp();
      await slack.close();
      await rm(stateDir, { recursive: true });
    },
  };
}
