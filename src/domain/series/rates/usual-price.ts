/** About what a material costs, by what its sources have printed: a price far beyond is in another unit than its table says. */
import rates from './rough-rates.json' with { type: 'json' };
import { readMassUnit } from '#src/domain/measure/units.ts';
import type { Range } from '#src/domain/measure/figure.ts';
import type { Metal } from '../metal.ts';
import type { ReadQuote } from '../quote.ts';

/** How many times beyond all that was printed a price is too far off. */
const MOST_TIMES = { ofManyYears: 12, above: 25, below: 40 };
const MANY_YEARS = 20;
/** Of a price of these years: how many times below all that was printed of them it is too far off, where so many years were printed. */
const LATE = { from: 2010, years: 8, below: 8 };
/** Rare earths that are cheap cost up to two hundred times as much in 2011. */
const CHEAP_RARE_EARTH = { below: 80, above: 200 };
/** Ores, scrap and the like cost a small part of their metal. */
const CHEAP: ReadonlySet<string> = new Set(['ore', 'concentrate', 'scrap', 'product', 'sulfate', 'chloride']);

/** What one of a currency is in dollars, to about a third: for orders of magnitude alone, and never printed. */
const RATES: ReadonlyMap<string, number> = new Map(Object.entries(rates));
const inDollars = (currency: string): number | undefined => {
  const rate = RATES.get(currency);
  return rate === undefined ? undefined : 1 / rate;
};

/** In dollars a kilogram; `undefined` of what is priced otherwise. */
function perKilogram(value: number, currency: string, mass: string): number | undefined {
  const [money, unit] = [inDollars(currency), readMassUnit(mass)];
  return money === undefined || unit === undefined ? undefined : (value * money) / unit.factor;
}

/** The lowest and highest price that was printed, in dollars a kilogram, and whether of many years. */
export interface UsualPrice extends Range {
  readonly ofManyYears: boolean;
  readonly isRareEarth: boolean;
  /** The same of the last years alone, where they have many prices: gold has cost a hundred times as much as once. */
  readonly late?: Range | undefined;
}

/** What a pack prints. */
export function usualOf({ series, group }: Pick<Metal, 'series' | 'group'>): UsualPrice | undefined {
  const years = new Set<number>();
  const late: { readonly year: number; readonly price: number }[] = [];
  const all = series.flatMap((one) => {
    if (one.metric !== 'price') return [];
    const [currency = '', mass = ''] = one.unit.split('/');
    return one.points.flatMap(({ range, year }) =>
      [range.low, range.high].flatMap((value) => {
        const price = perKilogram(one.cents ? value / 100 : value, currency, mass);
        if (price === undefined || price <= 0) return [];
        years.add(year);
        if (year >= LATE.from) late.push({ year, price });
        return [price];
      }),
    );
  });
  return all.length === 0
    ? undefined
    : {
        low: Math.min(...all),
        high: Math.max(...all),
        ofManyYears: years.size >= MANY_YEARS,
        isRareEarth: /rare-earth/.test(group ?? ''),
        ...(new Set(late.map(({ year }) => year)).size < LATE.years
          ? {}
          : {
              late: {
                low: Math.min(...late.map(({ price }) => price)),
                high: Math.max(...late.map(({ price }) => price)),
              },
            }),
      };
}

/** Of a mixture: what lies between the prices of what it holds. */
export const usualOfMixture = (parts: readonly UsualPrice[]): UsualPrice | undefined =>
  parts.length === 0
    ? undefined
    : {
        low: Math.min(...parts.map(({ low }) => low)),
        high: Math.max(...parts.map(({ high }) => high)),
        ofManyYears: parts.every(({ ofManyYears }) => ofManyYears),
        isRareEarth: parts.some(({ isRareEarth }) => isRareEarth),
      };

/**
 * Why a price is rather one in another unit; `undefined` where nothing tells.
 * @example "718,000 … would be about 1,000,000 USD/kg, and the most that was ever printed of NdPr here is 200"
 */
export function farFromUsual(
  { range, currency, mass, form, date }: Pick<ReadQuote, 'range' | 'currency' | 'mass' | 'form' | 'date'>,
  { usual, name }: { readonly usual?: UsualPrice | undefined; readonly name: string },
): string | undefined {
  const [low, high] = [range.low, range.high].map((value) => perKilogram(value, currency, mass));
  if (usual === undefined || low === undefined || high === undefined) return undefined;
  const { ofManyYears, isRareEarth, late } = usual;
  const above =
    isRareEarth && usual.high < CHEAP_RARE_EARTH.below ? CHEAP_RARE_EARTH.above : MOST_TIMES.above;
  const isHigh = low > usual.high * (ofManyYears ? MOST_TIMES.ofManyYears : above);
  const isLow =
    high < usual.low / (ofManyYears ? MOST_TIMES.ofManyYears : MOST_TIMES.below) && !CHEAP.has(form);
  const isLate = late !== undefined && Number(date.slice(0, 4)) >= LATE.from;
  if (isLate && high < late.low / LATE.below && !CHEAP.has(form)) return farInWords(high, late, name);
  if (!isHigh && !isLow) return undefined;
  return farInWords(isHigh ? low : high, usual, name);
}

const farInWords = (price: number, usual: Range, name: string): string =>
  `it would be about ${rounded(price)} USD/kg, and the sources here have ${name} at ${rounded(usual.low)} to ${rounded(usual.high)}: its unit must be another`;

/** So many times from its lowest to its highest price a middle says nothing. */
const MOST_APART = 60;

/** So many times as much or as little as was ever printed is likely, too. */
const LIKELY_TIMES = 3;

/** A price that others of the material are likely to be near, in a unit, and within how many times of it. */
interface LikelyPrice {
  readonly near: number;
  readonly within: number;
}

/** `undefined` where nobody can say. */
export function likelyPrice(
  usual: UsualPrice | undefined,
  { currency, mass, form }: Pick<ReadQuote, 'currency' | 'mass' | 'form'>,
): LikelyPrice | undefined {
  const unit = perKilogram(1, currency, mass);
  if (usual === undefined || unit === undefined || CHEAP.has(form)) return undefined;
  return usual.high > usual.low * MOST_APART
    ? undefined
    : {
        near: Math.sqrt(usual.low * usual.high) / unit,
        within: Math.sqrt(usual.high / usual.low) * LIKELY_TIMES,
      };
}

/** The same by the last price that is known. */
export const likelyBy = (last: number): LikelyPrice => ({ near: last, within: LIKELY_TIMES });

const rounded = (value: number) =>
  Number(value.toPrecision(2)).toLocaleString('en', { maximumFractionDigits: 6 });
