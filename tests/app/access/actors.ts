/** Actors and a house for tests that manage without a request. */
import { NO_LIMITS } from '#src/access/limits.ts';
import type { Actor } from '#src/access/actor.ts';
import type { House } from '#src/access/may.ts';
import { isRefused, type Refused } from '#src/access/owned.ts';

export const OPEN_HOUSE: House = { channelsByAdmins: false, entering: 'everyone', limits: NO_LIMITS };

/** A member of a workspace, unless it is said otherwise, who asks from nowhere. */
export function actor(team: string, user: string, given: Partial<Actor> = {}): Actor {
  return {
    team,
    user,
    userTeam: team,
    standing: 'member',
    channel: undefined,
    sharedOutside: false,
    alone: true,
    zone: 'UTC',
    ...given,
  };
}

/** What was wanted, where nobody refused it. @throws Where somebody did. */
export function taken<T>(outcome: T | Refused): T {
  if (isRefused(outcome)) throw new Error(outcome.why);
  return outcome;
}
