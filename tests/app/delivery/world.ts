/** A workspace with a running delivery: the local Slack, a store, and a clock that both go by and tests can move. */
import { createForgettables } from '#src/platform/forgettables.ts';
import { LogLevel } from '@slack/web-api';
import { onTestFinished } from 'vitest';
import { createPictures } from '#src/charts/pictures.ts';
import type { DeliveryConfig, Log } from '#src/delivery/deps.ts';
import { parseSchedule } from '#src/domain/watching/schedules/parse-schedule.ts';
import { formatSchedule } from '#src/domain/watching/schedules/schedule.ts';
import { createPostingClient, METADATA_TYPE } from '#src/delivery/post.ts';
import { nextSlot, settle } from '#src/domain/watching/schedules/slots.ts';
import { startWatching, type RunningWatch } from '#src/watching/start-watching.ts';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from 'local-slack';
import type { Store, StoreOptions } from '#src/storage/database/database.ts';
import { recentDeliveries, type Delivery } from '#src/storage/deliveries.ts';
import type { SubscriptionTable } from '#src/storage/database/schema.ts';
import { findSubscription, type Subscription } from '#src/storage/subscriptions.ts';
import { insertSubscriptionRow, subscriptionRow } from '../storage/rows.ts';
import { OPEN_HOUSE } from '../access/actors.ts';
import { newPlace, openFor } from '../storage/stores.ts';

export const SECRETS = { signingSecret: 'signing-secret', botToken: 'xoxb-local', appToken: 'xapp-local' };

export const manifestWith = (scopes: readonly string[]): SimulatorOptions['manifest'] => ({
  display_information: { name: 'Lodestone' },
  features: { bot_user: { display_name: 'Lodestone' } },
  oauth_config: { scopes: { bot: [...scopes] } },
});
export const SCOPES = ['chat:write', 'channels:history', 'im:history', 'im:write', 'channels:read'];

export const catalog: Catalog = await loadCatalog(readDataOptions({}));

/** Monday 1 June 2026, 08:59:50 in London and UTC + 1. */
export const START = Date.UTC(2026, 5, 1, 8, 59, 50);
/** A call that is given up leaves a post in doubt: a busy machine must not make it so. Where something hangs, it is shorter. */
export const TIMEOUT_MS = 5_000;

export interface World {
  readonly slack: Simulator;
  readonly place: Omit<StoreOptions, 'as'>;
  readonly store: Store;
  readonly delivery: RunningWatch;
  readonly logged: readonly string[];
  readonly now: () => number;
  /** Channel id of a channel's name. */
  channel(name: string): string;
  /** Adds a subscription whose next slot is the first after now. */
  subscribe(given?: Partial<SubscriptionTable>): Promise<Subscription>;
  /** Moves the clock, and wakes whatever waits for it. */
  pass(ms: number): void;
  /** The bot's messages in a channel that carry a delivery's key, by key. */
  posted(channel: string): Readonly<Record<string, number>>;
  /** Waits until the deliveries of a subscription are as wanted, and returns them, newest slot first. */
  until(subject: string, wanted: (rows: readonly Delivery[]) => boolean): Promise<readonly Delivery[]>;
  /** Waits until every delivery of a subscription is in one of these states. */
  settled(subject: string, states?: readonly Delivery['state'][]): Promise<readonly Delivery[]>;
}

export interface WorldOptions {
  readonly config?: Partial<DeliveryConfig>;
  readonly scopes?: readonly string[];
  readonly channels?: SimulatorOptions['channels'];
  readonly catalog?: () => Catalog;
  readonly draw?: boolean;
  /** How many deliveries run on the one store; 1 unless given. */
  readonly loops?: number;
  /** How long a call to Slack may take, in milliseconds. */
  readonly timeoutMs?: number;
  /** How far our own clock is ahead of Slack's, in milliseconds. */
  readonly clockOff?: number;
}

export async function newWorld(options: WorldOptions = {}): Promise<World> {
  const { config, scopes = SCOPES, channels = [{ name: 'general' }, { name: 'other' }] } = options;
  const { timeoutMs = TIMEOUT_MS, loops = 1, clockOff = 0 } = options;
  let offset = START - Date.now();
  const now = () => Date.now() + offset + clockOff;
  const slackNow = () => Date.now() + offset;
  const slack = await startSimulator({ manifest: manifestWith(scopes), ...SECRETS, now: slackNow, channels });
  onTestFinished(slack.close);
  const place = await newPlace();
  const store = await openFor(place);
  const logged: string[] = [];
  const write = (fields: object, message: string) =>
    void logged.push(`${message} ${JSON.stringify({ ...fields, error: errorOf(fields) })}`);
  const log: Log = { info: write, warn: write, error: write };
  const client = createPostingClient(SECRETS.botToken, timeoutMs, {
    slackApiUrl: slack.apiUrl,
    logger: silent,
  });
  const pictures = createPictures(catalog, { way: 'link' }, () => {});
  const running = await Promise.all(
    Array.from({ length: loops }, () =>
      startWatching({
        house: OPEN_HOUSE,
        forgettables: createForgettables(),
        store,
        clientFor: () => client,
        catalog: options.catalog ?? (() => catalog),
        findPicture: options.draw === true ? (subject) => pictures.pictureOf(subject) : undefined,
        now,
        log,
        config: { postsPerSecond: undefined, leaseMs: Math.max(4 * timeoutMs, 20_000), ...config },
      }),
    ),
  );
  onTestFinished(async () => void (await Promise.all(running.map((one) => one.stop()))));
  const [delivery] = running;
  if (delivery === undefined) throw new Error('a world has a delivery');
  const wake = () => running.forEach((one) => one.wake());
  const idOf = (name: string): string => {
    const found = [...slack.workspace.channels.values()].find((c) => c.name === name);
    if (found === undefined) throw new Error(`no channel ${name}`);
    return found.id;
  };
  const until: World['until'] = async (subject, wanted) => {
    const deadline = Date.now() + 15_000;
    for (;;) {
      const rows = await recentDeliveries(store.db, slack.workspace.team.id, subject, 50);
      if (wanted(rows)) return rows;
      if (Date.now() > deadline) throw new Error(`in vain: ${JSON.stringify(rows)}\n${logged.join('\n')}`);
      await new Promise((resolve) => void setTimeout(resolve, 20));
    }
  };
  return {
    slack,
    place,
    store,
    delivery,
    logged,
    now,
    channel: idOf,
    subscribe: async (given = {}) => {
      const row = subscriptionRow({
        team: slack.workspace.team.id,
        channel: idOf('general'),
        owner: slack.user('Buyer').id,
        content: JSON.stringify({ items: ['price'], metals: ['neodymium'] }),
        created_at: now(),
        ...given,
      });
      const parsed = parseSchedule(row.schedule);
      if (!parsed.ok) throw new Error(parsed.reason);
      const settled = settle(parsed.schedule, row.zone, now());
      const next = settled && nextSlot(settled, row.zone, now());
      if (settled === undefined || next === undefined) throw new Error(`never: ${row.schedule}`);
      const stored = { ...row, schedule: formatSchedule(settled), next_at: next.at, next_slot: next.key };
      await insertSubscriptionRow(store.db, stored);
      wake();
      const added = await findSubscription(store.db, row.team, row.id);
      if (added === undefined) throw new Error('it was not stored');
      return added;
    },
    pass: (ms) => {
      offset += ms;
      wake();
    },
    posted: (channel) => countPosts(slack, channel),
    until,
    settled: (subject, states = ['sent', 'skipped', 'failed']) =>
      until(subject, (rows) => rows.length > 0 && rows.every((row) => states.includes(row.state))),
  };
}

/** Posts that everyone sees, by the key that they carry. */
export function countPosts(slack: Simulator, channel: string): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const { metadata } of slack.messagesIn(channel)) {
    if (metadata?.['event_type'] !== METADATA_TYPE) continue;
    const key = JSON.stringify(metadata['event_payload']);
    counted[key] = (counted[key] ?? 0) + 1;
  }
  return counted;
}

/** Slack carries out only now what it was asked for first, and did not do. */
export async function carryOutLate({ slack }: World): Promise<void> {
  const [first] = slack.callsTo('chat.postMessage');
  const body = Object.entries(first?.args ?? {}).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  await fetch(`${slack.apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${SECRETS.botToken}` },
    body: new URLSearchParams(body),
  });
}

const errorOf = (fields: object): unknown =>
  'error' in fields && fields.error instanceof Error
    ? fields.error.stack
    : 'error' in fields
      ? fields.error
      : undefined;

/** Slack's client writes of each failure on its own. */
export const silent = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};

/** Lets time pass in steps until the deliveries of a subscription are finished. */
export async function untilDone(world: World, subject: string, step = 3000): Promise<readonly Delivery[]> {
  const moving = setInterval(() => world.pass(step), 50);
  try {
    return await world.settled(subject);
  } finally {
    clearInterval(moving);
  }
}

/** Lets time pass in steps until a condition holds. @throws where it never does, after so many steps */
export async function passUntil(
  world: World,
  holds: () => boolean,
  step = 1_000,
  steps = 600,
): Promise<void> {
  for (let i = 0; i < steps; i += 1) {
    if (holds()) return;
    world.pass(step);
    await new Promise((resolve) => void setTimeout(resolve, 20));
  }
  throw new Error(`in vain:\n${world.logged.join('\n')}`);
}
