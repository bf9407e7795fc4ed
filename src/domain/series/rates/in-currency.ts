/** A metal with its prices in another currency, each at the average rate of its own period; what has no rate is left out. */
import { priceUnit, scale, type Currency } from '#src/domain/measure/figure.ts';
import { printedInterval } from '#src/domain/measure/printed.ts';
import { isNumeric, type Metal, type NumericSeries, type Point } from '#src/domain/series/metal.ts';
import { remembering } from '#src/domain/series/packs/with-tables.ts';
import { rateOf, type PeriodRates, type RateUsed } from './period-rates.ts';

/** @example inCurrency(neodymium, 'EUR', rates) // its price of 2024 in euros, at the average rate of 2024 */
export function inCurrency(metal: Metal, currency: Currency, rates: PeriodRates): Metal {
  const known = metalsAt(rates, currency, () => remembering<Metal>());
  return known(metal, '', () => put(metal, currency, rates));
}

const metalsAt = remembering<ReturnType<typeof remembering<Metal>>>();

function put(metal: Metal, currency: Currency, rates: PeriodRates): Metal {
  const series = metal.series.flatMap((one): Metal['series'] => {
    const unit = isNumeric(one) ? priceUnit(one.unit) : undefined;
    if (!isNumeric(one) || unit === undefined || unit.currency === currency) return [one];
    return converted(one, unit, currency, rates);
  });
  return { ...metal, series };
}

function converted(
  { points, cents, ...series }: NumericSeries,
  unit: NonNullable<ReturnType<typeof priceUnit>>,
  currency: Currency,
  rates: PeriodRates,
): readonly NumericSeries[] {
  const used = new Map<string, RateUsed>();
  const found = points.flatMap((point): Point[] => {
    const rate = rateOf(rates, unit.currency, currency, point.at);
    if (rate === undefined) return [];
    used.set(point.at, rate);
    const factor = rate.factor * (cents === true ? 0.01 : 1);
    const printed = point.printed ?? printedInterval(point.range, point.qualifier === 'rounded');
    return [{ ...point, range: scale(point.range, factor), printed: scale(printed, factor) }];
  });
  return found.length === 0
    ? []
    : [{ ...series, unit: `${currency}/${unit.mass}`, points: found, rates: used }];
}
