/** A figure as it is handed out: what the terminal's JSON, the API and the tools for assistants share. */
import { z } from 'zod';
import { TABLE_METRICS } from '#src/domain/series/packs/pack-table.ts';

/** What is never left empty: a figure without its unit, basis, period or source is none. */
const said = z.string().min(1);

/** A list that nobody changes. */
export const listOf = <T extends z.ZodType>(one: T) => z.array(one).readonly();

/** What figures are of, by the names that the data files have for it. */
export const METRICS = [...TABLE_METRICS, 'share'] as const;

const range = {
  low: z.number().meta({ description: 'The low end; equal to `high` where the source gives one value.' }),
  high: z.number().meta({ description: 'The high end.' }),
  unit: said.meta({
    description:
      'What the numbers count: "USD/kg", "t", "%", "times", "points" (percentage points), "index points" (of a Herfindahl index, at most 10,000).',
    examples: ['USD/kg'],
  }),
};

/** One figure of one source. */
export const figureSchema = z
  .object({
    material: said.meta({ description: 'Id of the metal or material.', examples: ['neodymium'] }),
    metric: z.enum([...METRICS, 'change', 'content']).meta({
      description:
        'What it measures. `change` is a change that the source itself claims, `content` how much metal is in something.',
    }),
    place: z
      .string()
      .nullable()
      .meta({ description: 'The country; null for the world, or where it is of no place.' }),
    item: z.string().nullable().meta({ description: 'The sector, use or chemistry that it is of.' }),
    ...range,
    qualifier: z
      .enum(['more than', 'less than', 'rounded', 'about'])
      .nullable()
      .meta({ description: 'The source’s own words beside the number.' }),
    basis: said.meta({
      description:
        'Of what and on which terms: form, purity, market, taxes. "unstated" where the source does not say: two bases are never compared as they are.',
      examples: ['oxide, 99.5 % minimum'],
    }),
    period: said.meta({
      description:
        'When it is of: "2024", "2026-06", "2026-11-20"; of a mean the first and the last, "2026-01-02/2026-11-20"; "unstated" where the source does not say.',
    }),
    firmness: z
      .enum(['estimated', 'projected'])
      .nullable()
      .meta({ description: 'As the source calls it; null where it says neither.' }),
    converted: z
      .string()
      .nullable()
      .meta({
        description:
          'At which exchange rate of a year or a month it was put into the currency that it is shown in; null where it is in its own.',
        examples: ['at 1.0820 USD a EUR, the average of 2024'],
      }),
    source: said.meta({ description: 'Who publishes it.', examples: ['USGS'] }),
    title: said.meta({ description: 'The document, feed or table.' }),
    edition: z
      .string()
      .nullable()
      .meta({ description: 'Its edition; of quotes, their days.', examples: ['MCS 2026'] }),
    section: z.string().meta({ description: 'Where in the document.' }),
    url: z.string().nullable().meta({ description: 'The document’s address; null where none is known.' }),
  })
  .meta({ id: 'Figure', description: 'A figure as its source gives it, in the unit that it is shown in.' });
export type FigureJson = z.output<typeof figureSchema>;

/** A number that was worked out from figures. */
export const workedOutSchema = z
  .object({
    kind: z.enum(['amount', 'change']).meta({ description: 'A change is in percent.' }),
    ...range,
    midpoint: z
      .number()
      .nullable()
      .meta({ description: 'Of a change of ranges: that between their midpoints; else null.' }),
    printed: z.object({ low: range.low, high: range.high }).nullable().meta({
      description: 'What it may be for all values that print as its figures do, where that differs.',
    }),
    from: listOf(z.int().min(0)).meta({
      description: 'Which of `figures` it was worked out from, by place.',
    }),
  })
  .meta({ id: 'WorkedOut', description: 'A number that no source prints, and what it was worked out from.' });

/** A number that the asker named. */
export const givenSchema = z
  .object(range)
  .meta({ id: 'Given', description: 'A number of the question, as it was read; no source has it.' });
