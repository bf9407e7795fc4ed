/** The stream of events to one open page: a snapshot first, then all that changes for the person in it. */
import type { Change } from '../state/changes.ts';
import { findMessage, messagesOf } from '../state/message-store.ts';
import type { Simulator, User } from '../simulator-handle.ts';
import { directMessage, isBotIn, type Workspace } from '../state/workspace.ts';
import type { Channel, Message, Person } from '../wire/wire-types.ts';
import { avatarHtml } from './drawing/draw-avatar.ts';
import { drawMessage } from './drawing/draw-message.ts';
import { drawView, homeHtml } from './drawing/draw-view.ts';
import type {
  AppState,
  PageChannel,
  PageClock,
  PageEvent,
  PagePerson,
  Row,
  Snapshot,
  Switches,
} from './page-types.ts';
import { wireLine } from './wire-lines.ts';

export type Shared = {
  readonly slack: Simulator;
  readonly app: () => AppState;
  readonly clockMoved: () => boolean;
  /** The folder of what the app keeps. */
  readonly keptIn: string;
  /** By person, by channel: the `ts` up to which they have read. */
  readonly read: Map<string, Record<string, string>>;
};

/** As much as anyone scrolls through; a page opens at once though the local Slack has run for days. */
const ROWS_KEPT = 150;
const LINES_KEPT = 200;

/** Calls `send` with the snapshot, and then at each change. @returns stops it */
export function startStream(shared: Shared, user: User, send: (event: PageEvent) => void): () => void {
  const { slack } = shared;
  send(takeSnapshot(shared, user));
  return slack.subscribe((change) => {
    for (const event of eventsOf(shared, user, change)) send(event);
  });
}

function eventsOf(shared: Shared, user: User, change: Change): readonly PageEvent[] {
  const { slack } = shared;
  const { workspace } = slack;
  switch (change.kind) {
    case 'message':
    case 'message-changed': {
      const { message } = change;
      if (!sees(workspace, user, message)) return [];
      return [message, ...parentOf(workspace, message)].map((m) => ({
        kind: 'row',
        row: drawMessage(workspace, user, m),
      }));
    }
    case 'message-removed': {
      const { message } = change;
      const { channel, ts } = message;
      if (!sees(workspace, user, message)) return [];
      const parents = parentOf(workspace, message).map((m) => ({
        kind: 'row' as const,
        row: drawMessage(workspace, user, m),
      }));
      return [{ kind: 'gone', channel, ts }, ...parents];
    }
    case 'home':
      return change.user === user.id
        ? [{ kind: 'home', html: homeHtml(workspace, user, slack.homeOf(user)) }]
        : [];
    case 'views':
      return change.user === user.id
        ? [{ kind: 'views', views: slack.openViews(user).map((view) => drawView(workspace, user, view)) }]
        : [];
    case 'notice':
      return change.user === user.id ? [{ kind: 'notice', text: change.text }] : [];
    case 'channels':
      return [{ kind: 'channels', channels: channelsOf(workspace, user) }];
    case 'sockets':
      return [{ kind: 'sockets', open: change.open }];
    case 'exchange':
      return [{ kind: 'wire', line: wireLine(change.exchange, user.tz) }];
    case 'emptied':
      return [takeSnapshot(shared, user)];
    default:
      return [];
  }
}

/** A reply changes what the message it replies to shows below. */
function parentOf(workspace: Workspace, { channel, ts, thread_ts }: Message): readonly Message[] {
  const parent =
    thread_ts === undefined || thread_ts === ts ? undefined : findMessage(workspace, channel, thread_ts);
  return parent ? [parent] : [];
}

function sees(workspace: Workspace, user: User, message: Message): boolean {
  const channel = workspace.channels.get(message.channel);
  return (message.visible_to ?? user.id) === user.id && channel?.members.includes(user.id) === true;
}

export function clockFor({ slack, clockMoved }: Shared, user: User): PageClock {
  return { at: slack.workspace.now(), zone: user.tz, moved: clockMoved() };
}

export const switchesOf = ({ faults }: Simulator): Switches => ({
  repeatEvents: faults.repeatEvents > 0,
  refuseImages: faults.refuseImages,
  expireTriggers: faults.expireTriggers,
  slow: faults.slowness > 0,
});

const pagePerson = ({ id, name, real_name, is_bot }: Person): PagePerson => ({
  id,
  name,
  real_name,
  is_bot,
  avatar: avatarHtml(id, real_name, is_bot),
});

function channelsOf(workspace: Workspace, user: User): readonly PageChannel[] {
  const mine = directMessage(workspace, user.id).id;
  const shown = ({ id, kind, members }: Channel): boolean =>
    kind === 'im' ? id === mine : members.includes(user.id);
  return [...workspace.channels.values()].filter(shown).map((channel) => ({
    id: channel.id,
    name: channel.kind === 'im' ? workspace.bot.name : channel.name,
    kind: channel.kind,
    members: channel.members.length,
    bot: isBotIn(workspace, channel),
  }));
}

function rowsOf(workspace: Workspace, user: User): readonly Row[] {
  return channelsOf(workspace, user).flatMap(({ id }) =>
    messagesOf(workspace, id)
      .filter((message) => sees(workspace, user, message))
      .slice(-ROWS_KEPT)
      .map((message) => drawMessage(workspace, user, message)),
  );
}

function takeSnapshot(shared: Shared, user: User): Snapshot {
  const { slack } = shared;
  const { workspace } = slack;
  const { features } = workspace.manifest;
  const bot = workspace.people.find((person) => person.is_bot);
  if (!bot) throw new Error('The playground has no bot.');
  return {
    kind: 'snapshot',
    workspace: workspace.team.name,
    me: pagePerson(user),
    bot: pagePerson(bot),
    people: workspace.people.map(pagePerson),
    channels: channelsOf(workspace, user),
    rows: rowsOf(workspace, user),
    read: shared.read.get(user.id) ?? {},
    home: homeHtml(workspace, user, slack.homeOf(user)),
    homeTab: features?.app_home?.home_tab_enabled === true,
    views: slack.openViews(user).map((view) => drawView(workspace, user, view)),
    commands: (features?.slash_commands ?? []).map(({ command, description, usage_hint }) => ({
      command,
      description,
      hint: usage_hint ?? '',
    })),
    shortcuts: features?.shortcuts ?? [],
    wire: slack
      .exchanges()
      .slice(-LINES_KEPT)
      .map((exchange) => wireLine(exchange, user.tz)),
    switches: switchesOf(slack),
    sockets: slack.sockets.count(),
    clock: clockFor(shared, user),
    app: shared.app(),
    keptIn: shared.keptIn,
  };
}
