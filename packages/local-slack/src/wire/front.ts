/** The HTTP routes of the simulator: Web API, `response_url`, uploads, files. All else goes to the fallback. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBytes } from './read-body.ts';
import { handleResponseUrl } from './response-url.ts';
import type { Slack } from '../slack.ts';
import type { SocketHub } from './socket-hub.ts';
import { createWebApi } from './web-api.ts';
import { grantedScopes } from '../state/workspace.ts';

/** Another site's name that leads here is a page trying to reach what is local. */
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

export function createFront(
  slack: Slack,
  sockets: SocketHub,
  fallback: Listener = (_request, response) => answerNotFound(response),
): Listener {
  const webApi = createWebApi(slack, sockets);
  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!LOOPBACK.test(request.headers.host ?? '')) {
      response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('This is a local Slack: ask for localhost.\n');
      return undefined;
    }
    const [, area, first = '', ...rest] = new URL(request.url ?? '/', 'http://localhost').pathname.split('/');
    if (area === 'api') return webApi(request, response, first);
    if (area === 'response' && request.method === 'POST') {
      return handleResponseUrl(slack, request, response, rest.at(-1) ?? '');
    }
    if (area === 'upload' && request.method === 'POST') return takeUpload(slack, request, response, first);
    if (area === 'files') return giveFile(slack, request, response, first);
    return fallback(request, response);
  }
  return (request, response) => {
    route(request, response).catch((error: unknown) => {
      // A fault of the playground itself: say so, and stay up.
      if (response.headersSent) {
        response.destroy();
        return;
      }
      response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(`The playground failed: ${error instanceof Error ? error.stack : String(error)}`);
    });
  };
}

function answerNotFound(response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
  response.end('Not found\n');
}

/** Takes the bytes of an upload: as they are, or the one file of a multipart form. */
async function takeUpload(
  slack: Slack,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
): Promise<void> {
  const entry = slack.workspace.files.get(id);
  const body = await readBytes(request);
  const finish = slack.log.beginFromApp({
    kind: 'upload',
    method: 'upload',
    args: { id, bytes: body.length },
  });
  const reply = (status: number, text: string): void => {
    finish(status, text);
    response.writeHead(status, { 'content-type': 'text/plain' });
    response.end(text);
  };
  if (!entry) return reply(404, 'no such upload');
  const bytes = fileIn(request.headers['content-type'] ?? '', body);
  if (bytes.length !== entry.length) return reply(400, `expected ${entry.length} bytes, got ${bytes.length}`);
  slack.workspace.files.set(id, { ...entry, bytes });
  return reply(200, `OK - ${bytes.length}`);
}

function fileIn(type: string, body: Buffer): Buffer {
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
  if (!type.startsWith('multipart/form-data') || boundary === undefined) return body;
  const start = body.indexOf('\r\n\r\n') + 4;
  return body.subarray(start, body.indexOf(`\r\n--${boundary}`, start));
}

/** A file's bytes. What a person dropped is for the page, and for an app that may read files and says its token. */
function giveFile(slack: Slack, request: IncomingMessage, response: ServerResponse, id: string): void {
  const entry = slack.workspace.files.get(id);
  if (!entry?.bytes) return answerNotFound(response);
  const mayRead =
    request.headers.authorization === `Bearer ${slack.botToken}` &&
    grantedScopes(slack.workspace).includes('files:read');
  if (entry.user !== undefined && !mayRead && request.headers['sec-fetch-site'] !== 'same-origin') {
    // As Slack does: a page to sign in, and no error.
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end('<!doctype html><title>Sign in</title>');
    return undefined;
  }
  response.writeHead(200, { 'content-type': entry.mimetype, 'x-content-type-options': 'nosniff' });
  response.end(entry.bytes);
}
