/** A wait of a moment's length, kept as what it was: one that has more left than it had at its beginning is over, since the clock was set back. */

export interface Pause {
  /** Milliseconds since 1970. */
  readonly until: number;
  /** How long it was when it began, in milliseconds. */
  readonly ms: number;
}

export const pauseFor = (ms: number, now: number): Pause => ({ until: now + ms, ms });

/** @returns the milliseconds that are left; 0 or less where it is over, or there is none */
export function pauseLeft(pause: Pause | undefined, now: number): number {
  if (pause === undefined) return 0;
  const left = pause.until - now;
  return left > pause.ms ? 0 : left;
}

/** The one of two that has more left: who asks for less does not shorten what another asked for. */
export function longerPause(one: Pause | undefined, other: Pause, now: number): Pause {
  return one !== undefined && pauseLeft(one, now) > pauseLeft(other, now) ? one : other;
}
