/** The price that an alert fired on, as its firing keeps it: what its message shows, whenever that is posted. */
import { z } from 'zod';
import { CURRENCIES, PRINTED_MASSES, type Unit } from '#src/domain/measure/figure.ts';
import { FORMS, TERMS, VAT_STATES, type Payment, type QuotePeriod } from '#src/domain/series/quote.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import type { Watched } from './watched.ts';

const range = z.object({ low: z.number(), high: z.number() });

const key = z.object({
  metal: z.string(),
  form: z.enum(FORMS),
  purity: z.string(),
  terms: z.enum(TERMS),
  place: z.string(),
  vat: z.enum(VAT_STATES),
  currency: z.enum(CURRENCIES),
  mass: z.enum(PRINTED_MASSES),
  source: z.string(),
  period: z.custom<QuotePeriod>((value) => typeof value === 'string').optional(),
  payment: z.custom<Payment>((value) => typeof value === 'string').optional(),
});

const quote = key.extend({
  series: z.string(),
  date: z.string(),
  edition: z.number(),
  range,
  estimated: z.boolean(),
  receivedAt: z.number(),
  state: z.enum(['published', 'superseded', 'held', 'rejected', 'withdrawn']),
  reason: z.string().nullable(),
  enteredBy: z.string().nullable(),
});

const quantity = z.object({
  range,
  unit: z.custom<Unit>((value) => typeof value === 'string'),
  firmness: z.enum(['estimated', 'projected']).optional(),
  qualifier: z.enum(['more than', 'less than', 'rounded', 'about']).optional(),
  printed: range.optional(),
  cents: z.boolean().optional(),
});

const latest = z.object({ series: z.string(), key, first: z.string(), quote });

const figure = z.object({
  /** The id of a series of the catalog. */
  series: z.string(),
  year: z.number(),
  /** Of a month's figure: "2026-06". */
  at: z.string().optional(),
  quantity,
});
export type KeptFigure = z.output<typeof figure>;

const reading = z.discriminatedUnion('on', [
  z.object({
    on: z.literal('quote'),
    series: latest,
    range,
    rate: z.string().optional(),
    before: quote.optional(),
    /** Of sources that lie apart, the others and how far. */
    beside: z.array(latest).optional(),
    apart: z.number().optional(),
  }),
  figure.extend({
    on: z.literal('figure'),
    before: z.object({ at: z.string(), quantity }).optional(),
    beside: z.array(figure).optional(),
    apart: z.number().optional(),
    /** Of a new edition, its year. */
    edition: z.number().optional(),
  }),
]);
export type KeptReading = z.output<typeof reading>;

/** What is kept of what an alert looks at, when it fires. */
export function readingToKeep(watched: Watched): KeptReading {
  const { before, apart, edition } = watched.reading;
  if (watched.on === 'figure') {
    const beside = watched.beside?.map(figureToKeep);
    return { on: 'figure', ...figureToKeep(watched.figure), before, beside, apart, edition };
  }
  const { series, rate, reading: seen, beside } = watched;
  const others = beside === undefined ? undefined : [...beside];
  return { on: 'quote', series, range: seen.now.range, rate, before: watched.before, beside: others, apart };
}

function figureToKeep({ series, year, at, quantity: shown }: Figure): KeptFigure {
  return { series: series.id, year, ...(at.length > 4 ? { at } : {}), quantity: shown };
}

const kept = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue('this is not JSON');
      return z.NEVER;
    }
  })
  .pipe(reading);

/**
 * `undefined` where nothing is kept: of an alert that has not fired, or fired before readings were kept. So it is where what is
 * kept can't be read, for the alerts of all others are looked at in the same turn.
 */
export function readReading(text: string | null): KeptReading | undefined {
  return kept.safeParse(text).data;
}

/** In the place of a figure that was taken back: nobody's price, so that what is read of it stands no more. */
const BLANK = { range: { low: 1, high: 1 }, estimated: false, reason: null, enteredBy: null };

/** A stored reading in which a price that was taken back is blank. */
export function blankReading(text: string, gone: { readonly series: string; readonly date: string }): string {
  const stored = reading.parse(JSON.parse(text));
  if (stored.on === 'figure') return text;
  const isGone = ({ series, date }: { readonly series: string; readonly date: string }) =>
    series === gone.series && date === gone.date;
  const { quote: newest } = stored.series;
  const blank: KeptReading = {
    ...stored,
    ...(isGone(newest) && {
      range: BLANK.range,
      series: { ...stored.series, quote: { ...newest, ...BLANK } },
    }),
    ...(stored.before !== undefined && isGone(stored.before) && { before: { ...stored.before, ...BLANK } }),
    ...(stored.beside !== undefined && {
      beside: stored.beside.map((one) =>
        isGone(one.quote) ? { ...one, quote: { ...one.quote, ...BLANK } } : one,
      ),
    }),
  };
  return JSON.stringify(blank);
}

/** Whether two are of one price, and of one day before where it is of a change. */
export function isSameReading(a: KeptReading, b: KeptReading | undefined): boolean {
  const name = (one: KeptReading | undefined): string =>
    JSON.stringify(
      one?.on === 'figure'
        ? [one.series, one.at ?? one.year, one.quantity.range, one.edition, ...(one.beside ?? [])].map(
            (part) =>
              typeof part === 'object' && 'quantity' in part ? [part.series, part.quantity.range] : part,
          )
        : [one?.series.quote, one?.before, ...(one?.beside ?? []).map((other) => other.quote)].map(
            (q) => q && [q.series, q.date, q.range.low, q.range.high],
          ),
    );
  return name(a) === name(b);
}
