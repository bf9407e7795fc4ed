/** Fetches a feed's address: in time, within its size, from the public internet, or with one clear reason why not. */
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { z } from 'zod';
import pRetry from 'p-retry';
import { FeedError, type FeedContext } from './feed.ts';
import { publicLookup, refusePrivateLiteral } from './private-address.ts';

import type { WebAddress } from './feed-schema.ts';

// As a module it would load what is not used: see `platform/connection/routes.ts`.
const { request: plainRequest } = process.getBuiltinModule('node:http');

interface DownloadLimits {
  /** For one try as a whole, redirects and all. */
  readonly timeoutSeconds: number;
  readonly maxMegabytes: number;
  /** Further tries where another one may help. */
  readonly retries: number;
}

const MOST_REDIRECTS = 5;
const LONGEST_WAIT_MS = 30_000;
const SECOND = 1000;

/**
 * The body, in the pieces in which it came.
 * @throws FeedError after the last try. Retried are time-outs, broken connections, 429 and 5xx.
 */
export async function download(
  address: WebAddress,
  limits: DownloadLimits,
  context: Pick<FeedContext, 'secret' | 'firstWaitMs'>,
): Promise<readonly Buffer[]> {
  const asked = withSecrets(address, context.secret);
  return await pRetry(() => tryOnce(asked, address, limits), {
    retries: limits.retries,
    minTimeout: context.firstWaitMs ?? SECOND,
    maxTimeout: LONGEST_WAIT_MS,
    shouldRetry: ({ error }) => error instanceof FeedError && error.passing,
  });
}

/** An answer that is read as a whole. @throws FeedError as `download` does */
export async function downloadText(
  feed: DownloadLimits & { readonly from: WebAddress },
  context: Pick<FeedContext, 'secret' | 'firstWaitMs'>,
): Promise<string> {
  return Buffer.concat(await download(feed.from, feed, context)).toString('utf8');
}

function withSecrets(address: WebAddress, secret: FeedContext['secret']) {
  const url = new URL(address.url);
  const read = (from: string | SecretNamed) => {
    if (typeof from === 'string') return from;
    const value = secret(from.env);
    if (value === undefined) throw new FeedError(`the environment variable ${from.env} is not set`);
    return `${from.prefix}${value}`;
  };
  for (const [name, from] of Object.entries(address.query)) url.searchParams.set(name, read(from));
  const headers = Object.entries(address.headers).map(([name, from]) => [name, read(from)] as const);
  const body = address.body === undefined ? undefined : JSON.stringify(filledIn(address.body, read));
  return { url, headers: Object.fromEntries(headers), method: address.method, body };
}

type Asked = ReturnType<typeof withSecrets>;
interface SecretNamed {
  readonly env: string;
  readonly prefix: string;
}
type Json = z.infer<ReturnType<typeof z.json>>;

/** A body with its secrets in it. */
function filledIn(value: Json, read: (from: SecretNamed) => string): Json {
  if (Array.isArray(value)) return value.map((one) => filledIn(one, read));
  if (typeof value !== 'object' || value === null) return value;
  const { env, prefix = '', ...others } = value;
  if (typeof env === 'string' && typeof prefix === 'string' && Object.keys(others).length === 0)
    return read({ env, prefix });
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filledIn(one, read)]));
}

async function tryOnce(
  asked: Asked,
  { allowPrivate }: WebAddress,
  limits: DownloadLimits,
): Promise<readonly Buffer[]> {
  const signal = AbortSignal.timeout(limits.timeoutSeconds * SECOND);
  try {
    const { url: first } = asked;
    let url = first;
    let { method, body } = asked;
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      // Secrets stay with the host that they were given for.
      const isOwn = url.origin === first.origin;
      const headers = isOwn ? asked.headers : {};
      const sent = isOwn && body !== undefined ? { method, body } : { method: 'GET' as const };
      const mayBePrivate =
        allowPrivate === true || (allowPrivate !== false && allowPrivate.includes(url.host));
      const response = await open({ url, headers, ...sent }, mayBePrivate, signal);
      const next = redirectOf(response, url);
      if (next === undefined) return await readBody(response, limits.maxMegabytes);
      response.destroy();
      // What was posted is posted again only where the answer says so.
      if (response.statusCode !== 307 && response.statusCode !== 308) [method, body] = ['GET', undefined];
      url = next;
    }
    throw new FeedError(`more than ${MOST_REDIRECTS} redirects`);
  } catch (error) {
    if (error instanceof FeedError) throw error;
    if (signal.aborted)
      throw new FeedError(`no whole answer within ${limits.timeoutSeconds} s`, {
        passing: true,
        cause: error,
      });
    throw new FeedError(`the connection to ${asked.url.host} failed (${codeOf(error)})`, {
      passing: true,
      cause: error,
    });
  }
}

/** Connects and waits for the head of the answer. */
async function open(
  { url, headers, method, body }: Omit<Asked, 'body'> & { readonly body?: string | undefined },
  mayBePrivate: boolean,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  if (url.protocol !== 'https:' && !(mayBePrivate && url.protocol === 'http:'))
    throw new FeedError(`${url.host} must be reached by https`);
  if (!mayBePrivate) refusePrivateLiteral(url.hostname);
  const request = url.protocol === 'https:' ? secureRequest : plainRequest;
  const outgoing = request(url.href, {
    method,
    headers: {
      accept: '*/*',
      ...headers,
      ...(body === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      'accept-encoding': 'identity',
      'user-agent': 'Lodestone',
    },
    signal,
    // No connection is kept: one that was checked for this host is not used for another.
    agent: false,
    ...(mayBePrivate ? {} : { lookup: publicLookup }),
  });
  outgoing.end(body);
  const [response]: IncomingMessage[] = await once(outgoing, 'response');
  if (response === undefined) throw new FeedError('no answer', { passing: true });
  return response;
}

/** Where a redirect leads to. @throws FeedError for every answer that is neither a redirect nor a success. */
function redirectOf(response: IncomingMessage, from: URL): URL | undefined {
  const status = response.statusCode ?? 0;
  const { location } = response.headers;
  if (status >= 300 && status < 400 && location !== undefined) {
    if (!URL.canParse(location, from.href)) throw new FeedError('it redirects to what is no address');
    return new URL(location, from.href);
  }
  if (status >= 200 && status < 300) return undefined;
  response.destroy();
  throw new FeedError(`it answered ${status}${status === 401 || status === 403 ? ' (check the key)' : ''}`, {
    passing: status === 429 || status >= 500,
  });
}

async function readBody(response: IncomingMessage, maxMegabytes: number): Promise<readonly Buffer[]> {
  const most = maxMegabytes * 1_000_000;
  const tooLarge = () => new FeedError(`it is larger than ${maxMegabytes} MB`);
  const encoding = response.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity')
    throw new FeedError(`it is compressed (${encoding}) although that was declined`);
  try {
    if (Number(response.headers['content-length'] ?? 0) > most) throw tooLarge();
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of response) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size > most) throw tooLarge();
      chunks.push(bytes);
    }
    return chunks;
  } finally {
    response.destroy();
  }
}

function codeOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string')
    return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
