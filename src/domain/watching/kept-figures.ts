/** The figures that a digest had, as they are kept: what "since your last digest" compares with. */
import { z } from 'zod';
import type { Quantity, Unit } from '#src/domain/measure/figure.ts';

/** The figures of a digest by what they are of; kept to be compared with the next one's. */
export type DigestFigures = Readonly<Record<string, KeptFigure>>;

export interface KeptFigure {
  readonly year: number;
  readonly quantity: Quantity;
  /** Of a quote: its day, as an ISO date. */
  readonly date?: string | undefined;
}

const schema = z.record(
  z.string(),
  z.object({
    year: z.number(),
    date: z.string().optional(),
    quantity: z.object({
      range: z.object({ low: z.number(), high: z.number() }),
      unit: z.custom<Unit>((value) => typeof value === 'string'),
      firmness: z.enum(['estimated', 'projected']).optional(),
      qualifier: z.enum(['more than', 'less than', 'rounded', 'about']).optional(),
    }),
  }),
);

/** The figures of the last digest, from JSON; `undefined` where there was none, or they can't be compared any more. */
export function readFigures(text: string | null): DigestFigures | undefined {
  try {
    return text === null ? undefined : schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** What the quotes of a series are kept by. @param id Of the metal. */
export const keyOfQuotes = (id: string, series: string): string => `${id}/quote/${series}`;

/** Whether a kept figure is a series' price of a day. */
export function isQuoteFigure(
  key: string,
  figure: unknown,
  { series, date }: { readonly series: string; readonly date: string },
): boolean {
  const ofDay = typeof figure === 'object' && figure !== null && 'date' in figure && figure.date === date;
  return ofDay && key.endsWith(`/quote/${series}`);
}
