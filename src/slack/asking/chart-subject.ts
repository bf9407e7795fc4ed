/** A chart's subject, as the value of a button. */
import { z } from 'zod';
import type { ChartSubject } from '#src/domain/answer.ts';
import { CURRENCIES, MASS_UNITS } from '#src/domain/measure/figure.ts';
import { FORMS, VAT_STATES } from '#src/domain/series/quote.ts';
import { isDate } from '#src/domain/measure/days.ts';
import { inJson } from '#src/slack/button-values.ts';

const metal = z.string().max(60);
const year = z.int().min(1900).max(2100);
const day = z.string().refine(isDate);
const span = { metal, from: year, to: year };

export const chartValue = inJson(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('price'), ...span }),
    z.strictObject({ kind: z.literal('sectors'), metal, year }),
    z.strictObject({ kind: z.literal('sectors-over-time'), ...span }),
    z.strictObject({ kind: z.literal('production'), ...span }),
    z.strictObject({ kind: z.literal('countries'), metal, year }),
    z.strictObject({ kind: z.literal('compare-years'), metal, years: z.tuple([year, year]) }),
    z.strictObject({
      kind: z.literal('compare-metals'),
      metals: z.array(metal).max(20),
      from: year,
      to: year,
    }),
    z.strictObject({ kind: z.literal('sparkline'), metal }),
    z.strictObject({
      kind: z.literal('quotes'),
      series: z.string().max(60),
      from: day,
      to: day,
      target: z
        .strictObject({
          form: z.enum(FORMS).exactOptional(),
          vat: z.enum(VAT_STATES).exactOptional(),
          currency: z.enum(CURRENCIES).exactOptional(),
          mass: z.enum(MASS_UNITS).exactOptional(),
        })
        .optional(),
      threshold: z.strictObject({ direction: z.enum(['above', 'below']), value: z.number() }).optional(),
    }),
  ]) satisfies z.ZodType<ChartSubject>,
);
