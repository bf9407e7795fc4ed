/** Rounds of looking at what is due: one at a time, at once when somebody asks, and again when something is due next. */

/** Looked at least this often, so that a clock that was set or moved is noticed. */
const LONGEST_SLEEP_MS = 15_000;
/** What falls due within this is taken at one go. */
const SHORTEST_SLEEP_MS = 20;

interface Rounds {
  /** Looks at once, or once more after the round under way. */
  wake(): void;
  /** Looks at a moment (milliseconds since 1970), unless it does sooner anyway. */
  wakeAt(at: number): void;
  /** Begins no round any more. @returns resolves when the one under way is over */
  stop(): Promise<void>;
}

interface RoundsOptions {
  /** @returns when something is due next; `undefined` when nothing is */
  readonly look: () => Promise<number | undefined>;
  /** Told why a round failed. */
  readonly failed: (error: unknown) => void;
  /** A round that failed is made again after so many milliseconds. */
  readonly pauseMs: number;
  readonly now: () => number;
}

/** Nothing is looked at before the first `wake`. */
export function createRounds({ look, failed, pauseMs, now }: RoundsOptions): Rounds {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let wakesAt = Infinity;
  let round: Promise<void> | undefined;
  let again = false;

  function wakeAt(at: number): void {
    if (stopped || at >= wakesAt) return;
    clearTimeout(timer);
    wakesAt = at;
    timer = setTimeout(wake, Math.max(SHORTEST_SLEEP_MS, at - now()));
  }

  function wake(): void {
    if (stopped) return;
    if (round !== undefined) {
      again = true;
      return;
    }
    clearTimeout(timer);
    wakesAt = Infinity;
    round = look()
      .then((next) => wakeAt(Math.min(next ?? Infinity, now() + LONGEST_SLEEP_MS)))
      .catch((error: unknown) => {
        failed(error);
        wakeAt(now() + pauseMs);
      })
      .finally(() => {
        round = undefined;
        if (!again) return;
        again = false;
        wake();
      });
  }

  return {
    wake,
    wakeAt,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await round;
    },
  };
}
