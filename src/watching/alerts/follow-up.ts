/** What is said after an alert's message: in its thread that it is over, corrected, or still so; to its owner that it has nothing to look at. */
import { DAY_MS } from '#src/domain/measure/days.ts';
import { isPast } from '#src/domain/watching/judge.ts';
import type { Watched } from '#src/domain/watching/watched.ts';
import { ruleInWords } from '#src/domain/watching/rule-words.ts';
import { mrkdwnLine } from '#src/presentation/text/mrkdwn.ts';
import { LIMITS } from '#src/presentation/limits.ts';
import { firingSlot, followingSlot, type Following, type StoredAlert } from '#src/storage/alerts.ts';
import { findSlot, subjectOfAlertNotices, newDelivery, type Doubt } from '#src/storage/deliveries.ts';
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
import { nameOfWatched, type WatchDeps } from './watch.ts';
import type { Observed } from './observe-quotes.ts';

/** What alerts are checked with. */
export type CheckDeps = Pick<DeliveryDeps, 'store' | 'queue' | 'config' | 'now'> & WatchDeps;

const WEEK_MS = 7 * DAY_MS;

/** What is to be said below the message of a firing; of `still`, how many weeks it has been so. */
interface Follow {
  readonly what: Following;
  readonly weeks?: number;
}

/** Within a transaction: says something more in the thread of the last firing's message, where that was posted. Once for each. */
export async function follow(
  deps: CheckDeps,
  db: Db,
  alert: StoredAlert,
  { what, weeks }: Follow,
): Promise<void> {
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
export async function tellStill(
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
export function doubtOfFiring(
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
export async function tellSilence(
  deps: CheckDeps,
  alert: StoredAlert,
  { rule, silence }: Observed,
): Promise<void> {
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
