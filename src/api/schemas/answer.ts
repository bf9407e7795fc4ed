/** An answer as JSON: one schema for `npm run ask -- --json`, the API and the tools for assistants. */
import { z } from 'zod';
import { TOPICS } from '#src/domain/answer.ts';
import { needSchema } from '#src/domain/reading/need.ts';
import { figureSchema, givenSchema, listOf, workedOutSchema } from './figure.ts';
import { requestSchema } from './request.ts';

const suggestion = {
  label: z.string().meta({ description: 'As a button says it.' }),
  ask: z.string().meta({ description: 'The question in words that stand alone.' }),
  need: needSchema.optional().meta({ description: 'The same as data.' }),
  faq: z.string().optional().meta({ description: 'The FAQ entry that it leads to.' }),
};

export const answerSchema = z
  .object({
    question: z.string().meta({ description: 'As it was asked.' }),
    request: z
      .union([requestSchema, listOf(requestSchema)])
      .nullable()
      .meta({
        description:
          'What the text asks to be set up or changed in Slack (an alert, a digest, a quote); null where it asks for nothing of that kind. It is never carried out here.',
      }),
    outcome: z.enum(['answer', 'suggest', 'none']).meta({
      description:
        '`answer`: answered. `suggest`: did you mean. `none`: no such data, with what there is instead.',
    }),
    topic: z.enum(TOPICS),
    faq: z.string().nullable().meta({ description: 'The FAQ entry that answered.' }),
    metal: z.string().nullable().meta({ description: 'Id of the metal that it is about.' }),
    text: z.string().meta({ description: 'The whole answer in words, with its sources.' }),
    suggestions: listOf(z.object(suggestion)).meta({
      description: 'What one could ask next, or what there is instead.',
    }),
    confidence: z
      .number()
      .min(0)
      .max(1)
      .meta({ description: 'How likely it is what was asked for; calibrated.' }),
    sources: listOf(z.string()).meta({ description: 'As they are cited.' }),
    figures: listOf(figureSchema).meta({ description: 'Every figure that the text shows, in its order.' }),
    workedOut: listOf(workedOutSchema).meta({ description: 'Every number in the text that was worked out.' }),
    given: listOf(givenSchema).meta({
      description:
        'Every number in the text that is the asker’s own: an amount, an offer, a share, in the unit that it is shown in.',
    }),
    cautions: listOf(z.string()).meta({
      description: 'What to beware of: disagreements, bases, projections.',
    }),
    unused: listOf(z.string()).meta({
      description: 'Words and numbers of the question that the answer does not use, as typed.',
    }),
    alternatives: listOf(z.object({ ...suggestion, probability: z.number().min(0).max(1) })).meta({
      description: 'What else may have been meant, likeliest first.',
    }),
  })
  .meta({ id: 'Answer', description: 'An answer with its figures. “No data” is an answer, too.' });
export type AnswerJson = z.output<typeof answerSchema>;
