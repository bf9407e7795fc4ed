/** What is served over HTTP: a health check and charts in every mode, and Slack's own requests in one. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

// Imported as a module, it loads Node's own fetch and web sockets too, which nothing here uses: 25 ms of each start.
const { createServer } = process.getBuiltinModule('node:http');

export interface Route {
  /** Exact, without query; or with a slash at its end, all that begins with it. */
  readonly path: string;
  /** Any, unless given. */
  readonly method?: 'GET' | 'POST';
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void;
}

/** A route whose code is loaded with its first request: most that run the bot are never asked there. */
export function lateRoute(
  path: string,
  load: () => Promise<Pick<Route, 'handler'>>,
  onError: (error: unknown) => void,
): Route {
  let loaded: Promise<Pick<Route, 'handler'>> | undefined;
  return {
    path,
    handler: (request, response) => {
      loaded ??= load();
      loaded.then(
        ({ handler }) => handler(request, response),
        (error: unknown) => {
          loaded = undefined;
          onError(error);
          response.writeHead(500).end();
        },
      );
    },
  };
}

/** What a health check finds: `overdue` where questions are answered, and digests don't come. */
export type Health = 'ok' | 'unavailable' | 'overdue';

/** 200 only when questions can be answered and what is due comes; 503 before and after. */
export function healthRoute(check: () => Promise<Health>): Route {
  const answer = async (response: ServerResponse) => {
    const health = await check().catch((): Health => 'unavailable');
    response.writeHead(health === 'ok' ? 200 : 503, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
    });
    response.end(JSON.stringify({ status: health }));
  };
  return { path: '/healthz', method: 'GET', handler: (_, response) => void answer(response) };
}

/** Where to listen; without a host, on every address of the machine. */
interface ListenAt {
  readonly port: number;
  readonly listenHost: string | undefined;
}

function takes({ path, method }: Route, request: IncomingMessage): boolean {
  const [asked = ''] = (request.url ?? '').split('?');
  const here = path.endsWith('/') ? asked.startsWith(path) : asked === path;
  return here && (method === undefined || method === request.method);
}

/**
 * Longer than the usual proxies keep a connection that is idle (60 s): one that is closed on this side first takes a
 * request with it that was just being sent.
 */
const KEEP_ALIVE_MS = 75_000;

/**
 * Serves routes, and 404 elsewhere.
 * @throws Rejects when the port is taken.
 */
export async function serveRoutes(routes: readonly Route[], { port, listenHost }: ListenAt): Promise<Server> {
  const server = createServer((request, response) => {
    const route = routes.find((one) => takes(one, request));
    if (route !== undefined) route.handler(request, response);
    else response.writeHead(404).end();
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, ...(listenHost !== undefined && { host: listenHost }) }, resolve);
  });
  return server;
}

/** Takes no more connections; resolves when those under way are done. */
export async function closeServer(server: Server | undefined): Promise<void> {
  await new Promise<void>((resolve) => {
    if (server === undefined) resolve();
    else server.close(() => resolve());
  });
}
