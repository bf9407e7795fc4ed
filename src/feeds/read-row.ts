/** Makes a price of the texts that a feed gives for it. What a feed never says is in its settings, once. */
import type { Currency, MassUnit } from '#src/domain/figure.ts';
import type { Form, ReadQuote, Terms, VatState } from '#src/domain/quote.ts';
import { checkQuote } from '#src/domain/quotes/check-quote.ts';
import { isoDate, shorten } from '#src/domain/measure/days.ts';
import { readDate, type DateOrder } from '#src/domain/measure/read-date.ts';
import { findMaterial, type Material } from '#src/domain/quotes/material.ts';
import { readNumber, type DecimalMark } from '#src/domain/quotes/numbers.ts';
import { readForm, readPurity, readTerms, takeVat } from '#src/domain/quotes/read-basis.ts';
import { readCurrency, readMass, readUnit } from '#src/domain/quotes/units.ts';

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
] as const;
export type RowField = (typeof ROW_FIELDS)[number];

/** A row's own texts; a number is as JSON has it. */
export type Row = Readonly<Partial<Record<RowField, string | number | boolean>>>;

/** How a feed writes, and what all of its rows have in common. */
export interface RowSettings {
  readonly source: string;
  readonly decimal: DecimalMark;
  readonly dateOrder: DateOrder | undefined;
  /** The price is how much metal one unit of money buys. */
  readonly invert: boolean;
  readonly common: Row;
}

export interface RowContext {
  readonly materials: readonly Material[];
  /** ISO date. */
  readonly today: string;
}

/** Thrown and caught here alone: why a row is no price. */
class RowFault extends Error {}

export type ReadRow = { readonly quote: ReadQuote } | { readonly reason: string };

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

function build(row: Row, settings: RowSettings, { materials, today }: RowContext): ReadQuote {
  const material = findMaterial(materials, text(row, 'metal'));
  if (material === undefined)
    throw new RowFault(`“${shorten(text(row, 'metal'))}” is no metal that is known here`);
  const { currency, mass } = unitOf(row);
  const [low, high] = pricesOf(row, settings);
  return {
    metal: material.id,
    form: known(row, 'form', readForm) satisfies Form,
    purity: row.purity === undefined ? '' : readPurity(String(row.purity)),
    terms: row.terms === undefined ? 'unstated' : (known(row, 'terms', readTerms) satisfies Terms),
    place: String(row.place ?? '').trim(),
    vat: row.vat === undefined ? 'unstated' : (known(row, 'vat', readVat) satisfies VatState),
    currency,
    mass,
    source: settings.source,
    date: dateOf(row, settings, today),
    range: { low, high },
    estimated:
      row.estimated !== undefined && /^(?:true|yes|y|1|e|est.*)$/i.test(String(row.estimated).trim()),
  };
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
  if (/^unstated$/i.test(value)) return 'unstated';
  return takeVat(/vat|税/i.test(value) ? value : `${value} VAT`).value;
}

function unitOf(row: Row): { readonly currency: Currency; readonly mass: MassUnit } {
  const both = row.unit === undefined ? {} : readUnit(text(row, 'unit'));
  const currency = row.currency === undefined ? both.currency : known(row, 'currency', readCurrency);
  const mass = row.mass === undefined ? both.mass : known(row, 'mass', readMass);
  if (currency === undefined || mass === undefined) {
    const said = row.unit === undefined ? '' : ` (“${shorten(text(row, 'unit'))}”)`;
    throw new RowFault(
      `its unit${said} does not say ${currency === undefined ? 'a currency' : 'a mass'} that is known here`,
    );
  }
  return { currency, mass };
}

function pricesOf(row: Row, { decimal, invert }: RowSettings): readonly [number, number] {
  const read = (field: 'price' | 'low' | 'high') => {
    const value = row[field];
    const number = typeof value === 'number' ? value : readNumber(text(row, field), decimal);
    if (number === undefined || !Number.isFinite(number))
      throw new RowFault(`${field} “${shorten(text(row, field))}” is not a number`);
    if (!invert) return number;
    if (number === 0) throw new RowFault(`${field} is zero, and can’t be inverted`);
    return 1 / number;
  };
  if (row.low === undefined && row.high === undefined) {
    const price = read('price');
    return [price, price];
  }
  const [a, b] = [read('low'), read('high')];
  return invert ? [b, a] : [a, b];
}

/** Seconds since 1970 up to the year 5138; more are milliseconds. */
const MOST_SECONDS = 1e11;

function dateOf(row: Row, { dateOrder }: RowSettings, today: string): string {
  const value = row.date;
  if (typeof value === 'number' && value > 1e8) {
    const at = value < MOST_SECONDS ? value * 1000 : value;
    if (Math.abs(at) <= 8.64e15) return isoDate(at);
  }
  const read = readDate(text(row, 'date'), today, dateOrder);
  if (!read.ok) throw new RowFault(read.reason);
  return read.date;
}
