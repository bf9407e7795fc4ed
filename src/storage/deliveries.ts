/**
 * Deliveries: one for each message that shall be posted once. Whoever changes one names the attempt that it saw
 * last, so of two that hold the same row one succeeds, and the other learns that it has lost it.
 */
import { toColumns, toFields, type Fields } from './database/columns.ts';
import { newId } from './database/ids.ts';
import type { DeliveryTable, Db } from './database/schema.ts';

/** One message that shall be posted once, as it is kept. */
export type Delivery = Fields<DeliveryTable>;

/** What is known of a delivery before its first attempt. */
export type NewDelivery = Omit<Delivery, keyof typeof UNTRIED | 'finishedAt'> & {
  readonly state: 'pending' | 'skipped';
  readonly doubt?: Doubt | undefined;
};

/** Another may have posted it, as before a restore: it is looked for first. */
export interface Doubt {
  /** Not posted before this moment. */
  readonly since: number;
}

/** How often others have asked for what is in doubt, and when, is not known: there may be two, and one of them yet to come. */
const ASKED_BY_OTHERS = { askedAt: null, asks: 2 } as const;

/**
 * A delivery that nobody has tried yet: due at once, and of this moment, unless `more` says otherwise.
 * @param at Milliseconds since 1970.
 */
export function newDelivery(
  of: Pick<NewDelivery, 'team' | 'kind' | 'subject' | 'slot' | 'channel'>,
  at: number,
  more: Partial<Omit<NewDelivery, keyof typeof of | 'createdAt'>> = {},
): NewDelivery {
  return {
    id: newId(),
    slotAt: at,
    state: 'pending',
    dueAt: at,
    payload: null,
    reason: null,
    threadTs: null,
    createdAt: at,
    ...of,
    ...more,
  };
}

const UNTRIED = {
  attempt: 0,
  firstAttemptAt: null,
  askedAt: null,
  asks: 0,
  lookAgainAt: null,
  ts: null,
};

/** Adds those whose slot nobody has taken yet. @returns the ids of the ones added */
export async function insertDeliveries(
  db: Db,
  deliveries: readonly NewDelivery[],
): Promise<readonly string[]> {
  if (deliveries.length === 0) return [];
  const rows = await db
    .insertInto('deliveries')
    .values(
      deliveries.map(({ doubt, ...delivery }) =>
        toColumns({
          ...delivery,
          ...UNTRIED,
          ...(doubt !== undefined && {
            state: 'sending' as const,
            firstAttemptAt: doubt.since,
            ...ASKED_BY_OTHERS,
          }),
          finishedAt: delivery.state === 'skipped' ? delivery.createdAt : null,
        }),
      ),
    )
    .onConflict((conflict) => conflict.columns(['subject', 'slot']).doNothing())
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

export async function findDelivery(db: Db, id: string): Promise<Delivery | undefined> {
  const row = await db.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toFields(row);
}

type Changes = Partial<Omit<Delivery, 'id' | 'team' | 'kind' | 'subject' | 'slot' | 'slotAt' | 'createdAt'>>;

/**
 * Changes a row, if it is still at the attempt and in the state that were seen.
 * @returns the row as it is now; `undefined` where somebody else has changed it
 */
export async function changeDelivery(
  db: Db,
  seen: Pick<Delivery, 'id' | 'attempt' | 'state'>,
  changes: Changes,
): Promise<Delivery | undefined> {
  const row = await db
    .updateTable('deliveries')
    .set(toColumns(changes))
    .where('id', '=', seen.id)
    .where('attempt', '=', seen.attempt)
    .where('state', '=', seen.state)
    .returningAll()
    .executeTakeFirst();
  return row && toFields(row);
}

/** The last deliveries of a subscription or alert, newest slot first: what was sent, skipped, and why. */
export async function recentDeliveries(
  db: Db,
  team: string,
  subject: string,
  limit: number,
): Promise<readonly Delivery[]> {
  const rows = await db
    .selectFrom('deliveries')
    .selectAll()
    .where('team', '=', team)
    .where('subject', '=', subject)
    .orderBy('slot_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toFields);
}

/** What was never asked of Slack goes elsewhere. Whoever has read such a row to post it loses it, and reads it again. */
export async function redirectDeliveries(
  db: Db,
  team: string,
  subject: string,
  channel: string,
): Promise<void> {
  await db
    .updateTable('deliveries')
    .set(({ eb }) => ({ channel, attempt: eb('attempt', '+', 1) }))
    .where('team', '=', team)
    .where('subject', '=', subject)
    .where('state', '=', 'pending')
    .where('asks', '=', 0)
    .where('channel', '!=', channel)
    .execute();
}

/** Deletes what a subscription or alert that is gone has left. */
export async function deleteDeliveries(db: Db, team: string, subject: string): Promise<void> {
  await db.deleteFrom('deliveries').where('team', '=', team).where('subject', '=', subject).execute();
}

/** What is told of an alert, once an occasion, is of this subject. */
export const subjectOfAlertNotices = (alert: string): string => `${ALERT_NOTICES}${alert}`;

const ALERT_NOTICES = 'alert ';

/** Deletes finished deliveries that ended before an instant; not what says that an alert's owner was told once. */
export async function pruneDeliveries(db: Db, before: number): Promise<void> {
  await db
    .deleteFrom('deliveries')
    .where('finished_at', '<', before)
    .where('subject', 'not like', `${ALERT_NOTICES}%`)
    .execute();
}

/** The delivery of a slot; `undefined` where nobody has taken it. */
export async function findSlot(db: Db, subject: string, slot: string): Promise<Delivery | undefined> {
  const row = await db
    .selectFrom('deliveries')
    .selectAll()
    .where('subject', '=', subject)
    .where('slot', '=', slot)
    .executeTakeFirst();
  return row && toFields(row);
}
