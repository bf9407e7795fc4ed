/**
 * A local Slack for people: it owns the port, has a page and a terminal, and runs the real app as its child process. The
 * app can be restarted or killed while the local Slack, and what was said in it, lives on.
 */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { startChildApp, type ChildApp, type Environment } from './child-app.ts';
import { OFFSET_AT_START, type ClockMessage } from './child-clock.ts';
import type { Manifest } from '../state/manifest-type.ts';
import type { Page } from '../page/page.ts';
import { passOn } from '../wire/proxy.ts';
import { startSimulator } from '../simulator.ts';
import { helpText } from '../terminal/terminal-session.ts';
import { startTerminal, type Terminal } from '../terminal/terminal.ts';
import { watchFiles } from './watch-files.ts';
import { DEFAULT_PEOPLE } from '../state/workspace.ts';

type PlaygroundOptions = {
  /** Where the local Slack listens, on loopback only. */
  readonly port: number;
  /** The file that is run: the app's own entry. */
  readonly entry: string;
  /** The whole environment of the app, made of what it needs to find this Slack. */
  readonly env: (given: GivenToApp) => Environment;
  /** What begins so is the app's own, as its health check at `/healthz` always is: `/chart`. */
  readonly passedOn?: readonly string[];
  /** Where the app keeps its state: this local Slack's alone, emptied when somebody starts over. */
  readonly stateDir: string;
  readonly manifest: Manifest;
  /** A person types at a terminal: show a prompt. */
  readonly interactive: boolean;
  /** Folders: a change below one starts the app anew, while the local Slack and its page live on. */
  readonly watch?: readonly string[];
};

/** What an app must be told to find the local Slack, and to be found by it. */
export type GivenToApp = {
  /** Where it shall listen, on loopback: nobody else has a reason to reach it. */
  readonly port: number;
  /** Slack's address for the Web API, with a slash at the end. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly signingSecret: string;
};

export type Playground = {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** Stops the app, then the local Slack. Resolves when nothing is left running. */
  readonly stop: () => Promise<void>;
};

/** Starts both, and a chat on standard input and output. Rejects when the port is taken or the app does not come up. */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { port, entry, env, stateDir, manifest, interactive, passedOn = [] } = options;
  const { stdin, stdout } = process;
  const tokens = {
    signingSecret: secret(),
    botToken: `xoxb-playground-${secret()}`,
  };
  let child: ChildApp | undefined;
  let page: Page | undefined;
  let offsetMs = 0;
  const sendClock = (): void => child?.send({ clock: { offsetMs } } satisfies ClockMessage);
  const fallback = (request: IncomingMessage, response: ServerResponse): void =>
    void route(request, response, { page, childPort: child?.port(), passedOn });
  const slack = await startSimulator({
    manifest,
    ...tokens,
    // Nobody opens a socket here: requests come over HTTP.
    appToken: `xapp-playground-${secret()}`,
    port,
    fallback,
    now: () => Date.now() + offsetMs,
    // Whoever tries it begins as an admin, so that nothing is refused at once; as the other one, it may be.
    people: DEFAULT_PEOPLE.map((person, index) => ({ ...person, admin: index === 0 })),
  });
  let terminal: Terminal | undefined;
  const tell = (text: string): void => void (terminal ? terminal.tell(text) : stdout.write(`${text}\n`));
  const interrupted = new AbortController();
  const stopListening = onSignal(() => interrupted.abort());
  try {
    // Not loaded at the top: with tokens there is no page, and React need not be there.
    const pageModule = import('../page/page.ts');
    child = await startChildApp({
      entry,
      env: (free) => ({
        ...env({ port: free, apiUrl: slack.apiUrl, ...tokens }),
        [OFFSET_AT_START]: String(offsetMs),
      }),
      onReady: (childPort) => {
        slack.setAppUrl(`http://127.0.0.1:${childPort}/slack/events`);
        sendClock();
        page?.showApp('up');
      },
      onGone: () => page?.showApp('gone'),
      onGivenUp: () => page?.showApp('given up'),
      tell,
      interrupt: interrupted.signal,
    });
    const app = child;
    page = (await pageModule).createPage(slack, {
      restart: () => app.restart(),
      startOver: async () => {
        slack.startOver();
        await app.restart(() => rm(stateDir, { recursive: true, force: true }));
      },
      keptIn: stateDir,
      moveClock: (to) => {
        offsetMs = to === undefined ? 0 : to - Date.now();
        sendClock();
      },
    });
  } catch (error) {
    await slack.close();
    // Told to stop while starting: that is no failure.
    if (interrupted.signal.aborted) process.exit(0);
    throw error;
  } finally {
    stopListening();
  }
  const app = child;
  const restart = (): Promise<void> =>
    app.restart().then(
      () => tell('The app is back.'),
      (error: unknown) => tell(error instanceof Error ? error.message : String(error)),
    );
  const stopWatching = watchFiles(options.watch ?? [], restart);
  const stop = async (): Promise<void> => {
    stopWatching();
    terminal?.close();
    await app.stop();
    await slack.close();
  };
  const name = manifest.display_information.name;
  tell(
    `${name} runs in a local Slack: ${slack.url} (no workspace, no tokens; nothing leaves this machine).\n\n${helpText(manifest)}\n`,
  );
  terminal = startTerminal({
    slack,
    input: stdin,
    output: stdout,
    interactive,
    quit: () => void process.kill(process.pid, 'SIGTERM'),
    restart: () => void restart(),
  });
  return { url: slack.url, stop };
}

type Routing = {
  readonly page: Page | undefined;
  readonly childPort: number | undefined;
  readonly passedOn: readonly string[];
};

async function route(
  request: IncomingMessage,
  response: ServerResponse,
  { page, childPort, passedOn }: Routing,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const isApps = pathname === '/healthz' || passedOn.some((start) => pathname.startsWith(start));
  if (isApps) return passOn(request, response, childPort);
  if (await page?.handle(request, response)) return undefined;
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
  response.end('Not found\n');
  return undefined;
}

/** The names under which apps commonly read these: of Bolt's own guides. */
export function usualNames({ port, apiUrl, botToken, signingSecret }: GivenToApp): Environment {
  return {
    PORT: String(port),
    SLACK_API_URL: apiUrl,
    SLACK_BOT_TOKEN: botToken,
    SLACK_SIGNING_SECRET: signingSecret,
  };
}

const secret = (): string => randomBytes(16).toString('hex');

/** Listens to the signals that end a process, until the returned function is called. */
function onSignal(act: () => void): () => void {
  process.once('SIGTERM', act);
  process.once('SIGINT', act);
  return () => {
    process.off('SIGTERM', act);
    process.off('SIGINT', act);
  };
}
