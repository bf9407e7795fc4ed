/** What the value of each button may be. It comes back from Slack as anything: of an older version, cut, or made up. */
import { z } from 'zod';
import { needSchema } from '#src/domain/reading/need.ts';
import { LIMITS } from '#src/presentation/limits.ts';

const text = z.string().max(LIMITS.buttonValue);

/** A value that is JSON, of what a schema takes. */
export function inJson<T>(schema: z.ZodType<T>) {
  return text
    .transform((given, context): unknown => {
      try {
        return JSON.parse(given);
      } catch {
        context.addIssue('this is not JSON');
        return z.NEVER;
      }
    })
    .pipe(schema);
}

const withButtons = z.object({
  message: z.object({
    blocks: z.array(
      z.looseObject({ elements: z.array(z.looseObject({ value: z.string().optional() })).optional() }),
    ),
  }),
});

/** What the buttons of a message carry, of the first of them whose value a schema takes. @param body Of a press in it. */
export function valueOfButtons<T>(body: unknown, schema: z.ZodType<T>): T | undefined {
  const blocks = withButtons.safeParse(body).data?.message.blocks ?? [];
  const values = blocks.flatMap((block) => block.elements ?? []);
  return values.map(({ value }) => schema.safeParse(value).data).find((value) => value !== undefined);
}

/** Where a button says the same whatever it carries. */
export const anyValue = z.unknown();

/** A whole question. What begins as JSON was cut, or is of another version. */
export const questionValue = text.refine((given) => given.trim() !== '' && !given.trim().startsWith('{'));

/** An FAQ entry that was offered for a question, what is asked as data, or a question as somebody typed it. */
export const choiceValue = z.union([
  inJson(z.strictObject({ ask: z.string().min(1), faq: z.string().max(100), instead: z.string() })).transform(
    ({ ask, ...offered }) => ({ ask, offered, need: undefined }),
  ),
  inJson(z.strictObject({ ask: z.string().min(1), need: needSchema })).transform(({ ask, need }) => ({
    ask,
    need,
    offered: undefined,
  })),
  questionValue.transform((ask) => ({ ask, offered: undefined, need: undefined })),
]);

/** What is judged: a question, and the FAQ entry that answered it. */
export const verdictValue = inJson(z.strictObject({ text: z.string(), faq: z.string().max(100).nullable() }));

/** The id of a row. */
export const idValue = z.string().regex(/^[\w-]{1,60}$/);

/** Which digest or alert, and the channel whose list it stands in; alone where it is shown by itself. */
export const listedValue = z
  .string()
  .regex(/^[\w-]{1,60}(?: [CDGUW][A-Z0-9]{1,40})?$/)
  .transform((given) => {
    const [id = '', channel] = given.split(' ');
    return { id, channel };
  });

/** A price as it was typed, and the day of that. */
export const quoteLineValue = text.transform((given, context) => {
  const [, day = '', line = ''] = /^(\S+) (\S[\s\S]*)$/.exec(given) ?? [];
  if (z.iso.date().safeParse(day).success) return { day, line };
  context.addIssue('this has no day');
  return z.NEVER;
});

/** The name of a price that is held. */
export const heldQuoteValue = inJson(
  z.strictObject({ series: z.string().max(60), date: z.iso.date(), edition: z.int().positive() }),
);
