/** One connection to Slack: opened once, and never mended. What keeps a line open is `socket-supervisor.ts`. */
import type { Logger } from '@slack/bolt';
import { SocketModeClient } from '@slack/socket-mode';
import type { WebClientOptions } from '@slack/web-api';
import { z } from 'zod';

/** What Slack sends to be acknowledged. */
export interface Envelope {
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly retry: number | undefined;
  readonly retryReason: string | undefined;
}

/** What a message on the socket is. */
type Heard =
  | { readonly kind: 'hello' }
  /** Slack is about to close this connection, for a reason that it gives. */
  | { readonly kind: 'goodbye'; readonly reason: string }
  | { readonly kind: 'envelope'; readonly envelope: Envelope }
  /** An envelope without anything that a listener could read: to be acknowledged, or Slack sends it again. */
  | { readonly kind: 'empty'; readonly id: string; readonly what: string }
  | { readonly kind: 'noise' };

const message = z.object({
  type: z.string(),
  reason: z.string().optional().catch(undefined),
  envelope_id: z.string().optional().catch(undefined),
  payload: z.record(z.string(), z.unknown()).optional().catch(undefined),
  retry_attempt: z.number().optional().catch(undefined),
  retry_reason: z.string().optional().catch(undefined),
});
const innerEvent = z.object({ event: z.object({ type: z.string() }) });

/** Reads one message; never throws, whatever Slack or something between sends. */
export function readSocketMessage(text: string): Heard {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { kind: 'noise' };
  }
  const read = message.safeParse(parsed);
  if (!read.success) return { kind: 'noise' };
  const { type, reason, envelope_id: id, payload } = read.data;
  if (type === 'hello') return { kind: 'hello' };
  if (type === 'disconnect') return { kind: 'goodbye', reason: reason ?? 'unstated' };
  if (id === undefined) return { kind: 'noise' };
  const known = type === 'events_api' ? innerEvent.safeParse(payload).success : payload !== undefined;
  if (!known || payload === undefined) {
    const named = payload?.['type'];
    return { kind: 'empty', id, what: typeof named === 'string' ? named.slice(0, 80) : type.slice(0, 80) };
  }
  const { retry_attempt: retry, retry_reason: retryReason } = read.data;
  return { kind: 'envelope', envelope: { id, body: payload, retry, retryReason } };
}

interface LineOptions {
  readonly appToken: string;
  readonly logger: Logger;
  readonly clientOptions: WebClientOptions;
  /** How long Slack may take to give an address, and then to greet, in milliseconds. */
  readonly patienceMs: number;
  readonly onEnvelope: (envelope: Envelope, line: Line) => void;
  readonly onEmpty: (what: string) => void;
  /** Slack will close it soon: another one is wanted. */
  readonly onGoodbye: (reason: string) => void;
}

/**
 * Slack's own client, which connects, pings and closes, with what it does with messages left to us: it throws on an
 * envelope without an event, and closes a connection before it has the next.
 */
export class Line extends SocketModeClient {
  readonly #options: LineOptions;
  readonly #ended = Promise.withResolvers<void>();
  #greeted = false;
  #hungUp = false;

  constructor(options: LineOptions) {
    const { appToken, logger, clientOptions } = options;
    super({ appToken, logger, clientOptions, autoReconnectEnabled: false });
    this.#options = options;
    this.on('disconnected', () => this.#ended.resolve());
    // Whoever hung up while the address was asked for wants no connection to it.
    this.on('connecting', () => this.#hungUp && setImmediate(() => this.hangUp()));
  }

  /** Whether messages go through it now. */
  get isUp(): boolean {
    return this.#greeted && this.websocket?.isActive() === true;
  }

  /** Resolves when it is closed. */
  get ended(): Promise<void> {
    return this.#ended.promise;
  }

  /** Resolves when Slack has greeted. Rejects when it could not be reached, refused, or took too long. */
  async open(): Promise<void> {
    const { patienceMs } = this.#options;
    // One clock for the address and one for the greeting. The client has a limit of its own for the address, which rests
    // on a signal that nothing else holds: it was seen not to fire.
    const late = Promise.withResolvers<never>();
    const within = (what: string) => setTimeout(() => late.reject(new Error(`Slack ${what}`)), patienceMs);
    let timer = within('gave no address in time');
    this.once('authenticated', () => {
      clearTimeout(timer);
      timer = within('did not greet in time');
    });
    const closed = this.ended.then(() => {
      throw new Error('the connection was closed before Slack greeted');
    });
    const started = this.start();
    // Whichever comes first is told; the others are not heard of any more.
    for (const way of [late.promise, closed, started]) way.catch(() => {});
    try {
      await Promise.race([started, late.promise, closed]);
    } catch (error) {
      this.hangUp();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Says that an envelope has come. @returns whether it could be sent; where not, Slack sends an event again */
  acknowledge(id: string, payload: unknown): boolean {
    const body = typeof payload === 'string' ? { text: payload } : (payload ?? {});
    if (this.websocket?.isActive() !== true) return false;
    let failure: Error | undefined;
    // Called before `send` returns.
    this.websocket.send(JSON.stringify({ envelope_id: id, payload: body }), (error) => (failure = error));
    return failure === undefined;
  }

  /** Closes it; a second time, without waiting for Slack's own goodbye. */
  hangUp(): void {
    this.#hungUp = true;
    void this.disconnect();
  }

  protected override onWebSocketMessage(data: string | ArrayBuffer, isBinary: boolean): Promise<void> {
    const heard = readSocketMessage(isBinary || typeof data !== 'string' ? '' : data);
    switch (heard.kind) {
      case 'hello':
        this.#greeted = true;
        this.emit('connected');
        break;
      case 'goodbye':
        this.#options.onGoodbye(heard.reason);
        break;
      case 'envelope':
        this.#options.onEnvelope(heard.envelope, this);
        break;
      case 'empty':
        this.acknowledge(heard.id, undefined);
        this.#options.onEmpty(heard.what);
        break;
      case 'noise':
        this.#options.onEmpty('what is no message of Slack');
    }
    return Promise.resolve();
  }
}
