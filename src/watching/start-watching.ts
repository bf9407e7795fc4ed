/** Starts digests at their time and alerts when prices change: what each says, given to delivery, which posts it once. */
import type { DeliveryDeps } from '#src/delivery/deps.ts';
import { startDelivery, type DeliveryOptions } from '#src/delivery/start-delivery.ts';
import { alertsStamp } from '#src/storage/alerts.ts';
import { createAlertComposer } from './alerts/alert-message.ts';
import { checkAlerts } from './alerts/alerts.ts';
import { createDigestComposer, type ComposeDeps } from './digests/digests.ts';
import type { ManageDeps } from './digests/manage-digests.ts';
import { createNoticeComposer } from './notices.ts';
import { revive } from './revive.ts';

interface WatchOptions extends ComposeDeps, Omit<DeliveryOptions, 'compose'>, Pick<ManageDeps, 'house'> {}

/** Digests and alerts that are running. */
export interface RunningWatch {
  /** What the functions of manage-digests.ts, manage-alerts.ts and preview-digest.ts are given. */
  readonly manage: ManageDeps & ComposeDeps;
  /** Looks at once whether anything is due: after a subscription was added or changed, or time was moved. */
  wake(): void;
  /** Looks at all alerts: after data or quotes have changed. @returns how many fired */
  checkAlerts(): Promise<number>;
  /** The same where another process may have stored quotes since the last time, as an import does. Cheap where none has. */
  checkChanged(): Promise<number>;
  /** Resumes what was paused for a token that Slack refused. @param installed See `revive`. @returns how many */
  revive(installed: Parameters<typeof revive>[1]): Promise<number>;
  /**
   * Takes no more work, and waits for what is under way, but no longer than so long; 20 s unless given. The store stays open.
   * @returns whether all is done
   */
  stop(patienceMs?: number): Promise<boolean>;
}

/**
 * @example
 * const watch = await startWatching({ store, clientFor, catalog: () => catalog, findPicture, now: Date.now, log });
 * ...
 * await watch.stop(); await store.close();
 */
export async function startWatching(options: WatchOptions): Promise<RunningWatch> {
  const { store, catalog, quotes } = options;
  const deps: DeliveryDeps = await startDelivery({
    ...options,
    compose: {
      digest: createDigestComposer(options),
      alert: createAlertComposer(options),
      notice: createNoticeComposer(store),
    },
  });
  const { queue, config } = deps;
  const check = () => checkAlerts({ ...deps, catalog, quotes });
  let stamp = '';
  return {
    manage: { ...options, queue, config },
    wake: () => queue.wake(),
    checkAlerts: check,
    checkChanged: async () => {
      const found = await alertsStamp(store.db);
      if (found === stamp) return 0;
      const fired = await check();
      // As it was before the check: what came meanwhile is looked at the next time.
      stamp = found;
      return fired;
    },
    revive: (installed) => revive(deps, installed),
    stop: (patienceMs = 20_000) => queue.stop(patienceMs),
  };
}
