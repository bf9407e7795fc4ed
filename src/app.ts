/** Puts the app together: the one file that knows every room. */
import { App } from '@slack/bolt';
import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { POST_TIMEOUT_MS } from '#src/delivery/deps.ts';
import { createPostingClient } from '#src/delivery/post.ts';
import type { Quoted, QuoteDesk } from '#src/delivery/quotes/desk.ts';
import { findQuoteHistory } from '#src/delivery/quotes/find-quote-history.ts';
import { startFeeds, type RunningFeeds } from '#src/delivery/quotes/run-feeds.ts';
import { tellAdmins } from '#src/delivery/quotes/tell-admins.ts';
import { startDelivery, type RunningDelivery } from '#src/delivery/start-delivery.ts';
import type { Catalog } from '#src/domain/catalog.ts';
import type { QuotesSubject } from '#src/domain/quotes/quotes-subject.ts';
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
import type { Store } from '#src/storage/database.ts';
import { deleteWorkspace } from '#src/storage/workspaces.ts';
import { createFeedbackBook } from './feedback-book.ts';
import { createPictureService, readyCharts, type ReadyCharts } from './pictures.ts';
import { feedSecrets, loadQuoted } from './quoted.ts';
import { openState, stateAnswers } from './state.ts';

/** A config that has tokens: a local Slack is started by `main.ts`, and hands its own to the app. */
export type SlackConfig = Exclude<Config, { readonly mode: 'local' }>;

export interface AppDeps {
  readonly catalog: Catalog;
  readonly commands: readonly Command[];
  readonly log: Log;
  readonly charts: ReadyCharts;
  readonly quoted: Quoted;
  /** Open; `stop` closes it. */
  readonly store: Store;
  readonly now?: () => Date;
  /** How long `stop` waits for work under way, in milliseconds; 25 s, since most supervisors kill after 30. */
  readonly graceMs?: number;
}

export interface LodestoneApp {
  /** Resolves when questions can be answered. Rejects when Slack refuses the tokens, or the port is taken. */
  start(): Promise<{ readonly port: number }>;
  /** Takes no more work, finishes what is under way, and closes. */
  stop(): Promise<void>;
  /** Looks at once what is due: for when `now` was moved. */
  wake(): void;
}

const HOUR_MS = 3_600_000;

/** Builds the app; nothing is opened or sent before `start`. */
export function createApp(config: SlackConfig, deps: AppDeps): LodestoneApp {
  const { catalog, commands, log, charts, quoted, store, now = () => new Date(), graceMs = 25_000 } = deps;
  const millis = () => now().getTime();
  const inFlight = createInFlight();
  const delivery = Promise.withResolvers<RunningDelivery>();
  let running: RunningDelivery | undefined;
  let feeds: RunningFeeds | undefined;
  let hourly: NodeJS.Timeout | undefined;
  let server: Server | undefined;
  let stopping = false;

  const isReady = async () =>
    server !== undefined && !stopping && connection.isUp() && (await stateAnswers(store));
  const routes: Route[] = [healthRoute(isReady)];
  const connection = createConnection(config, routes, log);
  const clientOptions = slackClientOptions(config.slackApiUrl);
  const app = new App({
    token: config.botToken,
    receiver: connection.receiver,
    clientOptions,
    logger: boltLogger(log),
    convoStore: false,
    // Or a bad token would end the process at construction, without a word on what to do.
    deferInitialization: true,
    extendedErrorHandler: true,
  });
  const { metals } = catalog;
  const findHistory = (subject: QuotesSubject) => findQuoteHistory({ ...quoted, store }, subject);
  const pictures = createPictureService(charts, { data: { metals, findHistory }, client: app.client, log });
  routes.push(...pictures.routes);
  const processEvent = app.processEvent.bind(app);
  app.processEvent = (event) => inFlight.run(() => processEvent(event));
  app.use(dropRepeats(millis));
  const desk: QuoteDesk = {
    ...quoted,
    store,
    now: millis,
    charted: pictures.drawsQuotes,
    changed: () => running && checkAlerts(running),
  };
  handleErrors(app, log);
  const { faqDir } = config;
  const feedback = createFeedbackBook({ store, catalog, faqDir, now: millis, log, inFlight });
  registerListeners(app, {
    catalog,
    commands,
    quotes: desk,
    now,
    log,
    memory: createConversationMemory(millis),
    recent: createRecentQuestions(millis),
    feedback,
    findPicture: pictures.findPicture,
    delivery: delivery.promise,
    adminUsers: config.adminUsers,
    digestAdminsOnly: config.digestAdminsOnly,
    forgetWorkspace: (team) => deleteWorkspace(store.db, team),
  });

  async function deliver(): Promise<void> {
    const client = createPostingClient(config.botToken, POST_TIMEOUT_MS, {
      logger: boltLogger(log),
      ...(config.slackApiUrl === undefined ? {} : { slackApiUrl: config.slackApiUrl }),
    });
    running = await startDelivery({
      store,
      clientFor: () => client,
      catalog: () => catalog,
      quotes: desk,
      findPicture: pictures.findPicture,
      now: millis,
      log,
      config: { inDoubt: config.inDoubt },
    });
    delivery.resolve(running);
    doHourly(running);
    hourly = setInterval(doHourly, HOUR_MS, running).unref();
  }

  const teamOfToken = async () => (await app.client.auth.test()).team_id ?? '';

  /** Feeds begin once there is somebody to tell of them. */
  async function readFeeds(started: RunningDelivery): Promise<void> {
    const { adminUsers: admins } = config;
    const wanted = quoted.settings.feeds.length > 0 && admins.length > 0;
    const team = wanted ? await teamOfToken() : '';
    feeds = await startFeeds({
      desk,
      log,
      tell: async (db, notice) => {
        log.warn({ notice: notice.text }, 'to be told to admins');
        await tellAdmins(started.manage, db, { team, admins, at: millis() }, notice);
      },
      told: () => started.wake(),
    });
  }

  /** The price that an alert looks at may change because a new year has begun; feedback gets too old; a token may work again. */
  function doHourly(started: RunningDelivery): void {
    feedback.forgetOld();
    inFlight
      .run(() => started.revive(teamOfToken))
      .then(
        (resumed) => resumed > 0 && log.info({ resumed }, 'resumed what a refused token had paused'),
        (error: unknown) => log.warn({ error }, 'what a refused token has paused stays so'),
      )
      .finally(() => checkAlerts(started));
  }

  /** The data may be other than at the last start. */
  function checkAlerts(started: RunningDelivery): void {
    inFlight
      .run(() => started.checkAlerts())
      .then(
        (fired) => log.debug({ fired }, 'checked alerts'),
        (error: unknown) => log.error({ error }, 'alerts could not be checked'),
      );
  }

  return {
    start: async () => {
      await Promise.all([app.init(), pictures.check()]);
      server = await connection.open(app);
      await deliver();
      if (running !== undefined) await readFeeds(running);
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : config.port;
      log.info({ mode: config.mode, port, charts: charts.way, storage: store.kind }, 'ready');
      return { port };
    },
    stop: async () => {
      stopping = true;
      clearInterval(hourly);
      const closed = connection.close(app);
      const drained = await inFlight.drained(graceMs);
      if (!drained) log.warn('stopped before all work was done');
      await feeds?.stop();
      await running?.stop();
      await Promise.race([closed, wait(1000, undefined, { ref: false })]);
      server?.closeAllConnections();
      await pictures.close();
      await store.close();
      log.info('stopped');
    },
    wake: () => {
      running?.wake();
      void feeds?.runDue();
    },
  };
}

/**
 * Loads what the app needs, and starts it.
 * @param followClock Gives the clock, and calls back when it was moved.
 * @throws What `start` throws, and a `StartError` for bad data or storage.
 */
export async function startApp(
  config: SlackConfig,
  followClock: (onMove: () => void) => () => Date,
): Promise<LodestoneApp> {
  const [catalog, commands] = await Promise.all([loadCatalog(config), loadCommands()]);
  const quoted = await loadQuoted(config, catalog);
  const secrets = [
    ...feedSecrets(quoted),
    config.botToken,
    config.mode === 'http' ? config.signingSecret : config.appToken,
    config.databaseUrl,
    config.charts.way === 'self' ? config.charts.secret : undefined,
  ].filter((secret) => secret !== undefined);
  const log = createLog({ level: config.logLevel, secrets });
  const store = await openState(config, log);
  const charts = await readyCharts(config.charts, config.stateDir);
  const now = followClock(() => app.wake());
  const app = createApp(config, { catalog, commands, charts, quoted, store, log, now });
  await app.start();
  return app;
}
