/** Sends by hand what ended without a post, once: "Send now" under the message that tells of it. */
import type { Actor } from '#src/access/actor.ts';
import type { House } from '#src/access/may.ts';
import { barTo, type Refused } from '#src/access/owned.ts';
import { findAlert } from '#src/storage/alerts.ts';
import { findDelivery, findSlot, newDelivery } from '#src/storage/deliveries.ts';
import { findSubscription } from '#src/storage/subscriptions.ts';
import type { DeliveryDeps } from '#src/delivery/deps.ts';
import { enqueue } from '#src/delivery/enqueue.ts';

/** Begins the slot of what somebody asked for at once. */
export const BY_HAND = 'now ';

/** `gone`: the digest or alert was deleted, or the delivery is too old to be kept. */
export type SentAgain = 'sent' | 'already' | 'gone';

/** @param id Of the delivery that ended without a post. */
export async function sendAgain(
  deps: Pick<DeliveryDeps, 'store' | 'queue' | 'config' | 'now'> & { readonly house: House },
  actor: Actor,
  id: string,
): Promise<SentAgain | Refused> {
  const { team } = actor;
  const at = deps.now();
  const outcome = await deps.store.db.transaction().execute(async (db): Promise<SentAgain | Refused> => {
    const row = await findDelivery(db, id);
    if (row === undefined || row.team !== team) return 'gone';
    const find = row.kind === 'alert' ? findAlert : findSubscription;
    const subject = await find(db, team, row.subject);
    const bar = barTo(actor, 'change', subject, deps.house);
    if (subject === undefined || bar !== undefined) return bar ?? 'gone';
    const slot = `${BY_HAND}instead of ${row.slot}`;
    if (row.state === 'sent' || (await findSlot(db, row.subject, slot)) !== undefined) return 'already';
    const of = { team, kind: row.kind, subject: row.subject, slot, channel: subject.channel };
    // An alert says what it fired on; a digest is of now.
    const again = newDelivery(of, at, { payload: row.kind === 'alert' ? row.payload : null });
    await enqueue(deps, db, [again], at);
    return 'sent';
  });
  deps.queue.wake();
  return outcome;
}
