/** Alerts as they are listed: those that somebody may know of, with what they look at now. */
import type { Actor } from '#src/access/actor.ts';
import { maySee } from '#src/access/owned.ts';
import type { Rule } from '#src/domain/watching/rule.ts';
import { findAlert, listAlerts, type StoredAlert } from '#src/storage/alerts.ts';
import type { Narrowed } from '#src/storage/database/narrowed.ts';
import type { ManageDeps } from '#src/watching/digests/manage-digests.ts';
import { listStrays } from '#src/watching/strays.ts';
import { knownRule, nameOfWatched, observe, type WatchDeps } from './watch.ts';
import type { Observed } from './observe-quotes.ts';

/** Said of one that can't be read. */
export const BROKEN_ALERT =
  'What is stored of it is broken, or of a metal that I know no more, so it never comes. Delete it, and set it up again with `/nd alert`.';

/** A row that can't be read: of another version or of a metal that is gone, or mended by hand. It can be deleted. */
interface BrokenAlert {
  readonly isBroken: true;
  readonly alert: StoredAlert;
}

type AnyAlert = ListedAlert | BrokenAlert;

/** An alert as it is listed, with what it looks at now. */
export interface ListedAlert extends Observed {
  readonly isBroken: false;
  readonly alert: StoredAlert;
  readonly rule: Rule;
  /** The metal's name. */
  readonly metal: string;
}

type ListDeps = ManageDeps & WatchDeps;

/** The alerts of a workspace, or of a channel and a person, that somebody may know of; oldest first. */
export async function listedAlerts(
  deps: ListDeps,
  actor: Actor,
  of?: Narrowed,
): Promise<readonly AnyAlert[]> {
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
): Promise<AnyAlert | undefined> {
  const alert = await findAlert(deps.store.db, actor.team, id);
  if (alert === undefined || !maySee(actor, alert, deps.house)) return undefined;
  return await listed(deps, alert);
}

async function listed(deps: ListDeps, alert: StoredAlert): Promise<AnyAlert> {
  const { rule, ...observed } = await observe(deps, alert);
  if (rule === undefined || !isReadable(deps, alert)) return { isBroken: true, alert };
  return { isBroken: false, alert, metal: nameOfWatched(deps, rule.of.material), rule, ...observed };
}

/** What a calendar has; beyond it nothing can be said of a time. */
const MOST_MS = 8.64e15;

/** Whether a row says what can be watched. */
export function isReadable(deps: WatchDeps, alert: StoredAlert): boolean {
  const times = [alert.snoozedUntil, alert.firedAt];
  return knownRule(deps, alert) !== undefined && times.every((at) => at === null || Math.abs(at) <= MOST_MS);
}
