/** What a whole channel hears: who is in it decides what may be said, and only what its type lets through is said. */
import type { SayFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Actor } from '#src/access/actor.ts';
import { slackErrorName } from '#src/platform/connection/slack-refusals.ts';
import type { ListenerDeps } from './deps.ts';
import type { PublicPost } from './send.ts';

/** Says something to all in the conversation that an event came from. @param thread `undefined`: outside of threads. */
export function sayIn(say: SayFn, thread: string | undefined): PublicPost {
  const inThread = thread === undefined ? {} : { thread_ts: thread };
  return (message) => say({ ...message, ...inThread, unfurl_links: false, unfurl_media: false });
}

/**
 * Whoever is to be answered before a whole channel: with whether another company is in it, which only events tell by themselves.
 * Where Slack does not tell, as of a private channel and of two people's direct message that the app is not in, it may be.
 */
export async function askerBeforeAll(
  client: WebClient,
  actor: Actor,
  { log }: Pick<ListenerDeps, 'log'>,
): Promise<Actor> {
  const { channel, sharedOutside } = actor;
  if (sharedOutside || channel === undefined) return actor;
  if (isDirect(channel)) return { ...actor, sharedOutside: !(await isWithApp(client, channel)) };
  try {
    const info = await client.conversations.info({ channel });
    return { ...actor, sharedOutside: info.channel?.is_ext_shared !== false };
  } catch (error) {
    log.warn({ error, channel }, 'Slack does not say whether another company is in a channel');
    return { ...actor, sharedOutside: true };
  }
}

/** Of one person and the app, or of people among themselves: the id does not tell. */
export const isDirect = (channel: string): boolean => channel.startsWith('D');

const NO_MESSAGE = '1000000000.000000';

/**
 * Whether a direct message is one with the app: the only ones that Slack gives it addresses in, for which it wants no scope.
 * @param ts Of a message that stands there; without one it is asked for one that is not, and says so.
 */
export async function isWithApp(client: WebClient, channel: string, ts = NO_MESSAGE): Promise<boolean> {
  try {
    await client.chat.getPermalink({ channel, message_ts: ts });
    return true;
  } catch (error) {
    return slackErrorName(error) === 'message_not_found';
  }
}
