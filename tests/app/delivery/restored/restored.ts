/** A world that goes on from a backup, elsewhere. */
import { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { DeliveryConfig } from '#src/delivery/deps.ts';
import { createPostingClient } from '#src/delivery/post.ts';
import { startWatching, type RunningWatch } from '#src/watching/start-watching.ts';
import { createForgettables } from '#src/platform/forgettables.ts';
import { openStore, type Store } from '#src/storage/database/database.ts';
import { recentDeliveries, type Delivery } from '#src/storage/deliveries.ts';
import { exportRows, importRows } from '#src/storage/database/transfer.ts';
import { OPEN_HOUSE } from '../../access/actors.ts';
import { newPlace, openFor } from '../../storage/stores.ts';
import { catalog, passUntil, SECRETS, silent, TIMEOUT_MS, type World } from '../world.ts';

const OPEN: ReadonlySet<Delivery['state']> = new Set(['pending', 'sending']);

/** Everything that is kept, as an export has it. */
export async function backUp({ store, now }: World): Promise<readonly string[]> {
  const lines: string[] = [];
  await exportRows(store, (line) => void lines.push(line), now());
  return lines;
}

export interface Restored {
  readonly store: Store;
  readonly delivery: RunningWatch;
}

/** How whoever goes on differs from the world's own. */
interface Other {
  readonly config?: Partial<DeliveryConfig>;
  /** How far its clock is ahead of the world's, in milliseconds. */
  readonly clockOff?: number;
  /** Where its Slack is. */
  readonly apiUrl?: string;
  readonly timeoutMs?: number;
}

/** Stops what runs, and delivers from the backup, elsewhere. */
export async function restore(world: World, lines: readonly string[], other: Other = {}): Promise<Restored> {
  await world.delivery.stop();
  const place = await newPlace();
  const empty = await openStore({ ...place, as: 'bot' });
  await importRows(empty, Readable.from(lines));
  await empty.close();
  return await goOn(world, await openFor(place), other);
}

/** Delivers in the place of a world's own delivery, which has stopped, as a process that has not heard of Slack's clock yet. */
export async function goOn(world: World, store: Store, other: Other = {}): Promise<Restored> {
  const { config, clockOff = 0, timeoutMs = TIMEOUT_MS } = other;
  // By this address it has heard of none.
  const slackApiUrl = other.apiUrl ?? world.slack.apiUrl.replace('/api/', '/./api/');
  const client = createPostingClient(SECRETS.botToken, timeoutMs, { slackApiUrl, logger: silent });
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const delivery = await startWatching({
    house: OPEN_HOUSE,
    forgettables: createForgettables(),
    store,
    clientFor: () => client,
    catalog: () => catalog,
    now: () => world.now() + clockOff,
    log,
    config: { postsPerSecond: undefined, leaseMs: 20_000, ...config },
  });
  onTestFinished(async () => void (await delivery.stop()));
  return { store, delivery };
}

/** The deliveries of a digest or alert, newest first, once there are so many and none is open. */
export async function finished(
  world: World,
  { store, delivery }: Restored,
  subject: string,
  many: number,
): Promise<readonly Delivery[]> {
  let rows: readonly Delivery[] = [];
  let looking = false;
  await passUntil(world, () => {
    delivery.wake();
    if (!looking) {
      looking = true;
      void (async () => {
        rows = await recentDeliveries(store.db, world.slack.workspace.team.id, subject, 50);
        looking = false;
      })();
    }
    return rows.length >= many && rows.every(({ state }) => !OPEN.has(state));
  });
  return rows;
}
