/** Questions asked in so many words, in a channel's thread or a direct message. */
import type { SayFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { answerQuestion } from './answer-question.ts';
import type { ListenerDeps } from './deps.ts';
import { sendFiles } from './send-file.ts';
import { sendAnswer } from './send.ts';

export interface Said {
  readonly text: string;
  readonly team: string;
  readonly user: string;
  readonly channel: string;
  /** The thread to answer in; none in a direct message outside threads. */
  readonly thread: string | undefined;
}

/** Answers where it was asked; a bare mention is asked what it wants. */
export async function answerInConversation(
  deps: ListenerDeps,
  { say, client }: { readonly say: SayFn; readonly client: WebClient },
  { text, team, user, channel, thread }: Said,
): Promise<void> {
  const answer = await answerQuestion(deps, {
    text: text === '' ? 'help' : text,
    team,
    user,
    place: { channel, thread },
  });
  const inThread = thread === undefined ? {} : { thread_ts: thread };
  await sendAnswer(
    (message) => say({ ...message, ...inThread, unfurl_links: false, unfurl_media: false }),
    answer,
    {},
    deps,
  );
  await sendFiles(client, { channel, thread }, answer, (message) => say({ ...message, ...inThread }), deps);
}
