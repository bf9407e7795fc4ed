/** So many within a time, as one number a person: the instant at which all that was taken is paid off. */

/** So many at once, and then as many again within this time. */
export interface Pace {
  readonly most: number;
  readonly withinMs: number;
}

type Turn =
  | { readonly ok: true; /** To be kept for the next turn. */ readonly paidOff: number }
  | { readonly ok: false; readonly waitMs: number };

/**
 * Whether it may be now. A refused turn costs nothing: keep what was kept.
 * @param paidOff What the last turn gave; `undefined` for the first one. Milliseconds, as `now`.
 * @example nextTurn(undefined, 0, { most: 60, withinMs: 60_000 }) // { ok: true, paidOff: 1000 }
 */
export function nextTurn(paidOff: number | undefined, now: number, { most, withinMs }: Pace): Turn {
  // A clock that was set back must keep nobody waiting for longer than the time itself.
  const from = Math.min(Math.max(paidOff ?? now, now), now + withinMs);
  // Whole milliseconds: what is added up must not be a hair more than the whole.
  const next = from + Math.floor(withinMs / most);
  return next <= now + withinMs ? { ok: true, paidOff: next } : { ok: false, waitMs: next - now - withinMs };
}
