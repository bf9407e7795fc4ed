/** What people do with alerts: make, list, snooze, resume, delete. Each asks whether they may, so that no caller has to. */
import type { Actor } from '#src/access/actor.ts';
import { whyTooMany } from '#src/access/limits.ts';
import { barTo, isRefused, whyNotPostedTo, type Managed, type Refused } from '#src/access/owned.ts';
import { isPast } from '#src/domain/watching/judge.ts';
import { readingToKeep } from '#src/domain/watching/kept-reading.ts';
import { writeRule, type Rule } from '#src/domain/watching/rule.ts';
import {
  deleteAlert,
  findAlert,
  firingSlot,
  insertAlert,
  listAlerts,
  updateAlert,
  type StoredAlert,
} from '#src/storage/alerts.ts';
import { countOwned, takeTurn } from '#src/storage/counts.ts';
import {
  changeDelivery,
  deleteDeliveries,
  findSlot,
  subjectOfAlertNotices,
} from '#src/storage/deliveries.ts';
import { newId } from '#src/storage/database/ids.ts';
import type { Db } from '#src/storage/database/schema.ts';
import type { ManageDeps } from '#src/watching/digests/manage-digests.ts';
import { letAlertGoOn } from '#src/watching/resume.ts';
import { BROKEN_ALERT, isReadable } from './list-alerts.ts';
import { deleteStray } from '#src/watching/strays.ts';
import { observe, type WatchDeps } from './watch.ts';

interface AlertChoice {
  /** Channel id, or the person's id for a direct message. */
  readonly channel: string;
  readonly rule: Rule;
  /** Where its price is past its threshold already: comes now unless it is to wait until the price has come back. */
  readonly waits?: boolean | undefined;
}

/**
 * Makes an alert, or resumes the one that the same person has already, for the same place and by the same rule. One whose
 * price is past its threshold fires at the next check. Where there is room for one more.
 * @param id Of whatever asks for it: one alert is made for each.
 */
export async function createAlert(
  deps: ManageDeps & WatchDeps,
  actor: Actor,
  { rule, channel, waits = false }: AlertChoice,
  id = newId(),
): Promise<(StoredAlert & { readonly isNew: boolean }) | Refused> {
  const { store, now, house } = deps;
  const refused = whyNotPostedTo(actor, channel, house);
  if (refused !== undefined) return refused;
  const { team, user: owner } = actor;
  const { series, watched } = await observe(deps, { team, rule, series: null });
  const held = waits && watched !== undefined && isPast(rule, watched.reading) ? watched : undefined;
  const alert: StoredAlert & { readonly rule: Rule } = {
    id,
    team,
    channel,
    owner,
    rule,
    series,
    state: held === undefined ? 'armed' : 'fired',
    reason: null,
    snoozedUntil: null,
    firedCount: 0,
    firedAt: null,
    firedOn: held === undefined ? null : readingToKeep(held),
    createdAt: now(),
  };
  const found = await store.db.transaction().execute(async (db): Promise<StoredAlert | Refused> => {
    await takeTurn(db, store.kind, team);
    const others = await listAlerts(db, team, { channel, owner });
    const same = others.find(
      (other) =>
        other.rule !== undefined &&
        writeRule(other.rule) === writeRule(rule) &&
        other.channel === channel &&
        other.owner === owner,
    );
    if (same !== undefined) return same;
    const before = await findAlert(db, team, id);
    if (before !== undefined) return before;
    const over = whyTooMany('alerts', await countOwned(db, 'alerts', actor), house.limits);
    if (over === undefined) await insertAlert(db, alert);
    return over ?? alert;
  });
  if (isRefused(found)) return found;
  const isNew = found === alert;
  if (!isNew) {
    await letAlertGoOn(store.db, found);
    await chooseAnew(deps, found.id, team);
  }
  return { ...found, isNew };
}

/** Whoever sets up an alert again whose quotes have stopped wants what is quoted now to be watched. */
async function chooseAnew(deps: ManageDeps & WatchDeps, id: string, team: string): Promise<void> {
  const { db } = deps.store;
  const alert = await findAlert(db, team, id);
  if (alert === undefined || alert.series === null) return;
  if ((await observe(deps, alert)).silence === undefined) return;
  const { series } = await observe(deps, { ...alert, series: null });
  await updateAlert(db, alert, { series, state: 'armed', firedOn: null });
}

/** Does something with an alert that an id names, where whoever wants it may. One that can't be read can only be deleted. */
async function manage(
  deps: ManageDeps & WatchDeps,
  actor: Actor,
  {
    id,
    action,
    whole = true,
  }: { readonly id: string; readonly action: 'stop' | 'change'; readonly whole?: boolean },
  act: (db: Db, alert: StoredAlert) => Promise<unknown>,
): Promise<Managed> {
  const { store, house } = deps;
  return await store.db.transaction().execute(async (db): Promise<Managed> => {
    const alert = await findAlert(db, actor.team, id);
    const bar = barTo(actor, action, alert, house);
    if (alert === undefined || bar !== undefined) return bar ?? 'gone';
    if (whole && !isReadable(deps, alert)) return { why: BROKEN_ALERT };
    await act(db, alert);
    return 'done';
  });
}

/** Leaves an alert unchecked until a time, in milliseconds since 1970. */
export async function snoozeAlert(
  deps: ManageDeps & WatchDeps,
  actor: Actor,
  id: string,
  until: number,
): Promise<Managed> {
  return await manage(deps, actor, { id, action: 'stop' }, (db, alert) =>
    updateAlert(db, alert, { snoozedUntil: until }),
  );
}

/**
 * Ends a snooze, and arms an alert that was paused because its channel refused it. One that has fired still waits for the
 * price to come back.
 */
export async function resumeAlert(deps: ManageDeps & WatchDeps, actor: Actor, id: string): Promise<Managed> {
  return await manage(deps, actor, { id, action: 'change' }, letAlertGoOn);
}

/** Deletes an alert, and what is kept of its messages. */
export async function removeAlert(deps: ManageDeps & WatchDeps, actor: Actor, id: string): Promise<Managed> {
  const outcome = await manage(deps, actor, { id, action: 'stop', whole: false }, async (db, { team }) => {
    for (const subject of [id, subjectOfAlertNotices(id)]) await deleteDeliveries(db, team, subject);
    await deleteAlert(db, team, id);
  });
  if (outcome !== 'gone') return outcome;
  const cleared = await deps.store.db
    .transaction()
    .execute((db) => deleteStray(db, actor, deps.house, { table: 'alerts', id }));
  return cleared ? 'done' : 'gone';
}

/** Gives an alert another rule, or another place: it is judged anew by it. */
export async function editAlert(
  deps: ManageDeps & WatchDeps,
  actor: Actor,
  id: string,
  { rule, channel, waits = false }: AlertChoice,
): Promise<Managed> {
  const { store, house } = deps;
  const { team } = actor;
  const { series, watched } = await observe(deps, { team, rule, series: null });
  const held = waits && watched !== undefined && isPast(rule, watched.reading) ? watched : undefined;
  return await store.db.transaction().execute(async (db): Promise<Managed> => {
    const alert = await findAlert(db, team, id);
    const bar = barTo(actor, 'change', alert, house);
    if (alert === undefined || bar !== undefined) return bar ?? 'gone';
    if (channel !== alert.channel) {
      const why = whyNotPostedTo(actor, channel, house);
      if (why !== undefined) return why;
    }
    // What it fired on by the rule before is not told of by another.
    const row = await findSlot(db, id, firingSlot(alert.firedCount));
    const skipped = { state: 'skipped', reason: 'it was changed', finishedAt: deps.now() } as const;
    if (row?.state === 'pending') await changeDelivery(db, row, skipped);
    const changes = {
      rule,
      channel,
      series,
      state: held === undefined ? 'armed' : 'fired',
      reason: null,
      firedOn: held === undefined ? null : readingToKeep(held),
    } as const;
    return (await updateAlert(db, alert, changes)) ? 'done' : 'gone';
  });
}
