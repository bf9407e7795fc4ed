/** A map that forgets: what is too old, and when it is full what was used longest ago. So memory stays bounded, whatever arrives. */
import { LRUCache } from 'lru-cache';

interface ExpiringMap<V> {
  get(key: string): V | undefined;
  /** Sets a value anew: its life begins again. */
  set(key: string, value: V): void;
  /**
   * Leaves of each value what is given back, as old as it was; nothing where that is `undefined`. What is too old to be found
   * goes in any case: else it is held until it is looked for, or pushed out.
   * @param since When it was set.
   */
  revise(left: (key: string, value: V, since: number) => V | undefined): void;
  readonly size: number;
}

export interface ExpiringMapOptions {
  readonly capacity: number;
  readonly lifetimeMs: number;
  /** Milliseconds, ever rising. */
  readonly now: () => number;
}

/** @example createExpiringMap<number>({ capacity: 100, lifetimeMs: 60_000, now: Date.now }) */
export function createExpiringMap<V>({ capacity, lifetimeMs, now }: ExpiringMapOptions): ExpiringMap<V> {
  const make = () =>
    new LRUCache<string, { readonly value: V; readonly since: number }>({
      max: capacity,
      // What has lived so long is over, not only what has lived longer.
      ttl: lifetimeMs - 1,
      // Each look asks the clock: a made-up one stands still between two of them.
      ttlResolution: 0,
      // To the cache an instant 0 means none.
      perf: { now: () => now() + 1 },
    });
  // With its first value: the cache makes room at once for all that it may hold, and there are a dozen from the start on.
  let entries: ReturnType<typeof make> | undefined;
  return {
    get: (key) => entries?.get(key)?.value,
    set: (key, value) => void (entries ??= make()).set(key, { value, since: now() }),
    revise: (left) => {
      if (entries === undefined) return;
      // What is too old is passed over by the cache, and would stay in it.
      entries.purgeStale();
      for (const [key, { value, since }] of [...entries.entries()].toReversed()) {
        const rest = left(key, value, since);
        if (rest === undefined) entries.delete(key);
        else if (rest !== value) entries.set(key, { value: rest, since }, { noUpdateTTL: true });
      }
    },
    get size() {
      entries?.purgeStale();
      return entries?.size ?? 0;
    },
  };
}
