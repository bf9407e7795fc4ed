/**
 * What a chart may be of. One schema says it; a picture's path, the value of a button and the words of a terminal are all
 * read by it, so that a kind of chart that is added here can be asked for in each way.
 *
 * A subject names a chart; the picture's data is looked up when it is drawn: in the catalog, or among the quotes. It is small and
 * stateless, so that it fits into a signed address or a button. It never carries a user's amount; of an alert on quotes, the
 * threshold.
 */
import { z } from 'zod';
import { isDate } from '#src/domain/measure/days.ts';
import { CURRENCIES, PRINTED_MASSES } from '#src/domain/measure/figure.ts';
import { FORMS, VAT_STATES } from './quote.ts';

const metal = z
  .string()
  .max(60)
  .regex(/^[a-z0-9][a-z0-9-]*$/);
const metals = z.array(metal).min(1).max(20).readonly();
const year = z.int().min(1000).max(9999);
const month = z.string().regex(/^[1-9]\d{3}-(?:0[1-9]|1[0-2])$/);
const day = z.string().refine(isDate);
const span = { from: year, to: year };

/** An alert's, in the unit that is drawn: of `leaves` and `enters` a band's two ends. */
const threshold = z.union([
  z.strictObject({ direction: z.enum(['above', 'below']), value: z.number() }),
  z.strictObject({ direction: z.enum(['leaves', 'enters']), low: z.number(), high: z.number() }),
]);

/** What prices are put on; left out, they are drawn as they are quoted. */
const target = z.strictObject({
  currency: z.enum(CURRENCIES).exactOptional(),
  mass: z.enum(PRINTED_MASSES).exactOptional(),
  vat: z.enum(VAT_STATES).exactOptional(),
  form: z.enum(FORMS).exactOptional(),
});

/** Charts of the catalog's figures: nothing in them is anybody's own. */
const YEARLY = [
  z.strictObject({ kind: z.literal('price'), metal, ...span }),
  z.strictObject({ kind: z.literal('sectors'), metal, year }),
  z.strictObject({ kind: z.literal('sectors-over-time'), metal, ...span }),
  z.strictObject({ kind: z.literal('production'), metal, ...span }),
  z.strictObject({ kind: z.literal('countries'), metal, year }),
  z.strictObject({ kind: z.literal('compare-years'), metal, years: z.tuple([year, year]).readonly() }),
  z.strictObject({ kind: z.literal('compare-metals'), metals, ...span }),
  z.strictObject({ kind: z.literal('sparkline'), metal }),
] as const;

/** Prices of months, of one metal or several: the first and the last month, "2020-01". */
const MONTHS = z.strictObject({ kind: z.literal('months'), metals, from: month, to: month });

const QUOTES = z.strictObject({
  kind: z.literal('quotes'),
  /** The series' id, which only those are told who may see the series. */
  series: z.string().regex(/^[\w-]{1,60}$/),
  /** ISO dates, both included. */
  from: day,
  to: day,
  target: target.optional(),
  threshold: threshold.optional(),
});

const catalogued = z.discriminatedUnion('kind', [...YEARLY, MONTHS]);
/** Of any chart: what a button's value is held against, which may come from an older version, or be made up. */
export const chartSubject = z.discriminatedUnion('kind', [...YEARLY, MONTHS, QUOTES]);

/** Of the catalog's figures, which are public: of years, or of months. */
export type CatalogSubject = Readonly<z.infer<typeof catalogued>>;
export type MonthsSubject = Readonly<z.infer<typeof MONTHS>>;
export type QuotesSubject = Readonly<z.infer<typeof QUOTES>>;
export type ChartSubject = CatalogSubject | QuotesSubject;
export type Threshold = Readonly<z.infer<typeof threshold>>;

/** What each kind of the catalog's charts takes beside its metal. */
export const TAKES: ReadonlyMap<string, 'year' | 'years' | 'span' | 'nothing'> = new Map(
  [...YEARLY, MONTHS].map(({ shape }) => [
    shape.kind.value,
    'year' in shape ? 'year' : 'years' in shape ? 'years' : 'from' in shape ? 'span' : 'nothing',
  ]),
);

/** Kinds that take several metals. */
export const OF_SEVERAL: readonly string[] = ['compare-metals', 'months'];

/** The chart of that kind of just these metals and years, in order; `undefined` where the kind takes others. */
export function subjectWith(
  kind: string | undefined,
  names: readonly string[],
  years: readonly number[],
): CatalogSubject | undefined {
  const [from, to] = years;
  const [one] = names;
  const shapes = [
    [{ metal: one }],
    [{ metal: one, year: from }],
    [
      { metal: one, from, to },
      { metal: one, years },
      { metals: names, from, to },
      { metals: names, from: `${from}-01`, to: `${to}-12` },
    ],
  ][years.length];
  if (names.length > 1 && !OF_SEVERAL.includes(kind ?? '')) return undefined;
  return shapes
    ?.map((shape) => catalogued.safeParse({ kind, ...shape }).data)
    .find((found) => found !== undefined);
}

/** A chart's subject as a path, for URLs. @example "price/neodymium/2021-2026" */
export function subjectPath(subject: ChartSubject): string {
  if (subject.kind === 'quotes') return quotesPath(subject);
  if (subject.kind === 'months')
    return [subject.kind, subject.metals.join('.'), subject.from, subject.to].join('/');
  const who = 'metals' in subject ? subject.metals.join('.') : subject.metal;
  const when =
    'year' in subject
      ? [subject.year]
      : 'years' in subject
        ? [subject.years.join('-')]
        : 'from' in subject
          ? [`${subject.from}-${subject.to}`]
          : [];
  return [subject.kind, who, ...when].join('/');
}

/** @returns `undefined` for what is no subject's path, or not written as `subjectPath` writes it. */
export function subjectOf(path: string): ChartSubject | undefined {
  const [kind, who = '', when, to] = path.split('/');
  const years = when === undefined ? [] : when.split('-').map(Number);
  const found =
    kind === 'quotes'
      ? quotesOf(path)
      : kind === 'months'
        ? MONTHS.safeParse({ kind, metals: who.split('.'), from: when, to }).data
        : subjectWith(kind, who.split('.'), years);
  return found !== undefined && subjectPath(found) === path ? found : undefined;
}

/** @example "quotes/3fG_h-9k2LmNoPq1/2025-11-25/2026-11-24/USD.kg.excluded/above-62" */
function quotesPath({ series, from, to, target: wanted, threshold: limit }: QuotesSubject): string {
  const words = TARGET_FIELDS.flatMap((field) => wanted?.[field]?.replaceAll(' ', '-') ?? []);
  const limits = limit && ('value' in limit ? `${limit.value}` : `${limit.low}_${limit.high}`);
  return [
    'quotes',
    series,
    from,
    to,
    ...(words.length === 0 ? [] : [words.join('.')]),
    ...(limit ? [`${limit.direction}-${limits}`] : []),
  ].join('/');
}

const TARGET_FIELDS = ['currency', 'mass', 'vat', 'form'] as const;
const TARGET_PART = /^[a-zA-Z.-]+$/;
const THRESHOLD_PART = /^([a-z]+)-([\d.e+-]+?)(?:_([\d.e+-]+))?$/;

function quotesOf(path: string): QuotesSubject | undefined {
  const [kind, series, from, to, ...rest] = path.split('/');
  const words = TARGET_PART.test(rest[0] ?? '') ? rest[0]?.split('.') : undefined;
  const [, direction, first, last] = THRESHOLD_PART.exec(rest.at(-1) ?? '') ?? [];
  // No word is in two of these lists, so that each says what it is.
  const fields = TARGET_FIELDS.flatMap((field) => {
    const options: readonly string[] = target.shape[field].unwrap().options;
    const found = options.find((option) => words?.includes(option.replaceAll(' ', '-')));
    return found === undefined ? [] : [[field, found] as const];
  });
  const limits = last === undefined ? { value: Number(first) } : { low: Number(first), high: Number(last) };
  return QUOTES.safeParse({
    kind,
    series,
    from,
    to,
    ...(fields.length > 0 ? { target: Object.fromEntries(fields) } : {}),
    ...(direction === undefined ? {} : { threshold: { direction, ...limits } }),
  }).data;
}
