/** What can be asked of the API: each with its parameters, what it gives, and how it is answered. The document is made of these. */
import { z } from 'zod';
import type { Actor } from '#src/access/actor.ts';
import type { CsvRow, CsvTable } from '#src/api/csv.ts';
import type { ApiDesk } from '#src/api/desk.ts';
import { answerSchema } from '#src/api/schemas/answer.ts';
import { figureSchema, listOf, type FigureJson } from '#src/api/schemas/figure.ts';
import {
  materialSchema,
  pointSchema,
  seriesQuery,
  seriesSchema,
  sourceSchema,
  type SeriesJson,
} from '#src/api/schemas/lists.ts';
import { RenderError } from '#src/charts/render-error.ts';
import { knownZone } from '#src/domain/watching/schedule.ts';
import type { Problem } from './problem.ts';

export const FORMATS = {
  json: 'application/json',
  csv: 'text/csv',
  png: 'image/png',
} as const;
export type Format = keyof typeof FORMATS;

/** What an endpoint found, in each of its formats. */
export type Found = { readonly json: object; readonly table: CsvTable; readonly png?: Buffer } | Problem;

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
  answer(desk: ApiDesk, actor: Actor, given: unknown): Promise<Found>;
}

/** Binds what is found to the type of what is asked. */
function endpoint<Q extends z.ZodObject>(
  head: Omit<Endpoint, 'answer' | 'query'> & { readonly query: Q },
  answer: (desk: ApiDesk, actor: Actor, given: z.output<Q>) => Promise<Found>,
): Endpoint {
  return { ...head, answer: (desk, actor, given) => answer(desk, actor, head.query.parse(given)) };
}

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

/** One line a point, with all that its series is of. */
const POINT_COLUMNS = Object.keys(pointSchema.shape);
const SERIES_COLUMNS = Object.keys(seriesSchema.shape).filter(
  (column) => column !== 'points' && !POINT_COLUMNS.includes(column),
);

const seriesTable = (series: readonly SeriesJson[]): CsvTable => ({
  columns: [...SERIES_COLUMNS, ...POINT_COLUMNS],
  rows: series.flatMap(({ points, ...head }) => points.map((point): CsvRow => ({ ...head, ...point }))),
});

const unknownMaterial = (material: string): Problem => ({
  status: 404,
  detail: `No material is called “${material.slice(0, 80)}”. /api/v1/materials lists those that there are.`,
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

const materialOnly = z.strictObject({
  material: seriesQuery.shape.material.optional().meta({
    description: 'Only those that have figures of this material.',
    examples: ['lithium'],
  }),
});

export const ENDPOINTS: readonly Endpoint[] = [
  endpoint(
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
    async (desk, actor, { q, zone }) => {
      const { json } = await desk.ask(actor, q, zone);
      return { json, table: figureTable(json.figures) };
    },
  ),
  endpoint(
    {
      path: '/api/v1/series',
      id: 'getSeries',
      summary: 'Get series of a material',
      description:
        'All series that fit, what answers a question first: figures of the data files, and for prices the quotes that you may see. Each stands on one basis; two bases are never to be compared as they are. As CSV: one line a point.',
      query: z.strictObject(seriesQuery.shape),
      result: z.object({ series: listOf(seriesSchema) }).meta({ id: 'SeriesList' }),
      formats: ['json', 'csv'],
    },
    async (desk, actor, query) => {
      const series = await desk.series(actor, query);
      return series === undefined
        ? unknownMaterial(query.material)
        : { json: { series }, table: seriesTable(series) };
    },
  ),
  endpoint(
    {
      path: '/api/v1/materials',
      id: 'listMaterials',
      summary: 'List the materials',
      description: 'All that there are figures or quotes of, with what it is called and what there is of it.',
      query: z.strictObject({}),
      result: z.object({ materials: listOf(materialSchema) }).meta({ id: 'MaterialList' }),
      formats: ['json', 'csv'],
    },
    async (desk, actor) => {
      const materials = await desk.materials(actor);
      return { json: { materials }, table: { columns: Object.keys(materialSchema.shape), rows: materials } };
    },
  ),
  endpoint(
    {
      path: '/api/v1/sources',
      id: 'listSources',
      summary: 'List the sources',
      description: 'Each document that figures come from, with its edition, address and licence.',
      query: materialOnly,
      result: z.object({ sources: listOf(sourceSchema) }).meta({ id: 'SourceList' }),
      formats: ['json', 'csv'],
    },
    async (desk, _, { material }) => {
      const sources = desk.sources(material);
      if (sources === undefined) return unknownMaterial(material ?? '');
      return { json: { sources }, table: { columns: Object.keys(sourceSchema.shape), rows: sources } };
    },
  ),
  endpoint(
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
    async (desk, actor, { q, zone }) => {
      const { json, answer } = await desk.ask(actor, `chart of ${q}`, zone);
      const subject = answer.parts.find(({ chart }) => chart !== undefined)?.chart;
      if (subject === undefined)
        return {
          status: 404,
          detail: 'There is nothing to draw for this question. /api/v1/ask says what is known of it.',
        };
      try {
        const drawn = await desk.draw(actor, subject);
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
  ),
];
