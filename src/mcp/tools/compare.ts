/** `compare`: several materials side by side, or one at two times or in several countries. */
import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { ASKED_METRICS } from '#src/domain/reading/asked-metrics.ts';
import { form, material, period, place } from './arguments.ts';
import { answerAsked, answerResult, BadArgument, figuresOnce, guarded, READ_ONLY, type Kit } from './kit.ts';
import { argumentsOf } from './schema.ts';
import { basisSlots, inWords, placeSlots, readMaterial, subjectSlots, timeSlots } from './slots.ts';

const inputSchema = argumentsOf({
  materials: z.array(material).min(1, 'give one material or more').max(8, 'give eight materials or fewer'),
  metric: z.enum(ASKED_METRICS).default('price').describe('What is compared; price unless given.'),
  from: period.optional().describe('The first year, or the one of two: "2021".'),
  to: period.optional().describe('The last year, or the other of two: "2025".'),
  places: z.array(place).max(12).optional().describe('Countries, for production, reserves and trade.'),
  form: form.optional(),
});

export function registerCompare(server: McpServer, kit: Kit): void {
  server.registerTool(
    'compare',
    {
      title: 'Compare materials, years or countries',
      description:
        'Sets figures of one metric side by side on one basis and in one unit: two or more materials, one material in two years (from and to), or one in several countries. Says how many times one is the other, and refuses to compare what stands on different bases.',
      inputSchema,
      outputSchema: figuresOnce,
      annotations: READ_ONLY,
    },
    guarded(kit, async ({ materials, metric, from, to, places = [], form: wantedForm }) => {
      if (materials.length === 1 && places.length === 0 && (from === undefined || to === undefined))
        throw new BadArgument(
          'Nothing to compare with: give a second material, or both from and to, or places. get_series gives one series.',
        );
      const named = materials.map((one) => readMaterial(kit, one));
      const subject = subjectSlots(named, metric);
      const isOne = subject.metals.length === 1 && named.every(({ ids }) => ids.length > 0);
      if (isOne && materials.length > 1 && places.length === 0 && (from === undefined || to === undefined))
        throw new BadArgument(
          `materials: all of these are ${subject.metals.join('')}, in forms that are not compared. Give another material, or both from and to, or places; get_series gives each form’s series.`,
        );
      const forms = [...new Set(named.map((one) => one.form).filter((one) => one !== undefined))];
      if (wantedForm === undefined && forms.length > 1)
        throw new BadArgument(
          `materials: these are of several forms (${forms.join(', ')}), which are not compared. Name all in one form; get_series gives each form’s series.`,
        );
      const where = places.map((one) => placeSlots(kit, one));
      const { years, span, wanted, finerTime } = timeSlots(kit, { from, to });
      const alone = subject.metals.length === 1;
      const { answer, read } = await answerAsked(
        kit,
        `${materials.join(' against ')}: ${metric}${inWords({ from, to })}${places.length > 0 ? `, ${places.join(', ')}` : ''}`,
        {
          ...subject,
          ...basisSlots({ form: wantedForm ?? forms[0] }, wanted),
          // Of one alone that anything here is called by, its own figure is the answer.
          intent: alone && materials.length > 1 ? 'value' : 'compare',
          metrics: [metric],
          countries: where.flatMap(({ countries }) => countries),
          leftOut: [...subject.leftOut, ...where.flatMap(({ leftOut }) => leftOut)],
          // One material at two times: the years between are not asked for.
          years: alone && span !== null ? [span.from, span.to] : years,
          span: alone ? null : span,
          finerTime,
        },
      );
      return answerResult(answer, read);
    }),
  );
}
