/** The payloads of commands and interactions, in Slack's shapes. */
import { giveTrigger } from '../state/triggers.ts';
import { nameOf, toWire } from '../state/message-store.ts';
import { giveResponseUrl } from './response-url.ts';
import type { Slack } from '../slack.ts';
import { teamOf } from '../state/workspace.ts';
import type { Channel, Json, Message, View } from './wire-types.ts';

/** Who, where from, which app: what every interaction carries. */
export function basePayload({ workspace }: Slack, type: string, user: string): Json {
  const { team, appId, organisation } = workspace;
  const whole = organisation?.whole === true;
  const { id: teamId } = teamOf(workspace, user);
  const name = nameOf(workspace, user);
  return {
    type,
    user: { id: user, username: name, name, team_id: teamId },
    api_app_id: appId,
    token: 'playground',
    // An app of a whole organisation is told of the person's workspace alone.
    team: whole ? null : { id: teamId, domain: team.domain },
    enterprise: organisation === undefined ? null : { id: organisation.id, name: 'Local organisation' },
    is_enterprise_install: whole,
  };
}

/** The form fields of a slash command. */
export function commandFields(
  slack: Slack,
  given: { user: string; channel: Channel; command: string; text: string },
): Json {
  const { workspace } = slack;
  const { user, channel, command, text } = given;
  return {
    token: 'playground',
    team_id: teamOf(workspace, user).id,
    ...(workspace.organisation !== undefined && { enterprise_id: workspace.organisation.id }),
    team_domain: workspace.team.domain,
    channel_id: channel.id,
    channel_name: channelName(channel),
    user_id: user,
    user_name: nameOf(workspace, user),
    command,
    text,
    api_app_id: workspace.appId,
    is_enterprise_install: String(workspace.organisation?.whole === true),
    response_url: giveResponseUrl(slack, { channel: channel.id, user }),
    trigger_id: giveTrigger(slack, user),
  };
}

const channelName = (channel: Channel): string => (channel.kind === 'im' ? 'directmessage' : channel.name);

/**
 * Where in the workspace a message's payload comes from: the conversation, the message itself, and the way to answer.
 * After a press that way replaces the message; after a shortcut, which may be run on anyone's, it posts a new one.
 */
export function messagePlace(
  slack: Slack,
  message: Message,
  user: string,
  after: 'press' | 'shortcut',
): Json {
  const channel = slack.workspace.channels.get(message.channel);
  const ephemeral = message.visible_to !== undefined;
  const thread = message.thread_ts;
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: ephemeral,
      ...(thread !== undefined && { thread_ts: thread }),
    },
    channel: { id: message.channel, name: channel ? channelName(channel) : '' },
    // An app gets no copy of an ephemeral message back.
    ...(!ephemeral && { message: toWire(slack.workspace, message) }),
    response_url: giveResponseUrl(slack, {
      channel: message.channel,
      user,
      ...(after === 'press' && { original: { ts: message.ts, ephemeral } }),
    }),
  };
}

export const viewPlace = (view: View): Json => ({ container: { type: 'view', view_id: view.id }, view });
