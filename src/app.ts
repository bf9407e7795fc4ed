/** Puts the app together: the one file that knows every room. */
import { App } from '@slack/bolt';
import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { chartLink } from '#src/charts/link.ts';
import type { Catalog } from '#src/domain/catalog.ts';
import type { Command } from '#src/listeners/command.ts';
import { loadCommands } from '#src/listeners/command-registry.ts';
import { handleErrors } from '#src/listeners/error-handler.ts';
import { registerListeners } from '#src/listeners/register.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import type { Config } from '#src/platform/config.ts';
import { createConnection } from '#src/platform/connection.ts';
import { createConversationMemory } from '#src/platform/conversation-memory.ts';
import { dropRepeats } from '#src/platform/dedupe.ts';
import { createInFlight } from '#src/platform/in-flight.ts';
import { boltLogger, createLog, type Log } from '#src/platform/log.ts';
import { createRecentQuestions } from '#src/platform/recent-questions.ts';
import { healthRoute, type Route } from '#src/platform/routes.ts';
import { slackClientOptions } from '#src/platform/slack-client.ts';

/** A config that has tokens: a local Slack is started by `main.ts`, and hands its own to the app. */
export type SlackConfig = Exclude<Config, { readonly mode: 'local' }>;

export interface AppDeps {
  readonly catalog: Catalog;
  readonly commands: readonly Command[];
  readonly log: Log;
  readonly now?: () => Date;
  /** How long `stop` waits for work under way, in milliseconds; 25 s, since most supervisors kill after 30. */
  readonly graceMs?: number;
}

export interface LodestoneApp {
  /** Resolves when questions can be answered. Rejects when Slack refuses the tokens, or the port is taken. */
  start(): Promise<{ readonly port: number }>;
  /** Takes no more work, finishes what is under way, and closes. */
  stop(): Promise<void>;
}

/** Builds the app; nothing is opened or sent before `start`. */
export function createApp(config: SlackConfig, deps: AppDeps): LodestoneApp {
  const { catalog, commands, log, now = () => new Date(), graceMs = 25_000 } = deps;
  const millis = () => now().getTime();
  const inFlight = createInFlight();
  let server: Server | undefined;
  let stopping = false;

  const routes: Route[] = [healthRoute(() => server !== undefined && !stopping && connection.isUp())];
  const connection = createConnection(config, routes, log);
  const app = new App({
    token: config.botToken,
    receiver: connection.receiver,
    clientOptions: slackClientOptions(config.slackApiUrl),
    logger: boltLogger(log),
    convoStore: false,
    // Or a bad token would end the process at construction, without a word on what to do.
    deferInitialization: true,
    extendedErrorHandler: true,
  });
  const processEvent = app.processEvent.bind(app);
  app.processEvent = (event) => inFlight.run(() => processEvent(event));
  app.use(dropRepeats(millis));
  handleErrors(app, log);
  registerListeners(app, {
    catalog,
    commands,
    now,
    log,
    memory: createConversationMemory(millis),
    recent: createRecentQuestions(millis),
    draw: (subject) => chartLink(subject, catalog, { host: config.chartHost }),
  });

  return {
    start: async () => {
      await app.init();
      server = await connection.open(app);
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : config.port;
      log.info({ mode: config.mode, port }, 'ready');
      return { port };
    },
    stop: async () => {
      stopping = true;
      const closed = connection.close(app);
      const drained = await inFlight.drained(graceMs);
      if (!drained) log.warn('stopped before all work was done');
      await Promise.race([closed, wait(1000, undefined, { ref: false })]);
      server?.closeAllConnections();
      log.info('stopped');
    },
  };
}

/** Loads what the app needs, and starts it. @throws What `start` throws, and a `StartError` for bad data. */
export async function startApp(config: SlackConfig): Promise<LodestoneApp> {
  const secrets = [config.botToken, config.mode === 'http' ? config.signingSecret : config.appToken];
  const log = createLog({ level: config.logLevel, secrets });
  const [catalog, commands] = await Promise.all([loadCatalog(config), loadCommands()]);
  const app = createApp(config, { catalog, commands, log });
  await app.start();
  return app;
}
