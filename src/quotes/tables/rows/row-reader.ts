/** Reads a table's rows: each as the prices that stand in it, or with the reason why it has none. */
import { shorten } from '#src/domain/measure/days.ts';
import { dateOrderOf } from '#src/domain/measure/times/read-date.ts';
import { weekdayAt as weekdayOfDay, weekdayNamed } from '#src/domain/reading/times/weekdays.ts';
import { CSV_HEADING } from '#src/domain/series/quotes/quote-csv.ts';
import type { ReadQuote } from '#src/domain/series/quote.ts';
import type { RejectedRow } from '#src/quotes/feeds/feed.ts';
import { createTurns } from '#src/quotes/feeds/turns.ts';
import {
  areSwapped,
  grainOf,
  isMadeDay,
  marksOf,
  shortMonthsIn,
  styleAround,
} from '../columns/column-clues.ts';
import type { Layout, TableSettings } from '../layout.ts';
import { datesBeside, inOrder, orderIn } from '../times/day-order.ts';
import { isWrittenYearFirst, withoutPoints } from '../times/year-first.ts';
import { endsOther, noteIn, otherBelow, sectionIn } from '../left-rows.ts';
import { isNoDelivery } from '../other-things.ts';
import { isDash, isNoValue } from '../no-value.ts';
import { fillFrom } from './once.ts';
import { readRow } from './read-row.ts';
import { bothHalves, mayBeSpans, rowDates } from '../times/row-dates.ts';
import { crossesYear } from '../times/yearless-days.ts';
import type { Fields, Row, RowContext, RowField, RowSettings } from './row.ts';
import { isUnitOfPrice, twoUnits } from '../columns/several-columns.ts';
import { commonsOf } from './titled-rows.ts';
import { remarked, remarksIn } from './remarks.ts';
import { stateFault, statesIn } from './row-states.ts';
import { scaleOf } from '../columns/scales.ts';
import { unlike, withTitled, withWhole } from './row-units.ts';
import { unitOfRow } from './unit-of-row.ts';
import { namesBeside, unlikeName } from './unlike-names.ts';
import { textOf, withPlainDigits, type Cell, type TableRecord } from '../sheets/sheet.ts';
import { isMarked, unitText, unlikeMiddle, unmark, withOneSide } from './price-cells.ts';
import { basisOfGrade } from './own-basis.ts';
import { oddLength, plainCell, sourceOf } from './plain-row.ts';

/** A price and its line; a row that is no price; what is left out because it is none; or how the table was understood. */
export type TableRow =
  | {
      readonly quote: ReadQuote;
      readonly line: number;
      readonly isSure?: boolean;
      /** Which of its numbers only its likely price has settled. */
      readonly likely?: string | undefined;
    }
  | RejectedRow
  | { readonly left: string; readonly line: number }
  | { readonly layout: Layout; readonly sheet: string | undefined; readonly width: number };

/** Reads a table's rows one after the other, by its layout and what its columns tell. */
export async function readerFor(
  layout: Layout,
  rows: readonly TableRecord[],
  { id, decimal, dateOrder, common: set, columns: named }: TableSettings,
  context: RowContext,
  delimiter: string | undefined,
): Promise<(record: TableRecord) => Generator<TableRow>> {
  const { places, groups, dateParts, sourceAt, contractAt, scaleAt, width, columns } = layout;
  const texts = (at: number) =>
    rows.flatMap(({ cells }) => (typeof cells[at] === 'string' ? [textOf(withPlainDigits(cells[at]))] : []));
  const dateAt = places.find(([field]) => field === 'date')?.[1] ?? -1;
  const dateIn = rowDates(
    crossesYear(texts(dateAt)) ? { ...layout, dayYear: undefined } : layout,
    texts(dateAt),
  );
  const isDated = dateParts !== undefined || places.some(([field]) => field === 'date');
  const isOfOneUnit = places
    .filter(([field]) => field === 'unit' || field === 'currency' || field === 'mass')
    .every(([, at]) => new Set(texts(at)).size < 2);
  const weekdayAt = columns.find(({ isWeekday }) => isWeekday === true)?.at;
  // "Monday" over dates says it of each.
  const heading = columns.find(({ at }) => at === dateAt)?.heading ?? '';
  const headed = heading.length > 2 ? weekdayNamed(heading) : undefined;
  const weekdayOf = (cells: readonly Cell[]) =>
    weekdayAt === undefined ? headed : weekdayNamed(textOf(cells[weekdayAt]));
  const turn = createTurns();
  const written: { readonly text: string; readonly weekday: number | undefined }[] = [];
  for (const { cells } of isDated ? rows : []) {
    written.push({ text: dateIn(cells).text, weekday: weekdayOf(cells) });
    await turn();
  }
  const partOrder =
    dateParts === undefined
      ? (orderIn(written, context.today, dateOrder) ??
        orderIn(written, context.today, dateOrder, datesBeside(rows)) ??
        // Where a comma marks decimals, nobody writes the month first.
        (styleAround(rows) === 'comma' &&
        written.every(({ text }) => /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/u.test(text))
          ? 'dmy'
          : undefined))
      : undefined;
  const isYearFirst = partOrder === undefined && dateOrder === undefined && isWrittenYearFirst(layout, rows);
  const plainly = (text: string) =>
    isYearFirst ? withoutPoints(text) : inOrder(text, partOrder, context.today);
  const dateOf: typeof dateIn = (cells) => {
    const date = dateIn(cells);
    return { ...date, text: plainly(date.text) };
  };
  const dates: string[] = [];
  for (const { text } of written) {
    dates.push(plainly(text));
    await turn();
  }
  const { period, ...titles } = layout.common;
  // Of a table that is wide, the headings of its columns are its dates.
  const across = groups.flatMap(({ own }) => (typeof own.date === 'string' ? [own.date] : []));
  const isOfSpans = period !== undefined && mayBeSpans([...dates, ...across], String(period), context.today);
  const common: Row = { ...titles, ...(isOfSpans ? { period } : {}), ...set };
  const commonFor = commonsOf(common, set, context.materials);
  const base: RowSettings = {
    source: id,
    invert: false,
    marks: await marksOf(
      decimal,
      groups.flatMap((group) => group.places.flatMap(([, at]) => texts(at))),
      // Who writes 20.11.2026 may mark decimals by a comma, whatever parts the cells.
      dates.some((date) => /^\d{1,2}\.\d{1,2}\.\d{2,4}$/.test(date)) ? ';' : delimiter,
      // Rows in several units are of several writers, and each metal tells its own.
      delimiter === ';' && isOfOneUnit ? 'comma' : undefined,
      isOfOneUnit ? styleAround(rows) : undefined,
    ),
    dateOrder: dateOrder ?? (partOrder === 'ymd' ? undefined : partOrder) ?? dateOrderOf(dates),
    shortMonths: shortMonthsIn(dates, context.today),
    common: {},
    // What was exported here was read once.
    isUnitSet: set['unit'] !== undefined || isExport(columns),
  };
  const order = base.dateOrder;
  const settings = {
    ...base,
    grain: common['period'] === undefined ? grainOf([...dates, ...across], context.today, order) : undefined,
  };
  /** What a line between the rows says of those below it. */
  let section: Row = {};
  /** The last row that names what others leave to it. */
  let last: Fields = {};
  let other: string | undefined;
  const isOfPrice = isUnitOfPrice(layout);
  const remarks = remarksIn(layout);
  const states = statesIn(layout);
  const others = namesBeside(layout);
  const isSwapped = delimiter === undefined && dateOrder === undefined && areSwapped(dates);
  return function* read(record) {
    const { line, cells } = record;
    const note = noteIn(record, layout, context.today);
    if (note !== undefined) {
      const said = sectionIn(record, layout, context);
      other =
        otherBelow(record, layout, section, context) ??
        (Object.keys(said).length > 0 || endsOther(record) ? undefined : other);
      section = { ...section, ...said };
      return void (yield { left: note, line });
    }
    if (other !== undefined) return void (yield { row: line, reason: other });
    const reason = delimiter === undefined ? undefined : oddLength(record, width);
    if (reason !== undefined) return void (yield { row: line, reason });
    const own: Fields = {};
    for (const [field, at] of places) {
      const cell = plainCell(cells[at]);
      const isNone = field === 'date' ? isNoValue(textOf(cell)) : isDash(textOf(cells[at]));
      if (cell !== '' && !isNone) own[field] = cell;
    }
    if (dateParts !== undefined || typeof own.date === 'string') {
      const { text, firmness } = dateOf(cells);
      own.date = text;
      if (firmness === 'forecast')
        return void (yield {
          row: line,
          reason: `“${shorten(textOf(cells[dateAt]))}” is a forecast, and no price of its time`,
        });
      if (firmness === 'estimated') own.estimated ??= 'yes';
    }
    if (isMarked(cells, groups)) last = fillFrom(own, last, layout.once ?? []);
    if (isSwapped && isMadeDay(String(own.date)))
      return void (yield {
        row: line,
        reason: `“${String(own.date)}” may be a day that its program took for a month, for it left other dates of the column as texts (13/04/2026): write them all alike`,
      });
    const remark = isMarked(cells, groups) ? remarked(remarks, cells) : {};
    const fault = remark.fault ?? (isMarked(cells, groups) ? stateFault(states, cells) : undefined);
    if (fault !== undefined) return void (yield { row: line, reason: fault });
    if (remark.isEstimated === true) own.estimated ??= 'yes';
    const source = sourceOf(textOf(plainCell(cells[sourceAt])), id);
    let given = 0;
    for (const group of groups) {
      const prices: Partial<Record<RowField, Cell>> = {};
      for (const [field, at] of group.places) {
        const cell = withPlainDigits(plainCell(cells[at]));
        if (cell !== '' && !isNoValue(textOf(cell))) prices[field] = cell;
      }
      if (Object.keys(prices).length === 0) continue;
      given += 1;
      // Whoever names both columns wants both.
      if (named === undefined) withOneSide(prices, group, cells, columns);
      const theirs: Fields = { ...own };
      const marked = unmark(prices, theirs, unitText({ ...common, ...group.own, ...own }), layout.notes);
      if (marked !== undefined) {
        yield { row: line, reason: marked };
        continue;
      }
      if (group.isHalf === true) {
        const [above, beside] = [String(group.own.date), String(own.date ?? '')];
        const date = bothHalves(above, beside);
        if (date === undefined) {
          yield { row: line, reason: `“${shorten(beside)}” and its heading “${above}” make no date` };
          continue;
        }
        theirs.date = date;
      }
      const contract = contractAt === undefined ? '' : textOf(cells[contractAt]);
      if (isNoDelivery(contract)) {
        yield { left: `it is no price (“${shorten(contract)}”)`, line };
        continue;
      }
      if (contract !== '')
        theirs.place =
          `${String(theirs.place ?? group.own.place ?? common['place'] ?? '')} ${contract}`.trim();
      for (const [field, at] of group.beside ?? []) {
        const cell = plainCell(cells[at]);
        if (cell === '' || isDash(textOf(cell))) delete theirs[field];
        else theirs[field] = cell;
      }
      const ofRow = unitOfRow(theirs, group.own, common['unit'], layout, context);
      const odd =
        unlike(group.own, theirs) ??
        (ofRow.named === undefined ? ofRow.fault : undefined) ??
        twoUnits(String(theirs.unit ?? ''), cells, layout) ??
        unlikeMiddle(prices, base.marks.style);
      if (odd !== undefined) {
        yield { row: line, reason: odd };
        continue;
      }
      // The middle of a range says no more than its ends.
      if (prices.low !== undefined && prices.high !== undefined) delete prices.price;
      const row: Row = {
        ...commonFor(group.own['metal'] ?? theirs.metal),
        ...section,
        ...withPeriod(group.own, common),
        ...withWhole(withTitled(group.own, theirs, { ...common, ...section }), theirs, isOfPrice),
        ...(ofRow.unit === undefined ? {} : { unit: ofRow.unit }),
        ...basisOfGrade(theirs),
        ...prices,
      };
      const canBe = (unit: Row['unit']) =>
        'quote' in readRow({ ...row, unit: unit ?? '' }, settings, context);
      if (ofRow.named !== undefined && (canBe(row.unit) || !canBe(ofRow.named))) {
        yield { row: line, reason: ofRow.fault ?? '' };
        continue;
      }
      const times = scaleAt === undefined ? 1 : scaleOf(columns[scaleAt]?.heading ?? '', cells[scaleAt]);
      if (times === undefined) {
        yield {
          row: line,
          reason: `“${shorten(textOf(cells[scaleAt ?? -1]))}” does not say in what its price is`,
        };
        continue;
      }
      const made = readRow(
        ofRow.named === undefined ? row : { ...row, unit: ofRow.named },
        source === id && times === 1 ? settings : { ...settings, source, times },
        context,
      );
      const weekday = weekdayOf(cells);
      if ('quote' in made && weekday !== undefined && isOtherDay(made.quote, weekday)) {
        yield {
          row: line,
          reason: `its date ${made.quote.date} is no ${textOf(cells[weekdayAt ?? -1])}: mend one of them`,
        };
        continue;
      }
      const unlikely =
        'quote' in made
          ? unlikeName(
              made.quote,
              textOf(plainCell(own.metal)),
              others.map((at) => plainCell(cells[at])),
              context.materials,
            )
          : undefined;
      if (unlikely !== undefined) {
        yield { row: line, reason: unlikely };
        continue;
      }
      yield 'quote' in made
        ? { ...made, line, ...(base.isUnitSet === true ? { isSure: true } : {}) }
        : { row: line, reason: made.reason };
    }
    if (given === 0)
      yield groups.length > 1 || isMarked(cells, groups)
        ? { left: 'it has no price', line }
        : { row: line, reason: 'it has no price' };
  };
}

/** The mean of a month of fixings is a mean, as its title says. */
const withPeriod = ({ period, ...own }: Row, { period: titled }: Row): Row =>
  period === undefined || (period === 'fixing' && titled !== undefined) ? own : { ...own, period };

const isExport = (columns: Layout['columns']) =>
  CSV_HEADING.every((name) => columns.some(({ heading }) => heading === name));

const isOtherDay = ({ date, period }: ReadQuote, weekday: number) =>
  (period === undefined || period.startsWith('day')) && weekdayOfDay(date) !== weekday;
