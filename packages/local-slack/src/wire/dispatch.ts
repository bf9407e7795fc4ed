/** Sends what happens in the workspace to the app: by socket if one is connected, else by signed HTTP. */
import { asJson, textIn } from './json.ts';
import type { Ack, ExchangeLog } from './exchange-log.ts';
import type { Faults } from './faults.ts';
import { postSigned, type Delivery, type Retry } from './http-transport.ts';
import type { SocketHub } from './socket-hub.ts';
import type { Json } from './wire-types.ts';

export type Dispatch = {
  /** Delivers an `event_callback`, again after each of the retry delays while the app does not acknowledge. Resolves with the first attempt. */
  event: (payload: Json) => Promise<Ack>;
  /** Delivers a slash command's fields, once. */
  command: (fields: Json) => Promise<Ack>;
  /** Delivers an interaction's payload, once. */
  interaction: (payload: Json) => Promise<Ack>;
  /** Asks the app to send a challenge back, as Slack does before it takes an address. */
  verifyUrl: (challenge: string) => Promise<Ack>;
  /** Looks whether the app is there, unsigned, as Slack does now and then. */
  checkSsl: () => Promise<Ack>;
  setAppUrl: (url: string | undefined) => void;
  /** Retries that are under way or come within a second; those minutes away are not worth waiting for. */
  waiting: () => number;
  close: () => void;
};

const SOON_MS = 1000;

export function createDispatch(options: {
  signingSecret: string;
  appUrl: string | undefined;
  ackTimeoutMs: number;
  retryDelaysMs: readonly number[];
  log: ExchangeLog;
  faults: Faults;
  sockets: SocketHub;
}): Dispatch {
  const { log, faults, sockets, signingSecret, ackTimeoutMs: timeoutMs } = options;
  const stop = new AbortController();
  /** When each is due. */
  const timers = new Map<NodeJS.Timeout, number>();
  let appUrl = options.appUrl;

  async function deliver(delivery: Delivery, retry?: Retry): Promise<Ack> {
    if (sockets.count() > 0) return sockets.send(delivery, timeoutMs, retry);
    if (!appUrl) return { ok: false, status: 0, body: undefined, ms: 0, reason: 'no_app' };
    return postSigned(delivery, {
      url: appUrl,
      signingSecret,
      timeoutMs,
      log,
      stop: stop.signal,
      ...(retry && { retry }),
    });
  }

  /** Tries again later, and then for as long as there are delays left and no acknowledgement. */
  function retryLater(delivery: Delivery, num: number, reason: string, repeats: number): void {
    const delay = options.retryDelaysMs[num - 1];
    if (delay === undefined || stop.signal.aborted) return;
    const attemptAgain = async (): Promise<void> => {
      const ack = await deliver(delivery, { num, reason });
      afterAttempt(delivery, num, ack, repeats - 1);
    };
    const timer = setTimeout(() => {
      void attemptAgain().finally(() => timers.delete(timer));
    }, delay);
    timers.set(timer, performance.now() + delay);
  }

  function afterAttempt(delivery: Delivery, num: number, ack: Ack, repeats: number): void {
    if (ack.ok && repeats > 0) retryLater(delivery, num + 1, 'http_timeout', repeats);
    else if (!ack.ok && (ack.reason !== 'no_app' || sockets.wasUsed()))
      retryLater(delivery, num + 1, ack.reason ?? 'http_error', repeats);
  }

  return {
    event: async (payload) => {
      const kind = textIn(asJson(payload['event'])?.['type'] ?? payload['type']);
      const delivery: Delivery = { kind, envelope: 'events_api', payload };
      const ack = await deliver(delivery);
      afterAttempt(delivery, 0, ack, faults.repeatEvents);
      return ack;
    },
    command: (fields) => deliver({ kind: 'slash_commands', envelope: 'slash_commands', payload: fields }),
    interaction: (payload) => deliver({ kind: textIn(payload['type']), envelope: 'interactive', payload }),
    verifyUrl: (challenge) => {
      const payload = { token: 'playground', challenge, type: 'url_verification' };
      return deliver({ kind: 'url_verification', envelope: 'events_api', payload });
    },
    checkSsl: () => {
      const payload = { ssl_check: '1', token: 'playground' };
      return deliver({ kind: 'ssl_check', envelope: 'slash_commands', payload, unsigned: true });
    },
    setAppUrl: (url) => {
      appUrl = url;
    },
    waiting: () => [...timers.values()].filter((due) => due < performance.now() + SOON_MS).length,
    close: () => {
      stop.abort();
      for (const timer of timers.keys()) clearTimeout(timer);
      timers.clear();
    },
  };
}
