/** How old a price is, and what that makes of it. */
import { dayInWords, daysBetween } from '#src/domain/measure/days.ts';

/** Ages in days past which a price is called stale, and past which it is no price any more. */
export interface AgeLimits {
  readonly staleAfter: number;
  readonly deadAfter: number;
}

export const DEFAULT_AGE_LIMITS: AgeLimits = { staleAfter: 7, deadAfter: 45 };

export interface Freshness {
  readonly state: 'fresh' | 'stale' | 'dead';
  /** In days; 0 for today's, and for tomorrow's from further east. */
  readonly age: number;
  /** "as of 20 Nov, 3 days old". */
  readonly words: string;
}

export function freshnessOf(date: string, today: string, limits: AgeLimits): Freshness {
  const age = Math.max(0, daysBetween(date, today));
  const state = age > limits.deadAfter ? 'dead' : age > limits.staleAfter ? 'stale' : 'fresh';
  const old = age === 0 ? 'today’s' : age === 1 ? '1 day old' : `${age} days old`;
  return { state, age, words: `as of ${dayInWords(date, today)}, ${old}` };
}
