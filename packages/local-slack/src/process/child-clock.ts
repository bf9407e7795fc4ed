/** The clock of an app that a local Slack has started: the machine's, moved by as much as the local Slack's is. */
import { asJson } from '../wire/json.ts';

/** Milliseconds, in the environment of an app that starts while the clock is moved: its first look at it is right already. */
export const OFFSET_AT_START = 'LOCAL_SLACK_CLOCK_MS';

/** What the local Slack sends to the app's process. */
export type ClockMessage = { readonly clock: { readonly offsetMs: number } };

/**
 * Follows the local Slack's clock; where no local Slack has started this process, time is the machine's.
 *
 * ```ts
 * const now = followClock(() => app.wake());
 * const app = createApp(config, { now, ... });
 * ```
 *
 * @param onMove called after each move
 */
export function followClock(onMove: () => void): () => Date {
  let offsetMs = Number(process.env[OFFSET_AT_START] ?? 0) || 0;
  process.on('message', (message) => {
    const given = asJson(asJson(message)?.['clock'])?.['offsetMs'];
    if (typeof given !== 'number' || given === offsetMs) return;
    offsetMs = given;
    onMove();
  });
  // The channel alone must not keep the app alive.
  process.channel?.unref();
  return () => new Date(Date.now() + offsetMs);
}
