/** Alerts on prices. */
import { isOf, type Narrowed } from './narrowed.ts';
import type { AlertTable, Db } from './schema.ts';

export type StoredAlert = AlertTable;

export async function insertAlert(db: Db, alert: StoredAlert): Promise<void> {
  await db.insertInto('alerts').values(alert).execute();
}

/** The alert of a workspace; `undefined` where that workspace has none of this id. */
export async function findAlert(db: Db, team: string, id: string): Promise<StoredAlert | undefined> {
  return await db
    .selectFrom('alerts')
    .selectAll()
    .where('team', '=', team)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** A workspace's alerts, or a part of them, oldest first. */
export async function listAlerts(db: Db, team: string, of?: Narrowed): Promise<readonly StoredAlert[]> {
  const all = db.selectFrom('alerts').selectAll().where('team', '=', team).orderBy('created_at');
  return await (of === undefined ? all : all.where(isOf(of))).execute();
}

/** All workspaces' alerts that are paused for one of these reasons. */
export async function alertsPausedFor(db: Db, reasons: readonly string[]): Promise<readonly StoredAlert[]> {
  return await db
    .selectFrom('alerts')
    .selectAll()
    .where('state', '=', 'paused')
    .where('reason', 'in', reasons)
    .execute();
}

/** A page of all workspaces' alerts that are not paused, in the order of their ids; for checking them all. */
export async function alertsAfter(db: Db, id: string, limit: number): Promise<readonly StoredAlert[]> {
  return await db
    .selectFrom('alerts')
    .selectAll()
    .where('state', '!=', 'paused')
    .where('id', '>', id)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/**
 * Changes what is given, if the alert is still as it was read.
 * @returns whether it was: of two processes that saw the same alert fire, one changes it
 */
export async function updateAlert(
  db: Db,
  seen: Pick<StoredAlert, 'id' | 'team' | 'state' | 'fired_count'>,
  changes: Partial<Omit<StoredAlert, 'id' | 'team' | 'created_at'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('alerts')
    .set(changes)
    .where('team', '=', seen.team)
    .where('id', '=', seen.id)
    .where('state', '=', seen.state)
    .where('fired_count', '=', seen.fired_count)
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
