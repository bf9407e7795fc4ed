/** Rows below the heading that are none: notes, totals, the heading again; and what a line between rows says of those below it. */
import { shorten } from '#src/domain/measure/days.ts';
import { takeNamed } from '#src/domain/reading/quotes/read-subject.ts';
import { timeIn } from './find-heading.ts';
import type { Layout } from './layout.ts';
import { rowOf } from './read-heading.ts';
import type { Row, RowContext } from './row.ts';
import { isEmpty, textOf, type TableRecord } from './sheet.ts';

const NOTE =
  /^(?:source|sources|note|notes|\*|†|‡|\(?\d+\)|copyright|©|disclaimer|quelle|anmerkung|hinweis|updated?|last updated|prices? (?:are|in)|all prices|n\.?[abq]\.?\s*[:=]|注|说明|来源|数据来源|备注)/iu;
const TOTAL =
  /^(?:(?:grand )?totals?|sums?|averages?|avg\.?|means?|monthly average|month average|min(?:imum)?|max(?:imum)?|high(?:est)?|low(?:est)?|median|std\.? dev\.?|count|change|gesamt|summe|mittelwert|durchschnitt|moyenne|合计|总计|平均|均价|平均值|最高|最低|涨跌)(?:\s*[:：]|\s|$)/iu;

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
  if (typeof first === 'string' && NOTE.test(text) && filled.length < 3)
    return `it is a note (“${shorten(text)}”)`;
  const isUndated = dateParts === undefined && places.every(([field]) => field !== 'date');
  if (filled.length === 1 && columns.length > 1 && isUndated && timeIn(first, today) !== undefined)
    return `it is the day of the rows below it (“${shorten(text)}”)`;
  const at = cells.findIndex((cell) => !isEmpty(cell));
  if (typeof first === 'string' && TOTAL.test(text) && places.some(([, place]) => place === at))
    return `it is a total (“${shorten(text)}”)`;
  if (filled.length === 1 && columns.length > 1 && typeof first === 'string' && /\p{L}{3}/u.test(text))
    return `it is a note (“${shorten(text)}”)`;
  const again = columns.filter(
    ({ at: place, heading }) => heading !== '' && textOf(cells[place]) === heading,
  ).length;
  return again > 1 && again >= filled.length - 1 ? 'it is the heading again' : undefined;
}

/**
 * A line of one cell over further rows: the metal or the day of those below it, where no column and no heading says it.
 * @example "Dysprosium oxide (USD/kg)" between two tables
 */
export function sectionIn({ cells }: TableRecord, layout: Layout, { materials, today }: RowContext): Row {
  const [first, ...others] = cells.filter((cell) => !isEmpty(cell));
  if (first === undefined || others.length > 0) return {};
  const { places, groups, dateParts } = layout;
  const has = (field: 'metal' | 'date') =>
    places.some(([one]) => one === field) || groups.every(({ own }) => own[field] !== undefined);
  const time = has('date') || dateParts !== undefined ? undefined : timeIn(first, today);
  if (time !== undefined) return { date: textOf(first) };
  const named = takeNamed(textOf(first), materials);
  return named.material === undefined || has('metal') ? {} : rowOf(named);
}
