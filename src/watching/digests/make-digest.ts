/**
 * Makes and changes digests, where whoever asks may, so that no caller has to ask; whether a channel can be posted to is Slack's
 * to say, and asked before.
 */
import type { Actor } from '#src/access/actor.ts';
import { whyTooMany } from '#src/access/limits.ts';
import { isPerson } from '#src/access/may.ts';
import { barTo, isRefused, whyNotPostedTo, type Managed, type Refused } from '#src/access/owned.ts';
import type { DigestContent } from '#src/domain/watching/digest-content.ts';
import { countOwned, takeTurn } from '#src/storage/counts.ts';
import { redirectDeliveries } from '#src/storage/deliveries.ts';
import { newId } from '#src/storage/database/ids.ts';
import {
  findSubscription,
  insertSubscription,
  isReadable,
  listSubscriptions,
  updateSubscription,
  type NewSubscription,
  type Subscription,
} from '#src/storage/subscriptions.ts';
import type { Db } from '#src/storage/database/schema.ts';
import { hasHolidays } from '#src/domain/watching/calendar/holidays.ts';
import { scheduleInWords } from '#src/domain/watching/schedules/schedule-words.ts';
import { formatSchedule, type Schedule } from '#src/domain/watching/schedules/schedule.ts';
import { nextSlot, settle } from '#src/domain/watching/schedules/slots.ts';
import { escapeMrkdwn } from '#src/presentation/text/mrkdwn.ts';
import type { ManageDeps } from './manage-digests.ts';

const ANOTHERS_FORM = 'This form was sent by somebody else already: open a new one.';
const CRON_FOR_ADMINS =
  'A cron line is for admins of the workspace. Say the days: `weekly mon,thu 9:00`, `monthly first mon 9:00`, `quarterly last 9:00`.';
const sameAs = ({ schedule, zone }: NewSubscription): string =>
  `This digest comes here already: the same metals and content, ${escapeMrkdwn(`${scheduleInWords(schedule)} (${zone})`)}. \`/nd digest list\` changes it.`;
const NEVER = 'No day of it lies ahead, so nothing would come. Choose another day, or a later end.';

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
