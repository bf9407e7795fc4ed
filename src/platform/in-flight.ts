/** Work that is under way: Bolt's `stop()` does not wait for listeners that run on after their ack. */

export interface InFlight {
  /** Does the work, counted until it ends, well or badly. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves with true when nothing is under way, with false when that takes longer than `timeoutMs`. */
  drained(timeoutMs: number): Promise<boolean>;
}

export function createInFlight(): InFlight {
  let running = 0;
  let waiting: (() => void)[] = [];
  return {
    run: async (work) => {
      running += 1;
      try {
        return await work();
      } finally {
        running -= 1;
        if (running === 0) {
          for (const wake of waiting) wake();
          waiting = [];
        }
      }
    },
    drained: (timeoutMs) =>
      new Promise((resolve) => {
        if (running === 0) {
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
