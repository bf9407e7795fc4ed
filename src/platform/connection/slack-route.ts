/** Slack's own requests over HTTP: read here, verified and understood by Bolt. */
import type { HTTPReceiver } from '@slack/bolt';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import { readBody } from './body.ts';
import type { Route } from './routes.ts';
import { isSignedBySlack } from './slack-signature.ts';

/** Far above what Slack sends. */
const BODY_LIMIT = 4 * 1024 * 1024;

/** What nobody signed is taken apart by Bolt up to this length: it says why it is refused. */
const UNSIGNED_LIMIT = 16 * 1024;

/** The beginning of what Slack sends: an object. */
const OBJECT = /^(?:payload=(?:%7b|\{)|\{)/i;
const LONGEST_BEGINNING = 20;

/** Bolt takes for granted that what it parses is an object: `null` would end the process. */
function isObjectless(body: Buffer, contentType: string | undefined): boolean {
  if (OBJECT.test(body.toString('latin1', 0, LONGEST_BEGINNING))) return false;
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

async function receive(
  receiver: HTTPReceiver,
  signingSecret: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const body = await readBody(request, BODY_LIMIT);
  const { headers } = request;
  if (body === undefined) response.writeHead(413, { connection: 'close' }).end();
  // Before anything is made of it: whoever has no secret must not have megabytes taken apart.
  else if (
    body.length > UNSIGNED_LIMIT &&
    !isSignedBySlack(headers, body, { signingSecret, now: Date.now() })
  )
    response.writeHead(401).end();
  else if (isObjectless(body, headers['content-type'])) response.writeHead(400).end();
  else receiver.requestListener(Object.assign(request, { rawBody: body }), response);
}

/** `POST /slack/events`: events, commands and interactions alike. */
export function slackRoute(receiver: HTTPReceiver, signingSecret: string): Route {
  return {
    path: '/slack/events',
    method: 'POST',
    handler: (request, response) => {
      // A connection that breaks off needs no answer.
      receive(receiver, signingSecret, request, response).catch(() => response.destroy());
    },
  };
}
