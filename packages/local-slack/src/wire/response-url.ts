/** `response_url`: the address that comes with a command or a press, for a few answers in half an hour. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { announceMessage } from './events.ts';
import { addMessage, changeMessage, findMessage, removeMessage } from '../state/message-store.ts';
import { readContent } from '../methods/message-arguments.ts';
import { readArgs } from './read-body.ts';
import { SlackError } from './slack-error.ts';
import type { Slack } from '../slack.ts';
import { forgetOldest } from '../state/triggers.ts';
import { faultsOf } from './web-api.ts';
import type { ResponseAddress } from '../state/workspace.ts';
import type { Json, Message } from './wire-types.ts';

const LIFETIME_MS = 30 * 60_000;
const USES = 5;
/** Older addresses are forgotten. */
const KEPT = 1000;
const LONGEST_TEXT = 40_000;

export function giveResponseUrl(slack: Slack, address: Omit<ResponseAddress, 'at' | 'uses'>): string {
  const { workspace } = slack;
  const id = workspace.ids.secret();
  workspace.responseAddresses.set(id, { ...address, at: workspace.now(), uses: 0 });
  forgetOldest(workspace.responseAddresses, KEPT);
  const kind = address.original ? 'actions' : 'commands';
  return `${slack.url()}/response/${kind}/${workspace.team.id}/${id}`;
}

/** Answers a POST to a `response_url`. Failures are not 2xx, so that `respond()` of Bolt throws. */
export async function handleResponseUrl(
  slack: Slack,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
): Promise<void> {
  const args = await readArgs(request);
  const finish = slack.log.beginFromApp({ kind: 'response_url', method: 'response_url', args });
  const fault = slack.faults.take('response_url');
  const reply = (status: number, body: Json | string): void => {
    finish(status, body, faultsOf(body));
    response.writeHead(status, {
      'content-type': typeof body === 'string' ? 'text/plain' : 'application/json',
    });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
  if (fault?.hang) return void response.once('close', () => finish(0, 'never answered'));
  if (fault && !fault.afterDoing) return reply(fault.status ?? 500, fault.error ?? 'server_error');
  const address = slack.workspace.responseAddresses.get(id);
  if (!address) return reply(404, 'no_service');
  if (slack.workspace.now() - address.at > LIFETIME_MS)
    return reply(404, { ok: false, error: 'expired_url' });
  if (address.uses >= USES) return reply(404, { ok: false, error: 'used_url' });
  address.uses += 1;
  try {
    answerAt(slack, address, args);
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    return reply(error.message === 'no_text' ? 500 : 400, {
      ok: false,
      error: error.message,
      ...error.extra,
    });
  }
  return fault ? reply(fault.status ?? 500, fault.error ?? 'server_error') : reply(200, 'ok');
}

/**
 * Does what a body sent to a `response_url`, or returned with the ack of a command, asks for.
 * After a press it replaces the message that was pressed, unless `replace_original` is false; and it goes to the
 * channel, not to the message's thread, unless `thread_ts` is given.
 */
export function answerAt(slack: Slack, address: ResponseAddress, args: Json): Message | undefined {
  const { workspace } = slack;
  const original = address.original && findMessage(workspace, address.channel, address.original.ts);
  if (isTrue(args['delete_original'])) {
    if (original) removeMessage(workspace, original);
    if (!args['text'] && !args['blocks']) return undefined;
  }
  const { text, blocks, attachments } = readContent(slack, args, LONGEST_TEXT);
  const replaces = args['replace_original'] === undefined || isTrue(args['replace_original']);
  if (original && replaces && !isTrue(args['delete_original'])) {
    return changeMessage(workspace, original, {
      text,
      blocks: blocks ?? [],
      ...(attachments && { attachments }),
    });
  }
  const thread = typeof args['thread_ts'] === 'string' ? args['thread_ts'] : undefined;
  const inChannel = args['response_type'] === 'in_channel';
  const message = addMessage(workspace, {
    channel: address.channel,
    user: workspace.bot.userId,
    bot_id: workspace.bot.botId,
    text,
    ...(inChannel ? { subtype: 'bot_message' } : { visible_to: address.user }),
    ...(blocks && { blocks }),
    ...(attachments && { attachments }),
    ...(thread !== undefined && { thread_ts: thread }),
  });
  if (inChannel) void announceMessage(slack, message);
  return message;
}

const isTrue = (value: unknown): boolean => value === true || value === 'true';
