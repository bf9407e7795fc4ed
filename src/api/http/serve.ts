/** `/api/v1/…` on the bot's port: what is asked is looked at, in order, from the outside in, and answered in the format asked for. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import { csvOf } from '#src/api/csv.ts';
import type { ApiAnswers } from '#src/api/api-answers.ts';
import type { Tokens } from '#src/api/tokens.ts';
import type { Route } from '#src/platform/connection/routes.ts';
import { FORMATS, type Endpoint } from './endpoints/endpoint.ts';
import { ENDPOINTS } from './endpoints/endpoints.ts';
import { whyNotFrom, type Gate } from './guard.ts';
import { formatFor } from './negotiate.ts';
import { API_PREFIX } from './paths.ts';
import { openApiDocument } from './openapi.ts';
import { isProblem, problemJson, type Problem } from './problem.ts';

const DOCUMENT_PATH = '/api/v1/openapi.json';
/** Shorter than what Node itself refuses, so that it is said why. */
const LONGEST_URL = 12_000;

interface ApiRouteDeps {
  readonly answers: ApiAnswers;
  readonly tokens: Pick<Tokens, 'isOn'>;
  readonly gate: Gate;
  /** Names under which this server is reached, beside the machine's own. */
  readonly hosts: readonly string[];
  /** Told of what failed for no fault of the client's. */
  readonly onError: (error: unknown) => void;
  /** Counts work under way, so that a stop waits for it. */
  readonly run: (work: () => Promise<void>) => Promise<void>;
}

/** What is sent. */
interface Body {
  readonly type: string;
  readonly bytes: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Of whoever asks, and asked for anew each time: a price may be taken back. */
const HEADERS = {
  'cache-control': 'private, no-cache',
  vary: 'Accept, Authorization',
  'x-content-type-options': 'nosniff',
} as const;

export function apiRoute(deps: ApiRouteDeps): Route {
  const { answers, tokens, gate, hosts, onError, run } = deps;
  let document: Buffer | undefined;

  async function answer(request: IncomingMessage): Promise<Body | Problem> {
    if (!(await tokens.isOn())) return { status: 404, detail: 'There is nothing here.' };
    const from = whyNotFrom(request.headers, hosts);
    if (from !== undefined) return from;
    const { url = '', method } = request;
    const [path = '', ...search] = url.split('?');
    if (path === DOCUMENT_PATH) {
      document ??= Buffer.from(JSON.stringify(openApiDocument()));
      return allowed(method) ?? { type: FORMATS.json, bytes: document };
    }
    const actor = await gate.letIn(request.headers);
    if (isProblem(actor)) return actor;
    const endpoint = ENDPOINTS.find((one) => one.path === path);
    if (endpoint === undefined) {
      const known = ENDPOINTS.map((one) => one.path).join(', ');
      return { status: 404, detail: `There is no such path; there are: ${known}.` };
    }
    const barred = allowed(method);
    if (barred !== undefined) return barred;
    if (url.length > LONGEST_URL) return { status: 414, detail: 'The address is too long.' };
    const asked = readQuery(endpoint, new URLSearchParams(search.join('?')));
    if (isProblem(asked)) return asked;
    const format = formatFor(endpoint.formats, asked.format, request.headers.accept);
    if (typeof format === 'object') return format;
    const found = await endpoint.answer(answers, actor, asked.given);
    if (isProblem(found)) return found;
    if (format === 'png' && found.png !== undefined) return { type: FORMATS.png, bytes: found.png };
    if (format === 'csv')
      return {
        type: `${FORMATS.csv}; charset=utf-8; header=present`,
        bytes: Buffer.from(csvOf(found.table)),
        headers: { 'content-disposition': `attachment; filename="${endpoint.id}.csv"` },
      };
    return { type: FORMATS.json, bytes: Buffer.from(JSON.stringify(found.json)) };
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const found = await answer(request).catch((error: unknown): Problem => {
      onError(error);
      return { status: 500, detail: 'This failed here. Ask again in a while.' };
    });
    const body = request.method === 'HEAD' ? (bytes: Buffer) => void bytes : (bytes: Buffer) => bytes;
    if (isProblem(found)) {
      const bytes = Buffer.from(JSON.stringify(problemJson(found)));
      response.writeHead(found.status, {
        ...HEADERS,
        'cache-control': 'no-store',
        ...found.headers,
        'content-type': 'application/problem+json',
        'content-length': bytes.length,
      });
      response.end(body(bytes));
      return;
    }
    const etag = `"${createHash('sha256').update(found.type).update(found.bytes).digest('base64url').slice(0, 22)}"`;
    const headers = { ...HEADERS, etag, ...found.headers };
    if (isKnown(request.headers['if-none-match'], etag)) {
      response.writeHead(304, headers).end();
      return;
    }
    response.writeHead(200, {
      ...headers,
      'content-type': found.type,
      'content-length': found.bytes.length,
    });
    response.end(body(found.bytes));
  }

  return {
    path: API_PREFIX,
    handler: (request, response) => {
      // A connection that breaks off needs no answer.
      run(() => serve(request, response)).catch(() => response.destroy());
    },
  };
}

function allowed(method: string | undefined): Problem | undefined {
  if (method === 'GET' || method === 'HEAD') return undefined;
  return { status: 405, detail: 'Only GET and HEAD.', headers: { allow: 'GET, HEAD' } };
}

function isKnown(given: string | undefined, etag: string): boolean {
  return (
    given?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*') === true
  );
}

/** The parameters as the endpoint has them; or each that is at fault. */
function readQuery(
  { query }: Pick<Endpoint, 'query'>,
  search: URLSearchParams,
): { readonly given: unknown; readonly format: string | undefined } | Problem {
  const names = [...new Set(search.keys())];
  const twice = names.filter((name) => search.getAll(name).length > 1);
  if (twice.length > 0)
    return badQuery(twice.map((parameter) => ({ parameter, detail: 'this is given more than once' })));
  const { format, ...given } = Object.fromEntries(search);
  const parsed = query.safeParse(given);
  if (parsed.success) return { given, format };
  return badQuery(parsed.error.issues.flatMap((issue) => faultsOf(issue, Object.keys(query.shape))));
}

function faultsOf(
  issue: z.core.$ZodIssue,
  known: readonly string[],
): readonly { readonly parameter: string; readonly detail: string }[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((parameter) => ({
      parameter,
      detail: `there is no such parameter; there are: ${[...known, 'format'].join(', ')}`,
    }));
  return [{ parameter: String(issue.path[0] ?? ''), detail: issue.message }];
}

function badQuery(errors: NonNullable<Problem['errors']>): Problem {
  const said = errors.map(({ parameter, detail }) => `${parameter}: ${detail}`).join('; ');
  return { status: 400, detail: `${said}.`, errors };
}
