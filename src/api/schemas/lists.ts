/** What there is: series with their points, materials, and sources, as they are handed out and asked for. */
import { z } from 'zod';
import { MASS_UNITS } from '#src/domain/measure/figure.ts';
import { figureSchema, listOf, METRICS } from './figure.ts';

const { material, place, item, basis, unit, firmness, qualifier, source, title, edition, section, url } =
  figureSchema.shape;
const metric = z.enum(METRICS);
const period = z
  .string('a period is text: "2024", "2026-06" or "2026-11-20"')
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 'write a period as 2024, 2026-06 or 2026-11-20');
const { low, high } = figureSchema.shape;

/** Which series are wanted; what is left out matches any. */
export const seriesQuery = z.object({
  material: z
    .string()
    .trim()
    .min(1, 'name a material, as Nd')
    .meta({
      description: 'Id, name, symbol or other name of a metal or material.',
      examples: ['neodymium', 'Nd'],
    }),
  metric: metric.default('price'),
  place: z
    .string()
    .optional()
    .meta({
      description: 'A country; "world" for series of no country alone. Left out: both.',
      examples: ['China'],
    }),
  basis: z
    .string()
    .optional()
    .meta({ description: 'Words that the basis must hold.', examples: ['oxide'] }),
  source: z
    .string()
    .optional()
    .meta({ description: 'Words that the source’s name or edition must hold.', examples: ['USGS'] }),
  from: period.optional().meta({ description: 'The first period.', examples: ['2021'] }),
  to: period.optional().meta({ description: 'The last period.', examples: ['2026'] }),
  cadence: z
    .enum(['year', 'month', 'day'])
    .optional()
    .meta({ description: 'Figures of years, months or days.' }),
  per: z
    .enum(MASS_UNITS)
    .optional()
    .meta({ description: 'The mass that prices are wanted for, or masses are wanted in.' }),
});
export type SeriesQuery = z.output<typeof seriesQuery>;

export const pointSchema = z
  .object({
    period: figureSchema.shape.period,
    low,
    high,
    firmness,
    qualifier,
    edition: edition.meta({ description: 'The edition that this point is of: no ratio across editions.' }),
  })
  .meta({ id: 'Point' });

export const seriesSchema = z
  .object({
    id: z.string().meta({ description: 'One for all editions of it.' }),
    material,
    metric,
    place,
    item,
    label: z.string().meta({ description: 'As the source words it.' }),
    role: z.enum(['headline', 'benchmark', 'prose', 'other']).meta({
      description:
        '`headline` answers a question; `benchmark` is another source’s; `prose` is what the source’s own text says elsewhere; `other` is another form or market.',
    }),
    basis,
    unit,
    cadence: z.enum(['year', 'month', 'day']),
    source,
    title,
    edition,
    section,
    url,
    notes: listOf(z.string()).meta({ description: 'What the source says of it in footnotes.' }),
    points: listOf(pointSchema).meta({ description: 'Ascending.' }),
  })
  .meta({ id: 'Series', description: 'One figure over time, on one basis.' });
export type SeriesJson = z.output<typeof seriesSchema>;

export const materialSchema = z
  .object({
    id: material,
    name: z.string(),
    symbol: z.string().nullable(),
    aliases: listOf(z.string()),
    families: listOf(z.string()),
    group: z
      .string()
      .nullable()
      .meta({ description: 'Whose figures stand in where it has none of its own.' }),
    description: z.string().nullable(),
    metrics: listOf(metric).meta({ description: 'What there are figures of in the data files.' }),
    quoted: z.boolean().meta({ description: 'Whether you may see quotes of it now.' }),
  })
  .meta({ id: 'Material' });
export type MaterialJson = z.output<typeof materialSchema>;

export const sourceSchema = z
  .object({
    source,
    title,
    edition,
    dated: z.string().meta({ description: 'As the document dates itself.' }),
    url,
    licence: z.string().nullable(),
    sells: z
      .string()
      .nullable()
      .meta({ description: 'What its publisher sells, where it speaks of itself.' }),
    materials: listOf(z.string()).meta({ description: 'Ids of the materials that it has figures of.' }),
  })
  .meta({ id: 'Source' });
export type SourceJson = z.output<typeof sourceSchema>;
