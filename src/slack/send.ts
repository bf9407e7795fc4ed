/** Sends a message, and when Slack refuses what is in it, sends it again with less in it. */
import { ErrorCode, type RespondArguments, type RespondFn } from '@slack/bolt';
import { z } from 'zod';
import { slackErrorName } from '#src/platform/connection/slack-refusals.ts';
import type { Answer } from '#src/domain/answer.ts';
import {
  renderMessage,
  type PublicMessage,
  type Message,
  type RenderOptions,
} from '#src/presentation/message.ts';
import { drawAhead, type FindPicture } from '#src/presentation/picture.ts';
import type { Log } from '#src/platform/log.ts';

/** Says something to one person, or where only they and the app are. */
export type Post = (message: Message) => Promise<unknown>;
/** Says something to all: answers and fixed lines only, by their type. */
export type PublicPost = (message: PublicMessage) => Promise<unknown>;

/** Slack's answers that mean: this message will never be taken, but another one may. */
const REFUSALS = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_attachments',
  'invalid_arguments',
]);

const respondError = z.object({ code: z.literal(ErrorCode.RespondError), statusCode: z.literal(400) });

function isRefusal(error: unknown): boolean {
  const name = slackErrorName(error);
  if (name !== undefined) return REFUSALS.has(name);
  return respondError.safeParse(error).success;
}

/**
 * Sends the first of several messages that Slack takes; each says the same with less.
 * @throws The last refusal, and at once whatever is no refusal: a lost answer is not sent twice.
 */
export async function sendFirstTaken<M extends Message>(
  post: (message: M) => Promise<unknown>,
  messages: readonly [M, ...M[]],
  log: Log,
): Promise<void> {
  const [message, next, ...rest] = messages;
  try {
    await post(message);
  } catch (error) {
    if (next === undefined || !isRefusal(error)) throw error;
    const types = message.blocks.map((block) => block.type);
    log.warn({ error, blocks: types }, 'Slack refused a message; sending it with less in it');
    await sendFirstTaken(post, [next, ...rest], log);
  }
}

/** Sends an answer; without its pictures, then without tables, if Slack wants it so. */
export async function sendAnswer(
  post: PublicPost,
  answer: Answer,
  options: RenderOptions,
  { findPicture, log }: { readonly findPicture: FindPicture | undefined; readonly log: Log },
): Promise<void> {
  const { answer: shown, draw } = await drawAhead(answer, findPicture);
  const full = renderMessage(shown, { ...options, draw });
  const lesser = (['no-pictures', 'plain'] as const)
    .map((without) => renderMessage(shown, { ...options, draw, without }))
    .filter((message) => message.blocks.length !== full.blocks.length || !sameTypes(message, full));
  await sendFirstTaken(post, [full, ...lesser], log);
}

function sameTypes(a: Message, b: Message): boolean {
  return a.blocks.every((block, index) => block.type === b.blocks[index]?.type);
}

/** Posts to a `response_url`, and finds a refusal there also where it comes with status 200. */
export async function respondChecked(respond: RespondFn, message: RespondArguments): Promise<void> {
  const response = await respond(message);
  const body = await response.text();
  const refused = [...REFUSALS].find((reason) => body.includes(`"${reason}"`));
  if (refused !== undefined) {
    throw Object.assign(new Error(`response_url: ${refused}`), { data: { error: refused } });
  }
}
