/** What an endpoint of the API is: its parameters, what it gives, and how it is answered. */
import type { z } from 'zod';
import type { Actor } from '#src/access/actor.ts';
import type { CsvTable } from '#src/api/csv.ts';
import type { ApiAnswers } from '#src/api/api-answers.ts';
import type { Problem } from '../problem.ts';

export const FORMATS = {
  json: 'application/json',
  csv: 'text/csv',
  png: 'image/png',
} as const;
export type Format = keyof typeof FORMATS;

/** What an endpoint found, in each of its formats. */
type Found = { readonly json: object; readonly table: CsvTable; readonly png?: Buffer } | Problem;

export interface Endpoint {
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  /** The parameters, without the format. */
  readonly query: z.ZodObject;
  readonly result: z.ZodType;
  /** The first is given where none is asked for. */
  readonly formats: readonly Format[];
  /** @param given Parsed by `query` */
  answer(answers: ApiAnswers, actor: Actor, given: unknown): Promise<Found>;
}

/** Binds what is found to the type of what is asked. */
export function endpoint<Q extends z.ZodObject>(
  head: Omit<Endpoint, 'answer' | 'query'> & { readonly query: Q },
  answer: (answers: ApiAnswers, actor: Actor, given: z.output<Q>) => Promise<Found>,
): Endpoint {
  return { ...head, answer: (answers, actor, given) => answer(answers, actor, head.query.parse(given)) };
}
