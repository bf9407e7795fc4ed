/** Keeps this process from posting too fast to a channel, and from posting at all to a workspace that asked to wait. */
import { setTimeout as sleep } from 'node:timers/promises';

export interface Gate {
  /**
   * Waits until a channel may be posted to, and takes the turn.
   * @returns 0 when it may; the milliseconds to come back after when that would be long
   */
  enter(team: string, channel: string): Promise<number>;
  /** The post begins only now: the next one keeps its distance from this moment, not from the turn. */
  begin(team: string, channel: string): void;
  /** Slack asked to wait with posts to this workspace. */
  close(team: string, ms: number): void;
}

/** Slack takes about one message a second for a channel. */
const CHANNEL_GAP_MS = 1_000;
/** Waited for in place; longer waits give the turn to others. */
const LONGEST_PATIENCE_MS = 3_000;
const SWEPT_AT = 5_000;

const keyOf = (team: string, channel: string): string => `${team} ${channel}`;

export function createGate(now: () => number): Gate {
  const channels = new Map<string, number>();
  const teams = new Map<string, number>();
  const channelWait = (key: string): number =>
    // A clock that was set back must not close a channel for long.
    Math.min((channels.get(key) ?? 0) - now(), CHANNEL_GAP_MS);
  return {
    enter: async (team, channel) => {
      const key = keyOf(team, channel);
      for (;;) {
        const wait = Math.max((teams.get(team) ?? 0) - now(), channelWait(key));
        if (wait > LONGEST_PATIENCE_MS) return wait;
        if (wait <= 0) break;
        await sleep(wait);
      }
      if (channels.size >= SWEPT_AT) for (const [k, free] of channels) if (free <= now()) channels.delete(k);
      channels.set(key, now() + CHANNEL_GAP_MS);
      return 0;
    },
    begin: (team, channel) => void channels.set(keyOf(team, channel), now() + CHANNEL_GAP_MS),
    close: (team, ms) => void teams.set(team, Math.max(teams.get(team) ?? 0, now() + ms)),
  };
}
