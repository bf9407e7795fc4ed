/** A need is what a button asks, as data: no words are written in order to be read again. */
import { z } from 'zod';
import { MASS_UNITS } from '#src/domain/measure/figure.ts';
import { ASKED_METRICS } from './asked-metrics.ts';
import { plainQuestion, type Question } from './question.ts';

const id = z.string().min(1).max(60);
const ids = z.array(id).max(20);
const year = z.int().min(1000).max(9999);
const number = z.number().min(0);

/** The slots of a question that a button may fill; it comes back from outside, as anything. */
export const needSchema = z.strictObject({
  intent: z.enum(['change', 'extreme', 'overtake', 'cost', 'summary', 'sources']).exactOptional(),
  metals: ids.exactOptional(),
  metrics: z.array(z.enum(ASKED_METRICS)).exactOptional(),
  /** Single years; those of a span follow from it. */
  years: z.array(year).max(20).exactOptional(),
  span: z.strictObject({ from: year, to: year }).exactOptional(),
  sectors: ids.exactOptional(),
  countries: ids.exactOptional(),
  allCountries: z.boolean().exactOptional(),
  amounts: z
    .array(
      z.strictObject({
        value: z.strictObject({ low: number, high: number }),
        unit: z.enum(MASS_UNITS),
        product: id.exactOptional(),
      }),
    )
    .max(1)
    .exactOptional(),
  product: id.exactOptional(),
  source: z.enum(['usgs', 'report']).exactOptional(),
  extreme: z.enum(['highest', 'lowest']).exactOptional(),
  verify: z.boolean().exactOptional(),
  /** What of a product is the metal. */
  content: z.literal('product').exactOptional(),
  /** Reasons are asked for, so that the FAQ answers. */
  reason: z.boolean().exactOptional(),
});

export type Need = z.output<typeof needSchema>;

/** The question that a need is. @param text The same in words, for who reads along */
export function questionOf({ content, reason, ...need }: Need, text: string): Question {
  const { span } = need;
  const years =
    span && Array.from({ length: Math.max(0, span.to - span.from + 1) }, (_, at) => span.from + at);
  return plainQuestion({
    ...need,
    text,
    // All its words are said by its slots: none of them speaks for an entry of the FAQ.
    evidence: reason === true ? [] : [{ slot: 'asked', words: text }],
    ...(years === undefined ? {} : { years }),
    ...(content === undefined ? {} : { aside: { kind: 'content', of: content, thing: '' } }),
    ...(reason === true ? { reason, why: true } : {}),
  });
}
