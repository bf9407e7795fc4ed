/**
 * Watches prices for alerts. One fires on a price, by a delivery of its own that keeps that price; it is armed again when the
 * price has come back, when what it fired on was corrected or taken back, and when its message ended without being posted.
 */
import { anyRuleInWords } from '#src/domain/watching/quote-alert.ts';
import { judgeWatched } from '#src/domain/watching/watched.ts';
import { mrkdwnLine } from '#src/presentation/mrkdwn.ts';
import { LIMITS } from '#src/presentation/limits.ts';
import { alertsAfter, firingSlot, updateAlert, type StoredAlert } from '#src/storage/alerts.ts';
import {
  changeDelivery,
  findSlot,
  subjectOfAlertNotices,
  type Doubt,
  type NewDelivery,
} from '#src/storage/deliveries.ts';
import { newId } from '#src/storage/database/ids.ts';
import {
  CLOCKS_APART_MS,
  findRestored,
  NEWS_AFTER_MS,
  RESTORED,
  type Restored,
} from '#src/storage/database/restores.ts';
import type { Db } from '#src/storage/database/schema.ts';
import type { DeliveryDeps } from '#src/delivery/deps.ts';
import { enqueue } from '#src/delivery/enqueue.ts';
import { isSameReading, readReading, writeReading } from './stored-reading.ts';
import { nameOfWatched, observe, stands, type Observed, type WatchDeps } from './watch.ts';

const PAGE = 200;

type CheckDeps = Pick<DeliveryDeps, 'store' | 'queue' | 'config' | 'now'> & WatchDeps;

/** Said of a firing whose price did not stand until it was posted. */
export const CORRECTED = 'the price that it fired on was corrected or taken back';

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

async function checkAlert(deps: CheckDeps, given: StoredAlert): Promise<boolean> {
  const at = deps.now();
  const { db } = deps.store;
  if (given.snoozed_until !== null && given.snoozed_until > at) return false;
  const kept = readReading(given.fired_on);
  const standing = kept === undefined || (await stands(deps, kept)) ? given : await takeBack(deps, given);
  if (standing === undefined) return false;
  const seen = await observe(deps, standing);
  const alert = await keepSeries(db, standing, seen, kept?.on === 'figure');
  if (alert === undefined) return false;
  await tellSilence(deps, alert, seen);
  const { watched } = seen;
  if (watched === undefined) return false;
  const firedOn = readReading(alert.fired_on);
  const verdict = judgeWatched(watched, alert.state === 'fired');
  const calm = judgeWatched(watched, true) === 'arm';
  if (calm && (verdict === 'arm' || firedOn !== undefined)) {
    await change(db, alert, ARMED);
    return false;
  }
  if (verdict !== 'fire') return false;
  const reading = writeReading(watched);
  // One whose message may have been posted, or can't be, waits for another price.
  if (firedOn !== undefined && isSameReading(firedOn, readReading(reading))) return false;
  return await db.transaction().execute(async (inside) => {
    const count = alert.fired_count + 1;
    const firing = { state: 'fired', fired_count: count, fired_at: null, fired_on: reading } as const;
    // Another process may have seen the same: one of the two changes the row.
    const mine = await updateAlert(inside, alert, firing);
    if (!mine) return false;
    const doubt = doubtOfFiring(alert, await findRestored(inside, at), at);
    const fires = deliveryOf(alert, count, at, reading);
    await enqueue(deps, inside, [doubt === undefined ? fires : { ...fires, doubt, reason: RESTORED }], at);
    return true;
  });
}

const ARMED = { state: 'armed', fired_on: null } as const;

/** @returns the alert as it is now; `undefined` where another process has changed it */
async function change(
  db: Db,
  alert: StoredAlert,
  changes: Partial<StoredAlert>,
): Promise<StoredAlert | undefined> {
  return (await updateAlert(db, alert, changes)) ? { ...alert, ...changes } : undefined;
}

/** Keeps the series that was chosen for an alert: it is judged anew there, whatever it had fired on before. */
async function keepSeries(
  db: Db,
  alert: StoredAlert,
  { series }: Observed,
  ofFigure: boolean,
): Promise<StoredAlert | undefined> {
  if (series === alert.series) return alert;
  return await change(db, alert, { series, ...(ofFigure && ARMED) });
}

/** What it fired on does not stand: where that is not posted yet, it is not posted, and the alert is armed again. */
async function takeBack({ store, now }: CheckDeps, alert: StoredAlert): Promise<StoredAlert | undefined> {
  return await store.db.transaction().execute(async (db) => {
    const row = await findSlot(db, alert.id, firingSlot(alert.fired_count));
    const skipped = { state: 'skipped', reason: CORRECTED, finished_at: now() } as const;
    if (row?.state === 'pending') await changeDelivery(db, row, skipped);
    return await change(db, alert, ARMED);
  });
}

/** The first firing after a restore may be one that was posted after the backup. */
function doubtOfFiring(
  { fired_at, created_at }: StoredAlert,
  restored: Restored | undefined,
  at: number,
): Doubt | undefined {
  if (restored === undefined) return undefined;
  const { backedUpAt, startedAt, doubtUntil } = restored;
  const last = fired_at ?? created_at;
  if (last > doubtUntil || at > startedAt + NEWS_AFTER_MS) return undefined;
  // A clock that was behind, or ahead, must not hide a post.
  const since = backedUpAt > startedAt ? last : Math.max(last, backedUpAt);
  return { since: since - CLOCKS_APART_MS };
}

function deliveryOf(alert: StoredAlert, count: number, at: number, payload: string): NewDelivery {
  return {
    id: newId(),
    team: alert.team,
    kind: 'alert',
    subject: alert.id,
    slot: firingSlot(count),
    slot_at: at,
    channel: alert.channel,
    state: 'pending',
    due_at: at,
    payload,
    reason: null,
    created_at: at,
  };
}

/** An alert that can't fire any more is not silent about it: its owner hears of it once. */
async function tellSilence(deps: CheckDeps, alert: StoredAlert, { rule, silence }: Observed): Promise<void> {
  const { store, now, queue } = deps;
  const { team, owner, id, metal } = alert;
  const slot = silence?.occasion;
  if (rule === undefined || silence === undefined || slot === undefined) return;
  const subject = subjectOfAlertNotices(id);
  if ((await findSlot(store.db, subject, slot)) !== undefined) return;
  const at = now();
  const name = [nameOfWatched(deps, metal), ': ', ...anyRuleInWords(rule)];
  const heading = [{ strong: ['Your alert has nothing to look at'] }, ' (', ...name, '). '];
  const text = mrkdwnLine([...heading, ...silence.words], { room: LIMITS.sectionText });
  const notice: NewDelivery = {
    id: newId(),
    team,
    kind: 'notice',
    subject,
    slot,
    slot_at: at,
    channel: owner,
    state: 'pending',
    due_at: at,
    payload: JSON.stringify({ of: 'watched', text }),
    reason: null,
    created_at: at,
  };
  await store.db.transaction().execute((db) => enqueue(deps, db, [notice], at));
  queue.wake();
}
