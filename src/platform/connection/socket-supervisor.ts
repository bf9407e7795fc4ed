/**
 * Keeps a socket to Slack open, whatever happens to the network or to Slack: for ever, with a ceiling between tries,
 * and with the next connection open before the old one is closed.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { ReceiverEvent } from '@slack/bolt';
import type { Log } from '#src/platform/log.ts';
import { adviceOnRefusal } from './slack-refusals.ts';
import type { Envelope, Line } from './socket-line.ts';

/** How long to wait between tries, in milliseconds. */
export interface ReconnectPolicy {
  /** Before the second try; each further one waits twice as long. */
  readonly first: number;
  /** The longest: Slack is tried again at least this often. */
  readonly ceiling: number;
  /** A connection that is closed sooner than this counts as a failed try: else a loop of them would be a flood. */
  readonly shortLived: number;
  /** How long Slack may take to give an address, and then to greet. */
  readonly patience: number;
  /** How long a connection has lived is told by this clock, in milliseconds; the process' own unless given. */
  readonly now?: () => number;
}

export const RECONNECT: ReconnectPolicy = {
  first: 250,
  ceiling: 10_000,
  shortLived: 5_000,
  patience: 10_000,
};

/** How often it is looked whether the connection is still one: the library tells of its end only when it is cleaned up. */
const LOOK_MS = 500;
/** How long Slack has to say goodbye at the end. */
const GOODBYE_MS = 500;
/** How long the old connection is kept after the next is open: what Slack has sent on it is still answered. */
const OVERLAP_MS = 2_000;

interface SupervisorDeps {
  readonly createLine: (handlers: {
    readonly onEnvelope: (envelope: Envelope, line: Line) => void;
    readonly onGoodbye: (reason: string) => void;
    readonly onEmpty: (what: string) => void;
  }) => Line;
  /** Handles what came; resolves when it is done. May reject. */
  readonly receive: (event: ReceiverEvent) => Promise<void>;
  readonly log: Log;
  readonly policy: ReconnectPolicy;
}

interface SocketSupervisor {
  /** Resolves when Slack has greeted for the first time. Rejects only where Slack refuses the token. */
  open(): Promise<void>;
  /** Whether messages can come now. */
  isUp(): boolean;
  close(): Promise<void>;
}

const isRefused = (error: unknown): boolean => adviceOnRefusal(error) !== undefined;

/** Nothing is opened before `open`. */
export function createSocketSupervisor(deps: SupervisorDeps): SocketSupervisor {
  const { log, policy } = deps;
  const now = policy.now ?? (() => performance.now());
  const closing = new AbortController();
  const lines = new Set<Line>();
  const wait = (ms: number) =>
    pause(ms, undefined, { signal: closing.signal, ref: false }).catch(() => undefined);

  /** An open line, and when it is to be replaced: Slack says so, or it is gone. */
  async function openLine(): Promise<{ readonly line: Line; readonly spent: Promise<string> }> {
    const goodbye = Promise.withResolvers<string>();
    const line = deps.createLine({
      onEnvelope: (envelope, from) => void receive(envelope, from),
      onGoodbye: (reason) => goodbye.resolve(`Slack asks for another one: ${reason}`),
      onEmpty: (what) => log.warn({ what }, 'Slack sent what holds no event: acknowledged, and left'),
    });
    lines.add(line);
    void line.ended.then(() => lines.delete(line));
    await line.open();
    const gone = (async () => {
      while (line.isUp) await Promise.race([pause(LOOK_MS, undefined, { ref: false }), line.ended]);
      return 'it was closed';
    })();
    return { line, spent: Promise.race([goodbye.promise, gone]) };
  }

  async function receive({ id, body, retry, retryReason }: Envelope, line: Line): Promise<void> {
    let acknowledged = false;
    const event: ReceiverEvent = {
      body,
      ack: (payload: unknown) => {
        if (!acknowledged && !line.acknowledge(id, payload))
          log.warn({ envelope: id }, 'the socket closed before an answer: Slack sends it again');
        acknowledged = true;
        return Promise.resolve();
      },
      ...(retry === undefined ? {} : { retryNum: retry }),
      ...(retryReason === undefined ? {} : { retryReason }),
    };
    try {
      await deps.receive(event);
    } catch (error) {
      log.error({ error, envelope: id }, 'what Slack sent could not be handled');
    }
  }

  /** The next line, after as many tries as it takes; `undefined` once it is closed for good. */
  async function nextLine(failuresBefore: number, isFirst: boolean) {
    for (let failures = failuresBefore; !closing.signal.aborted; failures += 1) {
      if (failures > 0) await wait(delayAfter(failures, policy));
      if (closing.signal.aborted) break;
      try {
        return await openLine();
      } catch (error) {
        if (isFirst && isRefused(error)) throw error;
        const say = isRefused(error) ? 'error' : 'warn';
        log[say]({ error, failures: failures + 1 }, 'no socket to Slack: it is tried again');
      }
    }
    return undefined;
  }

  /** Replaces each line by the next, for ever. */
  async function keep(first: NonNullable<Awaited<ReturnType<typeof nextLine>>>): Promise<void> {
    let current = first;
    let failures = 0;
    while (!closing.signal.aborted) {
      const since = now();
      const why = await current.spent;
      if (closing.signal.aborted) return;
      failures = now() - since < policy.shortLived ? failures + 1 : 0;
      log.info({ why }, 'another socket to Slack is opened');
      const next = await nextLine(failures, false);
      retire(current.line);
      if (next === undefined) return;
      current = next;
    }
  }

  return {
    open: async () => {
      const first = await nextLine(0, true);
      if (first === undefined) return;
      keep(first).catch((error: unknown) => log.fatal({ error }, 'the socket to Slack is given up'));
    },
    isUp: () => [...lines].some((line) => line.isUp),
    close: async () => {
      closing.abort();
      const ended = Promise.all([...lines].map((line) => line.ended));
      for (const line of lines) line.hangUp();
      await Promise.race([ended, pause(GOODBYE_MS, undefined, { ref: false })]);
      // Whoever has not answered is not waited for: the library would, for half a minute.
      for (const line of lines) line.hangUp();
      await ended;
    },
  };
}

/** Answers may be on their way through the old line still. */
function retire(line: Line): void {
  setTimeout(() => line.hangUp(), line.isUp ? OVERLAP_MS : 0).unref();
}

/** Twice as long after each failure, up to the ceiling, and up to a fifth less: not all bots come back at once. */
export function delayAfter(failures: number, { first, ceiling }: ReconnectPolicy): number {
  return Math.min(ceiling, first * 2 ** Math.min(failures - 1, 20)) * (0.8 + 0.2 * Math.random());
}
