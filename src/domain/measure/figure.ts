/** Interval arithmetic over figures. A figure is always a range; a single value is a range whose ends are equal. */
import { factorBetween, readMassUnit } from './units.ts';

/** A closed interval. Invariant: `low <= high`, both finite. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** The masses that a price may be asked for, and an order be of. */
export const MASS_UNITS = ['kg', 'lb', 't'] as const;
/** The masses that quotes are kept by, as they are traded: gold by the ounce, tungsten's oxide by what a hundredth of a tonne holds, mercury by the flask. */
export const QUOTED_MASSES = [...MASS_UNITS, 'g', 'troy oz', 'mtu', 'flask'] as const;
/** All that a source prints a mass in, by its id in the registry of units. */
export const PRINTED_MASSES = [
  ...QUOTED_MASSES,
  'kt',
  'megatonne',
  'short ton',
  'carat',
  'thousand carats',
  'million carats',
] as const;
export type MassUnit = (typeof PRINTED_MASSES)[number];

/** What a source counts that is neither a mass nor a price of one. */
export const COUNTED_UNITS = [
  'million m3',
  'million l',
  'million ft2',
  'million USD',
  'people',
  'index',
  'kg/kWh',
  'USD/10 g',
  'USD/25 g',
  'USD/50 g',
  'USD/100 ml',
] as const;
type CountedUnit = (typeof COUNTED_UNITS)[number];

export const CURRENCIES = [
  'USD',
  'CNY',
  'EUR',
  'GBP',
  'JPY',
  'INR',
  'AED',
  'ARS',
  'AUD',
  'BRL',
  'CAD',
  'CHF',
  'CLP',
  'COP',
  'CZK',
  'DKK',
  'EGP',
  'HKD',
  'HUF',
  'IDR',
  'ILS',
  'KRW',
  'KZT',
  'MXN',
  'MYR',
  'NOK',
  'NZD',
  'PEN',
  'PHP',
  'PKR',
  'PLN',
  'RON',
  'RUB',
  'SAR',
  'SEK',
  'SGD',
  'THB',
  'TRY',
  'TWD',
  'UAH',
  'VND',
  'ZAR',
  'ZMW',
] as const;
export type Currency = (typeof CURRENCIES)[number];

/**
 * What a number counts: a mass, money, money for a mass, a percentage of something, a percentage-point gap, a ratio, points of an
 * index of concentration, or how long something is enough.
 */
export type Unit =
  | MassUnit
  | Currency
  | `${Currency}/${MassUnit}`
  | CountedUnit
  | '%'
  | 'points'
  | 'times'
  | 'index points'
  | 'years';

/** How firm a figure is, in its source's own words. Absent where the source says neither. */
export type Firmness = 'estimated' | 'projected';

/**
 * A range with its unit. `qualifier` keeps a source's own "more than" or "rounded" beside the number; "about" is our own,
 * of a number that was worked out and rounded.
 */
export interface Quantity {
  readonly range: Range;
  readonly unit: Unit;
  readonly firmness?: Firmness | undefined;
  readonly qualifier?: 'more than' | 'less than' | 'rounded' | 'about' | undefined;
  /** Of dollars a pound: its source prints it in cents, and so it is shown. */
  readonly cents?: boolean | undefined;
  /** All values that print so, where it was printed: $2 is $1.50 to $2.50. In `unit`, as `range` is. */
  readonly printed?: Range | undefined;
  /** What it is held against, in `unit`: it is shown with the digits that tell it apart from these, or with all where it is one. */
  readonly against?: readonly number[] | undefined;
}

/** A range of one value. */
export function exactly(value: number): Range {
  return { low: value, high: value };
}

/** The most digits that a figure is compared and shown with: what lies behind them is noise of binary numbers. */
const DIGITS = 12;

/** Without the noise that a conversion leaves, which must not put a price past the threshold that it is at. */
export function withoutNoise({ low, high }: Range): Range {
  return { low: Number(low.toPrecision(DIGITS)), high: Number(high.toPrecision(DIGITS)) };
}

/** Whether both ends are equal. */
export function isExact(range: Range): boolean {
  return range.low === range.high;
}

/** Half-way between the ends; to be called a midpoint wherever it is shown. */
export function midpoint(range: Range): number {
  return (range.low + range.high) / 2;
}

/** Multiplies both ends by a factor of zero or more. */
export function scale(range: Range, factor: number): Range {
  return { low: range.low * factor, high: range.high * factor };
}

/** The smallest range that holds all products of two ranges of non-negative numbers. */
export function multiply(a: Range, b: Range): Range {
  return { low: a.low * b.low, high: a.high * b.high };
}

/** The smallest range that holds all ratios `a / b`, for `a >= 0` and `b > 0`. */
export function divide(a: Range, b: Range): Range {
  return { low: a.low / b.high, high: a.high / b.low };
}

/** How far one range lies above another, in their own unit: of shares, in percentage points. */
export function gapBetween(from: Range, to: Range): Range {
  return { low: to.low - from.high, high: to.high - from.low };
}

const MASSES: ReadonlySet<Unit> = new Set(PRINTED_MASSES);

/** Whether a unit is a mass. */
export function isMassUnit(unit: Unit): unit is MassUnit {
  return MASSES.has(unit);
}

/** How many of `to` one of `from` is, by the registry of units. */
function massRatio(from: MassUnit, to: MassUnit): number {
  const [one, other] = [readMassUnit(from), readMassUnit(to)];
  const factor = one && other && factorBetween(one, other);
  if (factor === undefined) throw new Error(`"${from}" or "${to}" is no mass of the registry`);
  return factor;
}

/** Converts a mass. Exact up to floating point: there and back is the same within 1e-12 of it. */
export function convertMass(range: Range, from: MassUnit, to: MassUnit): Range {
  return from === to ? range : scale(range, massRatio(from, to));
}

/** Converts a price per mass: the price of one `to`, given the price of one `from`. */
export function convertPricePer(range: Range, from: MassUnit, to: MassUnit): Range {
  return from === to ? range : scale(range, massRatio(to, from));
}

const PRICE_UNITS = new Map(
  CURRENCIES.flatMap((currency) =>
    PRINTED_MASSES.map((mass): [Unit, PriceUnit] => [`${currency}/${mass}`, { currency, mass }]),
  ),
);

/** The two halves of a price's unit. */
interface PriceUnit {
  readonly currency: Currency;
  readonly mass: MassUnit;
}

/** The halves of a unit that is money for a mass; `undefined` for any other unit. */
export function priceUnit(unit: Unit): PriceUnit | undefined {
  return PRICE_UNITS.get(unit);
}

/** A mass in another unit, or a price for another mass; anything else stays. */
export function inMass(quantity: Quantity, wanted: MassUnit): Quantity {
  const { unit } = quantity;
  const price = priceUnit(unit);
  if (price !== undefined)
    return converted(quantity, `${price.currency}/${wanted}`, (r) => convertPricePer(r, price.mass, wanted));
  return isMassUnit(unit) ? converted(quantity, wanted, (r) => convertMass(r, unit, wanted)) : quantity;
}

function converted(quantity: Quantity, unit: Unit, convert: (range: Range) => Range): Quantity {
  const { range, printed } = quantity;
  return {
    ...quantity,
    unit,
    range: convert(range),
    ...(printed === undefined ? {} : { printed: convert(printed) }),
  };
}
