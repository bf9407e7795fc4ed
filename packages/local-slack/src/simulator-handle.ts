/** What the one who started a simulator holds: people to act as, what is to be seen, and time to wait for it. */
import { asJson, textIn } from './wire/json.ts';
import type { Change } from './state/changes.ts';
import type { Dispatch } from './wire/dispatch.ts';
import { sendEvent, wrapEvent } from './wire/events.ts';
import type { Ack, Exchange, FromApp, ToApp } from './wire/exchange-log.ts';
import type { Faults } from './wire/faults.ts';
import { messagesOf } from './state/message-store.ts';
import type { Slack } from './slack.ts';
import type { SocketHub } from './wire/socket-hub.ts';
import { createFormMemory } from './state/form-memory.ts';
import { createUserElements, type UserElements } from './people/user-elements.ts';
import { createUserViews, type UserViews } from './people/user-views.ts';
import { createUserMessages, type UserMessages } from './people/user-messages.ts';
import { homeOf, viewsOf } from './state/view-store.ts';
import { createWatch, type Watch } from './watch.ts';
import { directMessage, emptyWorkspace, findChannel, type Workspace } from './state/workspace.ts';
import type { Json, Message, Person, View } from './wire/wire-types.ts';

export type User = Person & UserMessages & UserElements & UserViews;

export type Simulator = Watch & {
  /** `http://127.0.0.1:<port>`, or a proxy's where one is between. */
  readonly url: string;
  /** Where it listens. */
  readonly port: number;
  /** What `SLACK_API_URL` must be: with a slash at the end. */
  readonly apiUrl: string;
  readonly workspace: Workspace;
  readonly users: readonly User[];
  /** A person by name or id. Throws when there is none. */
  user: (name: string) => User;
  setAppUrl: (url: string | undefined) => void;
  /** The messages of a channel, or with `dm:Buyer` of a person's direct message, oldest first: those everyone sees, and `visibleTo`'s own. */
  messagesIn: (
    channel: string,
    options?: { readonly thread?: string; readonly visibleTo?: User | string },
  ) => readonly Message[];
  /** Does something as a person, and resolves with the first message of the bot that comes after. */
  answerTo: (act: () => Promise<unknown>, options?: { readonly timeoutMs?: number }) => Promise<Message>;
  homeOf: (user: User | string) => View | undefined;
  openViews: (user: User | string) => readonly View[];
  /** What the Slack client would have told a person, newest last. */
  notices: (user: User | string) => readonly string[];
  exchanges: () => readonly Exchange[];
  /** Calls of one Web API method, or of `response_url`, with arguments and answers. */
  callsTo: (method: string) => readonly FromApp[];
  /** Requests to the app: of one kind (`app_mention`, `block_actions`, `slash_commands`), or all. */
  requests: (kind?: string) => readonly ToApp[];
  /** Sends any event the manifest subscribes to, with or without `type` of a message; `undefined` when it does not. */
  sendEvent: (event: Json, subscription?: string) => Promise<Ack | undefined>;
  /** The `event_callback` around an event, to be sent by `dispatch.event` as it is, twice for example. */
  wrapEvent: (event: Json) => Json;
  readonly dispatch: Dispatch;
  readonly faults: Faults;
  readonly sockets: Pick<SocketHub, 'count' | 'refresh' | 'frame' | 'drop'>;
  subscribe: (listener: (change: Change) => void) => () => void;
  /** Forgets all that was said, opened, sent and switched; people and channels stay. */
  startOver: () => void;
  close: () => Promise<void>;
};

/** @param close stops the server and all that runs */
export function createHandle(
  slack: Slack,
  sockets: SocketHub,
  port: number,
  close: () => Promise<void>,
): Simulator {
  const { workspace, log, dispatch, faults } = slack;
  const watch = createWatch(workspace, log, dispatch);
  const users = workspace.people
    .filter((person) => !person.is_bot)
    .map((person) => createUser(slack, person));
  const user = (name: string): User => {
    const found = users.find((u) => u.id === name || u.name === name.toLowerCase());
    if (!found)
      throw new Error(
        `There is no ${name} in the playground: there are ${users.map((u) => u.real_name).join(', ')}.`,
      );
    return found;
  };
  const idOf = (given: User | string): string => (typeof given === 'string' ? user(given).id : given.id);
  const notices = new Map<string, readonly string[]>();
  workspace.changes.subscribe((change) => {
    if (change.kind === 'notice')
      notices.set(change.user, [...(notices.get(change.user) ?? []), change.text]);
  });
  return {
    ...watch,
    url: slack.url(),
    port,
    apiUrl: `${slack.url()}/api/`,
    workspace,
    users,
    user,
    setAppUrl: dispatch.setAppUrl,
    messagesIn: (reference, { thread, visibleTo } = {}) => {
      const channel = reference.startsWith('dm:')
        ? directMessage(workspace, idOf(reference.slice(3)))
        : findChannel(workspace, reference);
      if (!channel) throw new Error(`There is no channel ${reference} in the playground.`);
      const reader = visibleTo === undefined ? undefined : idOf(visibleTo);
      return messagesOf(workspace, channel.id).filter(
        (m) =>
          (m.visible_to === undefined || m.visible_to === reader) &&
          (thread === undefined || (m.thread_ts ?? m.ts) === thread),
      );
    },
    answerTo: (act, options = {}) => answerTo(slack, watch, act, options),
    homeOf: (given) => homeOf(workspace, idOf(given)),
    openViews: (given) => viewsOf(workspace, idOf(given)),
    notices: (given) => notices.get(idOf(given)) ?? [],
    exchanges: log.all,
    callsTo: (method) =>
      log.all().filter((e): e is FromApp => e.direction === 'from-app' && e.method === method),
    requests: (kind) =>
      log
        .all()
        .filter((e): e is ToApp => e.direction === 'to-app' && (kind === undefined || e.kind === kind)),
    sendEvent: (event, subscription) => sendEvent(slack, event, subscription),
    wrapEvent: (event) => wrapEvent(workspace, event),
    dispatch,
    faults,
    sockets,
    subscribe: workspace.changes.subscribe,
    startOver: () => {
      emptyWorkspace(workspace);
      faults.clear();
      log.clear();
      notices.clear();
      workspace.changes.emit({ kind: 'emptied' });
    },
    close,
  };
}

function createUser(slack: Slack, person: Person): User {
  const memory = createFormMemory();
  return {
    ...person,
    ...createUserMessages(slack, person.id),
    ...createUserElements(slack, person.id, memory),
    ...createUserViews(slack, person.id, memory),
  };
}

async function answerTo(
  { workspace }: Slack,
  watch: Watch,
  act: () => Promise<unknown>,
  options: { readonly timeoutMs?: number },
): Promise<Message> {
  let answer: Message | undefined;
  const unsubscribe = workspace.changes.subscribe((change) => {
    if (change.kind !== 'message' && change.kind !== 'message-changed') return;
    // A reaction changes a message too, but says nothing.
    const says =
      change.kind === 'message' ||
      change.before.text !== change.message.text ||
      change.before.blocks !== change.message.blocks;
    if (says && change.message.bot_id !== undefined) answer ??= change.message;
  });
  try {
    const result = await act();
    const ack = asJson(result);
    if (ack?.['ok'] === false) throw new Error(`The app did not acknowledge: ${textIn(ack['reason'])}.`);
    return await watch.waitFor(() => answer, { what: 'an answer of the bot', ...options });
  } finally {
    unsubscribe();
  }
}
