/** A chart's subject, from the value of a button: it may come from an older version, or be no subject at all. */
import { z } from 'zod';
import type { ChartSubject } from '#src/domain/answer.ts';

const metal = z.string().max(60);
const year = z.int().min(1900).max(2100);
const span = { metal, from: year, to: year };

const subject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('price'), ...span }),
  z.strictObject({ kind: z.literal('sectors'), metal, year }),
  z.strictObject({ kind: z.literal('sectors-over-time'), ...span }),
  z.strictObject({ kind: z.literal('production'), ...span }),
  z.strictObject({ kind: z.literal('countries'), metal, year }),
  z.strictObject({ kind: z.literal('compare-years'), metal, years: z.tuple([year, year]) }),
  z.strictObject({ kind: z.literal('compare-metals'), metals: z.array(metal).max(20), from: year, to: year }),
  z.strictObject({ kind: z.literal('sparkline'), metal }),
]) satisfies z.ZodType<ChartSubject>;

/** `undefined` where the value is no subject. */
export function readChartSubject(value: string | undefined): ChartSubject | undefined {
  try {
    return subject.safeParse(JSON.parse(value ?? '')).data;
  } catch {
    return undefined;
  }
}
