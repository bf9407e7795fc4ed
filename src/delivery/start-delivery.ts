/** Starts delivery: digests at their time, alerts when prices change, each once. */
import type { Store } from '#src/storage/database/database.ts';
import { findRestored } from '#src/storage/database/restores.ts';
import { alertsStamp } from '#src/storage/alerts.ts';
import { createAlertComposer } from '#src/watching/alerts/alert-message.ts';
import { checkAlerts } from '#src/watching/alerts/alerts.ts';
import { deliver } from './deliver.ts';
import {
  DEFAULT_DELIVERY_CONFIG,
  type DeliveryConfig,
  type DeliveryDeps,
  type Log,
  type Forgetful,
} from './deps.ts';
import { createDigestComposer, type ComposeDeps } from '#src/watching/digests/digests.ts';
import { createGate } from './gate.ts';
import { createLocalQueue } from './local-queue.ts';
import { createLook } from './look.ts';
import type { ManageDeps } from '#src/watching/digests/manage-digests.ts';
import { createNoticeComposer } from '#src/watching/notices.ts';
import type { Queue } from './queue.ts';
import { revive } from '#src/watching/revive.ts';
import { createTick } from './tick.ts';

export interface DeliveryOptions
  extends ComposeDeps, Pick<DeliveryDeps, 'clientFor' | 'log'>, Pick<ManageDeps, 'house'> {
  /** Where it registers what it holds in memory. */
  readonly forgettables: Forgetful;
  /** What is left out is as in `DEFAULT_DELIVERY_CONFIG`. */
  readonly config?: Partial<DeliveryConfig>;
}

/** One process has its queue in memory; several share one in PostgreSQL. */
async function createQueue(
  store: Store,
  { concurrency, leaseMs }: DeliveryConfig,
  now: () => number,
  log: Log,
): Promise<Queue> {
  if (store.kind === 'sqlite') return createLocalQueue({ store, concurrency, now, log });
  const { createBossQueue } = await import('./boss-queue.ts');
  // A post that was not begun is missed sooner than one that somebody may still be making.
  const sweepMs = { post: leaseMs / 4, look: leaseMs };
  return createBossQueue({ store, concurrency, sweepMs, now, log });
}

/** Delivery that is running. */
export interface RunningDelivery {
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
  /** Takes no more work, and waits for what is under way, but no longer than so long; 20 s unless given. The store stays open. */
  stop(patienceMs?: number): Promise<void>;
}

/**
 * @example
 * const delivery = await startDelivery({ store, clientFor, catalog: () => catalog, findPicture, now: Date.now, log });
 * ...
 * await delivery.stop(); await store.close();
 */
export async function startDelivery(options: DeliveryOptions): Promise<RunningDelivery> {
  const { store, now, log, clientFor } = options;
  const config = { ...DEFAULT_DELIVERY_CONFIG, ...options.config };
  const queue = await createQueue(store, config, now, log);
  const deps: DeliveryDeps = {
    store,
    queue,
    clientFor,
    compose: {
      digest: createDigestComposer(options),
      alert: createAlertComposer(options),
      notice: createNoticeComposer(store),
    },
    look: createLook(store, now, options.forgettables),
    gate: createGate(now, options.forgettables),
    now,
    log,
    config,
  };
  await store.db.transaction().execute(async (db) => await findRestored(db, now()));
  await queue.start({ deliver: (id, lane) => deliver(deps, id, lane), tick: createTick(deps) });
  const check = () => checkAlerts({ ...deps, catalog: options.catalog, quotes: options.quotes });
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
