/** Where digests and alerts may be posted, and by whose wish. */
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { ListenerDeps } from './deps.ts';
import { isAdmin } from './person.ts';

const slackError = z.object({ data: z.object({ error: z.string() }) });

const INVITE =
  'I am not in that channel yet, so I can’t post there. Write /invite @Lodestone in it, and try again.';

/** A direct message between two people is none of ours: what is set up in one goes to whoever set it up. */
export function placeFor(channel: string, user: string): string {
  return channel.startsWith('D') ? user : channel;
}

/** @example placeInWords('C1') // "in <#C1>" */
export function placeInWords(place: string): string {
  return /^[UW]/.test(place) ? `to <@${place}>` : `in <#${place}>`;
}

/**
 * Why a channel can't be posted to, and what to do, in plain words; `undefined` where it can, or Slack does not tell.
 * @param place A channel's id, or a person's for a direct message.
 */
export async function whyNoPosts(
  client: WebClient,
  place: string,
  { log }: Pick<ListenerDeps, 'log'>,
): Promise<string | undefined> {
  if (/^[UW]/.test(place)) return undefined;
  try {
    const { channel } = await client.conversations.info({ channel: place });
    if (channel?.is_archived === true) return 'That channel is archived. Choose another one.';
    return channel?.is_member === false ? INVITE : undefined;
  } catch (error) {
    const name = slackError.safeParse(error).data?.data.error;
    // A private channel that the bot is not in does not exist for it.
    if (name === 'channel_not_found') return INVITE;
    if (name !== 'missing_scope') throw error;
    log.warn(
      { channel: place },
      'Slack does not say whether a channel can be posted to; the first post will',
    );
    return undefined;
  }
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
  if (/^[UW]/.test(place)) return undefined;
  const info = answered.safeParse(await client.conversations.info({ channel: place }).catch(() => undefined));
  if (!info.success) return undefined;
  const { channel, response_metadata } = info.data;
  const needed = channel.is_private ? 'groups:history' : 'channels:history';
  if (response_metadata.scopes.includes(needed)) return undefined;
  return `It comes at most once: where Slack gives no clear answer, I can’t look here whether it was posted, leave it out, and tell you. With the scope \`${needed}\` I can look.`;
}

/** Why a person may not set up what is posted to others, in plain words; `undefined` where they may. */
export async function whyNotAllowed(
  client: WebClient,
  user: string,
  deps: Pick<ListenerDeps, 'adminUsers' | 'digestAdminsOnly' | 'log'>,
): Promise<string | undefined> {
  if (!deps.digestAdminsOnly || (await isAdmin(client, user, deps))) return undefined;
  return 'Only admins set up digests and channel alerts here. Ask a workspace admin to do it.';
}
