/**
 * All that holds a workspace's words outside of the database, named in one place: so that all of it is forgotten at once, and
 * nothing is left out because somebody did not know of it.
 */

/** In the place of a workspace: the app was removed from all that it was in. */
export const EVERY = '*';

/** One store of words, in memory. */
interface Forgettable {
  /** What it holds, in words for people: docs/security.md has each of them. */
  readonly what: string;
  /** Forgets what it has had of a workspace, or of `EVERY` one, since before an instant. @param until Milliseconds since 1970, included; all where it is Infinity. */
  forgetTeam(team: string, until: number): void;
  /** Lets go what is too old to be found, where it has an age. */
  forgetOld?(): void;
  /** Forgets what it has of a series of quotes, where it has anything of quotes. */
  forgetQuotes?(series: string): void;
}

export interface Forgettables extends Required<Omit<Forgettable, 'what'>> {
  register(one: Forgettable): void;
  /** What all of them hold, in the order in which they were registered. */
  readonly named: () => readonly string[];
}

export function createForgettables(): Forgettables {
  const all: Forgettable[] = [];
  return {
    register: (one) => void all.push(one),
    forgetTeam: (team, until) => {
      for (const one of all) one.forgetTeam(team, until);
    },
    forgetOld: () => {
      for (const one of all) one.forgetOld?.();
    },
    forgetQuotes: (series) => {
      for (const one of all) one.forgetQuotes?.(series);
    },
    named: () => all.map(({ what }) => what),
  };
}
