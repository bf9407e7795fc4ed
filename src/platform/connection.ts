/** How requests come in: Slack calls us over HTTP, or we hold a socket to Slack. HTTP is served either way. */
import { HTTPReceiver, SocketModeReceiver, type App, type Receiver } from '@slack/bolt';
import type { Server } from 'node:http';
import type { Config } from './config.ts';
import { boltLogger, type Log } from './log.ts';
import { closeServer, serveRoutes, type Route } from './routes.ts';
import { slackClientOptions } from './slack-client.ts';
import { slackRoute } from './slack-route.ts';

export interface Connection {
  readonly receiver: Receiver;
  /** Opens it; resolves with the HTTP server once requests can come. Rejects when the port is taken. */
  open(app: App): Promise<Server>;
  isUp(): boolean;
  /** Takes no more requests; resolves when those under way have their response. */
  close(app: App): Promise<void>;
}

/** The one that the config asks for. */
export function createConnection(
  config: Exclude<Config, { readonly mode: 'local' }>,
  routes: readonly Route[],
  log: Log,
): Connection {
  return config.mode === 'http' ? overHttp(config, routes, log) : overSocket(config, routes, log);
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
    open: async () => (server = await serveRoutes([slackRoute(receiver), ...routes], config.port)),
    isUp: () => server?.listening === true,
    close: () => closeServer(server),
  };
}

function overSocket(
  config: Extract<Config, { readonly mode: 'socket' }>,
  routes: readonly Route[],
  log: Log,
): Connection {
  const receiver = new SocketModeReceiver({
    appToken: config.appToken,
    logger: boltLogger(log),
    installerOptions: { clientOptions: slackClientOptions(config.slackApiUrl) },
  });
  let up = false;
  let server: Server | undefined;
  receiver.client.on('connected', () => {
    up = true;
  });
  for (const state of ['reconnecting', 'disconnecting', 'disconnected']) {
    receiver.client.on(state, () => {
      up = false;
    });
  }
  return {
    receiver,
    open: async (app) => {
      server = await serveRoutes(routes, config.port);
      await app.start();
      return server;
    },
    isUp: () => up,
    close: async (app) => {
      await app.stop();
      await closeServer(server);
    },
  };
}
