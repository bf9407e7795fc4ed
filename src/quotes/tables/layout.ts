/** How a table is laid out, and what it is read by: the words that its readers share. */
import { IMPORTED } from '#src/domain/series/quote.ts';
import { FeedError } from '#src/quotes/feeds/feed.ts';
import type { DateParts } from './times/date-parts.ts';
import type { ColumnRole } from './columns/headings/heading-words.ts';
import type { Row, RowField } from './rows/row.ts';
import type { Cell, TableRecord } from './sheets/sheet.ts';
import { isEmpty } from './sheets/sheet.ts';

/** What a table is read by, where it does not say so itself. */
export interface TableSettings {
  /** The source that its prices are of. */
  readonly id: string;
  /** The heading of each field's column; without any, columns are told by what they are called and hold. */
  readonly columns?: Readonly<Partial<Record<RowField, string>>> | undefined;
  readonly delimiter?: string | undefined;
  readonly decimal?: '.' | ',' | undefined;
  readonly dateOrder?: 'dmy' | 'mdy' | undefined;
  /** What each row has that the table never says. */
  readonly common: Row;
  /** Whether a column of sources says whose prices they are, as in our own exports. */
  readonly bySource?: boolean | undefined;
  /** What a person said of single columns, by their place from 0: a field, or that it is left out. */
  readonly chosen?: Readonly<Record<string, RowField | 'ignored'>> | undefined;
}

/** A table of which nothing is known beforehand: an export of our own, or whatever somebody has. */
export const ANY_TABLE: TableSettings = { id: IMPORTED, common: {}, bySource: true };

/** The prices that stand in one place of each row: under "Low" and "High", or under a metal's name. */
export interface PriceGroup {
  readonly places: readonly (readonly [PriceField, number])[];
  /** What their headings say of them. */
  readonly own: Row;
  /** Columns that say of these prices what another column of the row says of others: the dates of a table beside another. */
  readonly beside?: readonly (readonly [RowField, number])[] | undefined;
  /** Whether its heading has one half of its time, a month or a year, and the row's date the other. */
  readonly isHalf?: boolean | undefined;
}
export type PriceField = 'price' | 'low' | 'high';

/** What a table must say somewhere. */
export type Needed = 'date' | 'metal' | 'unit';

/** A table that is not laid out: with what is known of its columns, and what it does not say. */
export class NotLaidOut extends FeedError {
  readonly columns: readonly ColumnSaid[];
  readonly missing: readonly Needed[];

  constructor(message: string, columns: readonly ColumnSaid[] = [], missing: readonly Needed[] = []) {
    super(message);
    this.columns = columns;
    this.missing = missing;
  }
}

/** A column of a table with its heading, and how it is read. */
export interface ColumnSaid {
  readonly at: number;
  readonly heading: string;
  readonly role: ColumnRole | 'time' | undefined;
  /** What is read of its heading besides, and why it is not read where it is not. */
  readonly own: Row;
  readonly why?: string | undefined;
  /** Whether it says the day of the week of its row's date. */
  readonly isWeekday?: boolean | undefined;
}

export interface Layout {
  readonly above: readonly TableRecord[];
  readonly start: number;
  /** How many cells a row has at least and at most. */
  readonly width: number;
  readonly columns: readonly ColumnSaid[];
  /** Columns that say something of the whole row. */
  readonly places: readonly (readonly [RowField, number])[];
  readonly groups: readonly PriceGroup[];
  /** Where dates are in several columns, in which. */
  readonly dateParts?: DateParts | undefined;
  readonly sourceAt: number;
  /** Columns of units besides: where one of them says another mass, nobody can say which a price is of. */
  readonly otherUnits?: readonly number[] | undefined;
  /** The column of contracts, each of which is a price of its own. */
  readonly contractAt?: number | undefined;
  /** The column that says what a row's numbers are in. */
  readonly scaleAt?: number | undefined;
  /** Units that a line around the table says of single metals, by their ids. */
  readonly unitByMetal?: ReadonlyMap<string, string> | undefined;
  /** The unit that a line around the table says of all prices. */
  readonly unitOfAll?: string | undefined;
  /** The year that titles say, for times that do not. */
  readonly year?: string | undefined;
  /** The same for days, where it is surely that of the prices. */
  readonly dayYear?: string | undefined;
  /** The month that titles say, for rows that have the day of it alone. */
  readonly month?: string | undefined;
  /** What lines below say of marks: "*" and "estimated". */
  readonly notes?: ReadonlyMap<string, string> | undefined;
  /** Fields that are named once over several rows, as merged cells do. */
  readonly once?: readonly RowField[] | undefined;
  /** What titles and notes say of all rows. */
  readonly common: Row;
}

export const PRICE_FIELDS: readonly PriceField[] = ['price', 'low', 'high'];
export const isPriceField = (role: ColumnSaid['role']): role is PriceField =>
  PRICE_FIELDS.some((field) => field === role);

export const withoutEmptyEnd = (cells: readonly Cell[]) =>
  cells.slice(0, cells.findLastIndex((cell) => !isEmpty(cell)) + 1);
