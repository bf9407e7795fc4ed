/** The conversation an argument names, seen with the bot's eyes. */
import { SlackError } from '../wire/slack-error.ts';
import {
  directMessage,
  findChannel,
  findPerson,
  grantedScopes,
  isBotIn,
  type Workspace,
} from '../state/workspace.ts';
import type { Channel, ChannelKind, Json } from '../wire/wire-types.ts';
import { textArg } from './method.ts';

/** A conversation the bot may know of, or `channel_not_found`. A person's id stands for the direct message, where posting allows it. */
export function findConversation(
  workspace: Workspace,
  args: Json,
  options: { people?: boolean } = {},
): Channel {
  const reference = textArg(args, 'channel') ?? '';
  const person = options.people ? workspace.people.find((p) => p.id === reference && !p.is_bot) : undefined;
  const channel = person ? directMessage(workspace, person.id) : findChannel(workspace, reference);
  // A private conversation that the bot is not in does not exist for it.
  if (!channel || (channel.kind !== 'channel' && !isBotIn(workspace, channel)))
    throw new SlackError('channel_not_found');
  return channel;
}

/** A conversation the bot can read, or `not_in_channel`. */
export function findJoined(workspace: Workspace, args: Json): Channel {
  const channel = findConversation(workspace, args);
  if (!isBotIn(workspace, channel)) throw new SlackError('not_in_channel');
  return channel;
}

/** A conversation the bot can write to: one it is in, or any public one with `chat:write.public`. */
export function findWritable(workspace: Workspace, args: Json): Channel {
  const channel = findConversation(workspace, args, { people: true });
  const anywhere = channel.kind === 'channel' && grantedScopes(workspace).includes('chat:write.public');
  if (!isBotIn(workspace, channel) && !anywhere) throw new SlackError('not_in_channel');
  return channel;
}

/** Which prefix a scope has for each kind of conversation: `channels:history`, `im:read`. */
const SCOPE_PREFIX: Record<ChannelKind, string> = { channel: 'channels', group: 'groups', im: 'im' };

/** Refuses unless the manifest has the scope for this kind of conversation. */
export function requireScope(workspace: Workspace, channel: Channel, right: 'history' | 'read'): void {
  const needed = `${SCOPE_PREFIX[channel.kind]}:${right}`;
  const provided = grantedScopes(workspace);
  if (!provided.includes(needed))
    throw new SlackError('missing_scope', { needed, provided: provided.join(',') });
}

/** A person's id that must be one in the workspace. */
export function requirePerson(
  workspace: Workspace,
  id: string | undefined,
  refusal = 'user_not_found',
): string {
  const person = id === undefined ? undefined : findPerson(workspace, id);
  if (person?.id !== id || id === undefined) throw new SlackError(refusal);
  return id;
}
