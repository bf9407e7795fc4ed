/** What there is: series with their points, materials, and sources. */
import { z } from 'zod';
import { whyBackwards } from '#src/api/find-series.ts';
import type { CsvRow, CsvTable } from '#src/api/csv.ts';
import { listOf } from '#src/api/schemas/figure.ts';
import {
  materialSchema,
  pointSchema,
  seriesQuery,
  seriesSchema,
  sourceSchema,
  type SeriesJson,
} from '#src/api/schemas/lists.ts';
import type { Problem } from '../problem.ts';
import { endpoint } from './endpoint.ts';

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

const materialOnly = z.strictObject({
  material: seriesQuery.shape.material.optional().meta({
    description: 'Only those that have figures of this material.',
    examples: ['lithium'],
  }),
});

export const SERIES = endpoint(
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
  async (answers, actor, query) => {
    const detail = whyBackwards(query);
    if (detail !== undefined)
      return { status: 400, detail: `${detail}.`, errors: [{ parameter: 'from', detail }] };
    const series = await answers.series(actor, query);
    return series === undefined
      ? unknownMaterial(query.material)
      : { json: { series }, table: seriesTable(series) };
  },
);

export const MATERIALS = endpoint(
  {
    path: '/api/v1/materials',
    id: 'listMaterials',
    summary: 'List the materials',
    description: 'All that there are figures or quotes of, with what it is called and what there is of it.',
    query: z.strictObject({}),
    result: z.object({ materials: listOf(materialSchema) }).meta({ id: 'MaterialList' }),
    formats: ['json', 'csv'],
  },
  async (answers, actor) => {
    const materials = await answers.materials(actor);
    return { json: { materials }, table: { columns: Object.keys(materialSchema.shape), rows: materials } };
  },
);

export const SOURCES = endpoint(
  {
    path: '/api/v1/sources',
    id: 'listSources',
    summary: 'List the sources',
    description: 'Each document that figures come from, with its edition, address and licence.',
    query: materialOnly,
    result: z.object({ sources: listOf(sourceSchema) }).meta({ id: 'SourceList' }),
    formats: ['json', 'csv'],
  },
  async (answers, _, { material }) => {
    const sources = answers.sources(material);
    if (sources === undefined) return unknownMaterial(material ?? '');
    return { json: { sources }, table: { columns: Object.keys(sourceSchema.shape), rows: sources } };
  },
);
