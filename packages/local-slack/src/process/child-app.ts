/** The app as a child process of the local Slack: started, watched, started again when it dies. */
import { spawn, type ChildProcess, type Serializable } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

export type Environment = Readonly<Record<string, string | undefined>>;

type ChildAppOptions = {
  /** The file that is run. */
  readonly entry: string;
  /** Its environment, for the port at which it shall listen, on loopback. */
  readonly env: (port: number) => Environment;
  /** Called whenever the app can be reached, at the port it has then. */
  readonly onReady: (port: number) => void;
  /** Called whenever it can't be reached any more. */
  readonly onGone?: () => void;
  /** Called when it has died too often, and is not started again before someone says so. */
  readonly onGivenUp?: () => void;
  /** Says what happens to the app, to a person. */
  readonly tell: (text: string) => void;
  /** Milliseconds before the first new start; doubled each time. 500 unless given. */
  readonly backoffMs?: number;
  /** Gives up starting. */
  readonly interrupt?: AbortSignal;
};

export type ChildApp = {
  /** The process now running, if any. */
  readonly pid: () => number | undefined;
  /** Where the app listens; undefined while it does not. */
  readonly port: () => number | undefined;
  /** Says something to the app's process, if there is one; what the app says back is not heard. */
  readonly send: (message: Serializable) => void;
  /** Stops the app and starts it anew. @param between done while it is gone */
  readonly restart: (between?: () => Promise<void>) => Promise<void>;
  /** Stops the app for good. Resolves when its process is gone. */
  readonly stop: () => Promise<void>;
};

/** The app could not be started; what it said itself is on standard error. */
export class AppFailure extends Error {
  override readonly name = 'AppFailure';
  /** What became of it: "ended (code 1) before it could answer". */
  readonly what: string;

  constructor(what: string) {
    super(`The app ${what}.`);
    this.what = what;
  }
}

const HERE = import.meta.dirname;
const START_MS = 30_000;
/** Longer than the app itself waits for work under way. */
const STOP_MS = 28_000;
/** This many deaths in a row, and it stays down until someone says `restart`. A minute of life wipes the slate. */
const MOST_RESTARTS = 5;
const HEALTHY_MS = 60_000;

/** Starts the app and resolves when it can answer. Rejects when it ends before; what it said is on standard error. */
export async function startChildApp(options: ChildAppOptions): Promise<ChildApp> {
  const { entry, tell, onReady, onGone, onGivenUp, backoffMs = 500 } = options;
  let child: ChildProcess | undefined;
  let port: number | undefined;
  let stopping = false;
  let deaths = 0;
  let restarting = Promise.resolve();
  const end = new AbortController();
  const giveUp = AbortSignal.any(options.interrupt ? [end.signal, options.interrupt] : [end.signal]);

  async function launch(): Promise<void> {
    const free = await findFreePort();
    const leave = pathToFileURL(join(HERE, 'leave-with-parent.ts')).href;
    // Its own process group: a terminal's Ctrl-C is for the parent, which then stops the app in order.
    const started = spawn(process.execPath, ['--import', leave, entry], {
      env: options.env(free),
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      detached: true,
    });
    child = started;
    await waitUntilHealthy(started, free, giveUp);
    port = free;
    onReady(free);
    const since = performance.now();
    started.once('exit', (code, signal) => {
      if (stopping || child !== started) return;
      port = undefined;
      onGone?.();
      deaths = performance.now() - since > HEALTHY_MS ? 1 : deaths + 1;
      void reviveAfter(`The app ended (${signal ?? `code ${code}`}).`);
    });
  }

  async function reviveAfter(what: string): Promise<void> {
    if (deaths > MOST_RESTARTS) {
      onGivenUp?.();
      tell(`${what} It has died ${deaths} times in a row, and stays down. Mend it, and type "restart".`);
      return;
    }
    tell(`${what} Starting it again.`);
    try {
      await wait(backoffMs * 2 ** (deaths - 1), undefined, { signal: end.signal });
      await launch();
      tell('The app is back.');
    } catch (error) {
      if (stopping) return;
      deaths += 1;
      await reviveAfter(error instanceof Error ? error.message : String(error));
    }
  }

  async function terminate(): Promise<void> {
    const running = child;
    child = undefined;
    port = undefined;
    if (!stopping) onGone?.();
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const gone = once(running, 'exit');
    running.kill('SIGTERM');
    const late = setTimeout(() => running.kill('SIGKILL'), STOP_MS);
    await gone;
    clearTimeout(late);
  }

  try {
    await launch();
  } catch (error) {
    await terminate();
    throw error;
  }
  return {
    pid: () => child?.pid,
    port: () => port,
    send: (message) => {
      if (child?.connected === true) child.send(message);
    },
    restart: (between) => {
      deaths = 0;
      // One after the other: two at once would leave two apps.
      restarting = restarting
        .catch(() => undefined)
        .then(terminate)
        .then(between)
        .then(launch);
      return restarting;
    },
    stop: async () => {
      stopping = true;
      end.abort();
      await terminate();
    },
  };
}

/** Asks `/healthz` until it says 200. There is nothing to listen to: the app does not know who waits. */
async function waitUntilHealthy(child: ChildProcess, port: number, signal: AbortSignal): Promise<void> {
  const deadline = performance.now() + START_MS;
  while (performance.now() < deadline) {
    signal.throwIfAborted();
    if (child.exitCode !== null || child.signalCode !== null) {
      const how = child.signalCode ?? `code ${child.exitCode}`;
      throw new AppFailure(`ended (${how}) before it could answer`);
    }
    const response = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.status === 200) return;
    await wait(25);
  }
  child.kill('SIGKILL');
  throw new AppFailure(`did not answer within ${START_MS / 1000} seconds`);
}

/** A port nobody has just now. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('No free port was found.');
  return address.port;
}
