/** What a row of prices is before it is read: its fields as texts, and all that is known beside them. */
import type { MarkStyle } from '#src/domain/measure/numbers/numbers.ts';
import type { DateOrder } from '#src/domain/measure/times/read-date.ts';
import type { Material } from '#src/domain/series/material.ts';
import type { SeriesKey } from '#src/domain/series/quote.ts';

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
/** The same while it is put together, of a table's cells. */
export type Fields = Partial<Record<RowField, string | number>>;

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
  /** What the row's numbers are in, where a column of its table says so: 1000 of "Thousands". */
  readonly times?: number | undefined;
  /** Whether a person said the unit: then a price may be as odd as it likes. */
  readonly isUnitSet?: boolean | undefined;
}

export interface Marks {
  readonly style: MarkStyle;
  /** Nothing is taken for granted: a lone comma before three digits may be a decimal one, as in the table of a German writer. */
  readonly strict: boolean;
  /** Points and commas stand before three digits: two people wrote it, and nothing settles which is what. */
  readonly isMixed?: boolean | undefined;
  /** One cell marks decimals by a point, and another by a comma. */
  readonly isContrary?: boolean | undefined;
  /** By custom, where nothing tells: who parts cells by semicolons does it because a comma marks decimals. */
  readonly custom?: MarkStyle | undefined;
}

export interface RowContext {
  readonly materials: readonly Material[];
  /** ISO date. */
  readonly today: string;
  /** The last price that a series has, in its own unit: what decides between two readings of a number. */
  readonly near?: ((key: SeriesKey) => number | undefined) | undefined;
}

/** Why a row is no price; thrown and caught where rows are read. */
export class RowFault extends Error {}

/** A field's text. @throws RowFault where the row has none */
export function text(row: Row, field: RowField): string {
  const value = row[field];
  if (value === undefined) throw new RowFault(`it has no ${field}`);
  return String(value).trim();
}

/** What a column and another cell say of the same: they must agree. @throws RowFault where they do not */
export function agreed<T>(field: RowField, own: T | undefined, beside: T | undefined): T | undefined {
  if (own !== undefined && beside !== undefined && own !== beside)
    throw new RowFault(`it says both ${String(own)} and ${String(beside)}: mend its ${field}`);
  return own ?? beside;
}
