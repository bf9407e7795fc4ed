/** Puts the app together: the one file that knows every room, and longer than code should be for it. */
import { App } from '@slack/bolt';
import { createTokens } from '#src/api/tokens.ts';
import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { forgetFigures } from '#src/watching/forget-figures.ts';
import { readSlackError } from '#src/delivery/slack-errors.ts';
import type { Quoted } from '#src/quotes/quote-desk.ts';
import { findQuoteHistory } from '#src/quotes/find-quote-history.ts';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import type { QuotesSubject } from '#src/domain/series/chart-subject.ts';
import { handleErrors } from '#src/slack/error-handler.ts';
import { createAskingPace } from '#src/slack/asking-pace.ts';
import { catchUnmatched } from '#src/slack/unmatched.ts';
import { knowActors } from '#src/slack/setup/know-actors.ts';
import { registerListeners } from '#src/slack/register.ts';
import type { Config } from '#src/platform/settings/config.ts';
import { createConnection } from '#src/platform/connection/connection.ts';
import { createConversationMemory } from '#src/platform/conversation-memory.ts';
import { dropRepeats } from '#src/platform/dedupe.ts';
import { createForgettables, type Forgettables } from '#src/platform/forgettables.ts';
import { createInFlight } from '#src/platform/in-flight.ts';
import { boltLogger, type Log } from '#src/platform/log.ts';
import { createRecentQuestions } from '#src/platform/recent-questions.ts';
import { createPendingCards } from '#src/slack/requests/pending-cards.ts';
import { healthRoute, type Health, type Route } from '#src/platform/connection/routes.ts';
import { slackClientOptions } from '#src/platform/connection/slack-client.ts';
import type { ReconnectPolicy } from '#src/platform/connection/socket-supervisor.ts';
import type { Store } from '#src/storage/database/database.ts';
import { storageFailure } from '#src/storage/database/failure.ts';
import { ownerOfSeries } from '#src/storage/quotes.ts';
import { createFeedbackBook } from './feedback-book.ts';
import { createForgetting, type Installed } from './forgetting.ts';
import { httpDoors } from './http-doors.ts';
import { createPictureService, type ReadyCharts } from './pictures.ts';
import { stateHealth } from './state.ts';
import { createUnasked } from './unasked.ts';

/** A config that has tokens: a local Slack is started by `main.ts`, and hands its own to the app. */
export type SlackConfig = Exclude<Config, { readonly mode: 'local' }>;

export interface AppDeps {
  readonly catalog: Catalog;
  readonly log: Log;
  readonly charts: ReadyCharts;
  readonly quoted: Quoted;
  /** Open; `stop` closes it. */
  readonly store: Store;
  readonly now?: () => Date;
  /** How soon alerts look at what another process has stored; see `UnaskedDeps`. */
  readonly lookMs?: number;
  /** How long `stop` waits for work under way, in milliseconds; 25 s, since most supervisors kill after 30. */
  readonly graceMs?: number;
  /** What is held in memory registers here, to be forgotten. */
  readonly forgettables?: Forgettables;
  /** How a lost socket is opened again. */
  readonly reconnect?: ReconnectPolicy;
}

export interface LodestoneApp {
  /** Resolves when questions can be answered. Rejects when Slack refuses the tokens, or the port is taken. */
  start(): Promise<{ readonly port: number }>;
  /** Takes no more work, finishes what is under way, and closes. */
  stop(): Promise<void>;
  /** Looks at once what is due: for when `now` was moved. */
  wake(): void;
}

/** How long storage and pictures may take to close. */
const CLOSING_MS = 2_000;

/** Builds the app; nothing is opened or sent before `start`. */
export function createApp(config: SlackConfig, deps: AppDeps): LodestoneApp {
  const { catalog, log, charts, quoted, store, now = () => new Date(), graceMs = 25_000 } = deps;
  const { forgettables = createForgettables() } = deps;
  const millis = () => now().getTime();
  const inFlight = createInFlight();
  let server: Server | undefined;
  let stopping = false;

  const health = async (): Promise<Health> =>
    server !== undefined && !stopping && connection.isUp()
      ? await stateHealth(store, millis())
      : 'unavailable';
  const routes: Route[] = [healthRoute(health)];
  const connection = createConnection(config, routes, log, deps.reconnect);
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
  const findOwner = (series: string) => ownerOfSeries(store.db, series);
  const data = { metals, findHistory, findOwner };
  const pictures = createPictureService(charts, { data, client: app.client, log, forgettables });
  routes.push(...pictures.routes);
  catchUnmatched(app, log);
  const processEvent = app.processEvent.bind(app);
  app.processEvent = (event) => inFlight.run(() => processEvent(event));
  app.use(dropRepeats(millis));
  const { adminUsers } = config;
  const actors = knowActors({ client: app.client, adminUsers, forgettables, now: millis, log });
  app.use(actors.middleware);
  handleErrors(app, log, (error) => storageFailure(error, 'what I store'));
  const house = {
    channelsByAdmins: config.digestAdminsOnly,
    entering: quoted.settings.mayEnter,
    limits: config.limits,
  };
  const { faqDir } = config;
  const feedback = createFeedbackBook({ store, catalog, faqDir, house, now: millis, log, inFlight });
  const forgetting = createForgetting({ store, forgettables, inFlight, log, installed: whereInstalled });
  const desk = {
    ...quoted,
    store,
    house,
    now: millis,
    charted: pictures.drawsQuotes,
    takenBack: forgetFigures,
    withdrawn: (series: string) => forgetting.forgetQuotes(series),
  };
  const unasked = createUnasked({
    config,
    catalog,
    desk,
    findPicture: pictures.findPicture,
    inFlight,
    forgettables,
    log,
    installed: actors.findHome,
    lookMs: deps.lookMs,
    hourly: () => {
      feedback.forgetOld();
      forgetting.goOn();
      forgettables.forgetOld();
    },
  });
  const onError = (error: unknown) => log.error({ error }, 'the API, or what assistants ask, failed');
  const tokens = createTokens({ store, house, now: millis, onError });
  const pace = createAskingPace(config.limits, millis, forgettables);
  routes.push(
    ...httpDoors({
      config,
      catalog,
      desk,
      draw: (subject) => pictures.draw(subject),
      tokens,
      forgettables,
      pace,
      know: actors.knowAsker,
      inFlight,
      onError,
    }),
  );
  registerListeners(app, {
    api: tokens,
    catalog,
    quotes: { ...desk, changed: () => unasked.changed() },
    now,
    log,
    memory: createConversationMemory(millis, forgettables),
    recent: createRecentQuestions(millis, forgettables),
    cards: createPendingCards(millis, forgettables),
    feedback,
    findPicture: pictures.findPicture,
    delivery: unasked.delivery,
    house,
    pace,
    forgetWorkspace: (team, removedAt) => forgetting.forgetWorkspace(team, removedAt),
  });

  /** Where the token works now, asked anew; `undefined` where Slack says that it works nowhere, and not for now alone. */
  async function whereInstalled(): Promise<Installed | undefined> {
    try {
      return await actors.findHome(true);
    } catch (error) {
      const read = readSlackError(error);
      if (read.kind === 'no' && read.end === 'token') return undefined;
      throw error;
    }
  }

  return {
    start: async () => {
      await Promise.all([app.init(), pictures.check(), actors.findHome()]);
      server = await connection.open(app);
      await unasked.start();
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : config.port;
      log.info({ mode: config.mode, port, charts: charts.way, storage: store.kind }, 'ready');
      return { port };
    },
    stop: async () => {
      stopping = true;
      const closed = connection.close(app);
      // One deadline for all of it: what is under way then is found in doubt by the next start.
      const done = Promise.all([inFlight.drained(graceMs), unasked.stop(graceMs)]).then((all) =>
        all.every(Boolean),
      );
      const drained = await Promise.race([done, wait(graceMs, false, { ref: false })]);
      if (!drained) log.warn('stopped before all work was done');
      await Promise.race([closed, wait(1000, undefined, { ref: false })]);
      server?.closeAllConnections();
      // A database that does not answer is not waited for.
      const closing = Promise.all([pictures.close(), store.close()]).then(() => true);
      const isClosed = await Promise.race([closing, wait(CLOSING_MS, false, { ref: false })]);
      if (!isClosed) log.warn('stopped without the storage’s answer');
      if (drained && isClosed) log.info('stopped');
    },
    wake: () => unasked.wake(),
  };
}
