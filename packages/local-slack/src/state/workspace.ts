/** The state of the simulated workspace. Values are never changed in place, so a test can keep what it saw. */
import type { Changes } from './changes.ts';
import { createIds, type Ids } from './ids.ts';
import type { Manifest } from './manifest-type.ts';
import type { Channel, FileEntry, Message, Person, View } from '../wire/wire-types.ts';

export type Trigger = { readonly user: string; readonly at: number; readonly view?: string; used: boolean };

export type ResponseAddress = {
  readonly channel: string;
  readonly user: string;
  /** The message whose button was pressed; none for a slash command. */
  readonly original?: { readonly ts: string; readonly ephemeral: boolean };
  readonly at: number;
  uses: number;
};

export type Workspace = {
  readonly manifest: Manifest;
  readonly changes: Changes;
  readonly ids: Ids;
  /** Milliseconds since 1970: the workspace's clock, which may be moved. */
  readonly now: () => number;
  readonly team: { readonly id: string; readonly domain: string; readonly name: string };
  /** What the workspace is of; `whole` where the app is installed in all of it. */
  readonly organisation?: Organisation;
  readonly appId: string;
  readonly bot: { readonly userId: string; readonly botId: string; readonly name: string };
  readonly people: readonly Person[];
  readonly channels: Map<string, Channel>;
  /** By channel, oldest first; ephemeral ones among them. */
  readonly messages: Map<string, readonly Message[]>;
  /** Every view that is open or published, by id. */
  readonly views: Map<string, View>;
  /** By user: ids of the open modals, the topmost last. */
  readonly stacks: Map<string, readonly string[]>;
  readonly homes: Map<string, string>;
  readonly files: Map<string, FileEntry>;
  readonly triggers: Map<string, Trigger>;
  readonly responseAddresses: Map<string, ResponseAddress>;
};

/** A person, as given to `startSimulator`, of the workspace unless another `team` is given. */
export type PersonOption = {
  readonly name: string;
  readonly tz?: string;
  readonly admin?: boolean;
  readonly guest?: boolean;
  /** The id of another workspace. */
  readonly team?: string;
  /** Further workspaces of the same organisation: `home` is the one that is simulated. */
  readonly workspaces?: readonly string[];
};
/** A channel, as given to `startSimulator`. The bot is in it unless `bot` is false; it is public unless `private`. */
export type ChannelOption = {
  readonly name: string;
  readonly bot?: boolean;
  readonly private?: boolean;
  /** With another company. */
  readonly shared?: boolean;
  /** Names of those in it; everybody, unless given. */
  readonly members?: readonly string[];
};
export type Organisation = { readonly id: string; readonly whole?: boolean };

export const DEFAULT_PEOPLE: readonly PersonOption[] = [
  { name: 'Buyer', tz: 'Europe/Berlin' },
  { name: 'Planner', tz: 'America/New_York' },
];
export const DEFAULT_CHANNELS: readonly ChannelOption[] = [{ name: 'general' }, { name: 'procurement' }];

export function createWorkspace(options: {
  manifest: Manifest;
  changes: Changes;
  now: () => number;
  people: readonly PersonOption[];
  channels: readonly ChannelOption[];
  organisation?: Organisation | undefined;
}): Workspace {
  const ids = createIds(options.now);
  const botName =
    options.manifest.features?.bot_user?.display_name ?? options.manifest.display_information.name;
  const bot = { userId: ids.next('U'), botId: ids.next('B'), name: botName };
  const team = { id: ids.next('T'), domain: 'local', name: 'Local Slack' };
  const humans = options.people.map(({ name, tz, admin, guest, team: other, workspaces = [] }) => ({
    id: ids.next('U'),
    name: name.toLowerCase(),
    real_name: name,
    tz: tz ?? 'Europe/London',
    is_admin: admin === true,
    is_restricted: guest === true,
    is_bot: false,
    team_id: other ?? team.id,
    workspaces: workspaces.map((id) => (id === 'home' ? team.id : id)),
  }));
  const botPerson = {
    id: bot.userId,
    name: botName.toLowerCase(),
    real_name: botName,
    tz: 'Europe/London',
    is_admin: false,
    is_restricted: false,
    is_bot: true,
    team_id: team.id,
    workspaces: [],
  };
  const everyone = humans.map((person) => person.id);
  const idsOf = (names: readonly string[] | undefined) =>
    humans.filter((person) => names?.includes(person.real_name) ?? true).map((person) => person.id);
  const channels: Channel[] = [
    ...options.channels.map(({ name, bot: joined, private: closed, shared, members }) => ({
      id: ids.next('C'),
      name,
      kind: closed === true ? ('group' as const) : ('channel' as const),
      ...(shared === true && { shared }),
      members: [...idsOf(members), ...(joined === false ? [] : [bot.userId])],
    })),
    ...everyone.map((id) => ({
      id: ids.next('D'),
      name: '',
      kind: 'im' as const,
      members: [id, bot.userId],
    })),
  ];
  return {
    manifest: options.manifest,
    changes: options.changes,
    ids,
    now: options.now,
    team,
    ...(options.organisation !== undefined && { organisation: options.organisation }),
    appId: ids.next('A'),
    bot,
    people: [...humans, botPerson],
    channels: new Map(channels.map((channel) => [channel.id, channel])),
    messages: new Map(),
    views: new Map(),
    stacks: new Map(),
    homes: new Map(),
    files: new Map(),
    triggers: new Map(),
    responseAddresses: new Map(),
  };
}

/** Forgets what was said and opened. */
export function emptyWorkspace(workspace: Workspace): void {
  const { messages, views, stacks, homes, files, triggers, responseAddresses } = workspace;
  for (const map of [messages, views, stacks, homes, files, triggers, responseAddresses]) map.clear();
}

/** By id, by name, or by #name. */
export function findChannel(workspace: Workspace, reference: string): Channel | undefined {
  const name = reference.replace(/^#/, '');
  return (
    workspace.channels.get(reference) ??
    [...workspace.channels.values()].find((channel) => channel.name !== '' && channel.name === name)
  );
}

/** By id, handle or name, with or without an @. */
export function findPerson(workspace: Workspace, reference: string): Person | undefined {
  const name = reference.replace(/^@/, '').toLowerCase();
  return workspace.people.find((person) => person.id === reference || person.name === name);
}

/** The workspace that somebody is of, and whether another company's. */
export function teamOf(workspace: Workspace, user: string): { id: string; stranger: boolean } {
  const person = findPerson(workspace, user);
  const id = person?.team_id ?? workspace.team.id;
  return { id, stranger: id !== workspace.team.id && (person?.workspaces ?? []).length === 0 };
}

/** The direct message between the bot and a person. */
export function directMessage(workspace: Workspace, user: string): Channel {
  const found = [...workspace.channels.values()].find((c) => c.kind === 'im' && c.members.includes(user));
  if (!found) throw new Error(`The playground has no direct message with ${user}.`);
  return found;
}

export function changeChannel(workspace: Workspace, channel: Channel): void {
  workspace.channels.set(channel.id, channel);
  workspace.changes.emit({ kind: 'channels' });
}

export const isBotIn = (workspace: Workspace, channel: Channel): boolean =>
  channel.members.includes(workspace.bot.userId);

/** The bot's scopes, as the manifest asks for them. */
export const grantedScopes = (workspace: Workspace): readonly string[] =>
  workspace.manifest.oauth_config?.scopes?.bot ?? [];
