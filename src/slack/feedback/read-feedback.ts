/** What is on the buttons that people judge and choose with. */
import { z } from 'zod';
import type { Choice, Verdict } from '#src/presentation/buttons.ts';

const choice = z.object({ ask: z.string(), faq: z.string(), instead: z.string() });
const verdict = z.object({ text: z.string(), faq: z.string().nullable() });

function parseJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** The choice on a button; a value that is none is a question by itself. */
export function readChoice(value = ''): Choice | Pick<Choice, 'ask'> {
  return choice.safeParse(parseJson(value)).data ?? { ask: value };
}

/** The verdict on a button; `undefined` where there is none. */
export function readVerdict(value = ''): Verdict | undefined {
  return verdict.safeParse(parseJson(value)).data;
}
