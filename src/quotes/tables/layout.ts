/**
 * How a table is laid out: which column is what, where a row has several prices (of metals or months in columns), and what titles
 * and headings say of all. What is not sure is not read, and said to be so.
 */
import { readNumber } from '#src/domain/measure/numbers.ts';
import { shorten } from '#src/domain/measure/days.ts';
import type { Period } from '#src/domain/measure/period.ts';
import { readSubject } from '#src/domain/reading/quotes/read-subject.ts';
import { takeUnit } from '#src/domain/reading/quotes/take-unit.ts';
import { IMPORTED } from '#src/domain/series/quote.ts';
import { FeedError } from '#src/quotes/feeds/feed.ts';
import { findHeading, isAmount, timeIn } from './find-heading.ts';
import type { ColumnRole } from './heading-words.ts';
import { isNoValue } from './no-value.ts';
import { readHeading, type HeadingRead } from './read-heading.ts';
import { ROW_FIELDS, type Row, type RowContext, type RowField } from './read-row.ts';
import { isEmpty, textOf, type Cell, type TableRecord } from './sheet.ts';
import { titleRow } from './titles.ts';

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
  /** What a person said of single columns, by heading: a field, or that it is left out. */
  readonly chosen?: Readonly<Record<string, RowField | 'ignored'>> | undefined;
}

/** A table of which nothing is known beforehand: an export of our own, or whatever somebody has. */
export const ANY_TABLE: TableSettings = { id: IMPORTED, common: {}, bySource: true };

/** The prices that stand in one place of each row: under "Low" and "High", or under a metal's name. */
interface PriceGroup {
  readonly places: readonly (readonly [PriceField, number])[];
  /** What their headings say of them. */
  readonly own: Row;
}
type PriceField = 'price' | 'low' | 'high';

export interface ColumnSaid {
  readonly at: number;
  readonly heading: string;
  readonly role: ColumnRole | 'time' | undefined;
  /** What is read of its heading besides, and why it is not read where it is not. */
  readonly own: Row;
  readonly why?: string | undefined;
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
  readonly sourceAt: number;
  /** What titles and notes say of all rows. */
  readonly common: Row;
}

const PRICE_FIELDS: readonly PriceField[] = ['price', 'low', 'high'];
const isPriceField = (role: ColumnSaid['role']): role is PriceField =>
  PRICE_FIELDS.some((field) => field === role);
/** Rows in which the contents of a column without a known heading are looked at. */
const LOOKED_AT = 200;

/** @throws FeedError where it is no table of prices, with what is missing */
export function layOut(
  records: readonly TableRecord[],
  settings: TableSettings,
  context: RowContext,
  sheet?: string,
): Layout {
  const named = settings.columns;
  return named !== undefined && Object.keys(named).length > 0
    ? byNames(records, settings, named)
    : byContents(records, settings, context, sheet);
}

const plain = (heading: string) => heading.trim().toLowerCase().replaceAll(/\s+/g, ' ');
const withoutEmptyEnd = (cells: readonly Cell[]) =>
  cells.slice(0, cells.findLastIndex((cell) => !isEmpty(cell)) + 1);

/** How many rows may stand above a heading that settings name. */
const MOST_ABOVE = 30;

function byNames(
  records: readonly TableRecord[],
  { chosen }: TableSettings,
  columns: Readonly<Partial<Record<RowField, string>>>,
): Layout {
  const wanted = ROW_FIELDS.flatMap((field) => {
    const name = columns[field];
    return name === undefined ? [] : [[field, name] as const];
  });
  const goneFrom = ({ cells }: TableRecord) => {
    const headings = new Set(cells.map((cell) => plain(textOf(cell))));
    return wanted.filter(([, name]) => !headings.has(plain(name)));
  };
  const [first] = records;
  if (first === undefined) throw new FeedError('it is empty');
  const found = records.slice(0, MOST_ABOVE + 1).findIndex((record) => goneFrom(record).length === 0);
  const heading = withoutEmptyEnd((records[Math.max(found, 0)] ?? first).cells).map(textOf);
  if (found < 0)
    throw new FeedError(
      `it has no column ${goneFrom(first)
        .map(([, name]) => `“${shorten(name)}”`)
        .join(', ')}; its columns are ${heading.slice(0, 20).map(shorten).join(', ')}`,
    );
  const headings = heading.map(plain);
  const all = wanted.map(
    ([field, name]) => [chosen?.[name] ?? field, headings.indexOf(plain(name))] as const,
  );
  const twice = all.find(([, at]) => headings.lastIndexOf(headings[at] ?? '') !== at);
  if (twice !== undefined)
    throw new FeedError(
      `it has the heading “${shorten(heading[twice[1]] ?? '')}” twice: nobody can say which one is meant`,
    );
  return {
    above: records.slice(0, found),
    start: found + 1,
    width: heading.length,
    columns: all.map(([role, at]) => ({ at, heading: heading[at] ?? '', role, own: {} })),
    places: all.flatMap(([role, at]) =>
      role === 'ignored' || isPriceField(role) ? [] : [[role, at] as const],
    ),
    groups: [
      { places: all.flatMap(([role, at]) => (isPriceField(role) ? [[role, at] as const] : [])), own: {} },
    ],
    sourceAt: -1,
    common: {},
  };
}

function byContents(
  records: readonly TableRecord[],
  settings: TableSettings,
  context: RowContext,
  sheet: string | undefined,
): Layout {
  const { materials, today } = context;
  if (records.length === 0) throw new FeedError('it is empty');
  const found = findHeading(records, context);
  if (found === undefined)
    throw new FeedError(
      `it has no heading that is known here: its first line is “${shorten(
        records[0]?.cells
          .map(textOf)
          .filter((cell) => cell !== '')
          .join(' | ') ?? '',
      )}”. Write a line above the prices with words such as date, metal, low, high and unit`,
    );
  const { above, heading, start } = found;
  const width = Math.max(...heading.map((cells) => withoutEmptyEnd(cells).length));
  const sample = records.slice(start, start + LOOKED_AT);
  const contents = (at: number) =>
    sample.flatMap(({ cells }) => (isEmpty(cells[at]) ? [] : [cells[at] ?? '']));
  const mostly = (at: number, test: (cell: Cell) => boolean) => {
    const cells = contents(at).filter((cell) => !isNoValue(textOf(cell)));
    return cells.length > 0 && cells.filter(test).length >= cells.length * 0.8;
  };
  const isPrices = (at: number) =>
    mostly(at, (cell) => isAmount(cell, today) || readNumber(textOf(cell)).length > 0);
  const isTimes = (at: number) => mostly(at, (cell) => timeIn(cell, today) !== undefined);
  const isNames = (at: number) =>
    mostly(
      at,
      (cell) =>
        typeof cell === 'string' && /\p{L}{2}/u.test(cell) && readSubject(cell, materials) !== undefined,
    );
  const wide = Math.max(width, ...sample.map(({ cells }) => withoutEmptyEnd(cells).length));
  const read = Array.from({ length: wide }, (_, at) =>
    readHeading(
      heading.map((cells) => cells[at]),
      materials,
      today,
    ),
  );
  const columns = read.map((one, at): ColumnSaid & { readonly time: Period | undefined } => {
    const said = { at, heading: one.text, own: one.own, time: one.time };
    const chosen = settings.chosen?.[one.text];
    if (chosen !== undefined) return { ...said, role: chosen, time: undefined };
    return { ...said, ...roleFor(one, at) };
  });

  function roleFor(one: HeadingRead, at: number): Pick<ColumnSaid, 'role' | 'why'> {
    const { role, own, time, left, text } = one;
    if (role === 'ignored') return { role, why: 'it is no price' };
    if (time !== undefined)
      return isPrices(at) ? { role: 'time' } : { role: undefined, why: 'it holds no prices' };
    const isPrice =
      isPriceField(role) ||
      (role === undefined && (own['metal'] ?? own['unit'] ?? own['form']) !== undefined);
    if (isPrice && isPrices(at)) {
      if (left !== '') return { role: undefined, why: `“${shorten(left)}” is not known here` };
      return { role: role ?? 'price' };
    }
    if (role !== undefined && !isPriceField(role)) return { role };
    if (isTimes(at)) return { role: 'date' };
    if (isNames(at)) return { role: 'metal' };
    if (isPriceField(role))
      return { role, ...(contents(at).length === 0 ? { why: 'it holds no prices' } : {}) };
    return {
      role: undefined,
      why: text === '' ? 'it has no heading' : `“${shorten(left || text)}” is not known here`,
    };
  }
  return settle({
    above,
    start,
    width,
    columns,
    settings,
    context,
    sheet,
    notes: records.slice(start),
    samples: sample,
    numeric: isPrices,
  });
}

interface Unsettled {
  readonly above: readonly TableRecord[];
  readonly start: number;
  readonly width: number;
  readonly columns: readonly (ColumnSaid & { readonly time: Period | undefined })[];
  readonly settings: TableSettings;
  readonly context: RowContext;
  readonly sheet: string | undefined;
  readonly notes: readonly TableRecord[];
  readonly samples: readonly TableRecord[];
  /** Whether a column holds numbers. */
  readonly numeric: (at: number) => boolean;
}

/** What a table must say somewhere. */
const NEEDED = [
  { field: 'date', words: 'which day its prices are of', example: 'date=2026-11-20' },
  { field: 'metal', words: 'what its prices are of', example: 'metal=ndpr' },
  { field: 'unit', words: 'in which unit its prices are', example: 'unit=CNY/t' },
] as const;

/** Whether prices have their unit beside them in their cells, or products theirs. */
function unitIn(groups: readonly PriceGroup[], samples: readonly TableRecord[]): boolean {
  return samples.some(
    ({ cells }) =>
      groups.some(({ places }) =>
        places.some(
          ([, at]) =>
            typeof cells[at] === 'string' &&
            /\p{L}|\p{Sc}/u.test(textOf(cells[at]).replace(/[km万亿]$/iu, '')),
        ),
      ) || cells.some((cell) => typeof cell === 'string' && takeUnit(cell).value !== undefined),
  );
}

/** One column a field, the groups of prices, and what the rest of the file says. */
function settle({
  above,
  start,
  width,
  columns,
  settings,
  context,
  sheet,
  notes,
  samples,
  numeric,
}: Unsettled): Layout {
  const said = titleRow(above, notes, sheet, context);
  if (said.unlike !== undefined)
    throw new FeedError(`its prices are not those of their day: “${shorten(said.unlike)}”`);
  const places: [RowField, number][] = [];
  const seen: ColumnSaid[] = [];
  for (const { time: _, ...column } of columns) {
    const { role, at } = column;
    const isOfRow =
      role !== undefined && role !== 'ignored' && role !== 'time' && role !== 'source' && !isPriceField(role);
    const isSecond = isOfRow && places.some(([field]) => field === role);
    if (isOfRow && !isSecond) places.push([role, at]);
    seen.push(isSecond ? { ...column, role: undefined, why: `another column is its ${role}` } : column);
  }
  const groups = groupsOf(columns);
  // Where a setting says of what the prices are, the only numbers are they.
  const [only, ...others] = columns.filter(({ role, at }) => role === undefined && numeric(at));
  if (
    groups.length === 0 &&
    settings.common['metal'] !== undefined &&
    only !== undefined &&
    others.length === 0
  )
    groups.push({ places: [['price', only.at]], own: only.own });
  const common = { ...said.row, ...settings.common };
  if (groups.length === 0)
    throw new FeedError(
      `it has no column of prices that is known here; its columns are ${headingsOf(columns)}`,
    );
  const has = (field: RowField) =>
    common[field] !== undefined ||
    places.some(([one]) => one === field) ||
    groups.every(({ own }) => own[field] !== undefined);
  const hasUnit = has('unit') || has('currency') || unitIn(groups, samples);
  const missing = NEEDED.filter(({ field }) => (field === 'unit' ? !hasUnit : !has(field)));
  if (missing.length > 0)
    throw new FeedError(
      `it does not say ${missing.map(({ words }) => words).join(', nor ')}: a column or a title must, or a setting (${missing.map(({ example }) => example).join(', ')})`,
    );
  const sourceAt =
    settings.bySource === true ? (columns.find(({ role }) => role === 'source')?.at ?? -1) : -1;
  return { above, start, width, columns: seen, places, groups, sourceAt, common: said.row };
}

const MOST_NAMED = 8;

function headingsOf(columns: readonly ColumnSaid[]): string {
  const named = columns.flatMap(({ heading }) => (heading === '' ? [] : [`“${shorten(heading)}”`]));
  const more = named.length - MOST_NAMED;
  return more > 0 ? `${named.slice(0, MOST_NAMED).join(', ')} and ${more} more` : named.join(', ');
}

/** Columns that make a price together: those whose headings say the same of it. */
function groupsOf(columns: Unsettled['columns']): PriceGroup[] {
  const times = columns.filter(({ role }) => role === 'time');
  if (times.length > 0)
    return times.map(({ at, time, own }) => ({
      places: [['price', at]],
      own: { ...own, date: dateOf(time) },
    }));
  const isOfDay = columns.some(({ heading }) => /^(?:open|opening|开盘价|eröffnung)/iu.test(heading));
  const groups = new Map<string, { places: [PriceField, number][]; own: Row }>();
  const priced = columns.filter(({ role, why }) => isPriceField(role) && why === undefined);
  for (const { role, at, own } of priced) {
    if (!isPriceField(role)) continue;
    // Of a day's trade, its first, highest and lowest prices are no range: the last one is the price.
    if (isOfDay && role !== 'price') continue;
    const { unit, ...rest } = own;
    const name = JSON.stringify(rest);
    const of = [...groups].find(
      ([key, group]) =>
        key.startsWith(name) &&
        (unit === undefined || group.own['unit'] === undefined || group.own['unit'] === unit),
    );
    const [key, group] = of ?? [`${name}${at}`, { places: [], own }];
    group.places.push([role, at]);
    group.own = { ...group.own, ...own };
    groups.set(key, group);
  }
  return [...groups.values()].map(({ places, own }) => {
    const twice = PRICE_FIELDS.find((field) => places.filter(([role]) => role === field).length > 1);
    if (twice !== undefined) {
      const names = places
        .filter(([role]) => role === twice)
        .map(([, at]) => `“${shorten(columns[at]?.heading ?? '')}”`);
      throw new FeedError(
        `it has several columns for one ${twice}: ${names.join(' and ')}. Say which one is meant`,
      );
    }
    // The middle of a range is no more than its ends: it is only checked.
    return { places, own };
  });
}

/** As a cell has it: a month is "2026-06", and a year "2026". */
function dateOf(time: Period | undefined): string {
  if (time === undefined || time.grain === 'day') return time?.from ?? '';
  if (time.grain === 'year') return time.from.slice(0, 4);
  if (time.grain === 'month') return time.from.slice(0, 7);
  return time.label.replace(/,.*$/, '');
}
