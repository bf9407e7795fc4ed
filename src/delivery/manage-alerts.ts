/** What people do with alerts: make, list, snooze, resume, delete. Each asks whether they may, so that no caller has to. */
import type { Actor } from '#src/access/actor.ts';
import { barTo, maySee, whyNotPostedTo, type Managed, type Refused } from '#src/access/owned.ts';
import { formatAlert, type AlertRule } from '#src/domain/watching/alert.ts';
import { formatQuoteAlert, isOnQuotes, type QuoteRule } from '#src/domain/watching/quote-alert.ts';
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
import type { Db } from '#src/storage/schema.ts';
import type { ManageDeps } from './manage-digests.ts';
import { letAlertGoOn } from './resume.ts';
import { deleteStray, listStrays } from './strays.ts';
import { nameOfWatched, observe, type Observed, type WatchDeps } from './watch.ts';

export interface AlertChoice {
  /** Channel id, or the person's id for a direct message. */
  readonly channel: string;
  readonly metal: string;
  readonly rule: AlertRule | QuoteRule;
}

/**
 * Makes an alert, or resumes the one that the same person has already, for the same place and by the same rule. One whose
 * price is past its threshold fires at the next check.
 */
export async function createAlert(
  deps: ManageDeps & WatchDeps,
  actor: Actor,
  { rule, channel, metal }: AlertChoice,
): Promise<(StoredAlert & { readonly isNew: boolean }) | Refused> {
  const { store, now, house } = deps;
  const refused = whyNotPostedTo(actor, channel, house);
  if (refused !== undefined) return refused;
  const line = isOnQuotes(rule) ? formatQuoteAlert(rule) : formatAlert(rule);
  const { team, user: owner } = actor;
  const others = await listAlerts(store.db, team, { channel, owner });
  const same = others.find(
    (other) =>
      other.rule === line && other.metal === metal && other.channel === channel && other.owner === owner,
  );
  if (same !== undefined) {
    await letAlertGoOn(store.db, same);
    await chooseAnew(deps, same.id, team);
    return { ...same, isNew: false };
  }
  const { series } = await observe(deps, { team, metal, rule: line, series: null });
  const alert: StoredAlert = {
    id: newId(),
    team,
    channel,
    owner,
    metal,
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

/** Does something with an alert that an id names, where whoever wants it may. */
async function manage(
  { store, house }: ManageDeps,
  actor: Actor,
  { id, action }: { readonly id: string; readonly action: 'stop' | 'change' },
  act: (db: Db, alert: StoredAlert) => Promise<unknown>,
): Promise<Managed> {
  return await store.db.transaction().execute(async (db): Promise<Managed> => {
    const alert = await findAlert(db, actor.team, id);
    const bar = barTo(actor, action, alert, house);
    if (alert === undefined || bar !== undefined) return bar ?? 'gone';
    await act(db, alert);
    return 'done';
  });
}

/** Leaves an alert unchecked until a time, in milliseconds since 1970. */
export async function snoozeAlert(
  deps: ManageDeps,
  actor: Actor,
  id: string,
  until: number,
): Promise<Managed> {
  return await manage(deps, actor, { id, action: 'stop' }, (db, alert) =>
    updateAlert(db, alert, { snoozed_until: until }),
  );
}

/**
 * Ends a snooze, and arms an alert that was paused because its channel refused it. One that has fired still waits for the
 * price to come back.
 */
export async function resumeAlert(deps: ManageDeps, actor: Actor, id: string): Promise<Managed> {
  return await manage(deps, actor, { id, action: 'change' }, letAlertGoOn);
}

/** Deletes an alert, and what is kept of its messages. */
export async function removeAlert(deps: ManageDeps, actor: Actor, id: string): Promise<Managed> {
  const outcome = await manage(deps, actor, { id, action: 'stop' }, async (db, { team }) => {
    await deleteDeliveries(db, team, id);
    await deleteAlert(db, team, id);
  });
  if (outcome !== 'gone') return outcome;
  const cleared = await deps.store.db
    .transaction()
    .execute((db) => deleteStray(db, actor, deps.house, { table: 'alerts', id }));
  return cleared ? 'done' : 'gone';
}

/** An alert as it is listed, with what it looks at now. */
export interface ListedAlert extends Observed {
  readonly alert: StoredAlert;
  /** The metal's name, or its id where it is known no more. */
  readonly metal: string;
}

type ListDeps = ManageDeps & WatchDeps;

/** The alerts of a workspace, or of a channel and a person, that somebody may know of; oldest first. */
export async function listedAlerts(
  deps: ListDeps,
  actor: Actor,
  of?: Narrowed,
): Promise<readonly ListedAlert[]> {
  const alerts = await listAlerts(deps.store.db, actor.team, of);
  const seen = alerts.filter((alert) => maySee(actor, alert, deps.house));
  return await Promise.all(seen.map((alert) => listed(deps, alert)));
}

/** Alerts of another company's workspace, where nobody can reach them: they can be deleted. */
export async function strayAlerts(
  { store, house }: ManageDeps,
  actor: Actor,
): Promise<readonly { readonly id: string; readonly channel: string }[]> {
  return await listStrays(store.db, actor, house, 'alerts');
}

/** One alert as it is listed; `undefined` where there is none that somebody may know of. */
export async function findListedAlert(
  deps: ListDeps,
  actor: Actor,
  id: string,
): Promise<ListedAlert | undefined> {
  const alert = await findAlert(deps.store.db, actor.team, id);
  if (alert === undefined || !maySee(actor, alert, deps.house)) return undefined;
  return await listed(deps, alert);
}

async function listed(deps: ListDeps, alert: StoredAlert): Promise<ListedAlert> {
  return { alert, metal: nameOfWatched(deps, alert.metal), ...(await observe(deps, alert)) };
}
