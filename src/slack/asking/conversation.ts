/** Questions asked in so many words, in a channel's thread or a direct message. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import type { Actor } from '#src/access/actor.ts';
import type { Line } from '#src/domain/answer.ts';
import { answerText } from '#src/domain/asking/ask.ts';
import { readText, type ReadText } from '#src/domain/asking/read-text.ts';
import { fixedLine } from '#src/presentation/line-message.ts';
import { answerQuestion } from './answer-question.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { correctPending } from '#src/slack/requests/correct-pending.ts';
import { answerRequests, requestsIn } from '#src/slack/requests/answer-requests.ts';
import type { Written } from './read-message.ts';
import { sendFiles } from '#src/slack/send-file.ts';
import { isDirect, isWithApp } from '#src/slack/aloud.ts';
import { sendAnswer, type Post, type PublicPost } from '#src/slack/send.ts';
import { todayOf } from './today.ts';

interface Said {
  readonly written: Written;
  readonly actor: Actor;
  readonly channel: string;
  /** The thread to answer in; none in a direct message outside threads. */
  readonly thread: string | undefined;
  /** The message. */
  readonly ts: string;
}

const UNREAD_FILE = 'I can’t read files or recordings. Write the question in words, and I answer it.';
const UNREAD_FORWARD =
  'I can’t read any words in the message that you forwarded. Write the question in words.';
const FILE_LEFT: Line = ['I did not read the file that came with it: this answers the words alone.'];

/** Answers where it was asked; a bare mention is asked what it wants. Whatever was sent, something is said. */
export async function answerInConversation(
  deps: ListenerDeps,
  { post, client }: { readonly post: PublicPost; readonly client: WebClient },
  { written, actor, channel, thread, ts }: Said,
): Promise<void> {
  const tooOften = deps.pace.take(actor);
  if (tooOften !== undefined) {
    // For whoever asks alone, and not each time: the others must not read as much of the bot about it.
    const { text, blocks } = tooOften.message;
    const inThread = thread === undefined ? {} : { thread_ts: thread };
    const whispered = { channel, user: actor.user, text, blocks: [...blocks], ...inThread };
    return void (tooOften.news && (await client.chat.postEphemeral(whispered)));
  }
  // A long message took its time to be taken apart: others have their turn before it is read.
  await breathe();
  const nothing = written.text === '' && written.beside === '';
  if (nothing && written.files) return void (await post(fixedLine(UNREAD_FILE)));
  if (nothing && written.forwards) return void (await post(fixedLine(UNREAD_FORWARD)));
  const requests = written.cut ? [] : requestsIn(deps, written.named, actor);
  const waits = !written.cut && deps.cards.recall(actor, channel) !== undefined;
  if (requests.length > 0 || waits) {
    // What only one may read can't be shown in a thread that nobody has written in yet.
    const inThread = thread === undefined || thread === ts ? {} : { thread_ts: thread };
    const alone = isDirect(channel) && (await isWithApp(client, channel));
    const inDirect = thread === undefined ? {} : { thread_ts: thread };
    const whisper: Post = async ({ text, blocks }) =>
      alone
        ? await client.chat.postMessage({ channel, text, blocks: [...blocks], ...inDirect })
        : await client.chat.postEphemeral({
            channel,
            user: actor.user,
            text,
            blocks: [...blocks],
            ...inThread,
          });
    const asking = {
      text: written.named,
      requests,
      actor,
      client,
      channel,
      thread,
      message: ts,
      aloud: true,
      post,
      whisper,
    };
    if (await correctPending(deps, asking)) return;
    if (requests.length > 0) return await answerRequests(deps, asking);
    // Something else is spoken of from here on.
    deps.cards.forget(actor, channel);
  }
  const answer = await answerQuestion(deps, {
    read: questionOf(deps, written, actor),
    actor,
    aloud: true,
    place: { channel, thread },
  });
  await sendAnswer(post, answer, { preface: written.files ? FILE_LEFT : undefined }, deps);
  await sendFiles(client, { channel, thread, post }, answer, deps);
}

/** The writer's own words; where they ask nothing ("thoughts?"), what is quoted or forwarded, if that has an answer. */
function questionOf(deps: ListenerDeps, { text, beside, cut }: Written, actor: Actor): ReadText {
  const { catalog } = deps;
  const now = todayOf(deps, actor);
  const own = readText(text || beside || 'help', catalog, now, cut);
  const { metals, metrics, years, foreign } = own.whole.question;
  const names = metals.length + metrics.length + years.length > 0;
  if (text === '' || beside === '' || names || foreign !== null) return own;
  const answer = answerText(own, catalog, { now });
  if (answer.outcome !== 'none' && answer.topic !== 'help') return own;
  const other = readText(beside, catalog, now, cut);
  return answerText(other, catalog, { now }).outcome === 'answer' ? other : own;
}
