/** Long work in slices: what reads a large table lets the rest of the process run between its rows. */
import { setImmediate as breathe } from 'node:timers/promises';

/** Milliseconds that others wait at most for one slice, beside the piece of work that ends it. */
const SLICE_MS = 10;

/**
 * To be awaited between two pieces of work: gives everything else a turn where the last one was long enough ago.
 * @example const turn = createTurns(); for (const row of rows) { read(row); await turn(); }
 */
export function createTurns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE_MS) return;
    await breathe();
    since = performance.now();
  };
}
