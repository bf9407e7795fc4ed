/**
 * Watches prices for alerts. One fires on a price, by a delivery of its own that keeps that price; it is armed again when the
 * price has come back, when what it fired on was corrected or taken back, and when its message ended without being posted. That it
 * is over, corrected, or still so is said in the thread of its message.
 */
import { isoDate } from '#src/domain/measure/days.ts';
import { isBack, judge } from '#src/domain/watching/judge.ts';
import { isSameReading, readingToKeep } from '#src/domain/watching/kept-reading.ts';
import {
  alertsAfter,
  firingSlot,
  updateAlert,
  type AlertChanges,
  type StoredAlert,
} from '#src/storage/alerts.ts';
import { changeDelivery, findSlot, newDelivery } from '#src/storage/deliveries.ts';
import { findRestored, RESTORED } from '#src/storage/database/restores.ts';
import type { Db } from '#src/storage/database/schema.ts';
import { enqueue } from '#src/delivery/enqueue.ts';
import { observe } from './watch.ts';
import { stands } from './as-fired.ts';
import type { Observed } from './observe-quotes.ts';
import { type CheckDeps, follow, tellStill, doubtOfFiring, tellSilence } from './follow-up.ts';

const PAGE = 200;

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
  if (given.snoozedUntil !== null && given.snoozedUntil > at) return false;
  const before = given.firedOn;
  const standing = before === null || (await stands(deps, before)) ? given : await takeBack(deps, given);
  if (standing === undefined) return false;
  const seen = await observe(deps, standing);
  const alert = await keepSeries(db, standing, seen, before?.on === 'figure');
  if (alert === undefined) return false;
  await tellSilence(deps, alert, seen);
  const { watched } = seen;
  if (watched === undefined) return false;
  const { firedOn } = alert;
  const { rule, reading } = watched;
  // An edition that is newer than the one it came for is another.
  const isNewer =
    'edition' in rule &&
    rule.repeat === 'each' &&
    firedOn?.on === 'figure' &&
    (reading.edition ?? 0) > (firedOn.edition ?? 0);
  const verdict = judge(rule, alert.state === 'fired' && !isNewer, reading, isoDate(at));
  // What its message could not say is over as well.
  const isOver = alert.state !== 'fired' && firedOn !== null && isBack(rule, reading);
  if (verdict === 'arm' || isOver) {
    await db.transaction().execute(async (inside) => {
      if ((await change(inside, alert, ARMED)) !== undefined)
        await follow(deps, inside, alert, { what: 'over' });
    });
    return false;
  }
  if (verdict === 'stay' && alert.state === 'fired') await tellStill(deps, alert, watched);
  if (verdict !== 'fire') return false;
  const kept = readingToKeep(watched);
  // One whose message may have been posted, or can't be, waits for another price.
  if (firedOn !== null && isSameReading(firedOn, kept)) return false;
  return await db.transaction().execute(async (inside) => {
    const count = alert.firedCount + 1;
    const firing = { state: 'fired', firedCount: count, firedAt: null, firedOn: kept } as const;
    // Another process may have seen the same: one of the two changes the row.
    const mine = await updateAlert(inside, alert, firing);
    if (!mine) return false;
    const doubt = doubtOfFiring(alert, await findRestored(inside, at), at);
    const { id: subject, team, channel } = alert;
    const of = { team, kind: 'alert', subject, slot: firingSlot(count), channel } as const;
    const fires = newDelivery(of, at, {
      payload: JSON.stringify(kept),
      ...(doubt !== undefined && { doubt, reason: RESTORED }),
    });
    await enqueue(deps, inside, [fires], at);
    return true;
  });
}

const ARMED = { state: 'armed', firedOn: null } as const;

/** @returns the alert as it is now; `undefined` where another process has changed it */
async function change(db: Db, alert: StoredAlert, changes: AlertChanges): Promise<StoredAlert | undefined> {
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
async function takeBack(deps: CheckDeps, alert: StoredAlert): Promise<StoredAlert | undefined> {
  const { store, now } = deps;
  return await store.db.transaction().execute(async (db) => {
    const row = await findSlot(db, alert.id, firingSlot(alert.firedCount));
    const skipped = { state: 'skipped', reason: CORRECTED, finishedAt: now() } as const;
    if (row?.state === 'pending') await changeDelivery(db, row, skipped);
    const armed = await change(db, alert, ARMED);
    if (armed !== undefined) await follow(deps, db, alert, { what: 'corrected' });
    return armed;
  });
}
