/** Everything that went over the wire, in order. Tokens are left out, so that the log can be shown to anyone. */
import type { Changes } from '../state/changes.ts';
import type { Json } from './wire-types.ts';

export type Ack = {
  /** Acknowledged in time, with a 2xx status or by its envelope. */
  readonly ok: boolean;
  /** The HTTP status; 200 for an envelope that was acknowledged; 0 when nothing came. */
  readonly status: number;
  /** What the app sent with it: an object, a text, or undefined for nothing. */
  readonly body: unknown;
  readonly ms: number;
  /** `http_timeout`, `http_error`, `connection_failed` or `no_app`. */
  readonly reason?: string;
};

/** A request to the app. */
export type ToApp = {
  readonly direction: 'to-app';
  readonly id: number;
  readonly at: number;
  readonly kind: string;
  readonly transport: 'http' | 'socket';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The raw body, as it was signed. */
  readonly body: string;
  readonly payload: Json;
  readonly ack?: Ack;
};

/** A call from the app. */
export type FromApp = {
  readonly direction: 'from-app';
  readonly id: number;
  readonly at: number;
  readonly kind: 'web-api' | 'response_url' | 'upload';
  readonly method: string;
  readonly args: Json;
  readonly answer?: { readonly status: number; readonly body: unknown; readonly ms: number };
  /** What was wrong with the blocks, with the path of each fault. */
  readonly faults: readonly string[];
};

export type Exchange = ToApp | FromApp;

export type ExchangeLog = {
  all: () => readonly Exchange[];
  /** Exchanges that have not been answered yet. */
  open: () => readonly Exchange[];
  beginToApp: (entry: Omit<ToApp, 'direction' | 'id' | 'at' | 'ack'>) => (ack: Ack) => void;
  beginFromApp: (
    entry: Pick<FromApp, 'kind' | 'method' | 'args'>,
  ) => (status: number, body: unknown, faults?: readonly string[]) => void;
  clear: () => void;
};

/** How many are kept: a day of playing, without growing for ever. */
const KEPT = 5000;

/** @param now milliseconds since 1970, as the workspace has it */
export function createExchangeLog(changes: Changes, now: () => number): ExchangeLog {
  let entries: Exchange[] = [];
  let count = 0;
  const add = (entry: Exchange): void => {
    entries.push(entry);
    if (entries.length > KEPT) entries = entries.slice(-KEPT / 2);
    changes.emit({ kind: 'exchange', exchange: entry });
  };
  const replace = (entry: Exchange): void => {
    const index = entries.findIndex((other) => other.id === entry.id);
    if (index !== -1) entries[index] = entry;
    changes.emit({ kind: 'exchange', exchange: entry });
  };
  return {
    all: () => entries,
    open: () => entries.filter((e) => (e.direction === 'to-app' ? !e.ack : !e.answer)),
    beginToApp: (fields) => {
      const entry: ToApp = { direction: 'to-app', id: (count += 1), at: now(), ...fields };
      add(entry);
      return (ack) => replace({ ...entry, ack });
    },
    beginFromApp: (fields) => {
      const entry: FromApp = { direction: 'from-app', id: (count += 1), at: now(), faults: [], ...fields };
      const started = performance.now();
      add(entry);
      return (status, body, faults = []) =>
        replace({ ...entry, faults, answer: { status, body, ms: performance.now() - started } });
    },
    clear: () => {
      entries = [];
    },
  };
}
