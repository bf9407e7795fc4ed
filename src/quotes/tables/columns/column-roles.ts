/** Tells what each column of a table is, by what it is called and what its cells hold. What is not sure is not read, with the reason. */
import { readNumber } from '#src/domain/measure/numbers/numbers.ts';
import { readPricePer } from '#src/domain/measure/units.ts';
import { shorten } from '#src/domain/measure/days.ts';
import { readMassCell, readMoneyCell } from '#src/domain/reading/quotes/read-cell.ts';
import { takeUnit } from '#src/domain/reading/quotes/take-unit.ts';
import { readGoods } from '#src/domain/reading/quotes/goods-with-details.ts';
import { readSubject } from '#src/domain/reading/quotes/read-subject.ts';
import { weekdayNamed } from '#src/domain/reading/times/weekdays.ts';
import { isAmount, timeIn } from '../cell-kinds.ts';
import { isHeadingBelow, type Found } from '../find-heading.ts';
import { isCounter } from './counters.ts';
import { withoutSums } from './amounts-beside.ts';
import { withAmounts } from './amounts.ts';
import { withOtherEnd, withoutLetters, withoutMiddles, withoutSymbols } from './beside-prices.ts';
import { withoutBlockTitles } from './headings/block-titles.ts';
import { withUncalledNames } from './headings/uncalled-names.ts';
import { withDetailedNames } from './headings/detailed-names.ts';
import { firmnessOf } from '../times/firmness.ts';
import { isPriceField, withoutEmptyEnd, type ColumnSaid, type TableSettings } from '../layout.ts';
import { isPartedNote } from '../left-rows.ts';
import { withOnlyPrice } from './only-price.ts';
import { isInOtherMoney, isOtherColumn } from '../other-things.ts';
import { isNoValue } from '../no-value.ts';
import { epochIn } from '../times/epoch.ts';
import { partIn } from '../times/partial-times.ts';
import type { TimedColumn } from './price-groups.ts';
import { maySayLeastShares } from './headings/least-share.ts';
import { readHeading, type HeadingRead } from './headings/read-heading.ts';
import { basisIn } from '../rows/own-basis.ts';
import type { RowContext } from '../rows/row.ts';
import { withOneOfNames, withOneOfUnits } from './rivals.ts';
import { withTenors } from './tenors.ts';
import { isEmpty, textOf, type Cell, type Sheet, type TableRecord } from '../sheets/sheet.ts';

/** Rows in which the contents of a column are looked at. */
const LOOKED_AT = 200;

/** How much of a column must be of a kind. */
const MOSTLY = 0.8;
const HALF = 0.5;

/** "month mean", "daily fixing", "close": how long a time a price is of, and no time. */
const LENGTH_OF_TIME =
  /^(?:day|daily|week(?:ly)?|month(?:ly)?|quarter(?:ly)?|half|year(?:ly)?|annual)?[ -]?(?:mean|average|fixing|close|price)?$/i;
const SHARE = /%|(?<!\p{L})(?:percent|prozent|share)/iu;
/** "incl. 13% VAT": no share of what is priced. */
const TAX =
  /\d{1,2}(?:[.,]\d{1,2})?\s?%\s?(?=VAT|GST|MwSt|USt|TVA|IVA|BTW|НДС|增值税|税)|(?<=VAT|GST|MwSt|TVA|IVA)\s?\(?\d{1,2}\s?%/giu;
const CHANGE = /\+ ?\/ ?[-–−]|[±Δ∆△]|涨跌/u;
const OF_NOW =
  /(?<!\p{L})(?:this|current|today|diese\p{L}{0,2}|aktuelle\p{L}{0,2}|cette|esta|este|questa|questo)(?!\p{L})|[本今]/iu;
const SIGNED = /^[+\-−▲▼↑↓]/u;
/** Columns of such marks may be called anything. */
const MAY_BE_MARKS: ReadonlySet<ColumnSaid['role']> = new Set([undefined, 'form', 'estimated', 'ignored']);

/** Columns of whole units may be called anything: "Basis", "Quotation". */
const MAY_BE_UNITS: ReadonlySet<ColumnSaid['role']> = new Set([
  undefined,
  'terms',
  'form',
  'purity',
  'currency',
  'mass',
]);
/** What may stand beside a unit: of which metal or oxide it counts. */
const OF_WHAT =
  /^\W{0,4}(?:(?:of |contained )?(?:[A-Z][a-z]?(?:\d?O\d?)?|[A-Z]{2}(?:\d?O\d?)?)?(?: ?cont(?:ained|ent|\.)?)?)?\W{0,4}$/iu;

function isWholeUnit(cell: Cell): boolean {
  const { value = '', rest } = takeUnit(textOf(cell));
  const { money, mass } = readPricePer(value);
  return money !== undefined && mass !== undefined && (OF_WHAT.test(rest) || basisIn(rest) !== undefined);
}

/** "per lb V", "je t": of how much a price is. */
function isPerMass(cell: Cell): boolean {
  const { value = '', rest } = takeUnit(textOf(cell));
  const { money, mass } = readPricePer(value);
  return (
    money === undefined &&
    mass !== undefined &&
    /^(?:per|pro|je|\/)/iu.test(value) &&
    (OF_WHAT.test(rest) || basisIn(rest) !== undefined)
  );
}

interface Columns {
  readonly columns: readonly TimedColumn[];
  /** The table's first rows. */
  readonly sample: readonly TableRecord[];
  /** How many cells its heading has. */
  readonly width: number;
  /** Whether a column holds numbers. */
  readonly numeric: (at: number) => boolean;
}

/** "Vendor/Price" and "Vendor/Currency": what a thing within another has, as programs name what they export. */
const PATH = /^(\p{L}[\p{L}\s]{2,40}?)\s?(?:\/|→|>|::)\s?(?=\p{L})/u;

/** Without the thing that several headings of a row are within. */
function withoutPaths(cells: readonly Cell[]): readonly Cell[] {
  const paths = cells.map((cell) =>
    takeUnit(textOf(cell)).value === undefined ? PATH.exec(textOf(cell))?.[1] : undefined,
  );
  const isShared = (path: string | undefined) =>
    path !== undefined && paths.filter((one) => one === path).length > 1;
  return cells.map((cell, at) => (isShared(paths[at]) ? textOf(cell).replace(PATH, '') : cell));
}

export function columnsOf(
  records: readonly TableRecord[],
  { heading: written, start }: Found,
  { chosen, shownIn }: Pick<TableSettings, 'chosen'> & Pick<Sheet, 'shownIn'>,
  context: RowContext,
): Columns {
  const { materials, today } = context;
  const { heading, said: titledAt } = withoutBlockTitles(written.map(withoutPaths), materials);
  const hasLeastShares = maySayLeastShares(heading);
  const width = Math.max(...written.map((cells) => withoutEmptyEnd(cells).length));
  const looked = records.slice(start, start + LOOKED_AT);
  const next = looked.findIndex((record) => isHeadingBelow(record, context));
  // What stands below another heading may be of another table.
  const sample = (next < 1 ? looked : looked.slice(0, next)).filter(
    ({ cells }) => !isPartedNote(cells, width, today),
  );
  // A line of one cell among rows of several is a note, and none of its column's.
  const rows = sample.filter(({ cells }) => width < 2 || cells.filter((cell) => !isEmpty(cell)).length > 1);
  const contents = (at: number) => rows.flatMap(({ cells }) => (isEmpty(cells[at]) ? [] : [cells[at] ?? '']));
  const mostly = (at: number, test: (cell: Cell) => boolean, least = MOSTLY) => {
    const cells = contents(at).filter((cell) => !isNoValue(textOf(cell)));
    return cells.length > 0 && cells.filter(test).length >= cells.length * least;
  };
  const numeric = (at: number, least = MOSTLY) =>
    mostly(at, (cell) => isAmount(cell, today) || readNumber(textOf(cell)).length > 0, least);
  const isTimes = (at: number) =>
    mostly(at, (cell) => timeIn(cell, today) !== undefined || partIn(cell) !== undefined);
  const isCounted = (at: number) => mostly(at, (cell) => epochIn(cell) !== undefined);
  const isNames = (at: number) =>
    mostly(
      at,
      (cell) =>
        typeof cell === 'string' && /\p{L}{2}/u.test(cell) && readSubject(cell, materials) !== undefined,
    );
  const isTerms = (at: number) =>
    mostly(at, (cell) =>
      /^(?:fob|fas|cif|cfr|cpt|cip|exw|fca|dap|ddp|ddu|dpu|ex[- ]works|in[- ]w)/iu.test(textOf(cell)),
    );
  const isWords = (at: number) =>
    mostly(
      at,
      (cell) =>
        typeof cell === 'string' &&
        /^\p{L}{2}/u.test(cell) &&
        !isAmount(cell, today) &&
        readMoneyCell(/^[^\s\d]+/u.exec(cell)?.[0] ?? '') === undefined,
    );
  const hasNumbersBeside = (at: number) =>
    Array.from({ length: width }, (_, other) => other).some(
      (other) => other !== at && numeric(other) && !isTimes(other),
    );
  const isUnits = (at: number) => mostly(at, isWholeUnit) || mostly(at, isPerMass);
  /** Names of masses: which of several columns they are of, its words must say. */
  const isMasses = (at: number) =>
    mostly(at, (cell) => typeof cell === 'string' && !/\d/u.test(cell) && readMassCell(cell) !== undefined);
  const isMoney = (at: number) =>
    mostly(at, (cell) => /^[A-Z]{3}$/u.test(textOf(cell)) && readMoneyCell(textOf(cell)) !== undefined);
  const isWeekdays = (at: number) => {
    const words = new Set(contents(at).map(textOf));
    if (words.size === 0 || ![...words].every((word) => weekdayNamed(word) !== undefined)) return false;
    // "Mar" alone is a month, and "Mo" a metal.
    return words.size > 1 || [...words].every((word) => word.length > 2 && partIn(word) === undefined);
  };
  const isMarks = (at: number) => {
    const cells = contents(at).filter((cell) => !/^[-–—.]?$/u.test(textOf(cell)));
    return cells.length > 0 && cells.every((cell) => firmnessOf(textOf(cell)) !== undefined);
  };
  const isSigned = (at: number, byArrows: boolean) =>
    contents(at).some((cell) => (byArrows ? /^[+▲↑]/u : /^\+/u).test(textOf(cell))) &&
    mostly(at, (cell) => SIGNED.test(textOf(cell)) || /^0(?:[.,]0+)?%?$/.test(textOf(cell)));
  const wide = Math.max(width, ...sample.map(({ cells }) => withoutEmptyEnd(cells).length));
  const columns = Array.from({ length: wide }, (_, at): TimedColumn => {
    const one = withFormat(
      readHeading(
        heading.map((cells) => cells[at]),
        materials,
        today,
        hasLeastShares,
      ),
      shownIn?.get(at),
    );
    const said = {
      at,
      heading: one.text,
      own: { ...titledAt(at), ...one.own },
      time: one.time,
      part: one.part,
      firmness: one.firmness,
      isCalled: one.role !== undefined,
      field: isPriceField(one.role) ? one.role : undefined,
    };
    const role = chosen?.[String(at)];
    if (role !== undefined) return { ...said, role, time: undefined, part: undefined };
    return isWeekdays(at)
      ? {
          ...said,
          role: 'ignored',
          time: undefined,
          part: undefined,
          isWeekday: true,
          why: 'it is the day of the week',
        }
      : { ...said, ...roleFor(one, at) };
  });
  const pairs = (one: number, other: number) =>
    sample.flatMap(({ cells }): (readonly [string, string])[] =>
      isEmpty(cells[one]) || isEmpty(cells[other]) ? [] : [[textOf(cells[one]), textOf(cells[other])]],
    );
  const worth = (at: number) => {
    const named = contents(at).flatMap((cell) => readGoods(textOf(cell), materials) ?? []);
    // Of a symbol and a name the name is sure.
    const symbols = contents(at).filter((cell) => /^\p{L}{1,2}$/u.test(textOf(cell))).length;
    const told = named.filter(({ form, unit }) => form !== undefined || unit !== undefined).length;
    return named.length * 2 - symbols + told;
  };
  const wholeUnits = (at: number) => contents(at).filter(isWholeUnit).length;
  const named = withUncalledNames(
    withOneOfUnits(withOneOfNames(columns, chosen, worth), chosen, wholeUnits),
    (at) => contents(at).map(textOf),
    numeric,
    (text) => readSubject(text, materials) !== undefined,
  );
  const textsAt = (at: number) => contents(at).map(textOf);
  const isDoubtful = ({ at, heading: text }: TimedColumn) =>
    SHARE.test(text) || CHANGE.test(text) || isSigned(at, false);
  const detailed = withDetailedNames(
    withoutSymbols(withoutLetters(named, isNames, chosen), isNames),
    materials,
    numeric,
    isDoubtful,
  );
  const priced = withoutMiddles(withTenors(withAmounts(detailed, numeric), numeric), textsAt);
  const told = withOtherEnd(withOnlyPrice(priced, numeric, textsAt, isDoubtful), pairs);
  return {
    columns: withoutSums(told),
    sample,
    width,
    numeric,
  };

  function roleFor(one: HeadingRead, at: number): Pick<ColumnSaid, 'role' | 'why'> {
    const { role, own, time, part, firmness, left, text } = one;
    if (MAY_BE_MARKS.has(role) && isMarks(at)) return { role: 'estimated' };
    // What is called a period may be the time itself, or how long a time each price is of.
    if (role === 'date' && mostly(at, (cell) => LENGTH_OF_TIME.test(textOf(cell)))) return { role: 'period' };
    // Over a row of times "Date" heads the times, and what stands below it are names.
    if (role === 'date' && !isTimes(at) && isNames(at)) return { role: 'metal' };
    // "je 100 kg" below “je”, beside the unit of a quantity.
    if (role === 'mass' && mostly(at, isPerMass) && mostly(at, (cell) => /\d/u.test(textOf(cell)), HALF))
      return { role };
    if (MAY_BE_UNITS.has(role) && isUnits(at)) return { role: 'unit' };
    // "This week" over prices is no date.
    const isUntimed = time === undefined && part === undefined && !isTimes(at) && !isCounted(at);
    if (role === 'date' && OF_NOW.test(text) && numeric(at) && isUntimed)
      return { role: undefined, why: `“${shorten(text)}” is not known here` };
    // The word of a row of units, over the days below it.
    if (role === 'unit' && isTimes(at)) return { role: 'date' };
    // Of how many a price is: 100 below “Price unit”.
    if (role === 'unit' && mostly(at, (cell) => /^1(?:0{1,3}|[.,]000)?$/.test(textOf(cell))))
      return { role: 'mass' };
    if (role === undefined && isMoney(at)) return { role: 'currency' };
    if (role === undefined && isTerms(at)) return { role: 'terms' };
    if (role === undefined && isMasses(at)) return { role: 'unit' };
    if (role === 'ignored') return { role, why: 'it is no price' };
    if ((role === undefined || isPriceField(role)) && time === undefined && isCounter(contents(at)))
      return { role: 'ignored', why: 'it counts the rows' };
    if (firmness === 'forecast') return { role: undefined, why: 'it is a forecast' };
    if (isOtherColumn(text)) return { role: undefined, why: 'it is no price of the metal' };
    if (isInOtherMoney(text)) return { role: undefined, why: 'it is in the money of another year' };
    if (time !== undefined || part !== undefined)
      return numeric(at) ? { role: 'time' } : { role: undefined, why: 'it holds no prices' };
    const isPrice =
      isPriceField(role) ||
      (role === undefined && (own['metal'] ?? own['unit'] ?? own['form'] ?? own['vat']) !== undefined);
    // Where the heading names what is priced, cells that hold none are told one by one.
    const isSure = role === undefined && own['metal'] !== undefined && left === '';
    if (isPrice && numeric(at, isSure ? HALF : MOSTLY)) {
      if (SHARE.test(text.replaceAll(TAX, ' ')) && own['purity'] === undefined)
        return { role: undefined, why: 'it is a share' };
      if (CHANGE.test(text)) return { role: undefined, why: 'it is a change' };
      if (isSigned(at, role === undefined))
        return { role: undefined, why: 'its numbers have signs, as changes have' };
      if (left !== '') return { role: undefined, why: `“${shorten(left)}” is not known here` };
      return { role: role ?? 'price' };
    }
    if (role !== undefined && !isPriceField(role)) return { role };
    // “Notierung” may head what is quoted, too, beside the numbers.
    if (isPriceField(role) && isWords(at) && hasNumbersBeside(at))
      return { role: undefined, why: 'it holds no prices' };
    if (isTimes(at) || isCounted(at)) return { role: 'date' };
    if (isNames(at)) return { role: 'metal' };
    if (isPriceField(role))
      return { role, ...(contents(at).length === 0 ? { why: 'it holds no prices' } : {}) };
    return {
      role: undefined,
      why: text === '' ? 'it has no heading' : `“${shorten(left || text)}” is not known here`,
    };
  }
}

/** With the unit that a workbook shows its numbers in, where the heading says none; one that says another is doubtful. */
function withFormat(one: HeadingRead, shown: string | undefined): HeadingRead {
  if (shown === undefined) return one;
  if (shown === '%') return { ...one, text: `${one.text} %`.trim() };
  const unit = String(one.own['unit'] ?? '');
  const [said, own] = [readPricePer(unit), readPricePer(shown)];
  const inUnit = (both: string): HeadingRead => ({ ...one, own: { ...one.own, unit: both } });
  if (said.money !== undefined && own.money !== undefined)
    return own.money.of === said.money.of ? one : { ...one, left: `${one.left} shown in ${shown}`.trim() };
  if (own.money !== undefined)
    return inUnit(
      said.mass === undefined ? shown : `${shown}/${unit.replace(/^(?:per|je|pro|\/)\s*/iu, '')}`,
    );
  // A mass alone is how much there is.
  return said.money !== undefined && said.mass === undefined && own.mass !== undefined
    ? inUnit(`${unit}/${shown}`)
    : one;
}
