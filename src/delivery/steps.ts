/**
 * The steps of a delivery's row. Each names the attempt that it saw, and each claim makes a new one: whoever has lost the row
 * changes nothing, and learns of it.
 */
import { changeDelivery, type Delivery } from '#src/storage/deliveries.ts';
import type { Composed, DeliveryDeps } from './deps.ts';

/** Takes the row for one attempt; `undefined` where somebody else has. */
export async function claim(
  { store, now, config }: DeliveryDeps,
  row: Delivery,
  payload: string | null,
): Promise<Delivery | undefined> {
  return await store.write((db) =>
    changeDelivery(db, row, {
      state: 'sending',
      attempt: row.attempt + 1,
      first_attempt_at: row.first_attempt_at ?? now(),
      due_at: now() + config.leaseMs,
      payload,
    }),
  );
}

/** Holds a claimed row for as long again. @returns whether it is still ours */
export async function hold({ store, now, config }: DeliveryDeps, row: Delivery): Promise<boolean> {
  return (await changeDelivery(store.db, row, { due_at: now() + config.leaseMs })) !== undefined;
}

/** It was posted, as `ts`: written together with what the post changes elsewhere. */
export async function recordSent(
  { store, now }: DeliveryDeps,
  row: Delivery,
  composed: Composed,
  ts: string,
  reason: string | null,
): Promise<undefined> {
  await store.write(async (db) => {
    const changed = await changeDelivery(db, row, {
      state: 'sent',
      ts,
      reason,
      payload: null,
      finished_at: now(),
    });
    if (changed !== undefined && composed.kind === 'post') await composed.onSent?.(db, now());
  });
}

/** It ends without a post. @param reason For people, who find it in the list. */
export async function finish(
  { store, now, log }: DeliveryDeps,
  row: Delivery,
  state: 'skipped' | 'failed',
  reason: string,
): Promise<undefined> {
  log.info({ delivery: row.id, channel: row.channel, slot: row.slot, reason }, `a delivery was ${state}`);
  await changeDelivery(store.db, row, { state, reason, payload: null, finished_at: now() });
}

/** Lets go of it for a while. @returns when to come back; `undefined` where it was lost */
export async function waitUntil(
  { store, now }: DeliveryDeps,
  row: Delivery,
  state: 'pending' | 'sending',
  waitMs: number,
): Promise<number | undefined> {
  const changed = await changeDelivery(store.db, row, { state, due_at: now() + waitMs });
  return changed?.due_at;
}
