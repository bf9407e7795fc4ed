/**
 * Keeps this process from posting too fast to a channel, and from posting at all where Slack asked to wait: in the channel
 * that it asked for, and in the workspace once several of its channels ask and none takes a post in between. Of a channel's
 * posts one is under way at a time: one that answers slowly, or never, keeps one worker and no more.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { longerPause, pauseFor, pauseLeft, type Pause } from './pause.ts';

/** Where what is held in memory is registered, so that it is forgotten with its workspace. */
export interface Forgetful {
  register(one: { readonly what: string; forgetTeam(team: string, until: number): void }): void;
}

export interface Gate {
  /**
   * Takes the turn of a channel, where it may be posted to now or in a moment; `leave` gives it back.
   * @returns 0 when it was taken; the milliseconds to come back after when not
   */
  enter(team: string, channel: string): Promise<number>;
  /** The post begins only now: the next one keeps its distance from this moment, not from the turn. */
  begin(team: string, channel: string): void;
  /** The turn is over, however it went. */
  leave(team: string, channel: string): void;
  /** A post was taken: the workspace as a whole is not over its limit. */
  taken(team: string): void;
  /** Slack asked to wait with posts to this channel. @param everywhere It said so of the workspace. */
  close(team: string, channel: string, ms: number, everywhere: boolean): void;
}

/** Slack takes about one message a second for a channel. */
const CHANNEL_GAP_MS = 1_000;
/** Nobody is sent away for longer because of others who wait for the same channel. */
const LONGEST_QUEUE_MS = 60_000;
const SWEPT_AT = 5_000;
/** So many channels in a row are asked to wait: it is the workspace. */
const CHANNELS_IN_A_ROW = 4;

interface Channel {
  /** Somebody has the turn. */
  busy: boolean;
  /** Until it may be posted to again, by its pace, and because Slack asked to wait. */
  free: Pause | undefined;
  closed: Pause | undefined;
  /** When the last of those who were sent away comes back. */
  queued: number;
}

/** @param forgettables Where it is registered: it knows which channels a workspace posts to. */
export function createGate(now: () => number, forgettables: Forgetful): Gate {
  const channels = new Map<string, Channel>();
  const teams = new Map<string, Pause>();
  /** Channels of a workspace that asked to wait since it last took a post. */
  const inARow = new Map<string, Set<string>>();

  function channelOf(team: string, channel: string): Channel {
    const key = `${team} ${channel}`;
    const known = channels.get(key);
    if (known !== undefined) return known;
    if (channels.size >= SWEPT_AT) {
      for (const [k, one] of channels) if (!one.busy && waitFor(team, one) <= 0) channels.delete(k);
    }
    const made = { busy: false, free: undefined, closed: undefined, queued: 0 };
    channels.set(key, made);
    return made;
  }

  forgettables.register({
    what: 'which channels were posted to, and which asked to wait',
    forgetTeam: (team) => {
      for (const [key, { busy }] of channels) if (!busy && key.startsWith(`${team} `)) channels.delete(key);
      teams.delete(team);
      inARow.delete(team);
    },
  });
  const waitFor = (team: string, { free, closed }: Channel): number =>
    Math.max(...[teams.get(team), closed, free].map((pause) => pauseLeft(pause, now())));

  /** Those who wait come back one after another, and not all when it opens. */
  function sendAway(one: Channel, wait: number): number {
    const at = Math.max(now() + wait, Math.min(one.queued + CHANNEL_GAP_MS, now() + LONGEST_QUEUE_MS));
    one.queued = at;
    return at - now();
  }

  return {
    enter: async (team, channel) => {
      const one = channelOf(team, channel);
      if (one.busy) return sendAway(one, CHANNEL_GAP_MS);
      one.busy = true;
      for (;;) {
        const wait = waitFor(team, one);
        if (wait <= 0) break;
        if (wait > CHANNEL_GAP_MS) {
          one.busy = false;
          return sendAway(one, wait);
        }
        await sleep(wait);
      }
      one.free = pauseFor(CHANNEL_GAP_MS, now());
      return 0;
    },
    begin: (team, channel) => void (channelOf(team, channel).free = pauseFor(CHANNEL_GAP_MS, now())),
    leave: (team, channel) => void (channelOf(team, channel).busy = false),
    taken: (team) => void inARow.delete(team),
    close: (team, channel, ms, everywhere) => {
      const one = channelOf(team, channel);
      const asks = pauseFor(ms, now());
      one.closed = longerPause(one.closed, asks, now());
      const asked = inARow.get(team) ?? new Set();
      inARow.set(team, asked.add(channel));
      if (everywhere || asked.size >= CHANNELS_IN_A_ROW) {
        teams.set(team, longerPause(teams.get(team), asks, now()));
      }
    },
  };
}
