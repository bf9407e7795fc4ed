/** Where digests and alerts may be posted, and by whose wish. */
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { slackErrorName } from '#src/platform/connection/slack-refusals.ts';
import type { Actor } from '#src/access/actor.ts';
import { isPerson } from '#src/access/may.ts';
import { OTHERS, whyNotPostedTo } from '#src/access/owned.ts';
import type { ListenerDeps } from './deps.ts';

/** The same for a channel that the bot is not in and for a private one that the asker is not in: it tells of neither. */
export const NOT_BOTH =
  'I post only in channels that I am in, and in private ones only for who is in them. Write /invite @Lodestone in it, and try again.';
const UNTOLD =
  'Slack does not tell me about that channel, so I can’t post in it from here: type the command in the channel itself.';

/** A direct message between two people is none of ours: what is set up in one goes to whoever set it up. */
export function placeFor(channel: string, user: string): string {
  return channel.startsWith('D') ? user : channel;
}

/** @example placeInWords('C1') // "in <#C1>" */
export function placeInWords(place: string): string {
  return isPerson(place) ? `to <@${place}>` : `in <#${place}>`;
}

interface Wish {
  readonly client: WebClient;
  readonly actor: Actor;
  /** A channel's id, or a person's for a direct message. */
  readonly place: string;
}

/** Why somebody can't have things posted to a place, and what to do, in plain words; `undefined` where they can. */
export async function whyNotThere(
  { client, actor, place }: Wish,
  deps: Pick<ListenerDeps, 'house' | 'log'>,
): Promise<string | undefined> {
  const refused = whyNotPostedTo(actor, place, deps.house);
  if (refused !== undefined) return refused.why;
  return isPerson(place) ? undefined : await whyNoPosts({ client, actor, place }, deps);
}

async function whyNoPosts(
  { client, actor, place }: Wish,
  { log }: Pick<ListenerDeps, 'log'>,
): Promise<string | undefined> {
  // What is typed in a channel comes from somebody who is in it.
  const typedThere = place === actor.channel;
  try {
    const { channel } = await client.conversations.info({ channel: place });
    if (channel?.is_archived === true) return 'That channel is archived. Choose another one.';
    if (channel?.is_im === true) return OTHERS;
    if (channel?.is_member === false) return NOT_BOTH;
    const open = channel?.is_private !== true && channel?.is_mpim !== true;
    return open || typedThere || (await isIn(client, place, actor.user)) ? undefined : NOT_BOTH;
  } catch (error) {
    const name = slackErrorName(error);
    // A private channel that the bot is not in does not exist for it.
    if (name === 'channel_not_found') return NOT_BOTH;
    if (name !== 'missing_scope') throw error;
    log.warn({ channel: place }, 'Slack does not say whether a channel can be posted to');
    return typedThere ? undefined : UNTOLD;
  }
}

async function isIn(client: WebClient, channel: string, user: string): Promise<boolean> {
  let cursor = '';
  do {
    const page = await client.conversations.members({
      channel,
      limit: 1000,
      ...(cursor !== '' && { cursor }),
    });
    if (page.members?.includes(user) === true) return true;
    cursor = page.response_metadata?.next_cursor ?? '';
  } while (cursor !== '');
  return false;
}

const answered = z.object({
  channel: z.object({ is_private: z.boolean().default(false) }),
  response_metadata: z.object({ scopes: z.array(z.string()) }),
});

/**
 * What is to be known of posts in a channel whose history can't be read; `undefined` where it can, or Slack does not tell.
 * @param place A channel's id, or a person's for a direct message.
 */
export async function whyAtMostOnce(client: WebClient, place: string): Promise<string | undefined> {
  if (isPerson(place)) return undefined;
  const info = answered.safeParse(await client.conversations.info({ channel: place }).catch(() => undefined));
  if (!info.success) return undefined;
  const { channel, response_metadata } = info.data;
  const needed = channel.is_private ? 'groups:history' : 'channels:history';
  if (response_metadata.scopes.includes(needed)) return undefined;
  return `It comes at most once: where Slack gives no clear answer, I can’t look here whether it was posted, leave it out, and tell you. With the scope \`${needed}\` I can look.`;
}

/** Said in a form of one place that is of others too, as mrkdwn. @example "It is set up in <#C1> as well." */
export const othersInWords = (others: readonly { readonly id: string }[] = []): readonly string[] =>
  others.length === 0 ? [] : [`It is set up ${others.map(({ id }) => placeInWords(id)).join(', ')} as well.`];
