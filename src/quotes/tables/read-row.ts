/** Makes a price of the texts that a feed gives for it. What a feed never says is in its settings, once. */
import type { Range } from '#src/domain/measure/figure.ts';
import { scaled, type MarkStyle, type NumberContext } from '#src/domain/measure/numbers.ts';
import {
  PERIODS,
  type Basis,
  type QuotePeriod,
  type Taken,
  type ReadQuote,
  type SeriesKey,
  type Terms,
  type VatState,
} from '#src/domain/series/quote.ts';
import { checkQuote } from '#src/domain/series/check-quote.ts';
import { isoDate, shorten } from '#src/domain/measure/days.ts';
import type { Material } from '#src/domain/series/material.ts';
import {
  readForm,
  readPurity,
  readTerms,
  takePayment,
  takeVat,
} from '#src/domain/reading/quotes/read-basis.ts';
import {
  keptUnit,
  readMassCell,
  readMoneyCell,
  readPriceCell,
  readUnitCell,
  type Cell,
  type KeptUnit,
  type PriceCell,
  type UnitCell,
} from '#src/domain/reading/quotes/read-cell.ts';
import type { DateOrder } from '#src/domain/measure/read-date.ts';
import { readPeriodCell } from '#src/domain/reading/times/read-period.ts';
import { dayPeriod, periodAround, type Period } from '#src/domain/measure/period.ts';
import { readSubject } from '#src/domain/reading/quotes/read-subject.ts';
import { tooLong } from '#src/quotes/feeds/limits.ts';

/** The fields that a row may have. `price` is low and high at once. */
export const ROW_FIELDS = [
  'date',
  'price',
  'low',
  'high',
  'metal',
  'form',
  'purity',
  'terms',
  'place',
  'vat',
  'unit',
  'currency',
  'mass',
  'estimated',
  'period',
  'payment',
] as const;
export type RowField = (typeof ROW_FIELDS)[number];

/** A row's own texts; a number is as JSON has it. */
export type Row = Readonly<Partial<Record<RowField, string | number | boolean>>>;

/** How a table writes, and what all of its rows have in common. */
export interface RowSettings {
  readonly source: string;
  /** How its numbers mark decimals, as far as settings or the whole column tell. */
  readonly marks: Marks;
  readonly dateOrder: DateOrder | undefined;
  /** Whether "Nov-26" is a month; `undefined` where the column does not tell. */
  readonly shortMonths?: boolean | undefined;
  /** How long a time each date stands for where it is written as its first day: "2026-06-01" of a column of months. */
  readonly grain?: 'month' | 'quarter' | 'year' | undefined;
  /** The price is how much metal one unit of money buys. */
  readonly invert: boolean;
  readonly common: Row;
}

export interface Marks {
  readonly style: MarkStyle;
  /** Nothing is taken for granted: a lone comma before three digits may be a decimal one, as in the table of a German writer. */
  readonly strict: boolean;
}

export interface RowContext {
  readonly materials: readonly Material[];
  /** ISO date. */
  readonly today: string;
  /** The last price that a series has, in its own unit: what decides between two readings of a number. */
  readonly near?: ((key: SeriesKey) => number | undefined) | undefined;
}

/** Thrown and caught here alone: why a row is no price. */
class RowFault extends Error {}

type ReadRow = { readonly quote: ReadQuote } | { readonly reason: string };

/** Reads and checks one row. */
export function readRow(own: Row, settings: RowSettings, context: RowContext): ReadRow {
  try {
    const quote = build(merge(settings.common, own), settings, context);
    const reason = checkQuote(quote, context.today);
    return reason === undefined ? { quote } : { reason };
  } catch (error) {
    if (error instanceof RowFault) return { reason: error.message };
    throw error;
  }
}

/** What a row says itself, over what all have in common. */
function merge(common: Row, own: Row): Row {
  const row: Partial<Record<RowField, string | number | boolean>> = { ...common };
  for (const field of ROW_FIELDS) {
    const value = own[field];
    if (value !== undefined && (typeof value !== 'string' || value.trim() !== '')) row[field] = value;
  }
  return row;
}

function build(row: Row, settings: RowSettings, { materials, today, near }: RowContext): ReadQuote {
  for (const [field, value] of Object.entries(row)) {
    const fault = typeof value === 'string' ? tooLong(value) : undefined;
    if (fault !== undefined) throw new RowFault(`its ${field} ${fault}`);
  }
  if (row.price === undefined && row.low === undefined && row.high === undefined)
    throw new RowFault('it has no price');
  const subject = readSubject(text(row, 'metal'), materials);
  if (subject === undefined)
    throw new RowFault(
      `“${shorten(text(row, 'metal'))}” is no metal that is known here: write a name or symbol, such as ndpr or Dy`,
    );
  const unit = unitOf(
    row.unit === undefined && subject.unit !== undefined ? { ...row, unit: subject.unit } : row,
  );
  const time = timeOf(row, settings, today);
  const payment = agreed(
    'payment',
    said(row, 'payment', (text_) => takePayment(text_).value),
    subject.payment,
  );
  const basis = {
    metal: subject.material.id,
    form:
      agreed('form', said(row, 'form', readForm), subject.form) ??
      subject.material.form ??
      raise('it has no form: say whether it is oxide, metal or alloy'),
    purity: row.purity === undefined ? subject.purity : readPurity(String(row.purity)),
    terms:
      agreed('terms', said(row, 'terms', readTerms), agreed('terms', unit.terms, subject.terms)) ??
      ('unstated' satisfies Terms),
    place: String(row.place ?? subject.place ?? '').trim(),
    vat:
      agreed('vat', said(row, 'vat', readVat), agreed('vat', unit.vat, subject.vat)) ??
      ('unstated' satisfies VatState),
    source: settings.source,
    ...(time.period === undefined ? {} : { period: time.period }),
    ...(payment === undefined ? {} : { payment }),
  };
  return {
    ...basis,
    ...pricesOf(row, { settings, unit, basis, near }),
    date: time.date,
    estimated: estimatedOf(row),
  };
}

/** What a column says; `undefined` where it has none, or says that it is unstated. */
function said<T>(row: Row, field: RowField, read: (value: string) => T | undefined): T | undefined {
  return row[field] === undefined || /^unstated$/i.test(text(row, field))
    ? undefined
    : known(row, field, read);
}

/** What a column and another cell say of the same: they must agree. */
function agreed<T>(field: RowField, own: T | undefined, beside: T | undefined): T | undefined {
  if (own !== undefined && beside !== undefined && own !== beside)
    throw new RowFault(`it says both ${String(own)} and ${String(beside)}: mend its ${field}`);
  return own ?? beside;
}

function raise(reason: string): never {
  throw new RowFault(reason);
}

/** The value of a cell. @throws RowFault with the reason of one that can't be read */
function must<T>(cell: Cell<T>): T {
  return cell.ok ? cell.value : raise(cell.reason);
}

function text(row: Row, field: RowField): string {
  const value = row[field];
  if (value === undefined) throw new RowFault(`it has no ${field}`);
  return String(value).trim();
}

function known<T>(row: Row, field: RowField, read: (value: string) => T | undefined): T {
  const value = read(text(row, field));
  if (value === undefined) throw new RowFault(`${field} “${shorten(text(row, field))}” is not known here`);
  return value;
}

/** "included", "excl.", or a whole phrase. */
function readVat(value: string): VatState | undefined {
  return takeVat(/vat|税/i.test(value) ? value : `${value} VAT`).value;
}

function unitOf(row: Row): UnitCell {
  const both: UnitCell =
    row.unit === undefined || row.unit === '' ? { times: 1 } : must(readUnitCell(text(row, 'unit')));
  return {
    ...both,
    ...(row.currency === undefined ? {} : { money: known(row, 'currency', readMoneyCell) }),
    ...(row.mass === undefined ? {} : { mass: known(row, 'mass', readMassCell) }),
  };
}

interface Around {
  readonly settings: RowSettings;
  readonly unit: UnitCell;
  readonly basis: Omit<SeriesKey, 'currency' | 'mass'>;
  readonly near: RowContext['near'];
}

function pricesOf(row: Row, around: Around): Pick<Basis, 'currency' | 'mass'> & { readonly range: Range } {
  const { settings, unit, basis, near } = around;
  const named = [row.unit, row.currency, row.mass]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
  const kept = keptUnit(unit, named);
  const last = kept.ok
    ? near?.({ ...basis, currency: kept.value.currency, mass: kept.value.mass })
    : undefined;
  const { style, strict } = settings.marks;
  const context = {
    style,
    strict,
    ...(kept.ok && last !== undefined ? { near: nearIn(last, kept.value, settings.invert) } : {}),
  };
  const cells =
    row.low === undefined && row.high === undefined
      ? [cellOf(row, 'price', context)]
      : [cellOf(row, 'low', context), cellOf(row, 'high', context)];
  const [low, high = low] = cells;
  if (low === undefined || high === undefined) return raise('it has no price');
  if (cells.length > 1 && cells.some(({ range }) => range.low !== range.high))
    throw new RowFault('low and high are one number each: write a range under price');
  const { currency, mass, times } = must(keptUnit(withOwn(unit, cells), named));
  const range = { low: low.range.low, high: high.range.high };
  if (!settings.invert) return { currency, mass, range: timesRange(range, times) };
  if (range.low === 0 || range.high === 0) throw new RowFault('the price is zero, and can’t be inverted');
  return { currency, mass, range: timesRange({ low: 1 / range.high, high: 1 / range.low }, times) };
}

/** The last price as the cell would have it. */
const nearIn = (last: number, { times }: KeptUnit, invert: boolean) => (invert ? times / last : last / times);

const timesRange = ({ low, high }: Range, times: number): Range =>
  times === 1 ? { low, high } : { low: scaled(low, times), high: scaled(high, times) };

/** The unit, with the currency or the whole unit that stands in the price's own cell: both must say the same. */
function withOwn(unit: UnitCell, cells: readonly PriceCell[]): UnitCell {
  let { money, mass, times } = unit;
  for (const { money: own, mass: ownMass, times: ownTimes = times } of cells) {
    if (money !== undefined && own !== undefined && money.id !== own.id)
      throw new RowFault(`its price is in ${own.id}, and its unit says ${money.id}`);
    if (mass !== undefined && ownMass !== undefined && (mass.id !== ownMass.id || times !== ownTimes))
      throw new RowFault(`its price is per ${ownMass.id}, and its unit says another: mend one of them`);
    [money, mass, times] = [own ?? money, ownMass ?? mass, ownTimes];
  }
  return { ...unit, money, mass, times };
}

function cellOf(
  row: Row,
  field: 'price' | 'low' | 'high',
  context: NumberContext & Pick<Marks, 'strict'>,
): PriceCell {
  const value = row[field];
  if (typeof value !== 'number') return must(readPriceCell(field, text(row, field), context));
  return Number.isFinite(value)
    ? { range: { low: value, high: value } }
    : raise(`${field} “${value}” is not a number`);
}

function estimatedOf({ estimated }: Row): boolean {
  if (estimated === undefined) return false;
  const word = String(estimated).trim();
  if (/^(?:true|yes|y|1|e|est.*)$/i.test(word)) return true;
  if (/^(?:false|no?|0|r|reported|actual|-)$/i.test(word)) return false;
  return raise(`estimated “${shorten(word)}” is neither yes nor no`);
}

/** Seconds since 1970 up to the year 5138; more are milliseconds. */
const MOST_SECONDS = 1e11;

/** The day that a price is of, or the last of a longer time, and what it is then of. */
function timeOf(
  row: Row,
  settings: RowSettings,
  today: string,
): { readonly date: string; readonly period?: QuotePeriod | undefined } {
  const wanted = row.period === undefined ? undefined : readPeriodWords(text(row, 'period'));
  const days = daysOf(row, settings, today);
  const span = wanted?.span ?? settings.grain ?? days.grain;
  const found = span === 'day' || days.grain !== 'day' ? days : (periodAround(days.from, span) ?? days);
  if (wanted?.span !== undefined && found.grain !== wanted.span)
    throw new RowFault(
      `its date “${shorten(text(row, 'date'))}” is a ${found.grain}, and its period says ${wanted.span}`,
    );
  if (found.grain !== 'day' && found.to > today && found.from <= today)
    throw new RowFault(
      `the ${found.grain} of “${shorten(text(row, 'date'))}” is not over: its price may still change`,
    );
  return { date: found.to, period: periodOf(found.grain, wanted?.taken) };
}

function periodOf(grain: Period['grain'], taken: Taken | undefined): QuotePeriod | undefined {
  const span = PERIODS.find((one) => one === grain);
  if (span === undefined) throw new RowFault('its date is no day, week, month, quarter or year');
  if (taken !== undefined) return `${span} ${taken}`;
  return span === 'day' ? undefined : span;
}

const SPAN_WORDS: readonly (readonly [RegExp, (typeof PERIODS)[number]])[] = [
  [/\b(?:day|daily)\b|日/i, 'day'],
  [/\b(?:week|weekly)\b|周/i, 'week'],
  [/\b(?:month|monthly)\b|月/i, 'month'],
  [/\b(?:quarter|quarterly)\b|季/i, 'quarter'],
  [/\bhalf/i, 'half'],
  [/\b(?:year|yearly|annual)\b|年/i, 'year'],
];
const TAKEN_WORDS: readonly (readonly [RegExp, Taken])[] = [
  [/\b(?:mean|average|avg)\b|均/i, 'mean'],
  [/\bfix(?:ing)?\b/i, 'fixing'],
  [/\bclos(?:e|ing)\b|收盘/i, 'close'],
];

/** "month mean", "daily fixing", "close". */
function readPeriodWords(words: string) {
  const span = SPAN_WORDS.find(([pattern]) => pattern.test(words))?.[1];
  const taken = TAKEN_WORDS.find(([pattern]) => pattern.test(words))?.[1];
  if (span === undefined && taken === undefined)
    throw new RowFault(`period “${shorten(words)}” is not known here: write one such as month mean`);
  return { span, taken };
}

function daysOf(row: Row, { dateOrder, shortMonths }: RowSettings, today: string): Period {
  const value = row.date;
  if (typeof value === 'number' && value > 1e8) {
    const at = value < MOST_SECONDS ? value * 1000 : value;
    if (Math.abs(at) <= 8.64e15) return dayPeriod(isoDate(at));
  }
  const read = readPeriodCell(text(row, 'date'), today, { order: dateOrder, shortMonths });
  return read.ok ? read.period : raise(read.reason);
}
