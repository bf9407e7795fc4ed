/** The Web API: one door for every call, with the checks that Slack makes before a method runs. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { asJson, parseJson, textIn, textsIn } from './json.ts';
import type { MethodFault } from './faults.ts';
import { appMethods } from '../methods/apps.ts';
import { chatMethods } from '../methods/chat.ts';
import { conversationMethods } from '../methods/conversations.ts';
import { fileMethods } from '../methods/files.ts';
import { identityMethods } from '../methods/identity.ts';
import type { Method, Methods } from '../methods/method.ts';
import { reactionMethods } from '../methods/reactions.ts';
import { viewMethods } from '../methods/views.ts';
import { createPostLimit } from './post-limit.ts';
import { readArgs } from './read-body.ts';
import { SlackError } from './slack-error.ts';
import type { Slack } from '../slack.ts';
import type { SocketHub } from './socket-hub.ts';
import { findChannel, grantedScopes } from '../state/workspace.ts';
import type { Json } from './wire-types.ts';

type Answer = {
  readonly status: number;
  readonly body: Json | string;
  readonly headers?: Record<string, string>;
};

/** Answers `/api/<method>`. */
export function createWebApi(
  slack: Slack,
  sockets: SocketHub,
): (request: IncomingMessage, response: ServerResponse, name: string) => Promise<void> {
  const methods: Methods = {
    ...identityMethods,
    ...chatMethods,
    ...conversationMethods,
    ...viewMethods,
    ...reactionMethods,
    ...fileMethods,
    ...appMethods(sockets),
  };
  const postLimit = createPostLimit();

  async function answer(name: string, args: Json, token: string): Promise<Answer> {
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    try {
      if (!method) throw new SlackError('unknown_method', { req_method: name });
      checkToken(slack, method, token);
      checkScopes(slack, method);
      const channel = name === 'chat.postMessage' && findChannel(slack.workspace, String(args['channel']));
      if (channel && slack.rateLimits && !postLimit(channel.id)) return tooMany(1);
      return { status: 200, body: { ok: true, ...(await method.run(slack, args)) } };
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      return { status: 200, body: { ok: false, error: error.message, ...error.extra } };
    }
  }

  return async (request, response, name) => {
    const { token: sent, ...args } = await readArgs(request);
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? textIn(sent);
    const finish = slack.log.beginFromApp({ kind: 'web-api', method: name, args: decodeJson(args) });
    const fault = slack.faults.take(name, args['channel']);
    if (slack.faults.slowness > 0) await wait(slack.faults.slowness);
    const { late, before } = fault ?? {};
    const isTrue = fault === undefined || late !== undefined || before !== undefined;
    const isDone = isTrue || fault.afterDoing === true;
    await before;
    const done = isDone ? await answer(name, args, token) : undefined;
    await (typeof late === 'number' ? wait(late) : late);
    if (fault?.doneAfter !== undefined) {
      setTimeout(() => void answer(name, args, token), fault.doneAfter).unref();
    }
    const result = isTrue ? done : spoiled(fault);
    if (!result) {
      response.once('close', () => finish(0, 'never answered'));
      return;
    }
    finish(result.status, result.body, faultsOf(done?.body));
    const scopes = { 'x-oauth-scopes': grantedScopes(slack.workspace).join(',') };
    response.writeHead(result.status, {
      'content-type': 'application/json; charset=utf-8',
      date: new Date(slack.workspace.now()).toUTCString(),
      ...scopes,
      ...result.headers,
    });
    response.end(typeof result.body === 'string' ? result.body : JSON.stringify(result.body));
  };
}

const tooMany = (seconds: number): Answer => ({
  status: 429,
  body: { ok: false, error: 'ratelimited' },
  headers: { 'retry-after': String(seconds) },
});

/** The answer of a call that a fault hits; undefined when none shall ever come. */
function spoiled(fault: MethodFault): Answer | undefined {
  if (fault.hang) return undefined;
  if (fault.body !== undefined) return { status: fault.status ?? 200, body: fault.body };
  if (fault.error !== undefined) return { status: 200, body: { ok: false, error: fault.error } };
  if (fault.status === 429) return tooMany(fault.retryAfter ?? 1);
  return { status: fault.status ?? 500, body: 'the playground was told to fail here' };
}

function checkToken(slack: Slack, method: Method, token: string): void {
  if (token === '') throw new SlackError('not_authed');
  if (token !== slack.botToken && token !== slack.appToken) throw new SlackError('invalid_auth');
  if ((token === slack.appToken) !== (method.appToken === true))
    throw new SlackError('not_allowed_token_type');
}

function checkScopes(slack: Slack, method: Method): void {
  const provided = grantedScopes(slack.workspace);
  if (method.scopes.length === 0 || method.scopes.some((scope) => provided.includes(scope))) return;
  throw new SlackError('missing_scope', { needed: method.scopes.join(','), provided: provided.join(',') });
}

/** The messages of an `invalid_blocks` answer. */
export function faultsOf(body: Json | string | undefined): readonly string[] {
  if (typeof body !== 'object') return [];
  return textsIn(asJson(body['response_metadata'])?.['messages']);
}

/** For the log: arguments that are JSON inside a form, as what they mean. */
const decodeJson = (args: Json): Json =>
  Object.fromEntries(
    Object.entries(args).map(([name, value]) =>
      typeof value === 'string' && /^[[{]/.test(value) ? [name, parseJson(value) ?? value] : [name, value],
    ),
  );
