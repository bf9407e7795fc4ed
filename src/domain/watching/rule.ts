/** What an alert is to be told of, as data: kept as JSON, held against a series in judge.ts, put into words in rule-words.ts. */
import { z } from 'zod';
import { isDate } from '#src/domain/measure/days.ts';
import { CURRENCIES, PRINTED_MASSES } from '#src/domain/measure/figure.ts';
import { FORMS } from '#src/domain/series/quote.ts';

const PRICE_UNITS = CURRENCIES.flatMap((currency) =>
  PRINTED_MASSES.map((mass) => `${currency}/${mass}` as const),
);

export const priceUnitSchema = z.enum(PRICE_UNITS);

const price = z.number().positive();
const percent = z.number().min(0.1).max(1_000_000);
/** Ten years: no series is looked at further back. */
const days = z.int().min(1).max(3660);

/** A price, or of a band its two ends. */
const at = z.strictObject({
  range: z
    .strictObject({ low: price, high: price })
    .refine(({ low, high }) => low <= high, 'low is above high'),
  unit: priceUnitSchema,
});

const common = {
  of: z.strictObject({
    /** A metal's or a material's id. */
    material: z.string().min(1).max(60),
    /** Whose figures of years; with it, no quotes are looked at. */
    source: z.enum(['usgs', 'report']).optional(),
    /** Only quotes of days, or only figures of months or years; without it the quotes and, until there are any, those. */
    cadence: z.enum(['day', 'month', 'year']).optional(),
  }),
  basis: z.strictObject({ form: z.enum(FORMS) }).optional(),
  /** Whether it comes each time, or has done its work when it came once. */
  repeat: z.enum(['each', 'once']),
  /** The last day on which it may come, as an ISO date. */
  until: z.string().refine(isDate, 'this is no ISO date').optional(),
};

/** A price past a threshold. One that is exactly at it is not past it yet. */
const threshold = z
  .strictObject({
    ...common,
    /** `enters` and `leaves` have a band; of the others both ends are one price. */
    when: z.enum(['above', 'below', 'enters', 'leaves']),
    at,
    /** Which end of a price that is a range decides: `touches` when any part of it is past, `entirely` when all of it is. */
    reach: z.enum(['touches', 'entirely']),
  })
  .refine(
    (rule) => (rule.when === 'above' || rule.when === 'below') === (rule.at.range.low === rule.at.range.high),
    'one price for above and below, two for a band',
  );

const change = z.strictObject({
  ...common,
  /** In percent, or in money for a mass; between midpoints. */
  change: z.union([z.strictObject({ percent }), z.strictObject({ amount: price, unit: priceUnitSchema })]),
  /** Against the first figure of so many days before. */
  within: days,
  /** Either way, where it is left out. */
  direction: z.enum(['up', 'down']).optional(),
});

const extreme = z.strictObject({
  ...common,
  /** Above all, or below all, of so many days before; of all that there are, where it does not say. */
  extreme: z.enum(['high', 'low']),
  within: days.optional(),
});

/** The sources of one price lie further apart, in percent of the lowest. */
const apart = z.strictObject({ ...common, apart: percent });

const edition = z.strictObject({
  ...common,
  edition: z.strictObject({
    publisher: z.string().min(1).max(120),
    /** The year of the edition that is known. */
    after: z.int().min(1900).max(2100),
  }),
});

export const ruleSchema = z.union([threshold, change, extreme, apart, edition]);

export type Rule = Readonly<z.output<typeof ruleSchema>>;
export type ThresholdRule = Extract<Rule, { when: unknown }>;
export type ChangeRule = Extract<Rule, { change: unknown }>;

/** Whether it holds a price against those before it. */
export const looksBack = (rule: Rule): rule is Extract<Rule, { change: unknown } | { extreme: unknown }> =>
  'change' in rule || 'extreme' in rule;

/** As it is kept: equal for equal rules only. */
export const writeRule = (rule: Rule): string => JSON.stringify(ruleSchema.parse(rule));

/** @returns `undefined` for what is no rule */
export function readWrittenRule(text: string): Rule | undefined {
  try {
    return ruleSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Only quotes answer it: the year's figure is nothing to it. */
export const isOnQuotes = ({ of }: Rule): boolean => of.cadence === 'day';
