/** Alerts: what somebody is to be told of, and how far that has come. */
import { readReading, type KeptReading } from '#src/domain/watching/kept-reading.ts';
import { readWrittenRule, writeRule, type Rule } from '#src/domain/watching/rule.ts';
import { toColumns, toFields, type Fields } from './database/columns.ts';
import { isOf, type Narrowed } from './database/narrowed.ts';
import type { AlertTable, Db } from './database/schema.ts';

/** An alert as it is kept. */
export interface StoredAlert extends Omit<Fields<AlertTable>, 'rule' | 'firedOn'> {
  /** `undefined` where what is kept can't be read: of another version, or mended by hand. */
  readonly rule: Rule | undefined;
  /** The price that it fired on last and is not to fire on again; `null` also where what is kept can't be read. */
  readonly firedOn: KeptReading | null;
}

const toAlert = (row: AlertTable): StoredAlert => ({
  ...toFields(row),
  rule: readWrittenRule(row.rule),
  firedOn: readReading(row.fired_on) ?? null,
});

/** What may change of an alert. */
export type AlertChanges = Partial<
  Pick<
    StoredAlert,
    'rule' | 'channel' | 'series' | 'state' | 'reason' | 'snoozedUntil' | 'firedCount' | 'firedAt' | 'firedOn'
  >
>;

const writtenReading = (firedOn: KeptReading | null) => ({
  fired_on: firedOn === null ? null : JSON.stringify(firedOn),
});

const columnsOf = ({ firedOn, rule, ...same }: AlertChanges) => ({
  ...toColumns(same),
  ...(rule !== undefined && { rule: writeRule(rule) }),
  ...(firedOn !== undefined && writtenReading(firedOn)),
});

export async function insertAlert(
  db: Db,
  { rule, firedOn, ...alert }: StoredAlert & { readonly rule: Rule },
): Promise<void> {
  const row = { ...toColumns(alert), ...writtenReading(firedOn), rule: writeRule(rule) };
  await db.insertInto('alerts').values(row).execute();
}

/** The alert of a workspace; `undefined` where that workspace has none of this id. */
export async function findAlert(db: Db, team: string, id: string): Promise<StoredAlert | undefined> {
  const row = await db
    .selectFrom('alerts')
    .selectAll()
    .where('team', '=', team)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toAlert(row);
}

/** A workspace's alerts, or a part of them, oldest first. */
export async function listAlerts(db: Db, team: string, of?: Narrowed): Promise<readonly StoredAlert[]> {
  const all = db.selectFrom('alerts').selectAll().where('team', '=', team).orderBy('created_at');
  return (await (of === undefined ? all : all.where(isOf(of))).execute()).map(toAlert);
}

/** All workspaces' alerts that are paused for one of these reasons. */
export async function alertsPausedFor(db: Db, reasons: readonly string[]): Promise<readonly StoredAlert[]> {
  const rows = await db
    .selectFrom('alerts')
    .selectAll()
    .where('state', '=', 'paused')
    .where('reason', 'in', reasons)
    .execute();
  return rows.map(toAlert);
}

/** A page of all workspaces' alerts that are not paused, in the order of their ids; for checking them all. */
export async function alertsAfter(db: Db, id: string, limit: number): Promise<readonly StoredAlert[]> {
  const rows = await db
    .selectFrom('alerts')
    .selectAll()
    .where('state', '!=', 'paused')
    .where('id', '>', id)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toAlert);
}

/**
 * Changes what is given, if the alert is still as it was read.
 * @returns whether it was: of two processes that saw the same alert fire, one changes it
 */
export async function updateAlert(
  db: Db,
  seen: Pick<StoredAlert, 'id' | 'team' | 'state' | 'firedCount'>,
  changes: AlertChanges,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('alerts')
    .set(columnsOf(changes))
    .where('team', '=', seen.team)
    .where('id', '=', seen.id)
    .where('state', '=', seen.state)
    .where('fired_count', '=', seen.firedCount)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** @returns whether there was one to delete */
export async function deleteAlert(db: Db, team: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('alerts')
    .where('team', '=', team)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** What names a firing: the slot of its delivery. */
export const firingSlot = (count: number): string => `firing ${count}`;

/** What follows a firing in the thread of its message: that it is over, that its price was corrected, that it is so after more weeks. */
const FOLLOWING = ['over', 'corrected', 'still'] as const;
export type Following = (typeof FOLLOWING)[number];

export const followingSlot = (what: Following, count: number, weeks = 0): string =>
  `${what}${weeks === 0 ? '' : ` ${weeks}`} of firing ${count}`;

/** What a slot follows with; `undefined` of a firing's own. */
export const readFollowing = (slot: string): Following | undefined =>
  FOLLOWING.find((what) => slot.startsWith(`${what} `) && slot.includes(' of firing '));

interface Firing {
  readonly team: string;
  /** The alert's id. */
  readonly subject: string;
  readonly slot: string;
}

/** Its message was sent. */
export async function firingSent(db: Db, firing: Firing, at: number): Promise<void> {
  await ofFiring(db, firing, /^firing (\d+)$/, { firedAt: at })?.execute();
}

/** What was asked for by hand instead of its message was sent: it has fired after all, unless it may fire on the same price. */
export async function firingSentByHand(db: Db, firing: Firing, at: number): Promise<void> {
  await ofFiring(db, firing, /instead of firing (\d+)$/, { state: 'fired', firedAt: at })
    ?.where('state', '=', 'armed')
    .where('fired_on', 'is not', null)
    .execute();
}

/**
 * It ended without a message, and its alert is armed again.
 * @param again Whether it may fire on the same price; not where that may have been posted, or can't be.
 */
export async function firingUnsent(db: Db, firing: Firing, again: boolean): Promise<void> {
  await ofFiring(db, firing, /^firing (\d+)$/, { state: 'armed', ...(again && { firedOn: null }) })
    ?.where('state', '=', 'fired')
    .execute();
}

/** Changes an alert whose last firing it is. */
function ofFiring(
  db: Db,
  { team, subject, slot }: Firing,
  name: RegExp,
  changes: Pick<AlertChanges, 'state' | 'firedAt' | 'firedOn'>,
) {
  const [, count] = name.exec(slot) ?? [];
  if (count === undefined) return undefined;
  return db
    .updateTable('alerts')
    .set(columnsOf(changes))
    .where('team', '=', team)
    .where('id', '=', subject)
    .where('fired_count', '=', Number(count));
}

/** Changes whenever quotes are stored by any process, and whenever alerts fire or are armed. Cheap. */
export async function alertsStamp(db: Db): Promise<string> {
  const series = await db.selectFrom('quote_series').select(['id', 'seen_at']).orderBy('id').execute();
  const states = await db
    .selectFrom('alerts')
    .select(['state', 'fired_count', ({ fn }) => fn.countAll().as('alerts')])
    .groupBy(['state', 'fired_count'])
    .orderBy('state')
    .orderBy('fired_count')
    .execute();
  return JSON.stringify([
    series.map(({ id, seen_at }) => [id, seen_at]),
    states.map(({ state, fired_count, alerts }) => [state, fired_count, Number(alerts)]),
  ]);
}
