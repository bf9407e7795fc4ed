/**
 * What time it is for Slack, from the `Date` of its answers. Posts are looked for by Slack's time, and several processes on
 * machines whose clocks differ agree on it.
 */

/** A process' reading of Slack's clock; whole seconds are all that Slack tells. */
interface SlackClock {
  /** Milliseconds since 1970 by Slack's clock; by one's own where Slack has not said a time yet. */
  now(): number;
  /** How far Slack's clock is ahead of one's own, in milliseconds; `undefined` where that is not known. */
  ahead(): number | undefined;
}

interface Heard extends SlackClock {
  own: () => number;
  hear(date: string | null): void;
}

const clocks = new WeakMap<object, Heard>();
/** By the address of Slack: what the start has heard, the posts need not hear anew. */
const known = new Map<string, Heard>();

function createClock(): Heard {
  let ahead: number | undefined;
  const clock: Heard = {
    own: Date.now,
    now: () => clock.own() + (ahead ?? 0),
    ahead: () => ahead,
    hear: (date) => {
      const at = date === null ? Number.NaN : Date.parse(date);
      // A second that has begun: on average half of it is over.
      if (!Number.isNaN(at)) ahead = at + 500 - clock.own();
    },
  };
  return clock;
}

/** A `fetch` that notes the time of each answer, and the clients that use it. @param address Of the Slack that answers. */
export function createHearingFetch(address = ''): {
  readonly fetch: typeof fetch;
  readonly of: (client: object) => void;
} {
  const clock = known.get(address) ?? createClock();
  known.set(address, clock);
  return {
    fetch: async (...request) => {
      const response = await fetch(...request);
      clock.hear(response.headers.get('date'));
      return response;
    },
    of: (client) => void clocks.set(client, clock),
  };
}

/** Slack's clock as a client has heard it. @param own One's own clock, against which it is kept. */
export function slackClock(client: object, own: () => number): SlackClock {
  const clock = clocks.get(client);
  if (clock === undefined) return { now: own, ahead: () => undefined };
  clock.own = own;
  return clock;
}
