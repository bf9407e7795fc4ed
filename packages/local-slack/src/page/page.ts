/** The page of the local Slack over HTTP: its files, its stream of events, and what people do in it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { asJson, parseJson } from '../wire/json.ts';
import { readBytes } from '../wire/read-body.ts';
import type { Simulator, User } from '../simulator-handle.ts';
import { performAct, type PageHost } from './acts.ts';
import { giveAsset } from './assets.ts';
import { readAct } from './read-act.ts';
import { momentOf } from './local-time.ts';
import type { Act, ActAnswer, AppState, PageEvent } from './page-types.ts';
import { clockFor, startStream, switchesOf, type Shared } from './stream.ts';
import { wireDetail } from './wire-lines.ts';

export type Page = {
  /** Whether the request was for the page, and is answered or will be. */
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  /** Tells every open page whether the app is there. */
  showApp: (app: AppState) => void;
};

const SLOW_MS = 2000;
const RATELIMIT_SECONDS = 3;

export function createPage(slack: Simulator, host: PageHost): Page {
  const open = new Map<ServerResponse, User>();
  let app: AppState = 'up';
  let moved = false;
  const shared: Shared = {
    slack,
    app: () => app,
    clockMoved: () => moved,
    keptIn: host.keptIn,
    read: new Map(),
  };

  const tellAll = (eventFor: (user: User) => PageEvent): void => {
    for (const [response, user] of open) tell(response, eventFor(user));
  };

  function openStream(response: ServerResponse, user: User): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('retry: 300\n\n');
    const stop = startStream(shared, user, (event) => tell(response, event));
    open.set(response, user);
    response.once('close', () => {
      stop();
      open.delete(response);
    });
  }

  /** What concerns the whole local Slack, not one person in it. */
  async function performHostAct(user: User, act: Act): Promise<ActAnswer | undefined> {
    const { faults } = slack;
    switch (act.act) {
      case 'read':
        shared.read.set(user.id, { ...shared.read.get(user.id), [act.channel]: act.ts });
        return { ok: true };
      case 'switch':
        if (act.name === 'repeatEvents') faults.repeatEvents = act.on ? 1 : 0;
        else if (act.name === 'slow') faults.slowness = act.on ? SLOW_MS : 0;
        else faults[act.name] = act.on;
        tellAll(() => ({ kind: 'switches', switches: switchesOf(slack) }));
        return { ok: true };
      case 'fail':
        if (act.what === 'ratelimit')
          faults.fail('chat.postMessage', { status: 429, retryAfter: RATELIMIT_SECONDS });
        else slack.sockets.drop();
        return { ok: true };
      case 'clock': {
        const to = act.local === undefined ? undefined : momentOf(act.local, user.tz);
        if (act.local !== undefined && to === undefined) throw new Error('That is no date and time.');
        host.moveClock?.(to);
        moved = to !== undefined;
        tellAll((one) => ({ kind: 'clock', clock: clockFor(shared, one) }));
        return { ok: true };
      }
      case 'start-over':
        shared.read.clear();
        await host.startOver();
        return { ok: true };
      case 'restart':
        await host.restart();
        return { ok: true };
      default:
        return undefined;
    }
  }

  async function takeAct(request: IncomingMessage, response: ServerResponse, user: User): Promise<void> {
    const body = asJson(parseJson((await readBytes(request)).toString('utf8')));
    const answer = await (async (): Promise<ActAnswer> => {
      const act = readAct(body);
      return (await performHostAct(user, act)) ?? (await performAct(slack, user, act));
    })().catch((error: unknown) => ({
      ok: false,
      error: error instanceof Error ? error.message : String(error),
    }));
    giveJson(response, answer);
  }

  return {
    handle: async (request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
      if (request.method === 'GET' && (await giveAsset(pathname, response))) return true;
      const user =
        slack.users.find(({ id, name }) => [id, name].includes(searchParams.get('as') ?? '')) ??
        slack.users[0];
      if (!user) return false;
      if (pathname === '/page/stream' && request.method === 'GET') openStream(response, user);
      else if (pathname === '/page/exchange' && request.method === 'GET') {
        const exchange = slack.exchanges().find(({ id }) => String(id) === searchParams.get('id'));
        giveJson(response, exchange ? wireDetail(exchange, slack.apiUrl) : { sections: [], curl: '' });
      } else if (pathname === '/page/act' && request.method === 'POST') {
        if (isFromElsewhere(request)) response.writeHead(403).end('Ask from the page itself.\n');
        else await takeAct(request, response, user);
      } else return false;
      return true;
    },
    showApp: (is) => {
      app = is;
      tellAll(() => ({ kind: 'app', app }));
    },
  };
}

const tell = (response: ServerResponse, event: PageEvent): void =>
  void response.write(`data: ${JSON.stringify(event)}\n\n`);

/** A page of another site must not act here: a browser says where a request comes from. */
function isFromElsewhere({ headers }: IncomingMessage): boolean {
  const { origin, host } = headers;
  return (
    headers['content-type'] !== 'application/json' ||
    (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host))
  );
}

function giveJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
