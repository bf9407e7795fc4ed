/** Waiting for what shall happen, by listening instead of sleeping. A deadline that passes says what was seen. */
import { asJson, textIn } from './wire/json.ts';
import type { Changes } from './state/changes.ts';
import type { Dispatch } from './wire/dispatch.ts';
import type { Exchange, ExchangeLog } from './wire/exchange-log.ts';
import { nameOf } from './state/message-store.ts';
import type { Workspace } from './state/workspace.ts';

type WaitOptions = {
  /** What is awaited, in words, for the error. */
  readonly what?: string;
  /** Milliseconds; 5,000 unless given. */
  readonly timeoutMs?: number;
};

export type Watch = {
  /** Resolves with the first value of `look` that is not undefined, null or false; it looks now and after each change. */
  waitFor: <T>(look: () => T | undefined | null | false, options?: WaitOptions) => Promise<T>;
  /**
   * Resolves when every request is answered, no retry is to come within a second, and nothing has happened for `quietMs` (100 unless
   * given). For tests that show that something does *not* happen; where something shall, `waitFor` is faster.
   */
  settled: (options?: WaitOptions & { readonly quietMs?: number }) => Promise<void>;
};

/** Long: it is waited out only where something never comes, and a busy machine is slow. */
const TIMEOUT_MS = 20_000;

export function createWatch(workspace: Workspace, log: ExchangeLog, dispatch: Dispatch): Watch {
  const { changes } = workspace;
  const fail = (what: string, ms: number): Error =>
    new Error(`Waited ${ms} ms in vain for ${what}.\n${describeSeen(workspace, log, dispatch)}`);
  const isQuiet = (): boolean => log.open().length === 0 && dispatch.waiting() === 0;
  return {
    waitFor: (look, { what = 'a condition', timeoutMs = TIMEOUT_MS } = {}) => {
      const now = look();
      if (isThere(now)) return Promise.resolve(now);
      return listen(
        changes,
        timeoutMs,
        () => fail(what, timeoutMs),
        (resolve) => {
          const value = look();
          if (isThere(value)) resolve(value);
        },
      );
    },
    settled: ({ what = 'the wire to be quiet', timeoutMs = TIMEOUT_MS, quietMs = 100 } = {}) => {
      let quiet: NodeJS.Timeout | undefined;
      const late = (): Error => fail(what, timeoutMs);
      return listen<void>(changes, timeoutMs, late, (resolve) => {
        const look = (): void => {
          if (isQuiet()) resolve();
          else quiet = setTimeout(look, quietMs);
        };
        clearTimeout(quiet);
        quiet = setTimeout(look, quietMs);
      }).finally(() => clearTimeout(quiet));
    },
  };
}

const isThere = <T>(value: T | undefined | null | false): value is T =>
  value !== undefined && value !== null && value !== false;

/** Calls `check` now and at each change, until it resolves or throws, or time is up. */
function listen<T>(
  changes: Changes,
  timeoutMs: number,
  late: () => Error,
  check: (resolve: (value: T) => void) => void,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const finish = (act: () => void): void => {
      clearTimeout(timer);
      unsubscribe();
      act();
    };
    const attempt = (): void => {
      try {
        check((value) => finish(() => resolve(value)));
      } catch (error) {
        finish(() => reject(error instanceof Error ? error : new Error(String(error))));
      }
    };
    const timer = setTimeout(() => finish(() => reject(late())), timeoutMs);
    const unsubscribe = changes.subscribe(attempt);
    attempt();
  });
}

/** The newest messages and exchanges, and what is still open, in a few lines. */
function describeSeen(workspace: Workspace, log: ExchangeLog, dispatch: Dispatch): string {
  const messages = [...workspace.messages.values()].flat().slice(-8);
  const shown = messages.map(
    ({ channel, user, text, visible_to, thread_ts }) =>
      `  ${workspace.channels.get(channel)?.name || 'dm'} ${nameOf(workspace, user)}${thread_ts ? ' (in a thread)' : ''}` +
      `${visible_to ? ` (only to ${nameOf(workspace, visible_to)})` : ''}: ${text.slice(0, 160)}`,
  );
  return [
    `Messages seen last:${shown.length === 0 ? ' none' : ''}`,
    ...shown,
    `Exchanges seen last (${log.open().length} open, ${dispatch.waiting()} retries to come):`,
    ...log
      .all()
      .slice(-10)
      .map((exchange) => `  ${describeExchange(exchange)}`),
  ].join('\n');
}

/** One exchange in one line. */
function describeExchange(exchange: Exchange): string {
  if (exchange.direction === 'to-app') {
    const { ack, kind, transport } = exchange;
    const result = ack ? `${ack.reason ?? ack.status} in ${Math.round(ack.ms)} ms` : 'not acknowledged yet';
    return `-> ${kind} by ${transport}: ${result}`;
  }
  const error = asJson(exchange.answer?.body)?.['error'];
  const answer = exchange.answer ? textIn(error) || exchange.answer.status : 'not answered yet';
  return [`<- ${exchange.method}: ${answer}`, ...exchange.faults.map((fault) => `     ${fault}`)].join('\n');
}
