/** A channel or workspace that refuses posts: what wanted to post there is paused, and its owner is told once. */
import { findAlert, updateAlert } from '#src/storage/alerts.ts';
import { changeDelivery, type Delivery, type NewDelivery } from '#src/storage/deliveries.ts';
import { newId } from '#src/storage/ids.ts';
import type { Db } from '#src/storage/schema.ts';
import { findSubscription, updateSubscription } from '#src/storage/subscriptions.ts';
import type { DeliveryDeps } from './deps.ts';
import { enqueue } from './enqueue.ts';
import { refusalInWords } from './slack-errors.ts';

/** What a notice says, as its delivery keeps it. */
export interface NoticePayload {
  readonly of: 'digest' | 'alert';
  readonly channel: string;
  readonly reason: string;
}

/** In one transaction: the delivery has failed, its subscription or alert is paused, and a notice is on its way. */
export async function refuse(deps: DeliveryDeps, row: Delivery, error: string): Promise<void> {
  const at = deps.now();
  const reason = refusalInWords(error);
  await deps.store.write(async (db) => {
    const failed = await changeDelivery(db, row, {
      state: 'failed',
      reason,
      payload: null,
      finished_at: at,
    });
    if (failed === undefined || row.kind === 'notice') return;
    const owner = await pause(db, row, reason);
    if (owner !== undefined) await enqueue(deps, db, [noticeOf(row, row.kind, owner, reason, at)], at);
  });
  deps.queue.wake();
}

/** @returns the owner; `undefined` where it was paused already, or is gone */
async function pause(db: Db, row: Delivery, reason: string): Promise<string | undefined> {
  if (row.kind === 'alert') {
    const alert = await findAlert(db, row.team, row.subject);
    if (alert === undefined || alert.state === 'paused') return undefined;
    return (await updateAlert(db, alert, { state: 'paused', reason })) ? alert.owner : undefined;
  }
  const subscription = await findSubscription(db, row.team, row.subject);
  if (subscription === undefined || subscription.state === 'paused') return undefined;
  await updateSubscription(db, row.team, row.subject, { state: 'paused', reason });
  return subscription.owner;
}

function noticeOf(
  row: Delivery,
  of: NoticePayload['of'],
  owner: string,
  reason: string,
  at: number,
): NewDelivery {
  const payload: NoticePayload = { of, channel: row.channel, reason };
  return {
    id: newId(),
    team: row.team,
    kind: 'notice',
    subject: row.subject,
    slot: `notice ${row.slot}`,
    slot_at: at,
    channel: owner,
    state: 'pending',
    due_at: at,
    payload: JSON.stringify(payload),
    reason: null,
    created_at: at,
  };
}
