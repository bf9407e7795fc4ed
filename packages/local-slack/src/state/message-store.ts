/** Messages of the workspace: add, change, remove, and how each looks on the wire. */
import { isJson, jsonsIn, textIn } from '../wire/json.ts';
import { findPerson, type Workspace } from './workspace.ts';
import type { Json, Message } from '../wire/wire-types.ts';

type Draft = Omit<Message, 'type' | 'ts' | 'blocks' | 'reactions' | 'files'> &
  Partial<Pick<Message, 'ts' | 'blocks' | 'files'>>;

/** Adds a message, newest last, and returns it with its `ts`. Blocks and elements without an id get one, as in Slack. */
export function addMessage(workspace: Workspace, draft: Draft): Message {
  const message: Message = {
    type: 'message',
    ts: workspace.ids.ts(),
    reactions: [],
    files: [],
    ...draft,
    blocks: withIds(workspace, draft.blocks ?? []),
  };
  workspace.messages.set(message.channel, [...messagesOf(workspace, message.channel), message]);
  workspace.changes.emit({ kind: 'message', message });
  return message;
}

/** Replaces a message by its new version, which has the same channel and `ts`. */
export function changeMessage(workspace: Workspace, before: Message, fields: Partial<Message>): Message {
  const message = { ...before, ...fields, blocks: withIds(workspace, fields.blocks ?? before.blocks) };
  const all = messagesOf(workspace, before.channel).map((other) =>
    other.ts === before.ts ? message : other,
  );
  workspace.messages.set(before.channel, all);
  workspace.changes.emit({ kind: 'message-changed', message, before });
  return message;
}

export function removeMessage(workspace: Workspace, message: Message): void {
  const rest = messagesOf(workspace, message.channel).filter((other) => other.ts !== message.ts);
  workspace.messages.set(message.channel, rest);
  workspace.changes.emit({ kind: 'message-removed', message });
}

export const messagesOf = (workspace: Workspace, channel: string): readonly Message[] =>
  workspace.messages.get(channel) ?? [];

/** A message by its `ts`, ephemeral ones too. */
export const findMessage = (workspace: Workspace, channel: string, ts: string): Message | undefined =>
  messagesOf(workspace, channel).find((message) => message.ts === ts);

/** The message as Slack's events, answers and payloads carry it: without what only the simulator knows. */
export function toWire(workspace: Workspace, message: Message, options: { metadata?: boolean } = {}): Json {
  const { channel, visible_to, reactions, files, metadata, blocks, ...rest } = message;
  const replies = messagesOf(workspace, channel).filter(
    (m) => m.thread_ts === message.ts && m.ts !== message.ts && m.visible_to === undefined,
  );
  const bot = message.bot_id !== undefined && { app_id: workspace.appId, bot_profile: botProfile(workspace) };
  const thread = replies.length > 0 && {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users: [...new Set(replies.map((m) => m.user))],
    reply_users_count: new Set(replies.map((m) => m.user)).size,
    latest_reply: replies.at(-1)?.ts,
  };
  const parent = message.thread_ts !== undefined && message.thread_ts !== message.ts;
  return {
    ...rest,
    team: workspace.team.id,
    ...(blocks.length > 0 && { blocks }),
    ...bot,
    ...thread,
    ...(parent && { parent_user_id: findMessage(workspace, channel, message.thread_ts)?.user }),
    ...(reactions.length > 0 && {
      reactions: reactions.map(({ name, users }) => ({ name, users, count: users.length })),
    }),
    ...(files.length > 0 && { files: files.map((id) => ({ id, title: workspace.files.get(id)?.title })) }),
    ...(options.metadata && metadata && { metadata }),
    ...(visible_to !== undefined && { is_ephemeral: true }),
  };
}

function botProfile(workspace: Workspace): Json {
  const { bot, appId, team } = workspace;
  return {
    id: bot.botId,
    app_id: appId,
    name: bot.name,
    deleted: false,
    updated: 0,
    icons: {},
    team_id: team.id,
  };
}

/** A person's handle, or the id when nobody has it. */
export const nameOf = (workspace: Workspace, user: string): string =>
  findPerson(workspace, user)?.name ?? user;

/** Copies of the blocks in which every block has a `block_id` and every interactive element an `action_id`. */
export function withIds(workspace: Workspace, blocks: readonly Json[]): readonly Json[] {
  const id = (): string => workspace.ids.secret().slice(0, 5);
  const named = (element: Json): Json => (isInteractive(element) ? { action_id: id(), ...element } : element);
  return blocks.map((block) => {
    const copy: Record<string, unknown> = { block_id: id() };
    for (const [field, value] of Object.entries(block)) {
      const holds = field === 'accessory' || field === 'element' || field === 'elements';
      if (!holds || block['type'] === 'rich_text') copy[field] = value;
      else
        copy[field] = Array.isArray(value) ? jsonsIn(value).map(named) : isJson(value) ? named(value) : value;
    }
    return copy;
  });
}

const PASSIVE = new Set(['image', 'plain_text', 'mrkdwn', 'card']);
const isInteractive = (element: Json): boolean => !PASSIVE.has(textIn(element['type']));
