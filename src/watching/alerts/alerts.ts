/**
 * Watches prices for alerts. One fires on a price, by a delivery of its own that keeps that price; it is armed again when the
 * price has come back, when what it fired on was corrected or taken back, and when its message ended without being posted. That it
 * is over, corrected, or still so is said in the thread of its message.
 */
import { DAY_MS, isoDate } from '#src/domain/measure/days.ts';
import { isBack, isPast, judge } from '#src/domain/watching/judge.ts';
import type { Watched } from '#src/domain/watching/watched.ts';
import { isSameReading, readingToKeep } from '#src/domain/watching/kept-reading.ts';
import { ruleInWords } from '#src/domain/watching/rule-words.ts';
import { mrkdwnLine } from '#src/presentation/mrkdwn.ts';
import { LIMITS } from '#src/presentation/limits.ts';
import {
  alertsAfter,
  firingSlot,
  followingSlot,
  updateAlert,
  type AlertChanges,
  type Following,
  type StoredAlert,
} from '#src/storage/alerts.ts';
import {
  changeDelivery,
  findSlot,
  subjectOfAlertNotices,
  newDelivery,
  type Doubt,
} from '#src/storage/deliveries.ts';
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
import { nameOfWatched, observe, type WatchDeps } from './watch.ts';
import { stands } from './as-fired.ts';
import type { Observed } from './observe-quotes.ts';

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

const WEEK_MS = 7 * DAY_MS;

/** What is to be said below the message of a firing; of `still`, how many weeks it has been so. */
interface Follow {
  readonly what: Following;
  readonly weeks?: number;
}

/** Within a transaction: says something more in the thread of the last firing's message, where that was posted. Once for each. */
async function follow(deps: CheckDeps, db: Db, alert: StoredAlert, { what, weeks }: Follow): Promise<void> {
  const { id: subject, team, channel, firedCount } = alert;
  const fired = await findSlot(db, subject, firingSlot(firedCount));
  if (fired?.state !== 'sent' || fired.ts === null || fired.channel !== channel) return;
  const at = deps.now();
  const slot = followingSlot(what, firedCount, weeks);
  const doubt = doubtOfFiring(alert, await findRestored(db, at), at);
  const delivery = newDelivery({ team, kind: 'alert', subject, slot, channel }, at, {
    threadTs: fired.ts,
    ...(doubt !== undefined && { doubt, reason: RESTORED }),
  });
  await enqueue(deps, db, [delivery], at);
  deps.queue.wake();
}

/** A threshold that a newer price is still past, a week or more after the message: said once a week. */
async function tellStill(
  deps: CheckDeps,
  alert: StoredAlert,
  { rule, reading, ...watched }: Watched,
): Promise<void> {
  const { firedOn, id, firedCount } = alert;
  if (!('when' in rule) || rule.repeat === 'once' || firedOn === null || !isPast(rule, reading)) return;
  const { db } = deps.store;
  const fired = await findSlot(db, id, firingSlot(firedCount));
  const weeks = fired === undefined ? 0 : Math.floor((deps.now() - fired.slotAt) / WEEK_MS);
  const newest = watched.on === 'quote' ? watched.series.quote.date : watched.figure.at;
  const before = firedOn.on === 'quote' ? firedOn.series.quote.date : (firedOn.at ?? String(firedOn.year));
  if (weeks < 1 || newest <= before) return;
  if ((await findSlot(db, id, followingSlot('still', firedCount, weeks))) !== undefined) return;
  await db.transaction().execute((inside) => follow(deps, inside, alert, { what: 'still', weeks }));
}

/** The first firing after a restore may be one that was posted after the backup. */
function doubtOfFiring(
  { firedAt, createdAt }: StoredAlert,
  restored: Restored | undefined,
  at: number,
): Doubt | undefined {
  if (restored === undefined) return undefined;
  const { backedUpAt, startedAt, doubtUntil } = restored;
  const last = firedAt ?? createdAt;
  if (last > doubtUntil || at > startedAt + NEWS_AFTER_MS) return undefined;
  // A clock that was behind, or ahead, must not hide a post.
  const since = backedUpAt > startedAt ? last : Math.max(last, backedUpAt);
  return { since: since - CLOCKS_APART_MS };
}

/** An alert that can't fire any more is not silent about it: its owner hears of it once. */
async function tellSilence(deps: CheckDeps, alert: StoredAlert, { rule, silence }: Observed): Promise<void> {
  const { store, now, queue } = deps;
  const { team, owner, id } = alert;
  const slot = silence?.occasion;
  if (rule === undefined || silence === undefined || slot === undefined) return;
  const subject = subjectOfAlertNotices(id);
  if ((await findSlot(store.db, subject, slot)) !== undefined) return;
  const at = now();
  const name = [nameOfWatched(deps, rule.of.material), ': ', ...ruleInWords(rule)];
  const heading = [{ strong: ['Your alert has nothing to look at'] }, ' (', ...name, '). '];
  const text = mrkdwnLine([...heading, ...silence.words], { room: LIMITS.sectionText });
  const payload = JSON.stringify({ of: 'watched', text });
  const notice = newDelivery({ team, kind: 'notice', subject, slot, channel: owner }, at, { payload });
  await store.db.transaction().execute((db) => enqueue(deps, db, [notice], at));
  queue.wake();
}
