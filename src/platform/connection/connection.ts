/** How requests come in: Slack calls us over HTTP, or we hold a socket to Slack. HTTP is served either way. */
import { HTTPReceiver, type App, type Receiver } from '@slack/bolt';
import type { Server } from 'node:http';
import type { Config } from '#src/platform/settings/config.ts';
import { boltLogger, type Log } from '#src/platform/log.ts';
import { closeServer, serveRoutes, type Route } from './routes.ts';
import { slackRoute } from './slack-route.ts';
import { Line } from './socket-line.ts';
import { createSocketSupervisor, RECONNECT, type ReconnectPolicy } from './socket-supervisor.ts';

interface Connection {
  readonly receiver: Receiver;
  /** Opens it; resolves with the HTTP server once requests can come. Rejects when the port is taken. */
  open(app: App): Promise<Server>;
  isUp(): boolean;
  /** Takes no more requests; resolves when those under way have their response. */
  close(app: App): Promise<void>;
}

/** The one that the config asks for. @param policy How a lost socket is opened again. */
export function createConnection(
  config: Exclude<Config, { readonly mode: 'local' }>,
  routes: readonly Route[],
  log: Log,
  policy: ReconnectPolicy = RECONNECT,
): Connection {
  return config.mode === 'http' ? overHttp(config, routes, log) : overSocket(config, routes, log, policy);
}

function overHttp(
  config: Extract<Config, { readonly mode: 'http' }>,
  routes: readonly Route[],
  log: Log,
): Connection {
  const receiver = new HTTPReceiver({ signingSecret: config.signingSecret, logger: boltLogger(log) });
  let server: Server | undefined;
  return {
    receiver,
    open: async () =>
      (server = await serveRoutes([slackRoute(receiver, config.signingSecret), ...routes], config)),
    isUp: () => server?.listening === true,
    close: () => closeServer(server),
  };
}

function overSocket(
  config: Extract<Config, { readonly mode: 'socket' }>,
  routes: readonly Route[],
  log: Log,
  policy: ReconnectPolicy,
): Connection {
  let app: App | undefined;
  let server: Server | undefined;
  const supervisor = createSocketSupervisor({
    log,
    policy,
    receive: async (event) => await app?.processEvent(event),
    createLine: (handlers) =>
      new Line({
        ...handlers,
        appToken: config.appToken,
        logger: boltLogger(log),
        patienceMs: policy.patience,
        clientOptions: {
          timeout: policy.patience,
          // The supervisor makes the tries.
          retryConfig: { retries: 0 },
          rejectRateLimitedCalls: true,
          ...(config.slackApiUrl === undefined ? {} : { slackApiUrl: config.slackApiUrl }),
        },
      }),
  });
  return {
    receiver: {
      init: (given) => {
        app = given;
      },
      start: () => supervisor.open(),
      stop: () => supervisor.close(),
    },
    open: async () => {
      server = await serveRoutes(routes, config);
      await supervisor.open();
      return server;
    },
    isUp: () => supervisor.isUp(),
    close: async () => {
      await supervisor.close();
      await closeServer(server);
    },
  };
}
