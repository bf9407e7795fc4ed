/**
 * Lays a table out: which column is what, where a row has several prices (of metals or months in columns), and what titles
 * and headings say of all. What is not sure is not read, and said to be so.
 */
import { shorten } from '#src/domain/measure/days.ts';
import { readPricePer } from '#src/domain/measure/units.ts';
import { withKnownUnits } from '#src/domain/reading/quotes/foreign-units.ts';
import { readSubject } from '#src/domain/reading/quotes/read-subject.ts';
import { takeUnit } from '#src/domain/reading/quotes/take-unit.ts';
import { datePartsIn } from './times/date-parts.ts';
import { isAmount } from './cell-kinds.ts';
import { contractsAt, deliveriesAt } from './columns/contracts.ts';
import { contradictionIn, doubtIn, unknownWithin, unnamedBeside } from './contradictions.ts';
import { bestFirst, otherUnits } from './columns/several-columns.ts';
import { columnsOf } from './columns/column-roles.ts';
import { findHeading } from './find-heading.ts';
import { notesOf } from './times/firmness.ts';
import {
  isPriceField,
  NotLaidOut,
  type ColumnSaid,
  type Layout,
  type PriceGroup,
  type TableSettings,
} from './layout.ts';
import { firstSection } from './left-rows.ts';
import { otherMetalIn } from './other-metal.ts';
import { byNames } from './columns/named-columns.ts';
import { groupsOf, withTheirOwn, type TimedColumn } from './columns/price-groups.ts';
import type { Row, RowContext, RowField } from './rows/row.ts';
import { isEmpty, textOf, type Sheet, type TableRecord } from './sheets/sheet.ts';
import { isMultiplier, scaleOf } from './columns/scales.ts';
import { contradicted, otherBelowTable } from './columns/stated-units.ts';
import { titleRow } from './titles.ts';
import { areHalves, isDayAlone, onceIn, unitIn } from './samples.ts';
import { unitBeside, withOther, withoutDay } from './titled.ts';
import { massByQuantity } from './columns/by-quantity.ts';

/** @throws FeedError where it is no table of prices, with what is missing */
export function layOut(
  records: readonly TableRecord[],
  settings: TableSettings,
  context: RowContext,
  sheet: Pick<Sheet, 'name' | 'shownIn'> = {},
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
  { name, shownIn }: Pick<Sheet, 'name' | 'shownIn'>,
): Layout {
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
  const { above, start } = found;
  const { columns, sample, width, numeric } = columnsOf(records, found, { ...settings, shownIn }, context);
  return settle({
    above,
    start,
    width,
    columns,
    settings,
    context,
    sheet: name,
    notes: records.slice(start),
    samples: sample,
    numeric,
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

/** The name of a series of statistics. */
const CODE = /^(?=.*[A-Z])[A-Z0-9][A-Z0-9._/-]{3,}$/u;

function isWholeUnit(unit: Row['unit']): boolean {
  const { money, mass } = readPricePer(withKnownUnits(String(unit ?? '')));
  return money !== undefined && mass !== undefined;
}

/** What a table must say somewhere. */
const NEEDED = [
  { field: 'date', words: 'which day its prices are of', example: 'date=2026-11-20' },
  { field: 'metal', words: 'what its prices are of', example: 'metal=ndpr' },
  { field: 'unit', words: 'in which unit its prices are', example: 'unit=CNY/t' },
] as const;

/** The unit of prices that only say their money, or nothing, by the quantity beside them. */
function unitByQuantity(
  columns: readonly TimedColumn[],
  groups: readonly PriceGroup[],
  samples: readonly TableRecord[],
  places: readonly (readonly [RowField, number])[],
  titled: Row['unit'],
): string | undefined {
  const own = groups[0]?.own['unit'] ?? titled;
  const isMoney = own !== undefined && readPricePer(withKnownUnits(String(own))).mass === undefined;
  const isSaid = places.some(([field]) => field === 'unit' || field === 'mass');
  if (isSaid || (own !== undefined && !isMoney)) return undefined;
  const mass = massByQuantity(columns, groups, samples);
  if (mass === undefined) return undefined;
  const money = own === undefined ? columns.flatMap(({ heading }) => moneyIn(heading)) : [String(own)];
  const [only] = money;
  return only !== undefined && new Set(money).size === 1 ? `${only}/${mass}` : `per ${mass}`;
}

/** The money that a heading says. */
function moneyIn(heading: string): readonly string[] {
  const { money } = readPricePer(withKnownUnits(takeUnit(heading).value ?? ''));
  return money === undefined ? [] : [money.id];
}

/** The first row and the last, and lines before and behind them: one between rows is of those below it, which may be another table's. */
function aroundRows(records: readonly TableRecord[], { today }: RowContext): readonly TableRecord[] {
  const isRow = ({ cells }: TableRecord) =>
    cells.filter((cell) => !isEmpty(cell)).length > 2 && cells.some((cell) => isAmount(cell, today));
  const [first, last] = [records.findIndex(isRow), records.findLastIndex(isRow)];
  return first < 0 ? records : [...records.slice(0, first + 1), ...records.slice(last)];
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
  const said = titleRow(above, aroundRows(notes, context), sheet, context);
  if (said.unlike !== undefined)
    throw new NotLaidOut(
      `its prices are not those of their day, or count no more: “${shorten(said.unlike)}”`,
    );
  if (said.other !== undefined)
    throw new NotLaidOut(`“${shorten(said.other)}” says that its numbers are no prices of metals`);
  if (said.doubtful !== undefined && settings.common['unit'] === undefined)
    throw new NotLaidOut(
      `“${shorten(said.doubtful)}” may be said of its prices: a setting must say their unit (unit=thousand CNY/t, or unit=CNY/t)`,
      columns,
      ['unit'],
    );
  const scaled = columns.find(({ heading, at }) =>
    isMultiplier(
      heading,
      samples.flatMap(({ cells }) => (isEmpty(cells[at]) ? [] : [cells[at] ?? ''])),
    ),
  );
  const isRead =
    scaled !== undefined &&
    samples.every(({ cells }) => scaleOf(scaled.heading, cells[scaled.at]) !== undefined);
  if (scaled !== undefined && !isRead && settings.common['unit'] === undefined)
    throw new NotLaidOut(
      `“${shorten(scaled.heading)}” says that its prices are in thousands or the like: a setting must say their unit (unit=thousand CNY/t)`,
      columns,
      ['unit'],
    );
  const places: [RowField, number][] = [];
  const seconds: [RowField, number][] = [];
  for (const { role, at } of bestFirst(columns)) {
    const isOfRow =
      role !== undefined && role !== 'ignored' && role !== 'time' && role !== 'source' && !isPriceField(role);
    if (isOfRow) (places.some(([field]) => field === role) ? seconds : places).push([role, at]);
  }
  const everyGroup = withTheirOwn(groupsOf(columns, said.year), places, seconds);
  const seen = columns.map((timed): ColumnSaid => {
    const { time: _, ...column } = timed;
    const second = seconds.find(([, at]) => at === column.at);
    if (second === undefined || everyGroup.some(({ beside }) => beside?.some(([, at]) => at === column.at)))
      return column;
    return { ...column, role: undefined, why: `another column is its ${second[0]}` };
  });
  const dateParts = datePartsIn(columns);
  const inParts = new Set(Object.values(dateParts ?? {}));
  const deliveryAt = deliveriesAt(places, samples, said.row.date, context.today);
  if (deliveryAt !== undefined)
    places.splice(
      places.findIndex(([field]) => field === 'date'),
      1,
    );
  const dateAt = places.find(([field]) => field === 'date')?.[1];
  const ofTimes = columns.filter(({ role }) => role === 'time');
  if (ofTimes.length > 0 && dateAt !== undefined && !areHalves(ofTimes, samples, dateAt))
    throw new NotLaidOut(
      'it has days in rows and times in columns: prices for later delivery are not read',
      seen,
    );
  // Among columns of metals, one that names none is another thing's.
  const ofMetals = everyGroup.filter(({ own }) => own['metal'] !== undefined);
  const isByColumn = ofMetals.length > 0 && places.every(([field]) => field !== 'metal');
  const byQuantity = unitByQuantity(columns, everyGroup, samples, places, said.row['unit']);
  const around = byQuantity === undefined ? said.row : { ...said.row, unit: byQuantity };
  const groups = (isByColumn ? ofMetals : everyGroup).map((group) => withOther(group, around));
  const dropped = new Set(
    everyGroup
      .filter((group) => isByColumn && !ofMetals.includes(group))
      .flatMap(({ places: own }) => own.map(([, at]) => at)),
  );
  // Where a setting says of what the prices are, the only numbers are they.
  const [only, ...others] = columns.filter(({ role, at }) => role === undefined && numeric(at));
  const isTold =
    settings.common['metal'] !== undefined ||
    // Below a code that titles explain, too: "Global price of copper, USD per tonne" over PCOPPUSDM.
    (said.row['metal'] !== undefined && isWholeUnit(said.row['unit']) && CODE.test(only?.heading ?? ''));
  if (groups.length === 0 && isTold && only !== undefined && others.length === 0)
    groups.push({ places: [['price', only.at]], own: only.own });
  // “Rare earth prices” above rows of single ones says nothing of them.
  const { metal, ...rest } = dateAt === undefined ? said.row : withoutDay(said.row);
  const isNamed =
    places.some(([field]) => field === 'metal') || groups.every(({ own }) => own['metal'] !== undefined);
  const length = columns.find(({ at }) => at === dateAt)?.own['period'];
  const beside = unitBeside(columns, groups) ?? byQuantity;
  const titles = {
    ...rest,
    ...(beside === undefined ? {} : { unit: beside }),
    ...(length === undefined ? {} : { period: length }),
    ...(isNamed || metal === undefined ? {} : { metal }),
  };
  const common = { ...titles, ...settings.common };
  if (groups.length === 0)
    throw new NotLaidOut(
      `it has no column of prices that is known here; its columns are ${headingsOf(columns)}`,
      seen,
    );
  const unnamed = unnamedBeside(columns, samples) ?? unknownWithin(columns, groups, samples);
  if (unnamed !== undefined) throw new NotLaidOut(unnamed, seen);
  const lines = [
    ...above,
    ...notes.filter(({ cells }) => cells.filter((cell) => !isEmpty(cell)).length === 1),
  ];
  const isOpen = settings.common['unit'] === undefined && settings.common['currency'] === undefined;
  const doubt = isOpen ? doubtIn(lines) : undefined;
  const contradiction =
    doubt ??
    (settings.common['unit'] === undefined && said.unitByMetal === undefined
      ? contradictionIn(lines, groups, places, samples)
      : undefined);
  const unlike =
    contradiction ??
    (settings.common['unit'] === undefined
      ? (contradicted(
          everyGroup.map(({ own }) => own['unit']),
          said.stated,
        ) ?? otherBelowTable(said.row.unit, said.ends))
      : undefined);
  if (unlike !== undefined) throw new NotLaidOut(unlike, seen, ['unit']);
  const namesAt = places.find(([field]) => field === 'metal')?.[1];
  const otherMetal =
    settings.common['metal'] === undefined
      ? otherMetalIn(above, sheet, groups, namesAt, samples, context)
      : undefined;
  if (otherMetal !== undefined) throw new NotLaidOut(otherMetal, seen, ['metal']);
  const section = firstSection(notes, context.materials);
  const has = (field: RowField) =>
    common[field] !== undefined ||
    section[field] !== undefined ||
    places.some(([one]) => one === field) ||
    groups.every(({ own }) => own[field] !== undefined);
  // A line of a day alone is of the rows below it.
  const isByDay = samples.some(({ cells }) => isDayAlone(cells, context.today));
  const isInNames = samples.some(
    ({ cells }) => readSubject(textOf(cells[namesAt ?? -1]), context.materials)?.unit !== undefined,
  );
  const hasUnit =
    has('unit') || has('currency') || said.unitByMetal !== undefined || isInNames || unitIn(groups, samples);
  const missing = NEEDED.filter(({ field }) =>
    field === 'unit' ? !hasUnit : !has(field) && !(field === 'date' && isByDay),
  );
  if (missing.length > 0)
    throw new NotLaidOut(
      `it does not say ${missing.map(({ words }) => words).join(', nor ')}: a column or a title must, or a setting (${missing.map(({ example }) => example).join(', ')})`,
      seen,
      missing.map(({ field }) => field),
    );
  const contractAt = deliveryAt ?? contractsAt(columns, places, samples);
  const sourceAt =
    settings.bySource === true ? (columns.find(({ role }) => role === 'source')?.at ?? -1) : -1;
  return {
    above,
    start,
    width,
    columns: seen.map((column): ColumnSaid => {
      if (column.at === contractAt) return { ...column, role: 'place', why: undefined };
      if (inParts.has(column.at)) return { ...column, role: 'date', why: undefined };
      if (ofTimes.length > 0 && isPriceField(column.role))
        return { ...column, why: 'it is of no single time' };
      return dropped.has(column.at) ? { ...column, why: 'it names no metal' } : column;
    }),
    places: places.filter(([field]) => field !== 'date' || dateParts === undefined),
    groups,
    dateParts,
    sourceAt,
    contractAt,
    otherUnits: otherUnits(columns, places, seconds, everyGroup),
    ...(scaled !== undefined && isRead && settings.common['unit'] === undefined
      ? { scaleAt: scaled.at }
      : {}),
    ...(settings.common['unit'] === undefined
      ? { unitOfAll: said.stated.find(({ isOfAll }) => isOfAll)?.unit }
      : {}),
    unitByMetal: said.unitByMetal,
    year: said.year,
    dayYear: said.dayYear,
    month: said.month,
    notes: notesOf(notes.map(({ cells }) => cells.map(textOf).join(' '))),
    once: onceIn(places, groups, samples),
    common: titles,
  };
}

const MOST_NAMED = 8;

function headingsOf(columns: readonly ColumnSaid[]): string {
  const named = columns.flatMap(({ heading }) => (heading === '' ? [] : [`“${shorten(heading)}”`]));
  const more = named.length - MOST_NAMED;
  return more > 0 ? `${named.slice(0, MOST_NAMED).join(', ')} and ${more} more` : named.join(', ');
}
