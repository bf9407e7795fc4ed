/** What a whole channel hears: who is in it decides what may be said, and only what its type lets through is said. */
import type { SayFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Actor } from '#src/access/actor.ts';
import type { ListenerDeps } from './deps.ts';
import type { PublicPost } from './send.ts';

/** Says something to all in the conversation that an event came from. @param thread `undefined`: outside of threads. */
export function sayIn(say: SayFn, thread: string | undefined): PublicPost {
  const inThread = thread === undefined ? {} : { thread_ts: thread };
  return (message) => say({ ...message, ...inThread, unfurl_links: false, unfurl_media: false });
}

/** Whoever is to be answered before a whole channel: with whether another company is in it, which only events tell by themselves. */
export async function askerBeforeAll(
  client: WebClient,
  actor: Actor,
  { log }: Pick<ListenerDeps, 'log'>,
): Promise<Actor> {
  const { channel, sharedOutside } = actor;
  if (sharedOutside || channel === undefined || channel.startsWith('D')) return actor;
  try {
    const info = await client.conversations.info({ channel });
    return { ...actor, sharedOutside: info.channel?.is_ext_shared === true };
  } catch (error) {
    // Whoever shares is one of the workspace, and in the channel: what Slack does not tell, they know.
    log.warn({ error, channel }, 'Slack does not say whether another company is in a channel');
    return actor;
  }
}
