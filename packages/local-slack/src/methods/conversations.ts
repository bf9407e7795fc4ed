/** conversations.*: channels, members, history. */
import { messagesOf, toWire } from '../state/message-store.ts';
import { SlackError } from '../wire/slack-error.ts';
import type { Slack } from '../slack.ts';
import { changeChannel, directMessage, isBotIn, type Workspace } from '../state/workspace.ts';
import type { Channel, ChannelKind, Json, Message } from '../wire/wire-types.ts';
import { findConversation, findJoined, requirePerson, requireScope } from './find-conversation.ts';
import { cutPage, flagArg, requiredArg, textArg, type Methods } from './method.ts';

const READ = ['channels:read', 'groups:read', 'im:read', 'mpim:read'];
const HISTORY = ['channels:history', 'groups:history', 'im:history', 'mpim:history'];
const KIND_OF_TYPE: Record<string, ChannelKind> = {
  public_channel: 'channel',
  private_channel: 'group',
  im: 'im',
};

export const conversationMethods: Methods = {
  'conversations.open': {
    scopes: ['im:write', 'mpim:write'],
    run: ({ workspace }, args) => {
      const given = textArg(args, 'channel');
      const users = textArg(args, 'users')?.split(',') ?? [];
      if (given === undefined && users.length !== 1) throw new SlackError('users_list_not_supplied');
      const channel =
        given === undefined
          ? directMessage(workspace, requirePerson(workspace, users[0]))
          : findConversation(workspace, args);
      const known = flagArg(args, 'return_im') ? describeChannel(workspace, channel) : { id: channel.id };
      return { no_op: true, already_open: true, channel: known };
    },
  },
  'conversations.info': {
    scopes: READ,
    run: ({ workspace }, args) => {
      const channel = findConversation(workspace, args);
      requireScope(workspace, channel, 'read');
      return {
        channel: describeChannel(workspace, channel, { count: flagArg(args, 'include_num_members') }),
      };
    },
  },
  'conversations.list': {
    scopes: READ,
    run: ({ workspace }, args) => listChannels(workspace, args, () => true, true),
  },
  'users.conversations': {
    scopes: READ,
    run: ({ workspace }, args) => {
      const user = textArg(args, 'user') ?? workspace.bot.userId;
      return listChannels(workspace, args, (channel) => channel.members.includes(user), false);
    },
  },
  'conversations.members': {
    scopes: READ,
    run: ({ workspace }, args) => {
      const channel = findConversation(workspace, args);
      requireScope(workspace, channel, 'read');
      const { page: members, next } = cutPage(channel.members, args, 1000);
      return { members, response_metadata: { next_cursor: next } };
    },
  },
  'conversations.join': {
    scopes: ['channels:join'],
    run: ({ workspace }, args) => {
      const channel = findConversation(workspace, args);
      if (channel.kind !== 'channel') throw new SlackError('method_not_supported_for_channel_type');
      if (isBotIn(workspace, channel))
        return { channel: describeChannel(workspace, channel), warning: 'already_in_channel' };
      const joined = { ...channel, members: [...channel.members, workspace.bot.userId] };
      changeChannel(workspace, joined);
      return { channel: describeChannel(workspace, joined) };
    },
  },
  'conversations.history': { scopes: HISTORY, run: history },
  'conversations.replies': { scopes: HISTORY, run: replies },
};

function history({ workspace }: Slack, args: Json): Json {
  const channel = findJoined(workspace, args);
  requireScope(workspace, channel, 'history');
  const main = visible(workspace, channel).filter(
    (m) => m.thread_ts === undefined || m.thread_ts === m.ts || m.subtype === 'thread_broadcast',
  );
  return page(workspace, withinTimes(main, args).toReversed(), args);
}

function replies({ workspace }: Slack, args: Json): Json {
  const channel = findJoined(workspace, args);
  requireScope(workspace, channel, 'history');
  const ts = requiredArg(args, 'ts');
  const all = visible(workspace, channel);
  const asked = all.find((message) => message.ts === ts);
  if (!asked) throw new SlackError('thread_not_found');
  const root = asked.thread_ts ?? asked.ts;
  const inThread = all.filter((m) => m.ts !== root && m.thread_ts === root);
  const parent = all.filter((m) => m.ts === root);
  return page(workspace, [...parent, ...withinTimes(inThread, args)], args);
}

const visible = (workspace: Workspace, channel: Channel): readonly Message[] =>
  messagesOf(workspace, channel.id).filter((message) => message.visible_to === undefined);

/** Those between `oldest` and `latest`: without the ends, unless `inclusive`. */
function withinTimes(messages: readonly Message[], args: Json): readonly Message[] {
  const oldest = textArg(args, 'oldest') ?? '0';
  const latest = textArg(args, 'latest') ?? '99999999999.999999';
  const inclusive = flagArg(args, 'inclusive');
  return messages.filter(({ ts }) => {
    if (inclusive && (Number(ts) === Number(oldest) || Number(ts) === Number(latest))) return true;
    return Number(ts) > Number(oldest) && Number(ts) < Number(latest);
  });
}

function page(workspace: Workspace, messages: readonly Message[], args: Json): Json {
  const { page: cut, next } = cutPage(messages, args, 999);
  const metadata = flagArg(args, 'include_all_metadata');
  return {
    messages: cut.map((message) => toWire(workspace, message, { metadata })),
    has_more: next !== '',
    pin_count: 0,
    ...(next !== '' && { response_metadata: { next_cursor: next } }),
  };
}

function listChannels(
  workspace: Workspace,
  args: Json,
  choose: (channel: Channel) => boolean,
  membership: boolean,
): Json {
  const types = (textArg(args, 'types') ?? 'public_channel').split(',');
  const kinds = new Set(types.map((type) => KIND_OF_TYPE[type.trim()]));
  const known = [...workspace.channels.values()].filter(
    (channel) =>
      kinds.has(channel.kind) &&
      choose(channel) &&
      (channel.kind === 'channel' || isBotIn(workspace, channel)),
  );
  for (const channel of known) requireScope(workspace, channel, 'read');
  const { page: cut, next } = cutPage(known, args, 1000);
  return {
    channels: cut.map((channel) => describeChannel(workspace, channel, { membership })),
    response_metadata: { next_cursor: next },
  };
}

/** `users.conversations` alone does not say whether the bot is a member: of those it is asked for, it is. */
function describeChannel(
  workspace: Workspace,
  channel: Channel,
  { count = false, membership = true } = {},
): Json {
  const { id, name, kind, members, shared = false } = channel;
  const base = {
    id,
    created: 0,
    is_im: kind === 'im',
    is_archived: false,
    context_team_id: workspace.team.id,
  };
  if (kind === 'im')
    return { ...base, user: members.find((m) => m !== workspace.bot.userId), is_org_shared: false };
  return {
    ...base,
    name,
    name_normalized: name,
    is_channel: kind === 'channel',
    is_group: kind === 'group',
    is_private: kind === 'group',
    is_general: name === 'general',
    ...(membership && { is_member: isBotIn(workspace, channel) }),
    is_mpim: false,
    is_shared: shared,
    is_ext_shared: shared,
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    ...(count && { num_members: members.length }),
  };
}
