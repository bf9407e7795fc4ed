/** What people do with alerts: make, snooze, arm again, delete. */
import { formatAlert, type AlertRule } from '#src/domain/alert.ts';
import { deleteAlert, findAlert, insertAlert, updateAlert, type StoredAlert } from '#src/storage/alerts.ts';
import { deleteDeliveries } from '#src/storage/deliveries.ts';
import { newId } from '#src/storage/ids.ts';
import type { ManageDeps } from './manage-digests.ts';

export interface AlertChoice {
  readonly team: string;
  /** Channel id, or the person's id for a direct message. */
  readonly channel: string;
  readonly owner: string;
  readonly metal: string;
  readonly rule: AlertRule;
}

/** Makes an alert. One whose price is past its threshold already fires at the next check. */
export async function createAlert(
  { store, now }: ManageDeps,
  { rule, ...choice }: AlertChoice,
): Promise<StoredAlert> {
  const alert: StoredAlert = {
    ...choice,
    id: newId(),
    rule: formatAlert(rule),
    state: 'armed',
    reason: null,
    snoozed_until: null,
    fired_count: 0,
    fired_at: null,
    created_at: now(),
  };
  await insertAlert(store.db, alert);
  return alert;
}

/** Leaves an alert unchecked until a time, in milliseconds since 1970. @returns whether there is one */
export async function snoozeAlert(
  { store }: ManageDeps,
  team: string,
  id: string,
  until: number,
): Promise<boolean> {
  const alert = await findAlert(store.db, team, id);
  return alert !== undefined && (await updateAlert(store.db, alert, { snoozed_until: until }));
}

/** Arms an alert that fired, or was paused because its channel refused it. @returns whether there is one */
export async function armAlert({ store }: ManageDeps, team: string, id: string): Promise<boolean> {
  const alert = await findAlert(store.db, team, id);
  if (alert === undefined) return false;
  return await updateAlert(store.db, alert, { state: 'armed', reason: null, snoozed_until: null });
}

/** Deletes an alert, and what is kept of its messages. @returns whether there was one */
export async function removeAlert({ store }: ManageDeps, team: string, id: string): Promise<boolean> {
  return await store.db.transaction().execute(async (db) => {
    await deleteDeliveries(db, team, id);
    return await deleteAlert(db, team, id);
  });
}
