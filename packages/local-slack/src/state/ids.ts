/** Identifiers of Slack's forms: unique in one simulator, and in order. */
import { randomBytes } from 'node:crypto';

export type Ids = {
  /** `next('Ev')` is `Ev0LOCAL0001`, then `Ev0LOCAL0002`. */
  next: (prefix: string) => string;
  /** A message timestamp, `seconds.microseconds`: unique and rising, even when the clock stands still or goes back. */
  ts: () => string;
  /** A trigger: `number.number.hex`. */
  trigger: () => string;
  /** Hex that can't be guessed, for addresses that carry their own permission. */
  secret: () => string;
};

/** @param now milliseconds since 1970 */
export function createIds(now: () => number): Ids {
  const counters = new Map<string, number>();
  let lastMicros = 0;
  const count = (prefix: string): number => {
    const value = (counters.get(prefix) ?? 0) + 1;
    counters.set(prefix, value);
    return value;
  };
  return {
    next: (prefix) => `${prefix}0LOCAL${String(count(prefix)).padStart(4, '0')}`,
    ts: () => {
      lastMicros = Math.max(Math.floor(now()) * 1000, lastMicros + 1);
      return `${Math.floor(lastMicros / 1e6)}.${String(lastMicros % 1e6).padStart(6, '0')}`;
    },
    trigger: () => `${Date.now()}.${count('trigger')}.${randomBytes(16).toString('hex')}`,
    secret: () => randomBytes(12).toString('hex'),
  };
}
