/** What people do with alerts: make, list, snooze, resume, delete. */
import { formatAlert, type AlertRule } from '#src/domain/alert.ts';
import { formatQuoteAlert, isOnQuotes, type QuoteRule } from '#src/domain/quote-alert.ts';
import {
  deleteAlert,
  findAlert,
  insertAlert,
  listAlerts,
  updateAlert,
  type StoredAlert,
} from '#src/storage/alerts.ts';
import { deleteDeliveries } from '#src/storage/deliveries.ts';
import { newId } from '#src/storage/ids.ts';
import type { Narrowed } from '#src/storage/narrowed.ts';
import type { ManageDeps } from './manage-digests.ts';
import { nameOfWatched, observe, type Observed, type WatchDeps } from './watch.ts';

export interface AlertChoice {
  readonly team: string;
  /** Channel id, or the person's id for a direct message. */
  readonly channel: string;
  readonly owner: string;
  readonly metal: string;
  readonly rule: AlertRule | QuoteRule;
}

/**
 * Makes an alert, or resumes the one that the same person has already, for the same place and by the same rule. One whose
 * price is past its threshold fires at the next check.
 */
export async function createAlert(
  deps: ManageDeps & WatchDeps,
  { rule, ...choice }: AlertChoice,
): Promise<StoredAlert & { readonly isNew: boolean }> {
  const { store, now } = deps;
  const line = isOnQuotes(rule) ? formatQuoteAlert(rule) : formatAlert(rule);
  const { team, channel, owner, metal } = choice;
  const others = await listAlerts(store.db, team, { channel, owner });
  const same = others.find(
    (other) =>
      other.rule === line && other.metal === metal && other.channel === channel && other.owner === owner,
  );
  if (same !== undefined) {
    await resumeAlert(deps, team, same.id);
    await chooseAnew(deps, same.id, team);
    return { ...same, isNew: false };
  }
  const { series } = await observe(deps, { team, metal, rule: line, series: null });
  const alert: StoredAlert = {
    ...choice,
    id: newId(),
    rule: line,
    series,
    state: 'armed',
    reason: null,
    snoozed_until: null,
    fired_count: 0,
    fired_at: null,
    fired_on: null,
    created_at: now(),
  };
  await insertAlert(store.db, alert);
  return { ...alert, isNew: true };
}

/** Whoever sets up an alert again whose quotes have stopped wants what is quoted now to be watched. */
async function chooseAnew(deps: ManageDeps & WatchDeps, id: string, team: string): Promise<void> {
  const { db } = deps.store;
  const alert = await findAlert(db, team, id);
  if (alert === undefined || alert.series === null) return;
  if ((await observe(deps, alert)).silence === undefined) return;
  const { series } = await observe(deps, { ...alert, series: null });
  await updateAlert(db, alert, { series, state: 'armed', fired_on: null });
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

/**
 * Ends a snooze, and arms an alert that was paused because its channel refused it. One that has fired still waits for the
 * price to come back.
 * @returns whether there is one
 */
export async function resumeAlert({ store }: ManageDeps, team: string, id: string): Promise<boolean> {
  const alert = await findAlert(store.db, team, id);
  if (alert === undefined) return false;
  return await updateAlert(store.db, alert, {
    state: alert.state === 'paused' ? 'armed' : alert.state,
    reason: null,
    snoozed_until: null,
  });
}

/** An alert as it is listed, with what it looks at now. */
export interface ListedAlert extends Observed {
  readonly alert: StoredAlert;
  /** The metal's name, or its id where it is known no more. */
  readonly metal: string;
}

type ListDeps = ManageDeps & WatchDeps;

/** The alerts of a workspace, or of a channel and a person, oldest first. */
export async function listedAlerts(
  deps: ListDeps,
  team: string,
  of?: Narrowed,
): Promise<readonly ListedAlert[]> {
  const alerts = await listAlerts(deps.store.db, team, of);
  return await Promise.all(alerts.map((alert) => listed(deps, alert)));
}

/** Whose an alert is, and where it goes; `undefined` where there is none. */
export async function findAlertOf(
  { store }: ManageDeps,
  team: string,
  id: string,
): Promise<Pick<StoredAlert, 'owner' | 'channel'> | undefined> {
  return await findAlert(store.db, team, id);
}

/** One alert as it is listed; `undefined` where there is none. */
export async function findListedAlert(
  deps: ListDeps,
  team: string,
  id: string,
): Promise<ListedAlert | undefined> {
  const alert = await findAlert(deps.store.db, team, id);
  return alert && (await listed(deps, alert));
}

async function listed(deps: ListDeps, alert: StoredAlert): Promise<ListedAlert> {
  return { alert, metal: nameOfWatched(deps, alert.metal), ...(await observe(deps, alert)) };
}

/** Deletes an alert, and what is kept of its messages. @returns whether there was one */
export async function removeAlert({ store }: ManageDeps, team: string, id: string): Promise<boolean> {
  return await store.db.transaction().execute(async (db) => {
    await deleteDeliveries(db, team, id);
    return await deleteAlert(db, team, id);
  });
}
