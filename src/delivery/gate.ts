/**
 * Keeps this process from posting too fast to a channel, and from posting at all where Slack asked to wait: in the channel
 * that it asked for, and in the workspace once several of its channels ask and none takes a post in between.
 */
import { setTimeout as sleep } from 'node:timers/promises';

export interface Gate {
  /**
   * Waits until a channel may be posted to, and takes the turn.
   * @returns 0 when it may; the milliseconds to come back after when that would be long
   */
  enter(team: string, channel: string): Promise<number>;
  /** The post begins only now: the next one keeps its distance from this moment, not from the turn. */
  begin(team: string, channel: string): void;
  /** A post was taken: the workspace as a whole is not over its limit. */
  taken(team: string): void;
  /** Slack asked to wait with posts to this channel. @param everywhere It said so of the workspace. */
  close(team: string, channel: string, ms: number, everywhere: boolean): void;
}

/** Slack takes about one message a second for a channel. */
const CHANNEL_GAP_MS = 1_000;
/** Waited for in place; longer waits give the turn to others. */
const LONGEST_PATIENCE_MS = 3_000;
const SWEPT_AT = 5_000;
/** So many channels in a row are asked to wait: it is the workspace. */
const CHANNELS_IN_A_ROW = 4;

const keyOf = (team: string, channel: string): string => `${team} ${channel}`;

export function createGate(now: () => number): Gate {
  const channels = new Map<string, number>();
  const closed = new Map<string, number>();
  const teams = new Map<string, number>();
  /** Channels of a workspace that asked to wait since it last took a post. */
  const inARow = new Map<string, Set<string>>();
  const waitFor = (team: string, key: string): number =>
    Math.max(
      (teams.get(team) ?? 0) - now(),
      (closed.get(key) ?? 0) - now(),
      // A clock that was set back must not close a channel for long.
      Math.min((channels.get(key) ?? 0) - now(), CHANNEL_GAP_MS),
    );
  return {
    enter: async (team, channel) => {
      const key = keyOf(team, channel);
      for (;;) {
        const wait = waitFor(team, key);
        if (wait > LONGEST_PATIENCE_MS || (wait > 0 && closed.has(key))) return wait;
        if (wait <= 0) break;
        await sleep(wait);
      }
      closed.delete(key);
      if (channels.size >= SWEPT_AT) for (const [k, free] of channels) if (free <= now()) channels.delete(k);
      channels.set(key, now() + CHANNEL_GAP_MS);
      return 0;
    },
    begin: (team, channel) => void channels.set(keyOf(team, channel), now() + CHANNEL_GAP_MS),
    taken: (team) => void inARow.delete(team),
    close: (team, channel, ms, everywhere) => {
      const key = keyOf(team, channel);
      closed.set(key, Math.max(closed.get(key) ?? 0, now() + ms));
      const asked = inARow.get(team) ?? new Set();
      inARow.set(team, asked.add(channel));
      if (everywhere || asked.size >= CHANNELS_IN_A_ROW) {
        teams.set(team, Math.max(teams.get(team) ?? 0, now() + ms));
      }
    },
  };
}
