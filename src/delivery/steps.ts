/**
 * The steps of a delivery's row. Each names the attempt that it saw, and each claim makes a new one: whoever has lost the row
 * changes nothing, and learns of it.
 */
import { changeDelivery, findDelivery, type Delivery, type Lane } from '#src/storage/deliveries.ts';
import { keepDirectMessage } from '#src/storage/direct-messages.ts';
import type { Composed, DeliveryDeps } from './deps.ts';
import type { Again } from './queue.ts';
import { slackClock } from './slack-clock.ts';

/** Where Slack has told no time yet, one's own clock may be ahead by so much. */
const BLIND_MS = 900_000;
/** When to look for a second copy next; `null` where it was done often enough. @param sentAt When the message was found or sent. */
export function nextLookAgain(
  { config }: Pick<DeliveryDeps, 'config'>,
  sentAt: number,
  now: number,
): number | null {
  const wait = config.lookAgainMs.find((ms) => sentAt + ms > now);
  return wait === undefined ? null : sentAt + wait;
}

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
  const askedAt = clock.now();
  const blind = clock.ahead() === undefined ? BLIND_MS : 0;
  return await store.write((db) =>
    changeDelivery(db, row, {
      state: 'sending',
      attempt: row.attempt + 1,
      // The earlier of both clocks: history is looked at from here on.
      first_attempt_at: row.first_attempt_at ?? Math.min(at, askedAt) - blind,
      asked_at: askedAt,
      asks: row.asks + 1,
      due_at: at + config.leaseMs,
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
  const held = row.state === 'sent' ? { look_again_at: until } : { due_at: until };
  return await store.write((db) => changeDelivery(db, row, { attempt: row.attempt + 1, ...held }));
}

/** Holds a claimed row for as long again. @returns whether it is still ours */
export async function hold({ store, now, config }: DeliveryDeps, row: Delivery): Promise<boolean> {
  const until = now() + config.leaseMs;
  const held = row.state === 'sent' ? { look_again_at: until } : { due_at: until };
  return (await changeDelivery(store.db, row, held)) !== undefined;
}

/** A message as Slack has it. */
export interface Posted {
  readonly ts: string;
  readonly conversation: string;
}

/**
 * It was posted: written together with what the post changes elsewhere. Where somebody else has taken the row meanwhile,
 * this may be a second copy, and is taken back.
 */
export async function recordSent(
  deps: DeliveryDeps,
  row: Delivery,
  composed: Composed,
  { ts, conversation }: Posted,
  reason: string | null,
): Promise<Again | undefined> {
  const { store, now } = deps;
  const at = now();
  const again = row.asks > 1 ? nextLookAgain(deps, at, at) : null;
  const recorded = await store.write(async (db) => {
    if (/^[UW]/.test(row.channel) && conversation.startsWith('D')) {
      await keepDirectMessage(db, row.team, row.channel, conversation);
    }
    const changed = await changeDelivery(db, row, {
      state: 'sent',
      ts,
      reason,
      payload: null,
      look_again_at: again,
      finished_at: at,
    });
    if (changed !== undefined && composed.kind === 'post') await composed.onSent?.(db, at);
    return changed !== undefined;
  });
  if (!recorded) await settleLost(deps, row, { ts, conversation });
  return !recorded || again === null ? undefined : { at: again, lane: 'look' };
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
  changes: Partial<Pick<Delivery, 'reason' | 'asks' | 'asked_at'>> = {},
): Promise<Again | undefined> {
  const changed = await changeDelivery(store.db, row, { ...changes, state, due_at: now() + waitMs });
  return changed && { at: changed.due_at, lane: laneOf(changed) };
}
