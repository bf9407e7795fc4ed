/** Puts deliveries on their way, spread so that neither a channel nor a workspace gets too many at once. */
import { insertDeliveries, type NewDelivery } from '#src/storage/deliveries.ts';
import { bookPaces } from '#src/storage/paces.ts';
import type { Db } from '#src/storage/database/schema.ts';
import type { DeliveryDeps } from './deps.ts';

/** Slack takes about one message a second for a channel. */
const CHANNEL_GAP_MS = 1_100;

/** What is looked for first is no burst: few look at once. */
const isPaced = ({ state, doubt }: NewDelivery) => state === 'pending' && doubt === undefined;

/**
 * Within a transaction: books moments, adds the rows whose slot nobody has taken, and their jobs. Those that come as
 * skipped are only listed.
 */
export async function enqueue(
  { queue, config }: Pick<DeliveryDeps, 'queue' | 'config'>,
  db: Db,
  deliveries: readonly NewDelivery[],
  now: number,
): Promise<void> {
  const teamGap = config.postsPerSecond === undefined ? 0 : 1000 / config.postsPerSecond;
  const gaps = new Map<string, { readonly team: string; readonly gap: number; count: number }>();
  const toPost = deliveries.filter(isPaced);
  for (const { team, channel } of toPost) {
    for (const [key, gap] of [
      [teamKey(team), teamGap],
      [channelKey(team, channel), CHANNEL_GAP_MS],
    ] as const) {
      const known = gaps.get(key) ?? { team, gap, count: 0 };
      gaps.set(key, { ...known, count: known.count + 1 });
    }
  }
  const bookings = [...gaps].flatMap(([key, { team, gap, count }]) =>
    gap > 0 ? [{ key, team, span: Math.ceil(gap * count) }] : [],
  );
  const free = new Map(await bookPaces(db, now, bookings));
  const take = (key: string): number => {
    const at = free.get(key) ?? now;
    free.set(key, at + (gaps.get(key)?.gap ?? 0));
    return Math.floor(at);
  };
  const timed = deliveries.map((delivery) => {
    if (!isPaced(delivery)) return delivery;
    const { team, channel, dueAt } = delivery;
    const moment = Math.max(take(teamKey(team)), take(channelKey(team, channel)));
    return { ...delivery, dueAt: Math.max(dueAt, moment) };
  });
  const added = new Set(await insertDeliveries(db, timed));
  const jobs = timed.filter(({ id, state }) => state === 'pending' && added.has(id));
  await queue.add(
    db,
    jobs.map(({ id, dueAt }) => ({ id, dueAt })),
  );
}

const teamKey = (team: string) => `team ${team}`;
const channelKey = (team: string, channel: string) => `channel ${team} ${channel}`;
