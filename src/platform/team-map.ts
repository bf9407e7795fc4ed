/** A map that forgets by age and number, as `expiring-map.ts` does, and a workspace at once: for words of people. */
import { createExpiringMap, type ExpiringMapOptions } from './expiring-map.ts';
import { EVERY, type Forgettables } from './forgettables.ts';

interface TeamMap<V> {
  get(team: string, key: string): V | undefined;
  /** Sets a value anew: its life begins again. */
  set(team: string, key: string, value: V): void;
}

interface TeamMapOptions extends ExpiringMapOptions {
  /** In words for people. */
  readonly what: string;
  /** Where it is registered. */
  readonly forgettables: Forgettables;
}

/** What is left of a value that has grown, without what it has had since before an instant. */
type Without<V> = (value: V, until: number) => V;

/** No id of a workspace has a space in it. */
const keyOf = (team: string, key: string): string => `${team} ${key}`;

/** @param without For values that grow; any other is as old as when it was set. */
export function createTeamMap<V>(
  { what, forgettables, ...options }: TeamMapOptions,
  without: Without<V> = (value) => value,
): TeamMap<V> {
  const entries = createExpiringMap<V>(options);
  forgettables.register({
    what,
    forgetTeam: (team, until) =>
      entries.revise((key, value, since) => {
        if (team !== EVERY && !key.startsWith(`${team} `)) return value;
        return since <= until ? undefined : without(value, until);
      }),
    forgetOld: () => entries.revise((_, value) => without(value, options.now() - options.lifetimeMs)),
  });
  return {
    get: (team, key) => entries.get(keyOf(team, key)),
    set: (team, key, value) => entries.set(keyOf(team, key), value),
  };
}
