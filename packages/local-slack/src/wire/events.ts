/** Events of the Events API: which ones the manifest subscribes to, and their envelopes. */
import type { Ack } from './exchange-log.ts';
import { describeFile } from '../state/describe-file.ts';
import { findMessage, toWire } from '../state/message-store.ts';
import type { Slack } from '../slack.ts';
import { isBotIn, teamOf, type Workspace } from '../state/workspace.ts';
import type { ChannelKind, Json, Message } from './wire-types.ts';

/** The subscription under which a message of each kind of conversation comes. */
const MESSAGE_EVENTS: Record<ChannelKind, string> = {
  channel: 'message.channels',
  group: 'message.groups',
  im: 'message.im',
};

/** Sends an event if the manifest subscribes to it; `subscription` is its name there, where that is not its type. */
export async function sendEvent(
  slack: Slack,
  event: Json,
  subscription = String(event['type']),
): Promise<Ack | undefined> {
  const subscribed = slack.workspace.manifest.settings?.event_subscriptions?.bot_events ?? [];
  return subscribed.includes(subscription)
    ? slack.dispatch.event(wrapEvent(slack.workspace, event))
    : undefined;
}

/** In which workspace of an organisation something is done: of a stranger, in the one that is simulated. */
function workspaceOf(workspace: Workspace, user: unknown): string {
  const { id, stranger } = teamOf(workspace, String(user));
  return stranger ? workspace.team.id : id;
}

/** The `event_callback` around an event. */
export function wrapEvent(workspace: Workspace, event: Json): Json {
  const { team, appId, bot, ids, organisation } = workspace;
  const enterprise = organisation?.id ?? null;
  const whole = organisation?.whole === true;
  const here = whole ? workspaceOf(workspace, event['user']) : team.id;
  return {
    token: 'playground',
    team_id: here,
    context_team_id: here,
    context_enterprise_id: enterprise,
    api_app_id: appId,
    event,
    type: 'event_callback',
    event_id: ids.next('Ev'),
    event_time: Math.floor(workspace.now() / 1000),
    authorizations: [
      {
        enterprise_id: enterprise,
        team_id: whole ? null : team.id,
        user_id: bot.userId,
        is_bot: true,
        is_enterprise_install: whole,
      },
    ],
    is_ext_shared_channel: workspace.channels.get(String(event['channel']))?.shared === true,
  };
}

/** Tells the app of a new message: as a message, and as a mention too where it is one. The two go out together. */
export async function announceMessage(slack: Slack, message: Message): Promise<void> {
  const event = { ...baseEvent(slack, message), event_ts: message.ts };
  await Promise.all([sendMessageEvent(slack, message, event), sendMention(slack, message)]);
}

/** Tells the app of an edit. A mention that the edit adds comes as a mention of its own. */
export async function announceChange(slack: Slack, message: Message, before: Message): Promise<void> {
  const event = hiddenEvent(slack, message, 'message_changed', {
    message: toWire(slack.workspace, message),
    previous_message: toWire(slack.workspace, before),
  });
  const addsMention = mentionsBot(slack.workspace, message) && !mentionsBot(slack.workspace, before);
  await Promise.all([sendMessageEvent(slack, message, event), addsMention && sendMention(slack, message)]);
}

export async function announceRemoval(slack: Slack, message: Message): Promise<void> {
  const previous = { deleted_ts: message.ts, previous_message: toWire(slack.workspace, message) };
  await sendMessageEvent(slack, message, hiddenEvent(slack, message, 'message_deleted', previous));
}

function hiddenEvent(slack: Slack, message: Message, subtype: string, fields: Json): Json {
  const ts = slack.workspace.ids.ts();
  return { type: 'message', subtype, hidden: true, channel: message.channel, ts, event_ts: ts, ...fields };
}

const baseEvent = (slack: Slack, message: Message): Json => {
  const { workspace } = slack;
  const current = findMessage(workspace, message.channel, message.ts) ?? message;
  const shared = workspace.channels.get(message.channel)?.shared === true;
  const { id: team } = teamOf(workspace, message.user);
  const dropped = current.files
    .flatMap((id) => workspace.files.get(id) ?? [])
    .filter(({ user }) => user !== undefined);
  return {
    ...toWire(workspace, current),
    ...(dropped.length > 0 && { files: dropped.map((file) => describeFile(slack, file)) }),
    channel: message.channel,
    team,
    ...(shared && { user_team: team, source_team: team }),
  };
};

async function sendMessageEvent(slack: Slack, message: Message, event: Json): Promise<void> {
  const channel = slack.workspace.channels.get(message.channel);
  if (!channel || !isBotIn(slack.workspace, channel)) return;
  await sendEvent(slack, { ...event, channel_type: channel.kind }, MESSAGE_EVENTS[channel.kind]);
}

async function sendMention(slack: Slack, message: Message): Promise<void> {
  const { workspace } = slack;
  const channel = workspace.channels.get(message.channel);
  // Slack sends no mention for a direct message, nor for what the app itself says.
  if (!channel || channel.kind === 'im' || !isBotIn(workspace, channel)) return;
  if (message.bot_id !== undefined || !mentionsBot(workspace, message)) return;
  await sendEvent(slack, { ...baseEvent(slack, message), type: 'app_mention', event_ts: message.ts });
}

const mentionsBot = (workspace: Workspace, message: Message): boolean =>
  message.text.includes(`<@${workspace.bot.userId}>`);
