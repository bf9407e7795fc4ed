/** reactions.*: the bot's emoji on messages. */
import { changeMessage, findMessage } from '../state/message-store.ts';
import { SlackError } from '../wire/slack-error.ts';
import type { Slack } from '../slack.ts';
import type { Json, Message } from '../wire/wire-types.ts';
import { findJoined } from './find-conversation.ts';
import { requiredArg, type Methods } from './method.ts';

export const reactionMethods: Methods = {
  'reactions.add': {
    scopes: ['reactions:write'],
    run: (slack, args) => {
      const { message, name, user } = readReaction(slack, args);
      if (usersOf(message, name).includes(user)) throw new SlackError('already_reacted');
      addReaction(slack, message, name, user);
      return {};
    },
  },
  'reactions.remove': {
    scopes: ['reactions:write'],
    run: (slack, args) => {
      const { message, name, user } = readReaction(slack, args);
      if (!usersOf(message, name).includes(user)) throw new SlackError('no_reaction');
      removeReaction(slack, message, name, user);
      return {};
    },
  },
};

function readReaction(slack: Slack, args: Json): { message: Message; name: string; user: string } {
  const channel = findJoined(slack.workspace, args);
  const name = requiredArg(args, 'name').replaceAll(':', '');
  if (!/^[\w+-]+$/.test(name)) throw new SlackError('invalid_name');
  const message = findMessage(slack.workspace, channel.id, requiredArg(args, 'timestamp'));
  if (!message || message.visible_to !== undefined) throw new SlackError('message_not_found');
  return { message, name, user: slack.workspace.bot.userId };
}

const usersOf = (message: Message, name: string): readonly string[] =>
  message.reactions.find((reaction) => reaction.name === name)?.users ?? [];

export function addReaction(slack: Slack, message: Message, name: string, user: string): Message {
  const users = [...usersOf(message, name), user];
  const others = message.reactions.filter((reaction) => reaction.name !== name);
  return changeMessage(slack.workspace, message, { reactions: [...others, { name, users }] });
}

export function removeReaction(slack: Slack, message: Message, name: string, user: string): Message {
  const users = usersOf(message, name).filter((other) => other !== user);
  const others = message.reactions.filter((reaction) => reaction.name !== name);
  return changeMessage(slack.workspace, message, {
    reactions: users.length > 0 ? [...others, { name, users }] : others,
  });
}
