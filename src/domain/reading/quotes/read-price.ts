/** Reads a price with its unit out of a line or a cell: "553-557k CNY/t", "$118.5/kg", "55.3万元/吨", "CNY/t 1,400". */
import {
  CURRENCIES,
  QUOTED_MASSES,
  type Currency,
  type MassUnit,
  type Range,
} from '#src/domain/measure/figure.ts';
import {
  rangesOf,
  scanNumbers,
  type NumberFound,
  type RangeReading,
} from '#src/domain/measure/numbers/number-scan.ts';
import { decide, type MarkStyle, type NumberContext } from '#src/domain/measure/numbers/numbers.ts';
import { COUNT, MASS_NAME, MONEY_NAME, readPricePer } from '#src/domain/measure/units.ts';

/** One way to read a price; in the currency's main unit. */
interface ReadPrice {
  readonly range: Range;
  readonly currency: Currency;
  readonly mass: MassUnit;
}

/** The price that stands in a text. */
export type TakenPrice =
  | {
      readonly ok: true;
      /** Best first; never none. */
      readonly readings: readonly (ReadPrice & {
        /** As it was typed, before what its unit multiplies it by. */
        readonly typed: Range;
        /** The lower end. */
        readonly value: number;
        readonly decimals: number;
        readonly style: MarkStyle;
      })[];
      /** As it stands there: "CNY/t". */
      readonly unit: string;
      /** Where in the text its number stands, or the two of a range. */
      readonly start: number;
      readonly end: number;
      /** The text without the price. */
      readonly rest: string;
    }
  | { readonly ok: false; readonly reason: string };

const PER = String.raw`(?:\s*\/\s*|\s+(?:per|je|an?)\s+|\s*每\s*)(?:${COUNT})?`;
const UNIT = `(?:(?:'000s?|k)\\s*)?${MONEY_NAME}(?:\\s+(?:k|'000))?${PER}${MASS_NAME}`;
const AFTER = new RegExp(`^\\s?(${UNIT})`, 'iu');
const PER_AFTER = new RegExp(`^${PER}${MASS_NAME}`, 'iu');
const MONEY_BEFORE = new RegExp(`${MONEY_NAME}\\s?$`, 'iu');
const UNIT_BEFORE = new RegExp(`${UNIT}(?:\\s*[:=])?\\s*$`, 'iu');
const JOINED = new RegExp(
  `^\\s*(?:[-–—~～/]|至|\\bto\\b|\\bbis\\b|(?<= )[aà](?= ))\\s*(?:${MONEY_NAME}\\s?)?$`,
  'iu',
);

/** What is looked at before a number for its unit: far more than one takes. */
const UNIT_ROOM = 100;

/** Where a price stands: one number or two, and the text around that says its unit. */
interface Place {
  readonly numbers: readonly [NumberFound, NumberFound | undefined];
  readonly unit: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Takes the first price with currency and mass unit out of a text; `undefined` where there is none.
 * @param context What may decide between two readings of its number; `near` is in the text's unit.
 */
export function takePrice(line: string, context: NumberContext = {}): TakenPrice | undefined {
  const found = scanNumbers(line);
  const runs = found.flatMap((number, i) =>
    number.kind === 'number' ? [runAt(line, number, found[i + 1])] : [],
  );
  const place =
    runs.map((run) => unitAround(line, run)).find((at) => at !== undefined) ??
    runs.map((run) => unitInFront(line, run)).find((at) => at !== undefined);
  return place && priceAt(line, place, context);
}

type Run = readonly [NumberFound, NumberFound | undefined];

/** A number, or the two ends of a range. */
function runAt(line: string, low: NumberFound, high: NumberFound | undefined): Run {
  const isRange =
    high?.kind === 'number' &&
    JOINED.test(line.slice(low.end, high.start)) &&
    bothEnds(line, low, high).length > 0;
  return [low, isRange ? high : undefined];
}

/** A range downwards is one too where a dash says so: it is refused by its own reason. */
function bothEnds(line: string, low: NumberFound, high: NumberFound): readonly RangeReading[] {
  const ranges = rangesOf(low, high, line);
  if (ranges.length > 0 || line.slice(low.end, high.start).includes('/')) return ranges;
  return rangesOf(high, low, line).map((range) => ({ ...range, low: range.high, high: range.low }));
}

function unitAround(line: string, [low, high]: Run): Place | undefined {
  const { end } = high ?? low;
  const after = AFTER.exec(line.slice(end));
  if (after !== null)
    return { numbers: [low, high], unit: after[1] ?? '', start: low.start, end: end + after[0].length };
  const from = Math.max(0, low.start - UNIT_ROOM);
  const money = MONEY_BEFORE.exec(line.slice(from, low.start));
  const per = money && PER_AFTER.exec(line.slice(end));
  if (money === null || per === null) return undefined;
  return {
    numbers: [low, high],
    unit: `${money[0].trim()}${per[0]}`,
    start: from + money.index,
    end: end + per[0].length,
  };
}

function unitInFront(line: string, [low, high]: Run): Place | undefined {
  const from = Math.max(0, low.start - UNIT_ROOM);
  const before = UNIT_BEFORE.exec(line.slice(from, low.start));
  if (before === null) return undefined;
  const unit = before[0].replace(/(?<!\s)(?:\s*[:=])?\s*$/u, '');
  return { numbers: [low, high], unit, start: from + before.index, end: (high ?? low).end };
}

function priceAt(
  line: string,
  { numbers: [low, high], unit, ...at }: Place,
  context: NumberContext,
): TakenPrice {
  const { money, mass, times } = readPricePer(unit);
  const currency = CURRENCIES.find((code) => code === money?.of);
  const kept = QUOTED_MASSES.find((id) => id === mass?.id);
  if (/¥/.test(unit) && money === undefined)
    return { ok: false, reason: 'A ¥ may be yuan or yen: write CNY or JPY' };
  if (currency === undefined || money === undefined)
    return { ok: false, reason: `Prices are kept in ${CURRENCIES.join(', ')}, not in “${unit}”` };
  if (kept === undefined)
    return { ok: false, reason: `Prices are kept per ${QUOTED_MASSES.join(', ')}, not in “${unit}”` };
  const text = line.slice(low.start, (high ?? low).end);
  if (low.readings.some(({ factors }) => factors !== undefined))
    return { ok: false, reason: `“${text}” is a product: write the price itself` };
  const ranges: readonly RangeReading[] =
    high === undefined
      ? low.readings.map((reading) => ({ ...reading, low: reading.value, high: reading.value }))
      : bothEnds(line, low, high);
  const main = (value: number) => Number((value * times * money.factor).toPrecision(15));
  const readings = decide(ranges, context).map(({ value, decimals, style, ...range }) => ({
    range: { low: main(range.low), high: main(range.high) },
    typed: { low: range.low, high: range.high },
    currency,
    mass: kept,
    value: main(value),
    decimals,
    style,
  }));
  const [start, end] = [low.start, (high ?? low).end];
  if (readings.length === 0) return { ok: false, reason: `“${text}” is no number that I can read` };
  return { ok: true, readings, unit, start, end, rest: `${line.slice(0, at.start)} ${line.slice(at.end)}` };
}
