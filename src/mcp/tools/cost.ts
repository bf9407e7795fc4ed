/** `cost`: what an order comes to, line by line and in all. */
import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { MASS_UNITS } from '#src/domain/measure/figure.ts';
import type { Amount } from '#src/domain/reading/amounts/asked-amounts.ts';
import { material, period } from './arguments.ts';
import { answerAsked, answerResult, BadArgument, figuresOnce, guarded, READ_ONLY, type Kit } from './kit.ts';
import { argumentsOf, only } from './schema.ts';
import { basisSlots, readOneMaterial, subjectSlots, timeSlots } from './slots.ts';

const amount = z.number().positive('an amount is more than zero').max(1e12, 'an amount is at most 1e12');

const line = only({
  material: material.describe(
    'What is bought: "neodymium oxide", "Dy", or a product that holds one, as "NdFeB magnets".',
  ),
  amount: amount.describe('How much; the low end where `to` is given.'),
  to: amount.optional().describe('The high end of a range of amounts.'),
  unit: z.enum(MASS_UNITS).describe('kg, lb or t (metric tonnes).'),
});

const inputSchema = argumentsOf({
  items: z.array(line).min(1, 'give one item or more').max(12, 'give twelve items or fewer'),
  period: period.optional().describe('Whose prices count: "2024", "2026-06". The newest unless given.'),
});

export function registerCost(server: McpServer, kit: Kit): void {
  server.registerTool(
    'cost',
    {
      title: 'Cost of an order',
      description:
        'Works out what amounts of materials cost, each line and in all, as a range where prices or amounts are one. Says which price was taken (form, purity, period, source), what is not in it, and what another source would make of it. `workedOut` has the sums, `figures` the prices that they were made of.',
      inputSchema,
      outputSchema: figuresOnce,
      annotations: READ_ONLY,
    },
    guarded(kit, async ({ items, period: at }) => {
      const named = items.map((item) => ({ ...item, named: readOneMaterial(kit, item.material) }));
      const known = named.filter((one) => one.named.ids.length > 0);
      const amounts = known.map(
        ({ amount: low, to: high = low, unit, named: { ids, form, product } }, index): Amount => {
          if (high < low) throw new BadArgument(`items: to (${high}) is less than amount (${low}).`);
          return {
            value: { low, high },
            unit,
            ...(index > 0 && { joint: 'and' as const }),
            ...(known.length > 1 && { metals: ids }),
            ...(product !== undefined && { product }),
            ...(form !== undefined && { oxide: form === 'oxide' }),
          };
        },
      );
      const { years, finerTime, wanted } = timeSlots(kit, { from: at });
      const [alone] = known.length === 1 ? known : [];
      const words = items.map((item) =>
        [item.to === undefined ? item.amount : `${item.amount} to ${item.to}`, item.unit, item.material].join(
          ' ',
        ),
      );
      const { answer, read } = await answerAsked(
        kit,
        `cost of ${words.join(', ')}${at === undefined ? '' : `, ${at}`}`,
        {
          ...subjectSlots(
            named.map((one) => one.named),
            'price',
          ),
          ...basisSlots({ form: alone?.named.form }, wanted),
          intent: 'cost',
          metrics: ['price'],
          amounts,
          product: alone?.named.product ?? null,
          years,
          finerTime,
        },
      );
      return answerResult(answer, read);
    }),
  );
}
