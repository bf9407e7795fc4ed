/** Sends the files of an answer, where any were asked for. Scope: files:write. */
import type { WebClient } from '@slack/web-api';
import { slackErrorName } from '#src/platform/connection/slack-refusals.ts';
import type { Answer } from '#src/domain/answer.ts';
import { fixedLine, lineMessage } from '#src/presentation/line-message.ts';
import type { ListenerDeps } from './deps.ts';
import type { Post, PublicPost } from './send.ts';

/** A conversation, or a person alone: what only they were answered is not shown to a channel as a file. */
type FilePlace =
  | { readonly channel: string; readonly thread?: string | undefined; readonly post: PublicPost }
  | { readonly person: string; readonly askedIn: string; readonly post: Post };

const NOT_TAKEN =
  'The file can’t be sent here: the app needs the scope files:write and must be in the channel. In a terminal, `npm run quotes -- export` writes the same.';

/** Where Slack takes no file, says so: the figures have been sent already. */
export async function sendFiles(
  client: WebClient,
  place: FilePlace,
  answer: Answer,
  { log }: Pick<ListenerDeps, 'log'>,
): Promise<void> {
  for (const file of answer.parts.flatMap((part) => part.file ?? [])) {
    try {
      const { channel, thread } =
        'channel' in place ? place : await directMessage(client, place.person, file.name);
      await client.filesUploadV2({
        ...(thread === undefined ? { channel_id: channel } : { channel_id: channel, thread_ts: thread }),
        filename: file.name,
        content: file.text,
        title: file.name,
      });
      if ('person' in place && channel !== place.askedIn)
        await place.post(lineMessage(`${file.name} is in your direct messages with me.`));
    } catch (error) {
      const reason = slackErrorName(error);
      if (reason === undefined) throw error;
      log.warn({ error, reason }, 'Slack took no file');
      await place.post(fixedLine(NOT_TAKEN));
    }
  }
}

/** Found by writing into it, which takes no further scope. */
async function directMessage(
  client: WebClient,
  person: string,
  name: string,
): Promise<{ readonly channel: string; readonly thread?: undefined }> {
  const { channel } = await client.chat.postMessage({ channel: person, text: `The table: ${name}` });
  if (channel === undefined) throw new Error('Slack does not say where a direct message went');
  return { channel };
}

/** Sends a file to one person alone. @returns why not, where Slack takes none */
export async function sendBytes(
  client: WebClient,
  { person, name, bytes }: { readonly person: string; readonly name: string; readonly bytes: Uint8Array },
  { log }: Pick<ListenerDeps, 'log'>,
): Promise<string | undefined> {
  try {
    const { channel } = await directMessage(client, person, name);
    await client.filesUploadV2({
      channel_id: channel,
      filename: name,
      file: Buffer.from(bytes),
      title: name,
    });
    return undefined;
  } catch (error) {
    const reason = slackErrorName(error);
    if (reason === undefined) throw error;
    log.warn({ error, reason }, 'Slack took no file');
    return NOT_TAKEN;
  }
}
