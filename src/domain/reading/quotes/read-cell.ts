/**
 * Reads the cells of a table that hold a price and its unit: "553k", "553000-557000", "RMB 553,000", "万元/吨", "GBp/kg". A cell is
 * read whole or not at all, and two readings are told, never chosen from.
 */
import {
  CURRENCIES,
  QUOTED_MASSES,
  type Currency,
  type MassUnit,
  type Range,
} from '#src/domain/measure/figure.ts';
import {
  readNumber,
  scaled,
  settled,
  whichOf,
  type MarkStyle,
  type NumberContext,
} from '#src/domain/measure/numbers/numbers.ts';
import { rangesOf, scanNumbers } from '#src/domain/measure/numbers/number-scan.ts';
import { readMoneyUnit, readPricePer, type Mass, type Money } from '#src/domain/measure/units.ts';
import type { Terms, VatState } from '#src/domain/series/quote.ts';
import { shorten } from '#src/domain/measure/days.ts';
import { withKnownUnits } from './foreign-units.ts';
import { takeTerms, takeVat } from './read-basis.ts';
import { takePrice, type TakenPrice } from './read-price.ts';

/** What a cell says of the unit; what it does not say is left out. */
export interface UnitCell {
  readonly money?: Money | undefined;
  readonly mass?: Mass | undefined;
  /** What the number is in: 10,000 of "万元/吨". */
  readonly times: number;
  readonly vat?: VatState | undefined;
  readonly terms?: Terms | undefined;
}

export type Cell<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

const ok = <T>(value: T): Cell<T> => ({ ok: true, value });
const no = (reason: string) => ({ ok: false, reason }) as const;

/** "CNY/t", "万元/吨", "USd/lb", "CNY/t, incl. VAT", "kg". */
export function readUnitCell(text: string): Cell<UnitCell> {
  const vat = takeVat(text);
  const terms = takeTerms(vat.rest);
  const { money, mass, times } = readPricePer(
    withKnownUnits(terms.rest)
      .replaceAll(/(?<![\s,;()])[\s,;()]+$|^[\s,;()]+/g, '')
      .trim(),
  );
  if (money === undefined && mass === undefined)
    return no(`its unit (“${shorten(text)}”) does not say a currency and a mass: write one such as CNY/t`);
  return ok({ money, mass, times, vat: vat.value, terms: terms.value });
}

/** A price of a cell, in the unit that the cell itself or its row says. */
export interface PriceCell extends Pick<UnitCell, 'money' | 'mass'> {
  readonly range: Range;
  /** What the number is in, where its whole unit stands in the cell: "553,000 CNY/t". */
  readonly times?: number | undefined;
  /** Of a number with two readings that only what it is likely to be near has settled: as it stands there, and as it is read. */
  readonly likely?: string | undefined;
}

/** What decides between a number's readings; `strict`: only that, and no custom. */
type CellContext = NumberContext & {
  readonly strict: boolean;
  /** How such a table marks decimals by custom, where no number of its own tells: what is likely does not overrule it. */
  readonly custom?: MarkStyle | undefined;
};

/** A mark before three digits, of which nobody can say alone whether it parts decimals. */
const MAY_BE_THOUSANDS = /\d[.,]\d{3}(?!\d)/u;

/**
 * The price of a cell: one number, or a range of two. Where custom has one reading of it and what it is likely to be near
 * another, none is taken.
 * @param context How the column marks decimals, and what the price is likely to be near, in the cell's own unit.
 */
export function readPriceCell(field: string, given: string, context: CellContext): Cell<PriceCell> {
  const { near, within, custom, ...plain } = context;
  const alone = readAlone(field, given, plain);
  if (near === undefined || !MAY_BE_THOUSANDS.test(given)) return alone;
  // What custom settles is left to it, unless the other reading is the one that is near.
  const likely = readAlone(field, given, { ...plain, near, ...(alone.ok ? {} : { within }) });
  if (!likely.ok) return alone;
  const { range } = likely.value;
  const usual = custom === undefined ? likely : readAlone(field, given, { ...plain, style: custom });
  if (!alone.ok && usual.ok && usual.value.range.low !== range.low) return alone;
  if (!alone.ok) return ok({ ...likely.value, likely: `“${shorten(given.trim())}” as ${inWords(range)}` });
  return alone.value.range.low === range.low && alone.value.range.high === range.high
    ? alone
    : no(twoReadings(field, given, [{ value: range.low }, { value: alone.value.range.low }]));
}

const inWords = ({ low, high }: Range) =>
  low === high ? whichOf([{ value: low }]) : `${whichOf([{ value: low }])} to ${whichOf([{ value: high }])}`;

/** Nothing else stands in such a cell: "32 150,00 €/t" is one number. */
const SPACED = /(?<![\p{L}\d.,/])[1-9]\d{0,2}(?: \d{3}){1,4}(?![\d ])/gu;

/** "23.75/24.60": with one or two decimals in both they are no fraction, and no thousands. */
const SLASHED = /(?<![\d.,/])(\d{1,7}[.,]\d{1,2})\s?\/\s?(\d{1,7}[.,]\d{1,2})(?![\d.,/])/u;

function readAlone(field: string, given: string, context: CellContext): Cell<PriceCell> {
  const text = withKnownUnits(given)
    .replaceAll(SPACED, (number) => number.replaceAll(' ', '\u00a0'))
    .replace(SLASHED, '$1 - $2');
  const choose: typeof settled = (readings) =>
    context.strict ? (readings.length === 1 ? readings[0] : undefined) : settled(readings);
  const whole = readNumber(text, context);
  if (whole.length > 0) {
    const one = choose(whole);
    return one === undefined
      ? no(twoReadings(field, text, whole))
      : ok({ range: { low: one.value, high: one.value } });
  }
  const taken = takePrice(text, context);
  if (taken !== undefined) return taken.ok ? pricePer(field, text, taken, choose) : no(taken.reason);
  const numbers = scanNumbers(text, context).filter(({ kind }) => kind === 'number');
  const [first, second, ...more] = numbers;
  if (first === undefined || more.length > 0) return no(notRead(field, text));
  const last = second ?? first;
  const around = [text.slice(0, first.start), text.slice(last.end)];
  const between = second === undefined ? '' : text.slice(first.end, second.start);
  const monies = [...around, between.replace(RANGE, ' ')]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(readMoneyUnit);
  const [money] = monies;
  if (monies.some((one) => one === undefined || one.id !== money?.id)) return no(notRead(field, text));
  if (second === undefined) {
    const one = choose(first.readings);
    if (one !== undefined) return ok({ range: { low: one.value, high: one.value }, money });
    return no(first.readings.length === 0 ? notRead(field, text) : twoReadings(field, text, first.readings));
  }
  if (!RANGE.test(between)) return no(notRead(field, text));
  const ranges = rangesOf(first, second, text);
  const range = choose(ranges);
  if (range !== undefined) return ok({ range: { low: range.low, high: range.high }, money });
  return no(ranges.length === 0 ? notRead(field, text) : twoReadings(field, text, ranges));
}

/** A price that stands with its whole unit in one cell, and with nothing else. */
function pricePer(
  field: string,
  text: string,
  { readings, rest, unit }: TakenPrice & { readonly ok: true },
  choose: typeof settled,
): Cell<PriceCell> {
  if (rest.trim() !== '') return no(notRead(field, text));
  const typed = readings.map(({ typed: range, decimals, style }) => ({
    range,
    value: range.low,
    decimals,
    style,
  }));
  const one = choose(typed);
  const found = typed.find((reading) => reading.value === one?.value);
  if (found === undefined) return no(twoReadings(field, text, typed));
  const { money, mass, times } = readPricePer(unit);
  return ok({ range: found.range, money, mass, times });
}

/** What stands between the ends of a range. */
const RANGE = /[-–—~～]|\b(?:to|bis)\b|(?<= )[aà](?= )|至/iu;

const notRead = (field: string, text: string) =>
  `${field} “${shorten(text)}” is not a number: write one such as 553000, 553k or 553000-557000, and nothing else`;

const twoReadings = (field: string, text: string, readings: Parameters<typeof whichOf>[0]) =>
  `${field} “${shorten(text)}” has two readings, ${whichOf(readings)}: write it without marks between thousands, or with two decimals`;

/** Masses of so many pounds, by which nothing is lost. */
const POUNDS: Readonly<Record<string, number>> = { 'short ton': 2000, 'long ton': 2240 };

/** Currency and mass of a price that can be kept, and what its number is multiplied by to be in them. */
export interface KeptUnit {
  readonly currency: Currency;
  readonly mass: MassUnit;
  readonly times: number;
}

/** @param said The unit as it stands in the table, for the reason. */
export function keptUnit({ money, mass, times }: UnitCell, said: string): Cell<KeptUnit> {
  const of = said === '' ? '' : ` (“${shorten(said)}”)`;
  const currency = CURRENCIES.find((code) => money?.of === code);
  const whole = POUNDS[mass?.id ?? ''];
  const kept = whole === undefined ? QUOTED_MASSES.find((unit) => mass?.id === unit) : 'lb';
  if (currency === undefined) return no(`its unit${of} does not say a currency that is known here`);
  if (kept === undefined)
    return no(
      mass === undefined
        ? `its unit${of} does not say a mass that is known here`
        : mass.id === 'oz'
          ? `its unit${of} is per ounce, which may be a troy ounce or not: write USD/troy oz, or convert it to a kg`
          : `its unit${of} is per ${mass.id}: prices are kept per ${QUOTED_MASSES.join(', ')}, so convert it first`,
    );
  return ok({ currency, mass: kept, times: scaled(times, (money?.factor ?? 1) / (whole ?? 1)) });
}

/** A currency column's word: "USD", "RMB", "GBp". */
export const readMoneyCell = (text: string): Money | undefined => readMoneyUnit(withKnownUnits(text));

/** A mass column's word: "t", "per kg", "100 kg", of which a price for one is a hundredth. */
export function readMassCell(text: string): { readonly mass: Mass; readonly times: number } | undefined {
  const { mass, times } = readPricePer(
    withKnownUnits(`/${text.trim().replace(/^(?:(?:per|je|pro|par|por)\s|\/)\s{0,3}/i, '')}`),
  );
  return mass === undefined ? undefined : { mass, times };
}
