/** Alerts: what somebody is to be told of, and how far that has come. */
import { readReading, type KeptReading } from '#src/domain/watching/kept-reading.ts';
import { readWrittenRule, writeRule, type Rule } from '#src/domain/watching/rule.ts';
import { isOf, type Narrowed } from './database/narrowed.ts';
import type { AlertTable, Db } from './database/schema.ts';

export interface StoredAlert {
  readonly id: string;
  readonly team: string;
  readonly channel: string;
  readonly owner: string;
  /** `undefined` where what is kept can't be read: of another version, or mended by hand. */
  readonly rule: Rule | undefined;
  /** The series of quotes that it watches and no other; `null` until there is one, and where it watches yearly figures. */
  readonly series: string | null;
  /** `fired` until the figure has come back by a margin, or its message ended without being posted. */
  readonly state: 'armed' | 'fired' | 'paused';
  readonly reason: string | null;
  /** Times in milliseconds since 1970. */
  readonly snoozedUntil: number | null;
  /** How often it has fired: names each firing. */
  readonly firedCount: number;
  /** When the message of the last firing was sent; `null` until it is. */
  readonly firedAt: number | null;
  /** The price that it fired on last and is not to fire on again; `null` also where what is kept can't be read. */
  readonly firedOn: KeptReading | null;
  readonly createdAt: number;
}

function toAlert(row: AlertTable): StoredAlert {
  const { id, team, channel, owner, series, state, reason } = row;
  return {
    id,
    team,
    channel,
    owner,
    series,
    state,
    reason,
    rule: readWrittenRule(row.rule),
    snoozedUntil: row.snoozed_until,
    firedCount: row.fired_count,
    firedAt: row.fired_at,
    firedOn: readReading(row.fired_on) ?? null,
    createdAt: row.created_at,
  };
}

/** What may change of an alert. */
export type AlertChanges = Partial<
  Pick<
    StoredAlert,
    'channel' | 'series' | 'state' | 'reason' | 'snoozedUntil' | 'firedCount' | 'firedAt' | 'firedOn'
  >
>;

function columnsOf({ snoozedUntil, firedCount, firedAt, firedOn, ...same }: AlertChanges) {
  return {
    ...same,
    ...(snoozedUntil !== undefined && { snoozed_until: snoozedUntil }),
    ...(firedCount !== undefined && { fired_count: firedCount }),
    ...(firedAt !== undefined && { fired_at: firedAt }),
    ...(firedOn !== undefined && { fired_on: firedOn === null ? null : JSON.stringify(firedOn) }),
  };
}

export async function insertAlert(
  db: Db,
  { id, team, owner, rule, createdAt, ...rest }: StoredAlert & { readonly rule: Rule },
): Promise<void> {
  const { channel, series, state, reason, snoozedUntil, firedCount, firedAt, firedOn } = rest;
  await db
    .insertInto('alerts')
    .values({
      id,
      team,
      owner,
      channel,
      series,
      state,
      reason,
      rule: writeRule(rule),
      snoozed_until: snoozedUntil,
      fired_count: firedCount,
      fired_at: firedAt,
      fired_on: firedOn === null ? null : JSON.stringify(firedOn),
      created_at: createdAt,
    })
    .execute();
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
