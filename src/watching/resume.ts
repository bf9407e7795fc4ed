/** Lets a row that was paused go on. Whether somebody may ask for it is decided before: in `manage-*.ts`. */
import { updateAlert, type StoredAlert } from '#src/storage/alerts.ts';
import type { Db } from '#src/storage/database/schema.ts';
import { updateSubscription, type Subscription } from '#src/storage/subscriptions.ts';
import { nextSlot } from '#src/domain/watching/schedules/slots.ts';

/**
 * From now on: slots that passed while it was paused are not made up for. One that is not paused keeps its slot, due or not;
 * one whose schedule can't be read stays paused, and one whose schedule has ended meanwhile is finished.
 */
export async function letDigestGoOn(db: Db, digest: Subscription, now: number): Promise<void> {
  const { schedule, zone, team, id, state, pausedUntil } = digest;
  const isHeld = pausedUntil !== null && pausedUntil > now;
  if ((state === 'active' && !isHeld) || schedule === undefined) return;
  const next = nextSlot(schedule, zone, now);
  await updateSubscription(db, team, id, {
    reason: null,
    pausedUntil: null,
    ...(next === undefined ? { state: 'finished' } : { state: 'active', next }),
  });
}

/** Ends a snooze and a pause. One that has fired still waits for the price to come back. */
export async function letAlertGoOn(db: Db, alert: StoredAlert): Promise<void> {
  await updateAlert(db, alert, {
    state: alert.state === 'paused' ? 'armed' : alert.state,
    reason: null,
    snoozedUntil: null,
  });
}
