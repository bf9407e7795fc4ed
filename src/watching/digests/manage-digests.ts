/**
 * What people do with digests: make, change, pause, resume, send now, list, delete. Each asks whether they may, so that no
 * caller has to; whether a channel can be posted to is Slack's to say, and asked before.
 */
import type { Actor } from '#src/access/actor.ts';
import { whyTooMany } from '#src/access/limits.ts';
import { isPerson, type House } from '#src/access/may.ts';
import { barTo, isRefused, whyNotPostedTo, type Managed, type Refused } from '#src/access/owned.ts';
import type { DigestContent } from '#src/domain/watching/digest-content.ts';
import { countOwned, takeTurn } from '#src/storage/counts.ts';
import { deleteDeliveries, newDelivery, redirectDeliveries } from '#src/storage/deliveries.ts';
import { newId } from '#src/storage/database/ids.ts';
import {
  deleteSubscription,
  findSubscription,
  insertSubscription,
  isReadable,
  listSubscriptions,
  updateSubscription,
  type NewSubscription,
  type Subscription,
} from '#src/storage/subscriptions.ts';
import type { Db } from '#src/storage/database/schema.ts';
import type { DeliveryDeps } from '#src/delivery/deps.ts';
import { enqueue } from '#src/delivery/enqueue.ts';
import { letDigestGoOn } from '#src/watching/resume.ts';
import { hasHolidays } from '#src/domain/watching/calendar/holidays.ts';
import { scheduleInWords } from '#src/domain/watching/schedules/schedule-words.ts';
import { formatSchedule, type Schedule } from '#src/domain/watching/schedules/schedule.ts';
import { nextSlot, settle } from '#src/domain/watching/schedules/slots.ts';
import { escapeMrkdwn } from '#src/presentation/mrkdwn.ts';
import { BY_HAND } from '#src/watching/send-again.ts';
import { deleteStray } from '#src/watching/strays.ts';

export interface ManageDeps extends Pick<DeliveryDeps, 'store' | 'queue' | 'config' | 'now'> {
  /** What the settings let people do. */
  readonly house: House;
}

/** Said of one that can't be read. */
export const BROKEN_DIGEST =
  'What is stored of it is broken, so nothing is posted. Delete it, and set it up again with `/nd digest`.';

const ANOTHERS_FORM = 'This form was sent by somebody else already: open a new one.';
const CRON_FOR_ADMINS =
  'A cron line is for admins of the workspace. Say the days: `weekly mon,thu 9:00`, `monthly first mon 9:00`, `quarterly last 9:00`.';
const sameAs = ({ schedule, zone }: NewSubscription): string =>
  `This digest comes here already: the same metals and content, ${escapeMrkdwn(`${scheduleInWords(schedule)} (${zone})`)}. \`/nd digest list\` changes it.`;
const NEVER = 'No day of it lies ahead, so nothing would come. Choose another day, or a later end.';
const FINISHED = 'It is finished: its last day is past. Change when it comes, and it goes on.';
const ENDS_BEFORE = 'It ends before that. Delete it, or pause it for a shorter time.';
const noHolidays = (country: string): string =>
  `I know no public holidays of “${escapeMrkdwn(country)}”. Say a country by its two letters, such as DE, FR, US or CN.`;
const NOT_YOURS = 'This digest is somebody else’s: it stays in a channel.';

/** What a person chooses. */
export interface DigestChoice {
  readonly channel: string;
  readonly content: DigestContent;
  readonly schedule: Schedule;
  /** A zone that `knownZone` knows. */
  readonly zone: string;
}

/**
 * Makes a digest, where there is room for one more.
 * @param id Of whatever asks for it: one digest is made for each, and changed where there is one already.
 */
export async function createDigest(
  deps: ManageDeps,
  actor: Actor,
  choice: DigestChoice,
  id = newId(),
): Promise<NewSubscription | Refused> {
  const { store, queue, now, house } = deps;
  const refused = whyNotPostedTo(actor, choice.channel, house);
  if (refused !== undefined) return refused;
  const changes = changesOf(choice, actor, now());
  if (isRefused(changes)) return changes;
  const subscription: NewSubscription = {
    id,
    team: actor.team,
    owner: actor.user,
    ...changes,
    createdAt: now(),
  };
  const outcome = await store.db.transaction().execute(async (db): Promise<NewSubscription | Refused> => {
    await takeTurn(db, store.kind, actor.team);
    if ((await findSubscription(db, actor.team, id)) !== undefined) {
      const bar = await barToChange({ db, house }, actor, id, choice.channel);
      if (bar !== undefined) return isRefused(bar) ? bar : { why: ANOTHERS_FORM };
      const changed = await updateDigest(db, actor, id, choice, now());
      return isRefused(changed) ? changed : subscription;
    }
    const here = await listSubscriptions(db, actor.team, { channel: choice.channel });
    if (here.some((other) => isSame(other, subscription))) return { why: sameAs(subscription) };
    const over = whyTooMany('digests', await countOwned(db, 'subscriptions', actor), house.limits);
    if (over === undefined) await insertSubscription(db, subscription);
    return over ?? subscription;
  });
  queue.wake();
  return outcome;
}

/** What two of one place that say the same at the same times have in common. */
const saidBy = ({ content, schedule, zone }: NewSubscription): string =>
  JSON.stringify([
    content.metals.toSorted(),
    content.items.toSorted(),
    content.skipUnchanged,
    formatSchedule(schedule),
    zone,
  ]);

/** Whether a second one would be a copy. */
const isSame = (one: Subscription, other: NewSubscription): boolean =>
  one.state !== 'finished' &&
  one.channel === other.channel &&
  isReadable(one) &&
  saidBy(one) === saidBy(other);

/** What is stored of a choice, or why it can't be. @param from Nothing comes before: now, or the end of a pause. */
function changesOf(
  { channel, content, schedule, zone }: DigestChoice,
  actor: Actor,
  now: number,
  from = now,
) {
  if (schedule.every === 'cron' && actor.standing !== 'admin') return { why: CRON_FOR_ADMINS };
  const country = schedule.holidays?.country;
  if (country !== undefined && !hasHolidays(country)) return { why: noHolidays(country) };
  const settled = settle(schedule, zone, now);
  const next = settled && nextSlot(settled, zone, from);
  if (settled === undefined || next === undefined) return { why: NEVER };
  return { channel, content, schedule: settled, zone, next };
}

/** @returns whether there was one to change, or why it can't be */
async function updateDigest(
  db: Db,
  actor: Actor,
  id: string,
  choice: DigestChoice,
  now: number,
): Promise<boolean | Refused> {
  const { team } = actor;
  const before = await findSubscription(db, team, id);
  const changes = changesOf(choice, actor, now, Math.max(now, before?.pausedUntil ?? now));
  if (isRefused(changes)) return changes;
  await redirectDeliveries(db, team, id, choice.channel);
  if (before?.state === 'finished')
    return await updateSubscription(db, team, id, { ...changes, state: 'active' });
  // Where its slot has come, and nobody has come to it yet, it is posted all the same, by what it says and where it goes now.
  const waits = before?.state !== 'active' || before.next.at > now;
  return await updateSubscription(db, team, id, waits ? changes : { ...changes, next: before.next });
}

/** Why somebody may not change a digest into what they chose; `undefined` where they may. */
export async function barToChange(
  { db, house }: Pick<ManageDeps, 'house'> & { readonly db: Db },
  actor: Actor,
  id: string,
  channel: string,
): Promise<'gone' | Refused | undefined> {
  const digest = await findSubscription(db, actor.team, id);
  const bar = barTo(actor, 'change', digest, house);
  if (digest === undefined || bar !== undefined) return bar ?? 'gone';
  if (isPerson(channel) && digest.owner !== channel) return { why: NOT_YOURS };
  return channel === digest.channel ? undefined : whyNotPostedTo(actor, channel, house);
}

/** Changes a digest; its state stays, but that one that was finished goes on. */
export async function editDigest(
  deps: ManageDeps,
  actor: Actor,
  id: string,
  choice: DigestChoice,
): Promise<Managed> {
  const { store, queue, now, house } = deps;
  const bar = await barToChange({ db: store.db, house }, actor, id, choice.channel);
  if (bar !== undefined) return bar;
  const changed = await store.db.transaction().execute((db) => updateDigest(db, actor, id, choice, now()));
  queue.wake();
  if (isRefused(changed)) return changed;
  return changed ? 'done' : 'gone';
}

interface Wanted {
  readonly id: string;
  readonly action: 'stop' | 'change';
  /** Whether it must be one that can be read; unless said, it must. */
  readonly whole?: boolean;
}

/** Does something with a digest that an id names, where whoever wants it may. One that can't be read can only be deleted. */
async function manage(
  { store, queue, house }: ManageDeps,
  actor: Actor,
  { id, action, whole = true }: Wanted,
  act: (db: Db, digest: Subscription) => Promise<Refused | undefined>,
): Promise<Managed> {
  const outcome = await store.db.transaction().execute(async (db): Promise<Managed> => {
    const digest = await findSubscription(db, actor.team, id);
    const bar = barTo(actor, action, digest, house);
    if (digest === undefined || bar !== undefined) return bar ?? 'gone';
    if (whole && !isReadable(digest)) return { why: BROKEN_DIGEST };
    return (await act(db, digest)) ?? 'done';
  });
  queue.wake();
  return outcome;
}

/** Nothing comes until it is resumed, or until a moment. @param until Milliseconds since 1970. */
export async function pauseDigest(
  deps: ManageDeps,
  actor: Actor,
  id: string,
  until?: number,
): Promise<Managed> {
  return await manage(deps, actor, { id, action: 'stop' }, async (db, digest) => {
    if (digest.state === 'finished') return { why: FINISHED };
    const { team } = digest;
    if (until === undefined) {
      await updateSubscription(db, team, id, { state: 'paused', reason: null, pausedUntil: null });
      return undefined;
    }
    const { schedule, zone } = digest;
    const next = schedule && nextSlot(schedule, zone, Math.max(until, deps.now()));
    if (next === undefined) return { why: ENDS_BEFORE };
    await updateSubscription(db, team, id, { state: 'active', reason: null, pausedUntil: until, next });
    return undefined;
  });
}

/** Resumes from now on: slots that passed while it was paused are not made up for. */
export async function resumeDigest(deps: ManageDeps, actor: Actor, id: string): Promise<Managed> {
  return await manage(deps, actor, { id, action: 'change' }, async (db, digest) => {
    if (digest.state === 'finished') return { why: FINISHED };
    await letDigestGoOn(db, digest, deps.now());
    return undefined;
  });
}

/** Deletes a digest, and what is kept of its posts. */
export async function deleteDigest(deps: ManageDeps, actor: Actor, id: string): Promise<Managed> {
  const outcome = await manage(deps, actor, { id, action: 'stop', whole: false }, async (db, { team }) => {
    await deleteDeliveries(db, team, id);
    await deleteSubscription(db, team, id);
    return undefined;
  });
  if (outcome !== 'gone') return outcome;
  const cleared = await deps.store.db
    .transaction()
    .execute((db) => deleteStray(db, actor, deps.house, { table: 'subscriptions', id }));
  return cleared ? 'done' : 'gone';
}

/** Posts a digest now, beside its slots; also a paused one. */
export async function sendDigestNow(deps: ManageDeps, actor: Actor, id: string): Promise<Managed> {
  const at = deps.now();
  return await manage(deps, actor, { id, action: 'change' }, async (db, { team, channel }) => {
    const slot = `${BY_HAND}${new Date(at).toISOString()}`;
    const delivery = newDelivery({ team, kind: 'digest', subject: id, slot, channel }, at);
    await enqueue(deps, db, [delivery], at);
    return undefined;
  });
}
