/** What each tool is given, and what all of them share: the way from a question that is data to an answer with its figures. */
import type { CallToolResult, ToolAnnotations } from '@modelcontextprotocol/server';
import type { z } from 'zod';
import { answerJson } from '#src/api/answer-json.ts';
import { answerSchema } from '#src/api/schemas/answer.ts';
import type { Answer } from '#src/domain/answer.ts';
import { answerText } from '#src/domain/asking/ask.ts';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import { askedAs, type ReadText } from '#src/domain/asking/read-text.ts';
import { dayIn, noonOf } from '#src/domain/measure/days.ts';
import { plainQuestion, type Question } from '#src/domain/reading/question.ts';
import type { Asker } from '../asker.ts';
import { convertedOnce } from './schema.ts';

export interface Kit {
  readonly catalog: Catalog;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly asker: Asker;
  /** Told of what failed for no fault of the caller's. */
  readonly onError: (error: unknown) => void;
}

/** All tools only look things up, here and nowhere else. */
export const READ_ONLY: ToolAnnotations = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};

/** An argument that no schema can judge is at fault: the message says how to mend the call. */
export class BadArgument extends Error {
  override readonly name = 'BadArgument';
}

/** A tool's work, with what nobody foresaw kept from the caller. */
export function guarded<A, C>(
  { onError }: Kit,
  run: (given: A, context: C) => Promise<CallToolResult>,
): (given: A, context: C) => Promise<CallToolResult> {
  return async (given, context) => {
    try {
      return await run(given, context);
    } catch (error) {
      if (error instanceof BadArgument) throw error;
      onError(error);
      throw new Error('This failed here, for no fault of the call. Ask again in a while.', { cause: error });
    }
  };
}

/** Noon of the asker's day: years and days are counted from it. */
export const todayFor = ({ now, asker }: Pick<Kit, 'now' | 'asker'>): Date =>
  noonOf(dayIn(now(), asker.zone));

/** An answer to what is data already: nothing in it can ask for something to be set up. */
export const figuresSchema = answerSchema.omit({ request: true });
/** The same, as tools advertise it. */
export const figuresOnce = convertedOnce(figuresSchema);

/** The answer as data, with its figures. */
export function figuresOf(answer: Answer, read: ReadText): z.output<typeof figuresSchema> {
  const { request: _, ...json } = answerJson(read.text, answer, read, []);
  return json;
}

/** An answer as a result: words for people, and the same with its figures as data. */
export function answerResult(answer: Answer, read: ReadText): CallToolResult {
  const json = figuresOf(answer, read);
  return { content: [{ type: 'text', text: json.text }], structuredContent: json };
}

/** Answers what is data already. @param words The same for who reads along */
export async function answerAsked(
  kit: Kit,
  words: string,
  slots: Partial<Question>,
): Promise<{ readonly answer: Answer; readonly read: ReadText }> {
  const now = todayFor(kit);
  const read = askedAs(plainQuestion({ ...slots, text: words }), now);
  const book = await kit.asker.bookFor(read, now);
  return { read, answer: answerText(read, kit.catalog, { now, book }) };
}
