/** Exchange rates of days. A rate that is too old is none: no rate, no conversion. */
import type { Currency } from '#src/domain/measure/figure.ts';
import { daysBetween } from '#src/domain/measure/days.ts';

export interface RateDay {
  /** ISO date. */
  readonly date: string;
  /** How much of a currency one unit of the base buys. The base itself is left out. */
  readonly perBase: Readonly<Partial<Record<Currency, number>>>;
}

export interface ExchangeRates {
  /** As it is cited: "ECB". */
  readonly source: string;
  readonly base: Currency;
  /** Ascending by date. */
  readonly days: readonly RateDay[];
  /** How many days before a price its rate may be from: banks have no rate on holidays. `undefined` is no limit. */
  readonly maxAgeDays: number | undefined;
}

/** How many days before a price a bank's rate may be from: there are none over Easter and New Year. */
export const RATE_MAX_AGE_DAYS = 7;

interface Rate {
  /** How much of `to` one unit of `from` buys. */
  readonly factor: number;
  /** Of which day the rate is. */
  readonly date: string;
}

/** The newest rate that is not after the date and not too old for it; `undefined` where there is none. */
export function rateAt(rates: ExchangeRates, from: Currency, to: Currency, date: string): Rate | undefined {
  const per = (day: RateDay, currency: Currency) => (currency === rates.base ? 1 : day.perBase[currency]);
  for (let i = rates.days.length - 1; i >= 0; i -= 1) {
    const day = rates.days[i];
    if (day === undefined || day.date > date) continue;
    if (rates.maxAgeDays !== undefined && daysBetween(day.date, date) > rates.maxAgeDays) return undefined;
    const [a, b] = [per(day, from), per(day, to)];
    if (a !== undefined && b !== undefined) return { factor: b / a, date: day.date };
  }
  return undefined;
}
