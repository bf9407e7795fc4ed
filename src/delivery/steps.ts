/**
 * The steps of a delivery's row. Each names the attempt that it saw, and each claim makes a new one: whoever has lost the row
 * changes nothing, and learns of it.
 */
import { changeDelivery, findDelivery, type Delivery } from '#src/storage/deliveries.ts';
import type { Lane } from '#src/storage/due-deliveries.ts';
import { keepDirectMessage } from '#src/storage/direct-messages.ts';
import type { Composed, DeliveryDeps } from './deps.ts';
import type { Again } from './queues/queue.ts';
import { slackClock } from './slack-clock.ts';

/** Where Slack has told no time yet, one's own clock may be ahead by so much. */
const BLIND_MS = 900_000;
/** Slack tells whole seconds: what is due within this is due. */
const SLACK_ROUNDS_MS = 1_000;

/**
 * When to look for a second copy next, by one's own clock; `null` where it was done often enough. How long the message has stood
 * is Slack's to say: nobody asks for it once it is there, and whoever has sent it may have had another clock.
 * @param ts Of the message that stays.
 */
export function nextLookAgain(
  { config, clientFor, now }: Pick<DeliveryDeps, 'config' | 'clientFor' | 'now'>,
  team: string,
  ts: string,
): number | null {
  const stood = stoodFor(clientFor(team), now, ts);
  const wait = config.lookAgainMs.find((ms) => ms > stood + SLACK_ROUNDS_MS);
  return wait === undefined ? null : now() + wait - stood;
}

/** How long a message has been there, by Slack's clock. */
export const stoodFor = (client: object, now: () => number, ts: string): number =>
  Math.max(0, slackClock(client, now).now() - Number(ts) * 1000);

/** What is to be done with a row. */
export const laneOf = ({ state }: Pick<Delivery, 'state'>): Lane => (state === 'pending' ? 'post' : 'look');

/** Takes the row to post it; `undefined` where somebody else has. */
export async function claimToPost(
  deps: DeliveryDeps,
  row: Delivery,
  payload: string | null,
): Promise<Delivery | undefined> {
  const { store, now, config, clientFor } = deps;
  const at = now();
  const clock = slackClock(clientFor(row.team), now);
  const isBlind = clock.ahead() === undefined;
  return await store.write((db) =>
    changeDelivery(db, row, {
      state: 'sending',
      attempt: row.attempt + 1,
      // The earlier of both clocks: history is looked at from here on.
      firstAttemptAt: row.firstAttemptAt ?? Math.min(at, clock.now()) - (isBlind ? BLIND_MS : 0),
      askedAt: isBlind ? null : clock.now(),
      asks: row.asks + 1,
      dueAt: at + config.leaseMs,
      payload,
    }),
  );
}

/** Takes the row to look what became of it; `undefined` where somebody else has. */
export async function claimToLook(
  { store, now, config }: DeliveryDeps,
  row: Delivery,
): Promise<Delivery | undefined> {
  const until = now() + config.leaseMs;
  const held = row.state === 'sent' ? { lookAgainAt: until } : { dueAt: until };
  return await store.write((db) => changeDelivery(db, row, { attempt: row.attempt + 1, ...held }));
}

/** Holds a claimed row for as long again. @returns whether it is still ours */
export async function hold({ store, now, config }: DeliveryDeps, row: Delivery): Promise<boolean> {
  const until = now() + config.leaseMs;
  const held = row.state === 'sent' ? { lookAgainAt: until } : { dueAt: until };
  return (await changeDelivery(store.db, row, held)) !== undefined;
}

/** A message as Slack has it. */
interface Posted {
  readonly ts: string;
  readonly conversation: string;
  /** Second copies of it. */
  readonly others?: readonly string[];
}

/**
 * It was posted: written together with what the post changes elsewhere, and second copies are deleted. Where somebody else has
 * taken the row meanwhile, this may be a second copy, and is taken back.
 */
export async function recordSent(
  deps: DeliveryDeps,
  row: Delivery,
  composed: Composed,
  { ts, conversation, others = [] }: Posted,
  reason: string | null,
): Promise<Again | undefined> {
  const { store, now } = deps;
  const at = now();
  const again = row.asks > 1 ? nextLookAgain(deps, row.team, ts) : null;
  const recorded = await store.write(async (db) => {
    if (/^[UW]/.test(row.channel) && conversation.startsWith('D')) {
      await keepDirectMessage(db, row.team, row.channel, conversation);
    }
    const changed = await changeDelivery(db, row, {
      state: 'sent',
      ts,
      reason,
      payload: null,
      lookAgainAt: again,
      finishedAt: at,
    });
    if (changed !== undefined && composed.kind === 'post') await composed.onSent?.(db, at);
    return changed !== undefined;
  });
  if (!recorded) {
    await settleLost(deps, row, { ts, conversation });
    return undefined;
  }
  // Only now: until it is recorded, another may have kept one of these.
  for (const other of others) await takeBack(deps, row, { ts: other, conversation });
  return again === null ? undefined : { at: again, lane: 'look' };
}

/** Another has the row, and this post may have been made all the same: what was sent instead is looked for once more. */
export async function doubtLost(deps: DeliveryDeps, { id, team }: Delivery): Promise<Again | undefined> {
  const found = await findDelivery(deps.store.db, id);
  if (found?.state !== 'sent') return undefined;
  // However long the other has stood: this one may come only now.
  const at = deps.now() + (deps.config.lookAgainMs[0] ?? 0);
  const next = Math.min(nextLookAgain(deps, team, found.ts ?? '0') ?? at, at);
  const changed = await changeDelivery(deps.store.db, found, { lookAgainAt: next });
  return changed && { at: next, lane: 'look' };
}

/** Another has finished the row, and now this post turns out to have been made. */
async function settleLost(deps: DeliveryDeps, row: Delivery, posted: Posted): Promise<void> {
  const found = await findDelivery(deps.store.db, row.id);
  if (found === undefined || found.ts === posted.ts) return;
  if (found.state === 'sent') await takeBack(deps, row, posted);
  if (found.state === 'skipped' || found.state === 'failed') {
    await changeDelivery(deps.store.db, found, {
      state: 'sent',
      ts: posted.ts,
      reason: 'it was posted after all',
    });
  }
}

/** Deletes a second copy of a message of our own. @returns whether it is gone */
export async function takeBack(
  { clientFor, log }: DeliveryDeps,
  row: Delivery,
  { ts, conversation }: Posted,
): Promise<boolean> {
  const about = { delivery: row.id, channel: conversation, slot: row.slot, ts };
  try {
    await clientFor(row.team).chat.delete({ channel: conversation, ts });
    log.warn(about, 'a post was there twice, and the second copy is deleted');
    return true;
  } catch (error) {
    log.error({ ...about, error }, 'a post is there twice, and the second copy can’t be deleted');
    return false;
  }
}

/** Lets go of it for a while. @returns when to come back; `undefined` where it was lost */
export async function waitUntil(
  { store, now }: DeliveryDeps,
  row: Delivery,
  state: 'pending' | 'sending',
  waitMs: number,
  changes: Partial<Pick<Delivery, 'reason' | 'asks' | 'askedAt'>> = {},
): Promise<Again | undefined> {
  const changed = await changeDelivery(store.db, row, { ...changes, state, dueAt: now() + waitMs });
  return changed && { at: changed.dueAt, lane: laneOf(changed) };
}
