/** Average exchange rates of years and months: what a price of such a period is put into another currency at. */
import { z } from 'zod';
import { CURRENCIES, type Currency } from '#src/domain/measure/figure.ts';
import { periodNamed } from '#src/domain/measure/period.ts';

const text = z.string().min(1);
const column = z.strictObject({
  /** The first period, as an ISO prefix. */
  since: z.string().regex(/^\d{4}(?:-\d{2})?$/u),
  /** One a period; null where there is none. */
  values: z.array(z.number().positive().nullable()).min(1),
});

export const periodRatesSchema = z.strictObject({
  source: z.strictObject({
    publisher: text,
    title: text,
    edition: text,
    dated: text,
    url: z.url(),
    licence: text,
  }),
  base: z.enum(CURRENCIES),
  /** How much of a currency one unit of the base buys, on average of the period. */
  perBase: z.partialRecord(
    z.enum(CURRENCIES),
    z.strictObject({ years: column.optional(), months: column.optional() }),
  ),
});
export type PeriodRates = Readonly<z.output<typeof periodRatesSchema>>;

/** A rate as it was used. */
export interface RateUsed {
  /** How much of the wanted currency one unit of the price's buys. */
  readonly factor: number;
  /** The period of the price: "2024", "2026-06". */
  readonly period: string;
  /** What it is the average of: "2024", "Jan to Jun 2026, the newest there are". */
  readonly of: string;
  /** The way round in which it is more than 1: "1.0820 USD a EUR". */
  readonly said: string;
}

/** A mean of the base's worth, and of which time. */
interface Mean {
  readonly value: number;
  readonly of: string;
}

/**
 * The average rate of a year or a month; `undefined` where there is none. A year without an average of its own has that of
 * its months: all twelve, or, of the newest year, those that there are, which is said.
 */
export function rateOf(
  rates: PeriodRates,
  from: Currency,
  to: Currency,
  period: string,
): RateUsed | undefined {
  const [one, other] = [meanOf(rates, from, period), meanOf(rates, to, period)];
  if (one === undefined || other === undefined) return undefined;
  const factor = other.value / one.value;
  return { factor, period, of: from === rates.base ? other.of : one.of, said: inWords(factor, from, to) };
}

const inWords = (factor: number, from: Currency, to: Currency): string =>
  factor >= 1 ? `${factor.toPrecision(5)} ${to} a ${from}` : `${(1 / factor).toPrecision(5)} ${from} a ${to}`;

function meanOf({ base, perBase }: PeriodRates, currency: Currency, period: string): Mean | undefined {
  const of = periodNamed(period)?.label ?? period;
  if (currency === base) return { value: 1, of };
  const { years, months } = perBase[currency] ?? {};
  const own = period.length > 4 ? months : years;
  const at = own === undefined ? -1 : placesBetween(own.since, period);
  const value = at < 0 ? undefined : own?.values[at];
  if (value !== undefined && value !== null) return { value, of };
  return period.length > 4 || months === undefined ? undefined : meanOfMonths(months, period);
}

const MONTHS = 12;

function meanOfMonths({ since, values }: z.output<typeof column>, year: string): Mean | undefined {
  const from = placesBetween(since, `${year}-01`);
  const found = (from < 0 ? [] : values.slice(from, from + MONTHS)).filter((value) => value !== null);
  const isNewest = from + MONTHS > values.length;
  if (found.length === 0 || (found.length < MONTHS && !isNewest)) return undefined;
  const value = found.reduce((sum, one) => sum + one, 0) / found.length;
  const last = periodNamed(`${year}-${String(found.length).padStart(2, '0')}`)?.label ?? year;
  return { value, of: found.length < MONTHS ? `Jan to ${last}, the newest rates there are` : year };
}

/** How many years or months lie between two of them. */
const placesBetween = (first: string, period: string): number => placeOf(period) - placeOf(first);

const placeOf = (period: string): number =>
  period.length === 4 ? Number(period) : Number(period.slice(0, 4)) * MONTHS + Number(period.slice(5));
