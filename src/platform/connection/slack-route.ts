/** Slack's own requests over HTTP: read here, verified and understood by Bolt. */
import type { HTTPReceiver } from '@slack/bolt';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import { readBody } from './body.ts';
import type { Route } from './routes.ts';

/** Far above what Slack sends. */
const BODY_LIMIT = 4 * 1024 * 1024;

/** Bolt takes for granted that what it parses is an object: `null` would end the process. */
function isObjectless(body: Buffer, contentType: string | undefined): boolean {
  const text = body.toString();
  const { payload } = contentType?.includes('urlencoded') === true ? parse(text) : { payload: text };
  if (payload === undefined) return false;
  try {
    const parsed: unknown = JSON.parse(String(payload));
    return typeof parsed !== 'object' || parsed === null;
  } catch {
    // Bolt answers what is no JSON, once it has seen the signature.
    return false;
  }
}

async function receive(receiver: HTTPReceiver, request: IncomingMessage, response: ServerResponse) {
  const body = await readBody(request, BODY_LIMIT);
  if (body === undefined) response.writeHead(413, { connection: 'close' }).end();
  else if (isObjectless(body, request.headers['content-type'])) response.writeHead(400).end();
  else receiver.requestListener(Object.assign(request, { rawBody: body }), response);
}

/** `POST /slack/events`: events, commands and interactions alike. */
export function slackRoute(receiver: HTTPReceiver): Route {
  return {
    path: '/slack/events',
    method: 'POST',
    handler: (request, response) => {
      // A connection that breaks off needs no answer.
      receive(receiver, request, response).catch(() => response.destroy());
    },
  };
}
