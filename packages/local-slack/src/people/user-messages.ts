/** What a person does with words: say, ask by command, edit, delete, react. */
import { asJson } from '../wire/json.ts';
import { announceChange, announceMessage, announceRemoval, sendEvent } from '../wire/events.ts';
import type { Ack } from '../wire/exchange-log.ts';
import { addMessage, changeMessage, findMessage, nameOf, removeMessage } from '../state/message-store.ts';
import { MIME_TYPES } from '../state/describe-file.ts';
import { addReaction, removeReaction } from '../methods/reactions.ts';
import { answerAt } from '../wire/response-url.ts';
import { commandFields } from '../wire/payloads.ts';
import { SlackError } from '../wire/slack-error.ts';
import type { Slack } from '../slack.ts';
import { encodeTyped, richTextOf } from './typed-text.ts';
import { directMessage, findChannel } from '../state/workspace.ts';
import type { Channel, Message } from '../wire/wire-types.ts';

type SayOptions = {
  readonly thread_ts?: string;
  /** The text is encoded already: `<@U...>`, `&lt;`. */
  readonly encoded?: boolean;
};

/** A file as it is on somebody's machine. */
type DroppedFile = { readonly name: string; readonly bytes: Uint8Array };

export type UserMessages = {
  /** Says something in a channel (id, name or #name) or, with `dm`, to the bot. Resolves when the app has acknowledged. */
  say: (channel: string, text: string, options?: SayOptions) => Promise<Message>;
  /** Says something to the bot alone. */
  dm: (text: string, options?: SayOptions) => Promise<Message>;
  /** Says something in a channel, to the bot. */
  mention: (channel: string, text: string, options?: SayOptions) => Promise<Message>;
  /** Sends a slash command such as `/nd price 2024`. Inside a thread Slack refuses it. */
  command: (line: string, channel?: string, options?: { readonly thread_ts?: string }) => Promise<Ack>;
  /** Drops a file into a channel or, with `dm`, to the bot, with words beside it or none. */
  drop: (channel: string, file: DroppedFile, text?: string) => Promise<Message>;
  edit: (message: Message, text: string) => Promise<Message>;
  remove: (message: Message) => Promise<void>;
  react: (message: Message, name: string) => Promise<void>;
  /** Takes a reaction back. */
  unreact: (message: Message, name: string) => Promise<void>;
};

export function createUserMessages(slack: Slack, user: string): UserMessages {
  const { workspace } = slack;
  const channelOf = (reference: string): Channel => {
    const channel = reference === 'dm' ? directMessage(workspace, user) : findChannel(workspace, reference);
    if (!channel) throw new Error(`There is no channel ${reference} in the playground.`);
    return channel;
  };
  const say: UserMessages['say'] = async (reference, text, { thread_ts, encoded = false } = {}) => {
    const channel = channelOf(reference);
    if (channel.kind === 'im') refuseClosedDirectMessages(slack);
    const parent = thread_ts === undefined ? undefined : findMessage(workspace, channel.id, thread_ts);
    if (thread_ts !== undefined && (!parent || parent.visible_to !== undefined)) {
      throw new Error('There is no message to reply to in that channel.');
    }
    const written = encoded ? text : encodeTyped(workspace, text);
    const message = addMessage(workspace, {
      channel: channel.id,
      user,
      text: written,
      blocks: [richTextOf(written)],
      client_msg_id: workspace.ids.secret(),
      ...(thread_ts !== undefined && { thread_ts }),
    });
    await announceMessage(slack, message);
    return message;
  };
  return {
    say,
    dm: (text, options) => say('dm', text, options),
    mention: (channel, text, options) =>
      say(channel, `@${workspace.bot.name.toLowerCase()} ${text}`, options),
    command: (line, channel = 'dm', options = {}) =>
      sendCommand(slack, user, line.trim(), channelOf(channel), options),
    drop: async (reference, { name, bytes }, text = '') => {
      const channel = channelOf(reference);
      if (channel.kind === 'im') refuseClosedDirectMessages(slack);
      const id = workspace.ids.next('F');
      workspace.files.set(id, {
        id,
        name,
        title: name,
        length: bytes.length,
        mimetype: MIME_TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream',
        alt_text: '',
        bytes: Buffer.from(bytes),
        completed: true,
        channels: [channel.id],
        user,
      });
      const written = encodeTyped(workspace, text);
      const message = addMessage(workspace, {
        channel: channel.id,
        user,
        subtype: 'file_share',
        text: written,
        blocks: written === '' ? [] : [richTextOf(written)],
        client_msg_id: workspace.ids.secret(),
        files: [id],
      });
      workspace.changes.emit({ kind: 'files' });
      await announceMessage(slack, message);
      return message;
    },
    edit: async (message, text) => {
      const before = findMessage(workspace, message.channel, message.ts) ?? message;
      if (before.user !== user) throw new Error('People can edit only their own messages.');
      const written = encodeTyped(workspace, text);
      const edited = { user, ts: workspace.ids.ts() };
      const after = changeMessage(workspace, before, {
        text: written,
        blocks: [richTextOf(written)],
        edited,
      });
      await announceChange(slack, after, before);
      return after;
    },
    remove: async (message) => {
      if (message.user !== user) throw new Error('People can delete only their own messages.');
      removeMessage(workspace, message);
      await announceRemoval(slack, message);
    },
    react: (message, name) => setReaction(slack, user, message, name, true),
    unreact: (message, name) => setReaction(slack, user, message, name, false),
  };
}

async function setReaction(
  slack: Slack,
  user: string,
  message: Message,
  name: string,
  on: boolean,
): Promise<void> {
  const { workspace } = slack;
  const current = findMessage(workspace, message.channel, message.ts);
  if (!current) throw new Error('That message is gone.');
  const has = current.reactions.some((reaction) => reaction.name === name && reaction.users.includes(user));
  if (has === on) return;
  (on ? addReaction : removeReaction)(slack, current, name, user);
  await sendEvent(slack, {
    type: on ? 'reaction_added' : 'reaction_removed',
    user,
    reaction: name,
    item: { type: 'message', channel: message.channel, ts: message.ts },
    item_user: message.user,
    event_ts: workspace.ids.ts(),
  });
}

/** Without a messages tab nobody can write to the bot: the manifest decides. */
function refuseClosedDirectMessages({ workspace }: Slack): void {
  const home = workspace.manifest.features?.app_home;
  if (home?.messages_tab_enabled === true && home.messages_tab_read_only_enabled !== true) return;
  throw new Error(
    'People cannot write to this bot: its manifest lacks messages_tab_enabled, or makes the tab read only.',
  );
}

async function sendCommand(
  slack: Slack,
  user: string,
  line: string,
  channel: Channel,
  options: { readonly thread_ts?: string },
): Promise<Ack> {
  const { workspace } = slack;
  const command = line.split(/\s/, 1)[0] ?? '';
  const refuse = (text: string, reason: string): Ack => {
    workspace.changes.emit({ kind: 'notice', user, text });
    return { ok: false, status: 0, body: undefined, ms: 0, reason };
  };
  if (!workspace.manifest.features?.slash_commands?.some((declared) => declared.command === command)) {
    return refuse(`${command} is not a valid command.`, 'unknown_command');
  }
  if (options.thread_ts !== undefined)
    return refuse(`${command} is not supported in threads. Sorry!`, 'in_thread');
  const text = encodeCommand(line.slice(command.length).trim());
  const ack = await slack.dispatch.command(commandFields(slack, { user, channel, command, text }));
  if (!ack.ok) {
    const why = ack.reason?.includes('timeout')
      ? 'because the app did not respond'
      : 'with the error "dispatch_failed"';
    workspace.changes.emit({ kind: 'notice', user, text: `${command} failed ${why}.` });
  } else if (ack.body !== undefined && ack.body !== '') {
    answerWithAck(slack, user, channel, ack.body);
  }
  return ack;
}

/** A command's text is escaped as a message's is; mentions stay as typed. */
const encodeCommand = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What comes with the ack of a command is shown as an answer to it. */
function answerWithAck(slack: Slack, user: string, channel: Channel, body: unknown): void {
  const args = typeof body === 'string' ? { text: body } : (asJson(body) ?? {});
  try {
    answerAt(slack, { channel: channel.id, user, at: 0, uses: 0 }, args);
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    const text = `The command failed with the error "${error.message}" (asked by ${nameOf(slack.workspace, user)}).`;
    slack.workspace.changes.emit({ kind: 'notice', user, text });
  }
}
