/** chat.*: what the bot says. */
import { announceChange, announceMessage, announceRemoval } from '../wire/events.ts';
import { addMessage, changeMessage, findMessage, removeMessage, toWire } from '../state/message-store.ts';
import { SlackError } from '../wire/slack-error.ts';
import type { Slack } from '../slack.ts';
import type { Json, Message } from '../wire/wire-types.ts';
import { findJoined, findWritable, requirePerson } from './find-conversation.ts';
import { readContent } from './message-arguments.ts';
import { flagArg, requiredArg, textArg, type Methods } from './method.ts';

/** Slack cuts a posted text at 40,000 characters; an update it refuses past 4,000. */
const LONGEST_POST = 40_000;
const LONGEST_UPDATE = 4_000;

export const chatMethods: Methods = {
  'chat.postMessage': { scopes: ['chat:write'], run: post },
  'chat.postEphemeral': { scopes: ['chat:write'], run: postEphemeral },
  'chat.update': { scopes: ['chat:write'], run: update },
  'chat.delete': { scopes: ['chat:write'], run: remove },
  'chat.getPermalink': {
    scopes: [],
    run: ({ workspace }, args) => {
      const channel = findJoined(workspace, args).id;
      const ts = requiredArg(args, 'message_ts');
      if (!findMessage(workspace, channel, ts)) throw new SlackError('message_not_found');
      const permalink = `https://${workspace.team.domain}.slack.com/archives/${channel}/p${ts.replace('.', '')}`;
      return { channel, permalink };
    },
  },
};

function post(slack: Slack, args: Json): Json {
  const { workspace } = slack;
  const channel = findWritable(workspace, args);
  const { text, blocks, attachments, metadata } = readContent(slack, args, LONGEST_POST);
  const thread = readThread(slack, channel.id, args);
  const message = addMessage(workspace, {
    channel: channel.id,
    user: workspace.bot.userId,
    bot_id: workspace.bot.botId,
    text,
    ...(blocks && { blocks }),
    ...(attachments && { attachments }),
    ...(metadata && { metadata }),
    ...(thread !== undefined && { thread_ts: thread }),
    ...(flagArg(args, 'reply_broadcast') && { subtype: 'thread_broadcast' }),
  });
  void announceMessage(slack, message);
  return { channel: channel.id, ts: message.ts, message: toWire(workspace, message, { metadata: true }) };
}

function postEphemeral(slack: Slack, args: Json): Json {
  const { workspace } = slack;
  const channel = findJoined(workspace, args);
  const user = requirePerson(workspace, textArg(args, 'user'), 'user_not_in_channel');
  if (!channel.members.includes(user)) throw new SlackError('user_not_in_channel');
  const { text, blocks } = readContent(slack, args, LONGEST_POST);
  const thread = readThread(slack, channel.id, args);
  const { ts } = addMessage(workspace, {
    channel: channel.id,
    user: workspace.bot.userId,
    bot_id: workspace.bot.botId,
    text,
    visible_to: user,
    ...(blocks && { blocks }),
    ...(thread !== undefined && { thread_ts: thread }),
  });
  return { message_ts: ts };
}

function update(slack: Slack, args: Json): Json {
  const { workspace } = slack;
  const before = findOwn(slack, args, 'cant_update_message');
  // What is not given stays: only an empty list of blocks takes the blocks away.
  const given = readContent(slack, { ...args, text: args['text'] ?? before.text }, LONGEST_UPDATE);
  const message = changeMessage(workspace, before, {
    text: given.text,
    ...(given.blocks && { blocks: given.blocks }),
    ...(given.attachments && { attachments: given.attachments }),
    ...(given.metadata && { metadata: given.metadata }),
    edited: { user: workspace.bot.userId, ts: workspace.ids.ts() },
  });
  void announceChange(slack, message, before);
  return {
    channel: message.channel,
    ts: message.ts,
    text: message.text,
    message: toWire(workspace, message),
  };
}

function remove(slack: Slack, args: Json): Json {
  const message = findOwn(slack, args, 'cant_delete_message');
  removeMessage(slack.workspace, message);
  void announceRemoval(slack, message);
  return { channel: message.channel, ts: message.ts };
}

/** A message of the bot's own that everyone can see: an ephemeral one can't be changed by its `ts`. */
function findOwn({ workspace }: Slack, args: Json, refusal: string): Message {
  const channel = findJoined(workspace, args);
  const message = findMessage(workspace, channel.id, requiredArg(args, 'ts'));
  if (!message || message.visible_to !== undefined) throw new SlackError('message_not_found');
  if (message.user !== workspace.bot.userId) throw new SlackError(refusal);
  return message;
}

/** The thread a reply goes to: that of the message named, which may itself be a reply. */
function readThread({ workspace }: Slack, channel: string, args: Json): string | undefined {
  const ts = textArg(args, 'thread_ts');
  if (ts === undefined) return undefined;
  const parent = findMessage(workspace, channel, ts);
  if (!parent || parent.visible_to !== undefined) throw new SlackError('thread_not_found');
  return parent.thread_ts ?? parent.ts;
}
