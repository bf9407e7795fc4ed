/** `get_series`: figures of one metric over time, each series on its own basis, or what there is in their place. */
import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { findSeries, whyBackwards } from '#src/api/find-series.ts';
import { listOf } from '#src/api/schemas/figure.ts';
import { seriesQuery, seriesSchema, type SeriesJson, type SeriesQuery } from '#src/api/schemas/lists.ts';
import { listMaterials } from '#src/api/what-there-is.ts';
import { BEGINNING, periodNamed } from '#src/domain/measure/period.ts';
import { findMaterial } from '#src/domain/series/material.ts';
import { formatNumber } from '#src/presentation/text/format.ts';
import { BadArgument, guarded, READ_ONLY, type Kit } from './kit.ts';
import { argumentsOf, convertedOnce } from './schema.ts';
import { placeSlots, readOneMaterial, saidOfName, type NamedMaterial } from './slots.ts';

const insteadSchema = seriesSchema
  .pick({ metric: true, place: true, item: true, basis: true, cadence: true, source: true, edition: true })
  .extend({ from: z.string(), to: z.string() });

const seriesResult = z.object({
  outcome: z
    .enum(['answer', 'none'])
    .meta({ description: '`none`: no such series; `instead` says what there is.' }),
  material: z.string().nullable().meta({ description: 'Id; null where nothing here is called so.' }),
  text: z.string(),
  cautions: listOf(z.string()).meta({
    description: 'What of the name was read otherwise than it was typed, or not used.',
  }),
  series: listOf(seriesSchema).meta({ description: 'What answers a question first.' }),
  instead: listOf(insteadSchema).meta({
    description: 'Series of the material that there are, where none fits.',
  }),
});
type SeriesResult = z.output<typeof seriesResult>;
const outputSchema = convertedOnce(seriesResult);

const query = argumentsOf({
  ...seriesQuery.shape,
  metric: seriesQuery.shape.metric.describe(
    'What is measured; price unless given. list_materials says which there are.',
  ),
});

export function registerGetSeries(server: McpServer, kit: Kit): void {
  server.registerTool(
    'get_series',
    {
      title: 'Figures over time',
      description:
        'Gets the figures of one metric of a material over time, as its sources print them: years, months or days, each series with its own basis, place, source and edition, each point with its range and firmness. Filter by place, basis, source and period. Several series are several bases or sources: never mix their points, and work out no ratio across editions.',
      inputSchema: query,
      outputSchema,
      annotations: READ_ONLY,
    },
    guarded(kit, async (given) => {
      const [place = given.place] = placeSlots(kit, given.place).countries;
      const json = await find(kit, { ...given, place });
      return { content: [{ type: 'text', text: json.text }], structuredContent: json };
    }),
  );
}

async function find(kit: Kit, wanted: SeriesQuery): Promise<SeriesResult> {
  const { catalog, asker } = kit;
  const backwards = whyBackwards(wanted);
  if (backwards !== undefined) throw new BadArgument(`${backwards}.`);
  const named = readOneMaterial(kit, wanted.material);
  const material = catalog.materials.find((one) => one.id === named.ids[0]);
  if (material === undefined) {
    const text = `Nothing here is called “${wanted.material}”. list_materials names all that there is.`;
    return { outcome: 'none', material: null, text, cautions: [], series: [], instead: [] };
  }
  const since = periodNamed(wanted.from ?? '')?.from ?? BEGINNING;
  const book = wanted.metric === 'price' ? await asker.wholeBook(material.id, since) : undefined;
  const all = findSeries(catalog, material, wanted, book);
  const forms = formsNamed(named, wanted);
  const ofForms = all.filter((one) => isOfForms(one, forms));
  // "Sodium chloride" is salt's own name, and no form of it.
  const isItsName = findMaterial(catalog.materials, wanted.material) !== undefined;
  const series = ofForms.length === 0 && isItsName ? all : ofForms;
  const used = [...(series === all ? [] : forms), wanted.basis ?? ''].join(' ');
  const cautions = saidOfName(named, { ...material, metric: wanted.metric, used });
  if (series.length > 0) {
    const text = [...cautions, inWords(series)].join('\n\n');
    return { outcome: 'answer', material: material.id, text, cautions, series, instead: [] };
  }
  const { metric } = wanted;
  const same = findSeries(catalog, material, { material: material.id, metric }, book);
  const metrics = listMaterials(catalog).find((one) => one.id === material.id)?.metrics ?? [];
  const others = metrics.flatMap((one) =>
    findSeries(catalog, material, { material: material.id, metric: one }),
  );
  const instead = (same.length > 0 ? same : others).slice(0, MOST_INSTEAD).map(headOf);
  const asked = same.length > 0 ? filtersInWords(wanted, forms) : '';
  const there = instead.length === 0 ? 'There are no figures of it at all.' : 'There is:';
  const lines = instead.map((one) => `- ${headInWords(one)}: ${one.from} to ${one.to}`);
  const text = [...cautions, `There is no ${metric} of ${material.name}${asked}. ${there}`, ...lines].join(
    '\n',
  );
  return { outcome: 'none', material: material.id, text, cautions, series: [], instead };
}

/** The forms that a name states: an oxide's prices are wanted, and not the metal's. Words of `basis` are taken in their place. */
function formsNamed({ form, leftOut }: NamedMaterial, { metric, basis }: SeriesQuery): readonly string[] {
  if (metric !== 'price' || basis !== undefined) return [];
  const words = leftOut.filter(({ kind }) => kind === 'form').map((one) => one.words);
  return [...(form === undefined ? [] : [form]), ...words];
}

const isOfForms = ({ basis, label }: SeriesJson, forms: readonly string[]): boolean =>
  forms.every((form) => `${basis}, ${label}`.toLowerCase().includes(form.toLowerCase()));

/** @example " that is oxide, in China, from 2024" */
function filtersInWords(
  { place, basis, source, cadence, from, to }: SeriesQuery,
  forms: readonly string[],
): string {
  const said = [
    ...forms.map((form) => `that is ${form}`),
    ...(basis === undefined ? [] : [`on a basis of “${basis}”`]),
    ...(place === undefined ? [] : [`in “${place}”`]),
    ...(source === undefined ? [] : [`by “${source}”`]),
    ...(cadence === undefined ? [] : [`by ${cadence}`]),
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(to === undefined ? [] : [`to ${to}`]),
  ];
  return said.length === 0 ? '' : ` ${said.join(', ')}`;
}

const MOST_INSTEAD = 20;
type Head = SeriesResult['instead'][number];

function headOf({ metric, place, item, basis, cadence, source, edition, points }: SeriesJson): Head {
  const [from, to] = [points[0]?.period ?? '', points.at(-1)?.period ?? ''];
  return { metric, place, item, basis, cadence, source, edition, from, to };
}

const headInWords = ({
  metric,
  place,
  item,
  basis,
  source,
  edition,
}: Omit<Head, 'from' | 'to' | 'cadence'>): string =>
  [
    [metric, place, item].filter((one) => one !== null).join(', '),
    `basis ${basis}`,
    [source, edition].filter((one) => one !== null).join(' '),
  ].join('; ');

/** More points than anybody reads stand in the data alone. */
const MOST_POINTS = 40;

function inWords(all: readonly SeriesJson[]): string {
  return all
    .map(({ points, unit, ...series }) => {
      const shown = points.slice(-MOST_POINTS);
      const left = points.length - shown.length;
      return [
        `${headInWords(series)} (${unit}):`,
        ...(left > 0 ? [`  ${left} before these are in the data`] : []),
        ...shown.map(({ period, low, high, firmness, qualifier }) => {
          const value = low === high ? formatNumber(low) : `${formatNumber(low)} to ${formatNumber(high)}`;
          const said = [qualifier, firmness].filter((one) => one !== null);
          return `  ${period}: ${value}${said.length === 0 ? '' : ` (${said.join(', ')})`}`;
        }),
      ].join('\n');
    })
    .join('\n\n');
}
