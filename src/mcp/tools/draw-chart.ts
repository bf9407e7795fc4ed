/** `draw_chart`: a picture of figures with its link, and the figures that it shows as a table. */
import { registerAppTool } from '@modelcontextprotocol/ext-apps/server';
import type { CallToolResult, McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { Question } from '#src/domain/reading/question.ts';
import { CHART_VIEW } from '../chart-view.ts';
import { form, material, period } from './arguments.ts';
import { answerAsked, BadArgument, figuresOf, figuresSchema, guarded, READ_ONLY, type Kit } from './kit.ts';
import { argumentsOf, convertedOnce } from './schema.ts';
import { basisSlots, inWords, readMaterial, subjectSlots, timeSlots } from './slots.ts';

const SHOWS = ['price', 'production', 'countries', 'sectors'] as const;
type Shown = (typeof SHOWS)[number];

/** A link to a chart server holds the whole chart: it stands in the data alone. */
const LONGEST_SAID = 300;

const chartSchema = convertedOnce(
  figuresSchema.extend({
    chart: z
      .object({
        title: z.string(),
        altText: z.string().meta({ description: 'What the picture shows, its trend and its ends.' }),
        url: z
          .string()
          .nullable()
          .meta({ description: 'Where it can be looked at; null where charts have no address.' }),
      })
      .nullable()
      .meta({
        description: 'The picture, which comes as PNG beside it; null where there is nothing to draw.',
      }),
  }),
);

const inputSchema = argumentsOf({
  materials: z.array(material).min(1, 'give one material or more').max(8, 'give eight materials or fewer'),
  show: z.enum(SHOWS).default('price').describe('Several materials can be shown by price alone.'),
  from: period.optional().describe('The first year, month or day; all that there is unless given.'),
  to: period.optional(),
  form: form.optional(),
});

export function registerDrawChart(server: McpServer, kit: Kit): void {
  registerAppTool(
    server,
    'draw_chart',
    {
      title: 'Draw a chart',
      description:
        'Draws a chart of sourced figures: prices over time of one material or several, world production over time, the producing countries of a year, or a material’s shares by sector. Gives a PNG, its link where there is one, and the figures that it shows. Ranges are drawn as ranges; estimates and projections look different from what was reported.',
      inputSchema,
      outputSchema: chartSchema,
      annotations: READ_ONLY,
      _meta: { ui: { resourceUri: CHART_VIEW } },
    },
    guarded(kit, async ({ materials, show, from, to, form: wantedForm }, { mcpReq: { signal } }) => {
      const named = materials.map((one) => readMaterial(kit, one));
      const subject = subjectSlots(named, show === 'price' ? 'price' : undefined);
      if (show !== 'price' && subject.metals.length > 1)
        throw new BadArgument(
          `show: ${show} is drawn of one material; ${subject.metals.join(', ')} are several. Give one, or show "price".`,
        );
      const times = timeSlots(kit, { from, to });
      const { answer, read } = await answerAsked(
        kit,
        `chart of ${materials.join(' and ')}, ${show}${inWords({ from, to })}`,
        {
          ...subject,
          ...basisSlots({ form: wantedForm ?? named[0]?.form }, times.wanted),
          ...slotsOf(show, subject.metals.length),
          years: times.years,
          span: times.span,
          finerTime: times.finerTime,
          chart: true,
        },
      );
      const json = figuresOf(answer, read);
      const of = answer.parts.find(({ chart }) => chart !== undefined)?.chart;
      // Whoever has given up waits for no picture.
      signal.throwIfAborted();
      const drawn = of === undefined ? undefined : await kit.asker.draw(of);
      const chart =
        drawn === undefined ? null : { title: drawn.title, altText: drawn.altText, url: drawn.url ?? null };
      const pictures: CallToolResult['content'] =
        drawn === undefined
          ? []
          : [{ type: 'image', data: drawn.png.toString('base64'), mimeType: 'image/png' }];
      return {
        content: [
          { type: 'text', text: json.text },
          ...pictures,
          ...(chart?.url != null && chart.url.length <= LONGEST_SAID
            ? [{ type: 'text' as const, text: `Chart: ${chart.url}` }]
            : []),
        ],
        structuredContent: { ...json, chart },
      };
    }),
  );
}

function slotsOf(show: Shown, materials: number): Partial<Question> {
  switch (show) {
    case 'price':
      return { intent: materials > 1 ? 'compare' : 'chart', metrics: ['price'] };
    case 'production':
      return { intent: 'chart', metrics: ['production'] };
    case 'countries':
      return { intent: 'chart', metrics: ['production'], allCountries: true };
    case 'sectors':
      return { intent: 'chart', metrics: ['share'] };
  }
}
