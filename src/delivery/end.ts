/**
 * How a delivery ends without a post: in one transaction its row says why, what it belongs to is paused where its place, its
 * workspace or its token refuses, and its owner is told.
 */
import { findAlert, firingUnsent, updateAlert } from '#src/storage/alerts.ts';
import { changeDelivery, type Delivery } from '#src/storage/deliveries.ts';
import type { Db } from '#src/storage/database/schema.ts';
import { findSubscription, updateSubscription } from '#src/storage/subscriptions.ts';
import { countPausedFor } from '#src/storage/counts.ts';
import type { DeliveryDeps } from './deps.ts';
import type { RefusingEnd } from './slack-errors.ts';
import { tellOwners, type EndedItem, type ToTell } from './tell-owner.ts';

interface End {
  readonly state: 'skipped' | 'failed';
  /** For people. */
  readonly reason: string;
  /** Nothing will be posted until a person mends it: what it belongs to is paused. */
  readonly refusedBy?: RefusingEnd;
  /** It may have been posted all the same. */
  readonly unsure?: boolean;
  /** Its owner wants it so, and is not told. */
  readonly byWish?: boolean;
}

/** It ends without a post. */
export async function end(deps: DeliveryDeps, row: Delivery, how: End): Promise<undefined> {
  const { store, now, log } = deps;
  const { state, reason } = how;
  log.info({ delivery: row.id, channel: row.channel, slot: row.slot, reason }, `a delivery was ${state}`);
  const told = await store.write(async (db) => {
    const ended = await changeDelivery(db, row, { state, reason, finishedAt: now() });
    if (ended === undefined || row.kind === 'notice') return false;
    if (row.kind === 'alert') {
      // What may have been posted, or can't be drawn, is not tried again with the same price.
      const again = how.refusedBy !== undefined || (state === 'skipped' && how.unsure !== true);
      await firingUnsent(db, row, again);
    }
    if (how.byWish === true) return false;
    const telling = await whomToTell(db, row, how);
    if (telling !== undefined) await tellOwners(deps, db, [telling], now());
    return telling !== undefined;
  });
  if (told) deps.queue.wake();
}

async function whomToTell(db: Db, row: Delivery, how: End): Promise<ToTell | undefined> {
  const found = await findSubject(db, row);
  if (found === undefined) return undefined;
  const { owner, zone } = found;
  const { team, channel } = row;
  const { reason, refusedBy, unsure } = how;
  const item: EndedItem = {
    kind: row.kind === 'alert' ? 'alert' : 'digest',
    subject: row.subject,
    delivery: row.id,
    at: row.slotAt,
    zone,
    channel,
    again: refusedBy === undefined,
  };
  if (refusedBy === undefined) {
    return { team, owner, cause: unsure === true ? 'unsure' : 'left out', reason, item };
  }
  // In a place that is refused, the next is refused as well: the first has told of it.
  const of = { team, owner, reason, ...(refusedBy === 'place' && { channel }) };
  const known = await countPausedFor(db, of);
  if (!(await found.pause(reason))) return undefined;
  return { team, owner, cause: 'paused', reason, item, known: known > 0 };
}

interface Subject {
  readonly owner: string;
  readonly zone: string;
  /** @returns whether it was not paused before */
  pause(reason: string): Promise<boolean>;
}

async function findSubject(db: Db, { kind, team, subject }: Delivery): Promise<Subject | undefined> {
  if (kind === 'alert') {
    const alert = await findAlert(db, team, subject);
    return (
      alert && {
        owner: alert.owner,
        zone: 'UTC',
        pause: async (reason) =>
          alert.state !== 'paused' && (await updateAlert(db, alert, { state: 'paused', reason })),
      }
    );
  }
  const subscription = await findSubscription(db, team, subject);
  return (
    subscription && {
      owner: subscription.owner,
      zone: subscription.zone,
      pause: async (reason) =>
        subscription.state !== 'paused' &&
        (await updateSubscription(db, team, subject, { state: 'paused', reason })),
    }
  );
}
