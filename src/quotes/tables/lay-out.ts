/**
 * Lays a table out: which column is what, where a row has several prices (of metals or months in columns), and what titles
 * and headings say of all. What is not sure is not read, and said to be so.
 */
import { readNumber } from '#src/domain/measure/numbers.ts';
import { shorten } from '#src/domain/measure/days.ts';
import { readSubject } from '#src/domain/reading/quotes/read-subject.ts';
import { takeUnit } from '#src/domain/reading/quotes/take-unit.ts';
import { datePartsIn } from './date-parts.ts';
import { findHeading, isAmount, isHeadingBelow, timeIn } from './find-heading.ts';
import {
  isPriceField,
  NotLaidOut,
  withoutEmptyEnd,
  type ColumnSaid,
  type Layout,
  type PriceGroup,
  type TableSettings,
} from './layout.ts';
import { firstSection } from './left-rows.ts';
import { byNames } from './named-columns.ts';
import { isNoValue } from './no-value.ts';
import { groupsOf, withTheirOwn, type TimedColumn } from './price-groups.ts';
import { readHeading, type HeadingRead } from './read-heading.ts';
import type { RowContext, RowField } from './row.ts';
import { isEmpty, textOf, type Cell, type TableRecord } from './sheet.ts';
import { titleRow } from './titles.ts';

/** "month mean", "daily fixing", "close": how long a time a price is of, and no time. */
const isLengthOfTime = (cell: Cell): boolean =>
  /^(?:day|daily|week(?:ly)?|month(?:ly)?|quarter(?:ly)?|half|year(?:ly)?|annual)?[ -]?(?:mean|average|fixing|close|price)?$/i.test(
    textOf(cell),
  );

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

function byContents(
  records: readonly TableRecord[],
  settings: TableSettings,
  context: RowContext,
  sheet: string | undefined,
): Layout {
  const { materials, today } = context;
  if (records.length === 0) throw new NotLaidOut('it is empty');
  const found = findHeading(records, context);
  if (found === undefined)
    throw new NotLaidOut(
      `it has no heading that is known here: its first line is “${shorten(
        records[0]?.cells
          .map(textOf)
          .filter((cell) => cell !== '')
          .join(' | ') ?? '',
      )}”. Write a line above the prices with words such as date, metal, low, high and unit`,
    );
  const { above, heading, start } = found;
  const width = Math.max(...heading.map((cells) => withoutEmptyEnd(cells).length));
  const looked = records.slice(start, start + LOOKED_AT);
  const next = looked.findIndex((record) => isHeadingBelow(record, context));
  // What stands below another heading may be of another table.
  const sample = next < 1 ? looked : looked.slice(0, next);
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
  const columns = read.map((one, at): TimedColumn => {
    const said = { at, heading: one.text, own: one.own, time: one.time };
    const chosen = settings.chosen?.[String(at)];
    if (chosen !== undefined) return { ...said, role: chosen, time: undefined };
    return { ...said, ...roleFor(one, at) };
  });

  function roleFor(one: HeadingRead, at: number): Pick<ColumnSaid, 'role' | 'why'> {
    const { role, own, time, left, text } = one;
    // What is called a period may be the time itself, or how long a time each price is of.
    if (role === 'date' && mostly(at, isLengthOfTime)) return { role: 'period' };
    // Over a row of times "Date" heads the times, and what stands below it are names.
    if (role === 'date' && !isTimes(at) && isNames(at)) return { role: 'metal' };
    if (role === 'ignored') return { role, why: 'it is no price' };
    if (time !== undefined)
      return isPrices(at) ? { role: 'time' } : { role: undefined, why: 'it holds no prices' };
    const isPrice =
      isPriceField(role) ||
      (role === undefined && (own['metal'] ?? own['unit'] ?? own['form']) !== undefined);
    if (isPrice && isPrices(at)) {
      if (/%|(?<!\p{L})(?:percent|prozent|share)/iu.test(text) && own['purity'] === undefined)
        return { role: undefined, why: 'it is a share' };
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
  readonly columns: readonly TimedColumn[];
  readonly settings: TableSettings;
  readonly context: RowContext;
  readonly sheet: string | undefined;
  readonly notes: readonly TableRecord[];
  readonly samples: readonly TableRecord[];
  /** Whether a column holds numbers. */
  readonly numeric: (at: number) => boolean;
}

const isDayAlone = (cells: readonly Cell[], today: string): boolean => {
  const [first, ...others] = cells.filter((cell) => !isEmpty(cell));
  return others.length === 0 && timeIn(first, today) !== undefined;
};

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
    throw new NotLaidOut(`its prices are not those of their day: “${shorten(said.unlike)}”`);
  if (said.doubtful !== undefined && settings.common['unit'] === undefined)
    throw new NotLaidOut(
      `“${shorten(said.doubtful)}” may be said of its prices: a setting must say their unit (unit=thousand CNY/t, or unit=CNY/t)`,
      columns,
      ['unit'],
    );
  const places: [RowField, number][] = [];
  const seconds: [RowField, number][] = [];
  for (const { role, at } of columns) {
    const isOfRow =
      role !== undefined && role !== 'ignored' && role !== 'time' && role !== 'source' && !isPriceField(role);
    if (isOfRow) (places.some(([field]) => field === role) ? seconds : places).push([role, at]);
  }
  const everyGroup = withTheirOwn(groupsOf(columns), places, seconds);
  const seen = columns.map((timed): ColumnSaid => {
    const { time: _, ...column } = timed;
    const second = seconds.find(([, at]) => at === column.at);
    if (second === undefined || everyGroup.some(({ beside }) => beside?.some(([, at]) => at === column.at)))
      return column;
    return { ...column, role: undefined, why: `another column is its ${second[0]}` };
  });
  const dateParts = datePartsIn(columns);
  const inParts = new Set(Object.values(dateParts ?? {}));
  if (columns.some(({ role }) => role === 'time') && places.some(([field]) => field === 'date'))
    throw new NotLaidOut(
      'it has days in rows and times in columns: prices for later delivery are not read',
      seen,
    );
  // Among columns of metals, one that names none is another thing's.
  const ofMetals = everyGroup.filter(({ own }) => own['metal'] !== undefined);
  const isByColumn = ofMetals.length > 0 && places.every(([field]) => field !== 'metal');
  const groups = isByColumn ? ofMetals : everyGroup;
  const dropped = new Set(
    everyGroup
      .filter((group) => !groups.includes(group))
      .flatMap(({ places: own }) => own.map(([, at]) => at)),
  );
  // Where a setting says of what the prices are, the only numbers are they.
  const [only, ...others] = columns.filter(({ role, at }) => role === undefined && numeric(at));
  if (
    groups.length === 0 &&
    settings.common['metal'] !== undefined &&
    only !== undefined &&
    others.length === 0
  )
    groups.push({ places: [['price', only.at]], own: only.own });
  // “Rare earth prices” above rows of single ones says nothing of them.
  const { metal, ...rest } = said.row;
  const isNamed =
    places.some(([field]) => field === 'metal') || groups.every(({ own }) => own['metal'] !== undefined);
  const titles = isNamed || metal === undefined ? rest : said.row;
  const common = { ...titles, ...settings.common };
  if (groups.length === 0)
    throw new NotLaidOut(
      `it has no column of prices that is known here; its columns are ${headingsOf(columns)}`,
      seen,
    );
  const section = firstSection(notes, context.materials);
  const has = (field: RowField) =>
    common[field] !== undefined ||
    section[field] !== undefined ||
    places.some(([one]) => one === field) ||
    groups.every(({ own }) => own[field] !== undefined);
  // A line of a day alone is of the rows below it.
  const isByDay = samples.some(({ cells }) => isDayAlone(cells, context.today));
  const hasUnit = has('unit') || has('currency') || unitIn(groups, samples);
  const missing = NEEDED.filter(({ field }) =>
    field === 'unit' ? !hasUnit : !has(field) && !(field === 'date' && isByDay),
  );
  if (missing.length > 0)
    throw new NotLaidOut(
      `it does not say ${missing.map(({ words }) => words).join(', nor ')}: a column or a title must, or a setting (${missing.map(({ example }) => example).join(', ')})`,
      seen,
      missing.map(({ field }) => field),
    );
  const sourceAt =
    settings.bySource === true ? (columns.find(({ role }) => role === 'source')?.at ?? -1) : -1;
  return {
    above,
    start,
    width,
    columns: seen.map((column): ColumnSaid => {
      if (inParts.has(column.at)) return { ...column, role: 'date', why: undefined };
      return dropped.has(column.at) ? { ...column, why: 'it names no metal' } : column;
    }),
    places: places.filter(([field]) => field !== 'date' || dateParts === undefined),
    groups,
    dateParts,
    sourceAt,
    common: titles,
  };
}

const MOST_NAMED = 8;

function headingsOf(columns: readonly ColumnSaid[]): string {
  const named = columns.flatMap(({ heading }) => (heading === '' ? [] : [`“${shorten(heading)}”`]));
  const more = named.length - MOST_NAMED;
  return more > 0 ? `${named.slice(0, MOST_NAMED).join(', ')} and ${more} more` : named.join(', ');
}
