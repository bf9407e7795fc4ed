/** Rows below the heading that are none: notes, totals, the heading again; and what a line between rows says of those below it. */
import { shorten } from '#src/domain/measure/days.ts';
import { readPricePer } from '#src/domain/measure/units.ts';
import { withKnownUnits } from '#src/domain/reading/quotes/foreign-units.ts';
import { takeUnit } from '#src/domain/reading/quotes/take-unit.ts';
import { readNumber } from '#src/domain/measure/numbers/numbers.ts';
import { readSubject, takeNamed } from '#src/domain/reading/quotes/read-subject.ts';
import type { Material } from '#src/domain/series/material.ts';
import { isHeadingBelow } from './find-heading.ts';
import { isAmount, timeIn } from './cell-kinds.ts';
import { isNoValue } from './no-value.ts';
import { takeRole, withoutNoise } from './columns/headings/heading-words.ts';
import type { Layout } from './layout.ts';
import { rowOf } from './columns/headings/read-heading.ts';
import { OF_PRICES } from './times/title-times.ts';
import { isOtherThing } from './other-things.ts';
import type { Row, RowContext } from './rows/row.ts';
import { unlike } from './rows/row-units.ts';
import { isEmpty, textOf, type Cell, type TableRecord } from './sheets/sheet.ts';

const NOTE =
  /^(?:#\s?\p{L}|\/\/|source|sources|note|notes|\*|†|‡|\(?\d+\)|copyright|©|disclaimer|quelle|anmerkung|hinweis|updated?|last updated|prices? (?:are|in)|all prices|n\.?[abq]\.?\s*[:=]|注|说明|来源|数据来源|备注)/iu;
const TOTAL =
  /^(?:(?:grand |sub[ -]?)?totals?|sums?|zwischensumme|sous-total|小计|ø|averages?|avg\.?|means?|monthly average|month average|min(?:imum)?|max(?:imum)?|high(?:est)?|low(?:est)?|median|std\.?(?: dev\.?)?|\d{1,2} ?%|count|change|gesamt|summe|mittelwert|durchschnitt|moyenne|promedio|media|合计|总计|平均|均价|平均值|最高|最低|涨跌)(?:\s*[:：]|\s|$)/iu;

/** "Q1 average", "2025 avg": where days stand, the mean of them. */
const MEAN_OF =
  /^(?:[qt][1-4]|h[12]|[ym]td|\p{L}{3,10}\.?|[1-4]\. ?quartal|kw ?\d{1,2})?\s?(?:(?:19|20)\d\d)?\s?(?:averages?|avg\.?|means?|totals?|mittel|mittelwert|durchschnitt|moyenne|promedio|media|média|平均|均价|среднее)$/iu;

/** Why a row below the heading is no row of prices: a note, a total, a heading that comes again. */
export function noteIn(
  { cells }: TableRecord,
  { places, columns, dateParts }: Layout,
  today: string,
): string | undefined {
  const filled = cells.filter((cell) => !isEmpty(cell));
  const [first] = filled;
  const text = textOf(first);
  if (filled.length === 0) return 'it is empty';
  if (filled.length > 1 && filled.every((cell) => RULE.test(textOf(cell)))) return 'it is a line';
  if (typeof first === 'string' && NOTE.test(text) && filled.length < 3)
    return `it is a note (“${shorten(text)}”)`;
  const isUndated = dateParts === undefined && places.every(([field]) => field !== 'date');
  if (filled.length === 1 && columns.length > 1 && isUndated && timeIn(first, today) !== undefined)
    return `it is the day of the rows below it (“${shorten(text)}”)`;
  const at = cells.findIndex((cell) => !isEmpty(cell));
  if (typeof first === 'string' && TOTAL.test(text) && places.some(([, place]) => place === at))
    return `it is a total (“${shorten(text)}”)`;
  if (
    typeof first === 'string' &&
    MEAN_OF.test(text) &&
    places.some(([field, place]) => field === 'date' && place === at)
  )
    return `it is a total (“${shorten(text)}”)`;
  if (
    filled.length === 1 &&
    columns.length > 1 &&
    typeof first === 'string' &&
    /\p{L}{3}|\p{L} ?=/u.test(text)
  )
    return `it is a note (“${shorten(text)}”)`;
  if (isPartedNote(cells, columns.length, today))
    return `it is a note (“${shorten(filled.map(textOf).join(' '))}”)`;
  const again = againIn(cells, columns);
  return again > 1 && again >= filled.length - 1 ? 'it is the heading again' : undefined;
}

/** A line of words that the sign between cells parts, too: shorter than a row, without a number or a time. */
export const isPartedNote = (cells: readonly Cell[], width: number, today: string): boolean => {
  const filled = cells.filter((cell) => !isEmpty(cell));
  return (
    cells.length < width &&
    filled.some((cell) => /\p{L}{2,}[ \p{L}.:]* \p{L}|:/u.test(textOf(cell))) &&
    filled.every(
      (cell) =>
        typeof cell === 'string' &&
        /\p{L}/u.test(cell) &&
        !isAmount(cell, today) &&
        timeIn(cell, today) === undefined &&
        !isNoValue(cell),
    )
  );
};

/** How many cells of a row stand above the same columns in the heading. */
const againIn = (cells: readonly Cell[], columns: Layout['columns']) =>
  columns.filter(({ at, heading }) => {
    const text = textOf(cells[at]);
    return text !== '' && (text === heading || (heading.endsWith(` ${text}`) && /\p{L}/u.test(text)));
  }).length;

/** Whether a row heads a table of its own, with other columns than those above it: to be asked of each row of a table. */
export function headsAnother(layout: Layout, context: RowContext): (record: TableRecord) => boolean {
  const at = layout.groups.flatMap(({ places }) => places.map(([, place]) => place));
  return (record) =>
    (isHeadingBelow(record, context) ||
      (hasWordsForPrices(record, at, layout, context) &&
        !isPartedNote(record.cells, layout.columns.length, context.today))) &&
    againIn(record.cells, layout.columns) < record.cells.filter((cell) => !isEmpty(cell)).length;
}

/** Whether words stand in a row where prices do, and nothing else of it is what stands there in rows of prices. */
function hasWordsForPrices(
  { cells }: TableRecord,
  at: readonly number[],
  { places, dateParts }: Layout,
  { materials, today }: RowContext,
): boolean {
  const isWord = (cell: Cell | undefined) =>
    typeof cell === 'string' &&
    /\p{L}{3}/u.test(cell) &&
    !isNoValue(cell) &&
    readNumber(cell).length === 0 &&
    (!/\d/u.test(cell) || !isAmount(cell, today));
  // Nearly every row has a number there.
  if (dateParts !== undefined || !at.every((place) => isEmpty(cells[place]) || isWord(cells[place])))
    return false;
  if (at.every((place) => isEmpty(cells[place])) || cells.filter((cell) => !isEmpty(cell)).length < 2)
    return false;
  return places.every(([field, place]) => {
    const text = textOf(cells[place]);
    if (text === '') return true;
    if (field === 'date') return timeIn(cells[place], today) === undefined;
    if (field === 'metal') return readSubject(text, materials) === undefined;
    return field === 'unit' ? takeUnit(text).value === undefined : true;
  });
}

/**
 * Why the rows below a line of one cell are not read: it names a metal though the heading names others, another unit than the heading's,
 * or what is no price. `undefined` where it says none of that.
 * @param before What lines above it have said.
 */
export function otherBelow(
  { cells }: TableRecord,
  layout: Layout,
  before: Row,
  { materials }: RowContext,
): string | undefined {
  const [only, ...others] = cells.filter((cell) => !isEmpty(cell));
  if (typeof only !== 'string' || others.length > 0) return undefined;
  if (isOtherThing(only))
    return `“${shorten(only)}” stands above it, and says that it is no price of a metal`;
  const section = wholeSection(cells, materials);
  const { places, groups } = layout;
  const unit = section?.['unit'] ?? unitOfSection(only);
  const odd = groups
    .map((group) => (unit === undefined ? undefined : unlike(group.own, { unit })))
    .find((reason) => reason !== undefined);
  if (odd !== undefined)
    return `“${shorten(only)}” stands above it, and the heading says another unit: mend one of them`;
  if (unit === undefined && before.unit !== undefined && layout.common['unit'] !== undefined && isTitle(only))
    return `“${shorten(only)}” stands above it, and does not say its unit: ${String(before.unit)} stands above that`;
  const metal = section?.['metal'];
  if (metal === undefined || places.some(([field]) => field === 'metal')) return undefined;
  const own = new Set(groups.map((group) => group.own['metal']));
  return own.has(undefined) || own.has(metal)
    ? undefined
    : `“${shorten(only)}” stands above it, and the heading says another metal: give each its own heading`;
}

const LONGEST_TITLE = 40;
const isTitle = (line: string) => line.length <= LONGEST_TITLE && !/\d|[.*]$/u.test(line) && !NOTE.test(line);

/** Whether a line speaks of prices again, after one of something else. */
export const endsOther = ({ cells }: TableRecord): boolean =>
  cells.some((cell) => typeof cell === 'string' && OF_PRICES.test(cell));

/** The whole unit that a short line says, whatever else it says: "Minor metals (USD/lb)". */
function unitOfSection(line: string): string | undefined {
  if (line.length > LONGEST_SECTION || /\d\s*$|=/u.test(line)) return undefined;
  const { value = '', rest } = takeUnit(line);
  const { money, mass } = readPricePer(withKnownUnits(value));
  return money === undefined || mass === undefined || /\d/u.test(rest) ? undefined : value;
}

/** "---", as texts draw a line below a heading. */
const RULE = /^:?[-=_–—]{2,}:?$/u;

const LONGEST_SECTION = 80;

/** What a line of one cell says of the rows below it; `undefined` where it says anything else besides, as a sentence does. */
function wholeSection(cells: readonly Cell[], materials: readonly Material[]): Row | undefined {
  const [only, ...others] = cells.filter((cell) => !isEmpty(cell));
  if (typeof only !== 'string' || others.length > 0 || only.length > LONGEST_SECTION) return undefined;
  const named = takeNamed(only, materials);
  if (named.material === undefined && named.unit === undefined) return undefined;
  return /[\p{L}\p{N}]/u.test(withoutNoise(takeRole(named.left).rest)) ? undefined : rowOf(named);
}

/** What the first lines say of those below them, before there is a price. */
export function firstSection(rows: readonly TableRecord[], materials: readonly Material[]): Row {
  const said: Record<string, string | number | boolean> = {};
  for (const { cells } of rows) {
    const section = wholeSection(cells, materials);
    if (section === undefined) break;
    Object.assign(said, section);
  }
  return said;
}

/**
 * A line of one cell over further rows: the metal or the day of those below it, where no column and no heading says it.
 * @example "Dysprosium oxide (USD/kg)" between two tables
 */
export function sectionIn({ cells }: TableRecord, layout: Layout, { materials, today }: RowContext): Row {
  const [first, ...others] = cells.filter((cell) => !isEmpty(cell));
  if (first === undefined || others.length > 0) return {};
  const { places, groups, dateParts } = layout;
  const has = (field: 'metal' | 'date' | 'unit') =>
    places.some(([one]) => one === field) || groups.every(({ own }) => own[field] !== undefined);
  const time = has('date') || dateParts !== undefined ? undefined : timeIn(first, today);
  if (time !== undefined) return { date: textOf(first) };
  const whole = wholeSection(cells, materials);
  if (whole?.['unit'] !== undefined && !has('metal') && !has('unit')) return whole;
  if (whole?.['unit'] !== undefined && whole['metal'] === undefined && !has('unit')) return whole;
  const named = takeNamed(textOf(first), materials);
  const unit = has('unit') ? undefined : unitOfSection(textOf(first));
  const said = unit === undefined ? {} : { unit };
  return named.material === undefined || has('metal') ? said : { ...rowOf(named), ...said };
}
