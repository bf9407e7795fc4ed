/** When a process is hit: at what Slack sees, at what the database sees, or at any time. */
import type { Bot } from './bots.ts';
import type { Mischief } from './faults.ts';

/**
 * A post that was made and is not answered yet, one that begins, some time after the start, inside a transaction of several
 * steps, and inside that of a claim or record of one delivery.
 */
export const INSTANTS = ['made', 'begun', 'time', 'write', 'transaction'] as const;
export type Instant = (typeof INSTANTS)[number];

/** The round is over sooner than this, or something hangs. */
const HANGS_MS = 60_000;
/** Transactions of several steps are few in a round, and most are at its beginning. */
const MOST_TRANSACTIONS = 2;
const INSIDE_MS = 6_000;

export interface Wanted {
  readonly instant: Instant;
  readonly mischief: Mischief;
  /** Whom it shall hit. */
  readonly victim: Bot;
  readonly freeze: boolean;
  readonly random: () => number;
  /** Early enough in a round that it is not over before. */
  readonly mostPosts: number;
  readonly finished: Promise<'finished'>;
}

/**
 * Waits for an instant of a kind, at random which one; for some time where it doesn't come. Inside a transaction the process
 * has stopped or ended itself by then.
 */
export async function nextInstant(wanted: Wanted): Promise<Instant | 'finished'> {
  const { instant, mischief, victim, freeze, random, mostPosts, finished } = wanted;
  const inside = instant === 'transaction' || instant === 'write';
  // One process of several writes only its part.
  const most = {
    transaction: MOST_TRANSACTIONS,
    write: mostPosts / 4,
    time: 0,
    made: mostPosts,
    begun: mostPosts,
  };
  let skip = Math.floor(random() * most[instant]);
  let timer: NodeJS.Timeout | undefined;
  const came = new Promise<Instant>((resolve) => {
    timer = setTimeout(
      () => resolve('time'),
      instant === 'time' ? random() * 700 : inside ? INSIDE_MS : HANGS_MS,
    );
    if (inside) {
      const signal = freeze ? 'SIGSTOP' : 'SIGKILL';
      void victim.trap({ place: instant, signal, skip }).then(() => resolve(instant));
    } else {
      mischief.onPost((when) => {
        if (when !== instant) return;
        skip -= 1;
        if (skip < 0) resolve(when);
      });
    }
  });
  const moment = await Promise.race([came, finished]);
  clearTimeout(timer);
  mischief.onPost(() => {});
  if (inside && moment !== instant) victim.free();
  return moment;
}
