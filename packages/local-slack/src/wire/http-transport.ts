/** Signed HTTP requests to the app, and what came back of each. */
import { textIn } from './json.ts';
import type { Ack, ExchangeLog } from './exchange-log.ts';
import { signRequest } from './sign-request.ts';
import type { Json } from './wire-types.ts';

export type Retry = { readonly num: number; readonly reason: string };

export type Delivery = {
  /** What the log calls it: an event's type, `slash_commands`, `block_actions`, ... */
  readonly kind: string;
  readonly envelope: 'events_api' | 'slash_commands' | 'interactive';
  readonly payload: Json;
  /** Slack signs all but its check of the certificate. */
  readonly unsigned?: true;
};

/** The body and its type, as Slack encodes each kind: events in JSON, commands as form fields, the rest in one field. */
function encodeBody({ envelope, payload }: Delivery): { body: string; type: string } {
  if (envelope === 'events_api') return { body: JSON.stringify(payload), type: 'application/json' };
  const form = new URLSearchParams();
  if (envelope === 'interactive') form.set('payload', JSON.stringify(payload));
  else for (const [name, value] of Object.entries(payload)) form.set(name, textIn(value));
  // No charset: Slack sends none, and Bolt answers 400 where there is one.
  return { body: form.toString(), type: 'application/x-www-form-urlencoded' };
}

/** Posts one delivery and waits for the acknowledgement, at most `timeoutMs`. Never rejects. */
export async function postSigned(
  delivery: Delivery,
  to: {
    url: string;
    signingSecret: string;
    timeoutMs: number;
    log: ExchangeLog;
    retry?: Retry;
    stop: AbortSignal;
  },
): Promise<Ack> {
  const { body, type } = encodeBody(delivery);
  const headers = {
    'content-type': type,
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    // The machine's clock, not the workspace's: the receiver compares with its own.
    ...(!delivery.unsigned && signRequest(to.signingSecret, body, Math.floor(Date.now() / 1000))),
    ...(to.retry && { 'x-slack-retry-num': String(to.retry.num), 'x-slack-retry-reason': to.retry.reason }),
  };
  const { kind, payload } = delivery;
  const finish = to.log.beginToApp({ kind, transport: 'http', url: to.url, headers, body, payload });
  const started = performance.now();
  const ack = (fields: Omit<Ack, 'ms'>): Ack => {
    const result = { ...fields, ms: performance.now() - started };
    finish(result);
    return result;
  };
  try {
    const signal = AbortSignal.any([AbortSignal.timeout(to.timeoutMs), to.stop]);
    const response = await fetch(to.url, { method: 'POST', headers, body, signal, redirect: 'manual' });
    const text = await response.text();
    const answer = { ok: response.ok, status: response.status, body: parseBody(response, text) };
    return ack(response.ok ? answer : { ...answer, reason: 'http_error' });
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    return ack({
      ok: false,
      status: 0,
      body: undefined,
      reason: late ? 'http_timeout' : 'connection_failed',
    });
  }
}

function parseBody(response: Response, text: string): unknown {
  if (text === '') return undefined;
  if (!response.headers.get('content-type')?.includes('json')) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
