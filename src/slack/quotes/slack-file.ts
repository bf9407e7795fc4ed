/** Fetches what somebody dropped: from Slack alone, with the app's token, and not more than is read. Scope: files:read. */
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { slackErrorName } from '#src/platform/connection/slack-refusals.ts';
import type { Actor } from '#src/access/actor.ts';

const MOST_BYTES = 10_000_000;
const TIMEOUT_MS = 30_000;
const SLACK_HOSTS = new Set(['files.slack.com', 'slack-files.com']);

/** A file as events and `files.info` name it; what is not known is left out. */
export const slackFile = z.object({
  id: z.string().regex(/^F[A-Z0-9]{1,40}$/),
  /** Whoever put it there. */
  user: z.string().max(60).nullish(),
  /** The direct messages that it stands in. */
  ims: z.array(z.string()).nullish().catch(undefined),
  name: z.string().max(300).nullish(),
  mimetype: z.string().max(200).nullish(),
  size: z.number().nullish(),
  url_private: z.string().max(2000).nullish(),
  url_private_download: z.string().max(2000).nullish(),
});
export type SlackFile = z.output<typeof slackFile>;

type Fetched = { readonly bytes: Uint8Array } | { readonly why: 'no-scope' | 'too-large' | 'gone' };

/** A file by its id, as Slack knows it. One that is neither theirs nor in their direct message is as if it were not: an id may be made up. */
export async function findFile(
  client: WebClient,
  id: string,
  { user, channel }: Pick<Actor, 'user' | 'channel'>,
): Promise<SlackFile | 'no-scope' | 'gone'> {
  try {
    const { file } = await client.files.info({ file: id });
    const found = slackFile.safeParse(file).data;
    const isTheirs = found?.user === user || found?.ims?.includes(channel ?? '') === true;
    return found !== undefined && isTheirs ? found : 'gone';
  } catch (error) {
    const reason = slackErrorName(error);
    if (reason === undefined) throw error;
    return reason === 'missing_scope' || reason === 'not_allowed_token_type' ? 'no-scope' : 'gone';
  }
}

/** Its bytes. @returns why not, where Slack does not give them */
export async function fetchFile(client: WebClient, file: SlackFile): Promise<Fetched> {
  const address = file.url_private_download ?? file.url_private;
  if (address === undefined || address === null || client.token === undefined) return { why: 'no-scope' };
  if ((file.size ?? 0) > MOST_BYTES) return { why: 'too-large' };
  if (!isSlacks(client, address)) return { why: 'gone' };
  const response = await fetch(address, {
    headers: { authorization: `Bearer ${client.token}` },
    // To those without the scope Slack shows its own page, by a redirect or as it is.
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const isPage = (response.headers.get('content-type') ?? '').startsWith('text/html');
  if (response.status >= 300 || isPage || response.body === null) {
    await response.body?.cancel();
    return { why: response.status === 404 ? 'gone' : 'no-scope' };
  }
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body) {
    size += piece.length;
    if (size > MOST_BYTES) return { why: 'too-large' };
    pieces.push(piece);
  }
  return { bytes: Buffer.concat(pieces) };
}

/** The token goes to Slack, and to nobody who only says that a file is there. */
function isSlacks({ slackApiUrl }: WebClient, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, hostname, protocol } = new URL(address);
  return (protocol === 'https:' && SLACK_HOSTS.has(hostname)) || origin === new URL(slackApiUrl).origin;
}
