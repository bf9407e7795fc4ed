/**
 * The schema and types of `data/<metal>.json`: figures with their years, ranges, units, bases and sources. One schema,
 * so longer than code should be.
 */
import { z } from 'zod';
import { BASES, packTable, TABLE_METRICS, UNITS } from './packs/pack-table.ts';
import type { Range } from '#src/domain/measure/figure.ts';
import type { RateUsed } from './rates/period-rates.ts';
import type { Silence } from './packs/cell.ts';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'an id is lower case letters, digits and dashes');
const name = z.string().trim().min(1).max(120);
const prose = z.string().trim().min(1).max(600);
const year = z.int().min(1900).max(2100);

const range = z
  .strictObject({ low: z.number().min(0), high: z.number().min(0) })
  .refine((r) => r.low <= r.high, 'low is above high');

/** Where figures come from. `sells` names what the publisher sells, so that its claims about itself can be marked. */
const source = z.strictObject({
  publisher: name,
  title: name,
  edition: name.optional(),
  /** Orders the editions of one publisher: the newest that has a figure answers. */
  editionYear: year.optional(),
  /** As the document dates itself; "undated" where it does not. */
  dated: name,
  url: z.url().optional(),
  licence: prose.optional(),
  sells: prose.optional(),
  note: prose.optional(),
});

/** Of a year, or of a month: "2026-06". */
const time = {
  year: year.optional(),
  month: z
    .string()
    .regex(/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/)
    .optional(),
};

/** A point that is wrong is not looked at further: what holds for all points of a series is asked of sound ones. */
const abort = true;

const point = z
  .strictObject({
    ...time,
    value: z.number().min(0).optional(),
    low: z.number().min(0).optional(),
    high: z.number().min(0).optional(),
    firmness: z.enum(['estimated', 'projected']).optional(),
    qualifier: z.enum(['more than', 'less than', 'rounded']).optional(),
  })
  .refine((p) => (p.value !== undefined) !== (p.low !== undefined && p.high !== undefined), {
    error: 'give either "value", or "low" and "high"',
    abort,
  })
  .refine((p) => p.low === undefined || p.high === undefined || p.low <= p.high, {
    error: 'low is above high',
    abort,
  })
  .refine((p) => (p.year === undefined) !== (p.month === undefined), {
    error: 'give either "year" or "month"',
    abort,
  })
  .transform(({ year: y, month, value, low, high, firmness, qualifier }) => ({
    at: month ?? String(y),
    year: y ?? Number(month?.slice(0, 4)),
    range: { low: low ?? value ?? 0, high: high ?? value ?? 0 },
    firmness,
    qualifier,
  }));

const seriesBase = {
  id,
  /** Series of one family are the same figure in several editions; the newest edition that has a year answers. */
  family: id,
  label: name,
  source: id,
  section: name,
  notes: z.array(prose).default([]),
};

const numericSeries = z.strictObject({
  ...seriesBase,
  metric: z.enum([...TABLE_METRICS, 'share']),
  /**
   * `headline` answers a question; `benchmark` is another source's figure, shown beside it;
   * `prose` is what the headline's own source says elsewhere in its text; `other` is another form or market of its, which
   * answers where it is named.
   */
  role: z.enum(['headline', 'benchmark', 'prose', 'other']),
  unit: z.enum(UNITS),
  /** What the figure is a price or mass of. `unstated` where the source does not say. */
  basis: z.enum(BASES),
  purity: name.optional(),
  /** Where it is sold, and on which terms, where the source says so: two prices of one form on two markets are two. */
  market: name.optional(),
  sector: id.optional(),
  country: name.optional(),
  /** Years inside the series that the source leaves out, so that a gap is never an oversight. */
  missing: z.array(year).default([]),
  points: z
    .array(point)
    .min(1)
    .refine(
      (all) => all.every(({ at }) => at.length === all[0]?.at.length),
      'years and months are two series',
    ),
});

const statusSeries = z.strictObject({
  ...seriesBase,
  metric: z.literal('supply-status'),
  role: z.literal('headline'),
  missing: z.array(year).default([]),
  points: z
    .array(z.strictObject({ year, state: name, firmness: z.enum(['estimated', 'projected']).optional() }))
    .min(1),
});

/** What a source asserts, as data: the code checks it against the series and says whether they agree. */
const claimBase = { id, about: prose, source: id, section: name };
const claim = z.discriminatedUnion('kind', [
  /** "The price rose over 80 % from 2021 to 2025." Checked against each series in `against`. */
  z.strictObject({
    ...claimBase,
    kind: z.literal('change'),
    metric: z.enum(['price', 'production']),
    from: year.optional(),
    to: year,
    percent: range,
    qualifier: z.enum(['over', 'at least']).optional(),
    against: z.array(id).min(1),
  }),
  /** "Demand of this sector grows 10 to 15 % a year." Checked against share times production. */
  z.strictObject({
    ...claimBase,
    kind: z.literal('sector-growth'),
    sector: id,
    to: year,
    percent: range,
    share: id,
    production: id,
  }),
  /** "China has over 60 to 70 % of output." */
  z.strictObject({
    ...claimBase,
    kind: z.literal('country-share'),
    country: name,
    percent: range,
    qualifier: z.enum(['over', 'at least']).optional(),
  }),
  /** Two sources whose series move in opposite directions, or stand far apart, between two years. */
  z.strictObject({
    ...claimBase,
    kind: z.literal('two-series'),
    first: id,
    second: id,
    from: year,
    to: year,
  }),
]);

const called = z.strictObject({ name, aliases: z.array(name).default([]) });

const sector = z.strictObject({
  id,
  name,
  aliases: z.array(name).default([]),
  note: prose.optional(),
  /** What the source counts in and gives no figure of its own: "wind power". */
  parts: z.array(called).default([]),
});

/** One `data/<metal>.json`. Cross-references are checked by `checkMetal`. */
export const metalSchema = z.strictObject({
  /** For editors: where `docs/pack.schema.json` is. */
  $schema: z.string().optional(),
  id,
  name,
  symbol: z
    .string()
    .regex(/^[A-Z][A-Za-z]{0,4}$/)
    .optional(),
  aliases: z.array(name).default([]),
  /** `group` for figures that exist only for several elements together. */
  kind: z.enum(['element', 'group']),
  /** The group whose figures stand in, said to do so, where the metal has none of its own (country output, reserves). */
  group: id.optional(),
  /** What it can be asked about together with: "Battery metals", "Precious metals". */
  families: z.array(name).default([]),
  /** Names that are also everyday words ("lead", "tin"): they count only where the sentence is about a commodity. */
  words: z.array(name).default([]),
  /** Whether it is on the list of critical minerals that the source speaks of. */
  critical: z.strictObject({ listed: z.boolean(), source: id, section: name }).optional(),
  /** What the metal is, in a sentence. */
  description: prose,
  oxide: z
    .strictObject({ formula: name, metalMassFraction: z.number().gt(0).lt(1), source: id, section: name })
    .optional(),
  /** Products that contain the metal: a kilogram of them is not a kilogram of it. */
  products: z
    .array(
      z.strictObject({
        id,
        name,
        aliases: z.array(name).default([]),
        metalMassFraction: range,
        assumption: prose,
        source: id,
        section: name,
      }),
    )
    .default([]),
  sectors: z.array(sector).default([]),
  /** Countries that series name, with what people call them. Reserves' `year` is that of the edition that states them. */
  countries: z.array(called).default([]),
  sources: z.record(id, source),
  /** Figures one by one, as the simplest of packs has them. */
  series: z.array(z.discriminatedUnion('metric', [numericSeries, statusSeries])).default([]),
  /** Figures as tables, cell by cell. */
  tables: z.array(packTable).default([]),
  claims: z.array(claim).default([]),
});

/** What a series has that was read from a table. */
interface OfTable {
  readonly stage: string;
  readonly form: string;
  readonly terms: string;
  /** Its points are in hundredths of the unit's money. */
  readonly cents: boolean;
  /** The year whose money it is in. */
  readonly real: string;
  /** The use or chemistry that a row is of. */
  readonly item: string;
  readonly scope: string;
  /** Periods with a cell that holds no number, and why. */
  readonly silent: readonly { readonly at: string; readonly silence: Silence; readonly text: string }[];
}

/** What a series has whose prices were put into another currency. */
interface InCurrency {
  /** The rate of each of its periods. */
  readonly rates: ReadonlyMap<string, RateUsed>;
}

export type Pack = z.output<typeof metalSchema>;
export type Source = z.output<typeof source>;
type Printed = z.output<typeof numericSeries>;
export type NumericSeries = Omit<Printed, 'points'> & {
  readonly points: readonly Point[];
} & Partial<OfTable> &
  Partial<InCurrency>;
export type StatusSeries = z.output<typeof statusSeries>;
export type PackSeries = NumericSeries | StatusSeries;
/** A pack with the series of its tables among its own. */
export type Metal = Omit<Pack, 'series'> & { readonly series: readonly PackSeries[] };
/** `printed`: all values that print so, in the series' unit, where these are not seen from the number: it was converted. */
export type Point = Printed['points'][number] & { readonly printed?: Range };
export type Claim = Metal['claims'][number];
export type Metric = PackSeries['metric'];
export type Sector = Metal['sectors'][number];
export type Product = Metal['products'][number];

/** Where a figure or statement comes from, as it is cited. */
export interface Citation {
  /** The source's id in its metal's data file. */
  readonly id: string;
  readonly source: Source;
  readonly section: string;
  /** At which rates its prices were put into another currency. */
  readonly rates?: readonly RateUsed[];
}

/** Whether a series holds numbers (all but supply status do). */
export function isNumeric(series: PackSeries): series is NumericSeries {
  return series.metric !== 'supply-status';
}
