/** Work that is under way: Bolt's `stop()` does not wait for listeners that run on after their ack. */

export interface InFlight {
  /** Does the work, counted until it ends, well or badly. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when all that is under way now has ended; what begins meanwhile is not waited for. */
  settled(): Promise<void>;
  /** Resolves with true when nothing is under way, with false when that takes longer than `timeoutMs`. */
  drained(timeoutMs: number): Promise<boolean>;
}

export function createInFlight(): InFlight {
  const running = new Set<Promise<unknown>>();
  let waiting: (() => void)[] = [];
  return {
    run: async (work) => {
      const done = work();
      running.add(done);
      try {
        return await done;
      } finally {
        running.delete(done);
        if (running.size === 0) {
          for (const wake of waiting) wake();
          waiting = [];
        }
      }
    },
    settled: async () => void (await Promise.allSettled(running)),
    drained: (timeoutMs) =>
      new Promise((resolve) => {
        if (running.size === 0) {
          resolve(true);
          return;
        }
        const timer = setTimeout(() => resolve(false), timeoutMs);
        waiting.push(() => {
          clearTimeout(timer);
          resolve(true);
        });
      }),
  };
}
