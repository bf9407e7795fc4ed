/** Starts delivery: what is due is posted, each once, whatever it says. */
import type { Store } from '#src/storage/database/database.ts';
import { findRestored } from '#src/storage/database/restores.ts';
import { deliver } from './deliver.ts';
import { DEFAULT_DELIVERY_CONFIG, type DeliveryConfig, type DeliveryDeps, type Log } from './deps.ts';
import { createGate, type Forgetful } from './gate.ts';
import { createLocalQueue } from './queues/local-queue.ts';
import { createLook } from './look.ts';
import type { Queue } from './queues/queue.ts';
import { createTick } from './tick.ts';

export interface DeliveryOptions extends Pick<
  DeliveryDeps,
  'store' | 'clientFor' | 'compose' | 'now' | 'log'
> {
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
  const { createBossQueue } = await import('./queues/boss-queue.ts');
  // A post that was not begun is missed sooner than one that somebody may still be making.
  const sweepMs = { post: leaseMs / 4, look: leaseMs };
  return createBossQueue({ store, concurrency, sweepMs, now, log });
}

/** Resolves once it takes work; its queue stops it. */
export async function startDelivery(options: DeliveryOptions): Promise<DeliveryDeps> {
  const { store, now, log, forgettables } = options;
  const config = { ...DEFAULT_DELIVERY_CONFIG, ...options.config };
  const queue = await createQueue(store, config, now, log);
  const { clientFor, compose } = options;
  const look = createLook(store, now, forgettables);
  const deps: DeliveryDeps = {
    store,
    queue,
    clientFor,
    compose,
    look,
    gate: createGate(now, forgettables),
    now,
    log,
    config,
  };
  await store.db.transaction().execute(async (db) => await findRestored(db, now()));
  await queue.start({ deliver: (id, lane) => deliver(deps, id, lane), tick: createTick(deps) });
  return deps;
}
