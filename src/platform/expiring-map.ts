/** A map that forgets: what is too old, and the oldest when it is full. So memory stays bounded, whatever arrives. */

export interface ExpiringMap<V> {
  get(key: string): V | undefined;
  /** Sets a value anew: its life begins again. */
  set(key: string, value: V): void;
  /** Drops what matches. @param since When it was set. */
  forget(matches: (key: string, since: number) => boolean): void;
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
  // A Map iterates in the order of insertion, so the oldest come first.
  const entries = new Map<string, { readonly value: V; readonly until: number }>();
  const sweep = () => {
    for (const [key, { until }] of entries) {
      if (until > now() && entries.size <= capacity) return;
      entries.delete(key);
    }
  };
  return {
    get: (key) => {
      const entry = entries.get(key);
      return entry !== undefined && entry.until > now() ? entry.value : undefined;
    },
    set: (key, value) => {
      entries.delete(key);
      entries.set(key, { value, until: now() + lifetimeMs });
      sweep();
    },
    forget: (matches) => {
      for (const [key, { until }] of entries) if (matches(key, until - lifetimeMs)) entries.delete(key);
    },
    get size() {
      sweep();
      return entries.size;
    },
  };
}
