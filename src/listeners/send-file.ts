/** Sends the files of an answer, where any were asked for. Scope: files:write. */
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Answer } from '#src/domain/answer.ts';
import type { ListenerDeps } from './deps.ts';
import type { Post } from './send.ts';

export interface FilePlace {
  readonly channel: string;
  readonly thread?: string | undefined;
}

const refusal = z.object({ data: z.object({ error: z.string() }) });

/** Where Slack takes no file, says so: the figures have been sent already. */
export async function sendFiles(
  client: WebClient,
  { channel, thread }: FilePlace,
  answer: Answer,
  post: Post,
  { log }: Pick<ListenerDeps, 'log'>,
): Promise<void> {
  for (const file of answer.parts.flatMap((part) => part.file ?? [])) {
    try {
      await client.filesUploadV2({
        ...(thread === undefined ? { channel_id: channel } : { channel_id: channel, thread_ts: thread }),
        filename: file.name,
        content: file.text,
        title: file.name,
      });
    } catch (error) {
      const reason = refusal.safeParse(error).data?.data.error;
      if (reason === undefined) throw error;
      log.warn({ error }, 'Slack took no file');
      const text = `The file can’t be sent here (${reason}): the app needs the scope files:write and must be in the channel. In a terminal, \`npm run quotes -- export\` writes the same.`;
      await post({ text, blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] });
    }
  }
}
