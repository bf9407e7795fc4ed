/** Watches prices for alerts: each fires once, by a delivery of its own, and is armed again when the price has come back. */
import { judgeWatched, watchedAnswer } from '#src/domain/watched.ts';
import { renderMessage } from '#src/presentation/message.ts';
import { drawAhead } from '#src/presentation/picture.ts';
import { alertsAfter, findAlert, updateAlert, type StoredAlert } from '#src/storage/alerts.ts';
import type { Doubt, NewDelivery } from '#src/storage/deliveries.ts';
import { newId } from '#src/storage/ids.ts';
import { findRestored, RESTORED, type Restored } from '#src/storage/restores.ts';
import type { DeliveryDeps, Compose } from './deps.ts';
import type { ComposeDeps } from './digests.ts';
import { ALERT_MANAGE_ACTION, withManage } from './manage-button.ts';
import { enqueue } from './enqueue.ts';
import { BY_HAND } from './send-again.ts';
import { watch, type WatchDeps } from './watch.ts';

const PAGE = 200;

export type CheckDeps = Pick<DeliveryDeps, 'store' | 'queue' | 'config' | 'now'> & WatchDeps;

/**
 * Looks at every alert that is neither paused nor snoozed: to be called when data or quotes have changed.
 * @returns how many fired
 */
export async function checkAlerts(deps: CheckDeps): Promise<number> {
  let fired = 0;
  let last = '';
  for (;;) {
    const page = await alertsAfter(deps.store.db, last, PAGE);
    for (const alert of page) if (await checkAlert(deps, alert)) fired += 1;
    last = page.at(-1)?.id ?? last;
    if (page.length < PAGE) break;
  }
  if (fired > 0) deps.queue.wake();
  return fired;
}

async function checkAlert(deps: CheckDeps, alert: StoredAlert): Promise<boolean> {
  const at = deps.now();
  if (alert.snoozed_until !== null && alert.snoozed_until > at) return false;
  const watched = await watch(deps, alert);
  const verdict = watched === undefined ? 'stay' : judgeWatched(watched, alert.state === 'fired');
  if (verdict === 'stay') return false;
  if (verdict === 'arm') {
    await updateAlert(deps.store.db, alert, { state: 'armed' });
    return false;
  }
  return await deps.store.db.transaction().execute(async (db) => {
    const count = alert.fired_count + 1;
    // Another process may have seen the same: one of the two changes the row.
    const mine = await updateAlert(db, alert, { state: 'fired', fired_count: count, fired_at: at });
    if (!mine) return false;
    const doubt = doubtOfFiring(alert, await findRestored(db, at), at);
    const fires = firing(alert, count, at);
    await enqueue(deps, db, [doubt === undefined ? fires : { ...fires, doubt, reason: RESTORED }], at);
    return true;
  });
}

/** So long after a restore, feeds have brought what the backup lacks, and what fires is news. */
const NEWS_AFTER_MS = 86_400_000;

/** The first firing after a restore may be one that was posted after the backup. */
function doubtOfFiring(
  { fired_at, created_at }: StoredAlert,
  restored: Restored | undefined,
  at: number,
): Doubt | undefined {
  if (restored === undefined) return undefined;
  const { backedUpAt, startedAt } = restored;
  const last = fired_at ?? created_at;
  if (last > startedAt || at > startedAt + NEWS_AFTER_MS) return undefined;
  // A clock that was behind must not hide a post.
  return { since: backedUpAt > startedAt ? last : Math.max(last, backedUpAt), until: startedAt };
}

function firing(alert: StoredAlert, count: number, at: number): NewDelivery {
  return {
    id: newId(),
    team: alert.team,
    kind: 'alert',
    subject: alert.id,
    slot: `firing ${count}`,
    slot_at: at,
    channel: alert.channel,
    state: 'pending',
    due_at: at,
    payload: null,
    reason: null,
    created_at: at,
  };
}

/** Composes the messages of alerts that have fired. */
export function createAlertComposer(deps: ComposeDeps): Compose {
  return async (delivery) => {
    const alert = await findAlert(deps.store.db, delivery.team, delivery.subject);
    if (alert === undefined) return { kind: 'skip', reason: 'it was deleted', byWish: true };
    if (alert.state === 'paused' && !delivery.slot.startsWith(BY_HAND))
      return { kind: 'skip', reason: 'it was paused', byWish: true };
    const watched = await watch(deps, alert);
    if (watched === undefined) return { kind: 'skip', reason: 'there is no such price any more' };
    const said = watchedAnswer(deps.catalog(), watched, new Date(deps.now()));
    const { answer, draw } = await drawAhead(said, deps.findPicture);
    return {
      kind: 'post',
      payload: null,
      render: (without) =>
        withManage(renderMessage(answer, { draw, without }), ALERT_MANAGE_ACTION, alert.id),
    };
  };
}
