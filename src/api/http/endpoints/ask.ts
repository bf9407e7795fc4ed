/** What is asked in words: an answer, and the picture that belongs to one. */
import { z } from 'zod';
import type { CsvTable } from '#src/api/csv.ts';
import { answerSchema } from '#src/api/schemas/answer.ts';
import { figureSchema, type FigureJson } from '#src/api/schemas/figure.ts';
import { RenderError } from '#src/charts/render-error.ts';
import { knownZone } from '#src/domain/watching/schedules/schedule.ts';
import { endpoint } from './endpoint.ts';

const question = {
  q: z
    .string()
    .trim()
    .min(1, 'ask something, as in q=neodymium price 2024')
    .max(3000)
    .meta({
      description: 'The question, in your own words: of a price, production, shares, a cost, a change …',
      examples: ['neodymium price in 2024'],
    }),
  zone: z
    .string()
    .refine((name) => knownZone(name) !== undefined, 'this is no time zone; write it as Europe/Berlin')
    .optional()
    .meta({
      description: 'Where you are: “today” is of this time zone. UTC unless given.',
      examples: ['Europe/Berlin'],
    }),
};

const FIGURE_COLUMNS = Object.keys(figureSchema.shape);

const figureTable = (figures: readonly FigureJson[]): CsvTable => ({
  columns: FIGURE_COLUMNS,
  rows: figures,
});

const chartSchema = z
  .object({
    title: z.string().meta({ description: 'The finding, worked out from the figures.' }),
    altText: z.string().meta({ description: 'What it shows, the trend, and its ends with figures.' }),
    url: z
      .string()
      .nullable()
      .meta({ description: 'Where the picture is for whoever has no token; null where it is nowhere.' }),
    answer: answerSchema,
  })
  .meta({ id: 'Chart' });

export const ASK = endpoint(
  {
    path: '/api/v1/ask',
    id: 'ask',
    summary: 'Ask a question',
    description:
      'The answer that Slack and the terminal give, with its figures as data. Where there is no such data, `outcome` is `none`, and the answer says what there is instead. As CSV: its figures, one a line.',
    query: z.strictObject(question),
    result: answerSchema,
    formats: ['json', 'csv'],
  },
  async (answers, actor, { q, zone }) => {
    const { json } = await answers.ask(actor, q, zone);
    return { json, table: figureTable(json.figures) };
  },
);

export const CHART = endpoint(
  {
    path: '/api/v1/chart',
    id: 'drawChart',
    summary: 'Draw a chart',
    description:
      'The picture that belongs to a question: PNG unless asked for otherwise. As JSON: its title, what it shows in words, its address where it has one, and the answer that it belongs to. As CSV: the figures of that answer.',
    query: z.strictObject(question),
    result: chartSchema,
    formats: ['png', 'json', 'csv'],
  },
  async (answers, actor, { q, zone }) => {
    const { json, answer } = await answers.ask(actor, `chart of ${q}`, zone);
    const subject = answer.parts.find(({ chart }) => chart !== undefined)?.chart;
    if (subject === undefined)
      return {
        status: 404,
        detail: 'There is nothing to draw for this question. /api/v1/ask says what is known of it.',
      };
    try {
      const drawn = await answers.draw(actor, subject);
      if (drawn === undefined)
        return {
          status: 404,
          detail: 'There is no picture of this: charts are off here, or its figures are gone.',
        };
      const { title, altText, url = null, png } = drawn;
      return {
        json: { title, altText, url, answer: json },
        table: figureTable(json.figures),
        png,
      };
    } catch (error) {
      if (!(error instanceof RenderError)) throw error;
      return {
        status: 503,
        detail: 'Too many charts at once; ask again in a while.',
        headers: { 'retry-after': '5' },
      };
    }
  },
);
