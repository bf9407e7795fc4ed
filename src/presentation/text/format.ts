/**
 * Numbers as people read them. The one place that formats a figure, for every surface.
 * Signs are ASCII, so that a figure can be copied into a spreadsheet.
 */
import { DEFAULT_LOCALE } from '#src/domain/answer.ts';
import {
  CURRENCIES,
  priceUnit,
  type Currency,
  type Quantity,
  type Range,
  type Unit,
} from '#src/domain/measure/figure.ts';

/** The least percentage that is told apart from none. */
const LEAST_PERCENT = 0.1;

// Building a NumberFormat costs about as much as answering a question; there are only a few different ones.
const formatters = new Map<string, Intl.NumberFormat>();

export function print(value: number, locale: string, options: Intl.NumberFormatOptions): string {
  const key = `${locale} ${JSON.stringify(options)}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.NumberFormat(locale, options);
    formatters.set(key, formatter);
  }
  // Twelve digits: what is half-way in decimal must round up, whatever the binary noise behind it.
  return formatter.format(Number(value.toPrecision(12))).replaceAll('\u2212', '-');
}

/** How many decimals a plain number or a mass needs: enough for three significant digits, never noise. */
function decimalsOf(value: number): number {
  const size = Math.abs(value);
  if (size >= 100_000 || size === 0) return 0;
  if (size >= 1000) return 1;
  if (size >= 1) return 2;
  return Math.min(20, 2 - Math.floor(Math.log10(size)));
}

/** Decimals that are left once trailing zeros are gone; both ends of a range share the larger number. */
function usedDecimals(value: number, most: number): number {
  const [, fraction = ''] = Math.abs(value).toFixed(most).split('.');
  return fraction.replace(/(?<!0)0+$/, '').length;
}

/** A number without a unit. @example formatNumber(53400) // "53,400" */
export function formatNumber(value: number, locale: string = DEFAULT_LOCALE): string {
  return print(value, locale, { maximumFractionDigits: decimalsOf(value), signDisplay: 'negative' });
}

function formatEnds(range: Range, one: (value: number) => string): string {
  const [low, high] = [one(range.low), one(range.high)];
  return low === high ? low : `${low} to ${high}`;
}

/** More than any figure has that is told apart by its first twelve digits. */
const MOST_DECIMALS = 20;

/**
 * The fewest decimals, from `least` on, at which each value prints above, below or at each of the figures that it is held
 * against as it is above, below or at it: "above 600,000: 600,000" would be false.
 */
export function decimalsApart(values: readonly number[], against: readonly number[], least: number): number {
  const [all, others] = [values, against].map((list) => list.map((value) => Number(value.toPrecision(12))));
  for (let decimals = least; decimals < MOST_DECIMALS; decimals += 1) {
    const told = all?.every((value) => {
      const options = { maximumFractionDigits: decimals, useGrouping: false } as const;
      const printed = Number(print(value, DEFAULT_LOCALE, options));
      return others?.every((other) => Math.sign(printed - other) === Math.sign(value - other));
    });
    if (told === true) return decimals;
  }
  return MOST_DECIMALS;
}

/** Cents come in pairs ($56.70, never $56.7), but a whole price has none, and from $10,000 on they are noise. */
function centsOf(value: number): number {
  const size = Math.abs(value);
  const used = usedDecimals(value, size >= 10_000 ? 0 : size >= 1 ? 2 : decimalsOf(value));
  return used === 1 ? 2 : used;
}

function formatMoney(
  range: Range,
  currency: Currency,
  locale: string,
  against: readonly number[] = [],
): string {
  const least = Math.max(centsOf(range.low), centsOf(range.high));
  const ends = [range.low, range.high];
  const apart = decimalsApart(ends, against, least);
  const decimals = apart === 1 ? decimalsApart(ends, against, 2) : apart;
  return formatEnds(range, (value) =>
    print(value, locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      signDisplay: 'negative',
    }),
  );
}

/** A percentage's decimals: one below 100 unless it is whole, none from there on. */
export function percentDecimals(value: number): number {
  return Math.abs(value) >= 100 ? 0 : 1;
}

function formatPercent(range: Range, locale: string): string {
  const one = (value: number) =>
    print(value, locale, { maximumFractionDigits: percentDecimals(value), signDisplay: 'negative' });
  // What is there is never shown as nothing.
  if (range.low > 0 && range.high < LEAST_PERCENT / 2) return `under ${one(LEAST_PERCENT)}`;
  return formatEnds(range, one);
}

function formatPlain(range: Range, locale: string): string {
  const [low, high] = [range.low, range.high].map((value) => usedDecimals(value, decimalsOf(value)));
  const decimals = Math.max(low ?? 0, high ?? 0);
  return formatEnds(range, (value) =>
    print(value, locale, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      signDisplay: 'negative',
    }),
  );
}

function isCurrency(unit: Unit): unit is Currency {
  return (CURRENCIES as readonly string[]).includes(unit);
}

/**
 * A range with its unit.
 * @param against Of money for a mass: figures that it must not look equal to, unless it is.
 * @example formatRange({ low: 100, high: 130 }, 'USD/kg') // "$100 to $130/kg"
 * @example formatRange(exactly(31), '%') // "31 %"
 */
export function formatRange(
  range: Range,
  unit: Unit,
  locale: string = DEFAULT_LOCALE,
  against: readonly number[] = [],
): string {
  const price = priceUnit(unit);
  if (price !== undefined) return `${formatMoney(range, price.currency, locale, against)}/${price.mass}`;
  if (isCurrency(unit)) return formatMoney(range, unit, locale);
  if (unit === '%') return `${formatPercent(range, locale)} %`;
  if (unit === 'points') {
    const text = formatPercent(range, locale);
    return `${text} percentage ${text === '1' ? 'point' : 'points'}`;
  }
  const text = formatPlain(range, locale);
  const { one, many } = COUNTED_IN[unit] ?? { one: unit, many: unit };
  return `${text} ${text === '1' ? one : many}`;
}

/** Masses whose id is not what a reader calls them. */
const COUNTED_IN: Readonly<Record<string, { readonly one: string; readonly many: string }>> = {
  megatonne: { one: 'million t', many: 'million t' },
  'short ton': { one: 'short ton', many: 'short tons' },
  flask: { one: 'flask', many: 'flasks' },
  carat: { one: 'carat', many: 'carats' },
};

/**
 * A quantity with its source's own qualifier, or our "about". Firmness is not said: the line around it says it.
 * @example formatQuantity({ range: exactly(9e7), unit: 't', qualifier: 'more than' }) // "more than 90,000,000 t"
 */
export function formatQuantity(quantity: Quantity, locale: string = DEFAULT_LOCALE): string {
  const text = formatRange(quantity.range, quantity.unit, locale, quantity.against);
  const word = quantity.qualifier;
  const isBound = word === 'more than' || word === 'less than';
  if (isBound || (word === 'about' && !text.startsWith('under '))) return `${word} ${text}`;
  return quantity.qualifier === 'rounded' ? `${text} (rounded)` : text;
}
