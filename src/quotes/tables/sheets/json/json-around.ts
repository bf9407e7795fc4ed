/** What stands around a list of JSON and is said of all its rows: titles, and fields that columns have elsewhere. */
import { readFormCell } from '#src/domain/reading/quotes/form-words.ts';
import { readMoneyCell } from '#src/domain/reading/quotes/read-cell.ts';
import { roleOf, type ColumnRole } from '#src/quotes/tables/columns/headings/heading-words.ts';
import type { Cell, NamedCells as Fields } from '../sheet.ts';
import type { IsName } from './json-paths.ts';
import { MOST_DEEP, cellOf, isObject, isScalar, isTime } from './json-values.ts';

export interface Within {
  readonly name: string;
  readonly titles: readonly string[];
  /** What holds of all rows below, as columns. */
  readonly fields: Fields;
}

/** Fields of what is around a list: what columns are called becomes one, and a title is a line above. */
export function ofObject(
  data: Record<string, unknown>,
  around: Within,
  isName: IsName,
): Pick<Within, 'titles' | 'fields'> {
  const fields = new Map(around.fields);
  const titles = [...around.titles];
  const all = Object.entries({ ...inMeta(data), ...data });
  const isNamed = all.some(([name, value]) => NAMED.test(name) && typeof value === 'string' && value !== '');
  const hasTitle = all.some(
    ([name, value]) => TITLES.test(name) && typeof value === 'string' && isName(value),
  );
  for (const [name, given] of all) {
    // "title": { "text": … }
    const value = TITLES.test(name) && isObject(given) ? given['text'] : given;
    if (value === undefined || !isScalar(value) || value === null || typeof value === 'boolean') continue;
    if (TITLES.test(name)) titles.push(String(value));
    // Of rates of metals: what they are counted in; of those of money, the metal.
    else if (BASE.test(name) && readMoneyCell(String(value)) !== undefined)
      fields.set('currency', cellOf(value));
    else if (BASE.test(name) && isName(String(value))) fields.set('product name', cellOf(value));
    else if (FREQUENCY.test(name) && LONG.test(String(value)))
      fields.set('period', String(value).toLowerCase());
    // A "type" says whether it is a list, or anything.
    else if (roleOf(name) === 'form' && readFormCell(String(value)) === undefined) continue;
    // A code beside a title that names the metal says no other.
    else if (roleOf(name) === 'metal' && hasTitle && CODE.test(String(value)) && !isName(String(value)))
      continue;
    // An exchange's symbol beside a name is none of the metal: "HG" is copper there.
    else if (INHERITED.has(roleOf(name)) && !(SYMBOL.test(name) && isNamed)) fields.set(name, cellOf(value));
  }
  const day = dayWithin(data);
  if (day !== undefined && ![...fields.keys()].some((name) => roleOf(name) === 'date'))
    fields.set('date', day);
  return { titles, fields };
}

/** The one day of objects that hold times alone: "timestamps": { "metal": … }. */
function dayWithin(data: Record<string, unknown>): string | undefined {
  const times = Object.entries(data).flatMap(([name, value]) =>
    isObject(value) && roleOf(name.replace(/s$/i, '')) === 'date' ? Object.values(value) : [],
  );
  const days = new Set(times.map((time) => (typeof time === 'string' && isTime(time) ? time : '')));
  const [day = ''] = days;
  return days.size === 1 && day !== '' ? day : undefined;
}

export const TITLES =
  /^(?:title|name|nombre|nome|nom|naam|nazwa|bezeichnung|titel|título|titulo|titolo|titre|description|label|long_?name|heading|caption|subtitle)$/i;

const BASE = /^(?:base|base_?(?:currency|code|ccy)|vs_?currency)$/i;

/** How long a time each value is of. Of days nothing needs to be said. */
const FREQUENCY = /^(?:freq|frequency|periodicity|interval|granularity)$/i;
const LONG = /^(?:weekly|monthly|quarterly|annual|yearly|week|month|quarter|year)$/i;

const CODE = /^[A-Z\d][A-Z\d_.:-]{1,30}$/;

const SYMBOL = /^(?:symbol|ticker|code|contract)$/i;

const NAMED = /^(?:(?:long_?)?name|title|description|metal|commodity|product|material)$/i;

export const META =
  /^(?:meta|metadata|info|header|series_?info|product|instrument|contract|commodity|security|asset|material)$/i;

/** The same where it holds nothing else. */
const OF_SERIES = /^(?:series|dataset|source|quote|rate|price|details?|about|terms|request|query|params)$/i;

export const INHERITED: ReadonlySet<ColumnRole | undefined> = new Set([
  'metal',
  'form',
  'purity',
  'terms',
  'place',
  'vat',
  'unit',
  'currency',
  'mass',
  'period',
  'payment',
  'date',
]);

const inMeta = (data: Record<string, unknown>): Record<string, unknown> =>
  Object.assign(
    {},
    ...Object.entries(data).map(([name, value]) =>
      isObject(value) && (META.test(name) || (OF_SERIES.test(name) && Object.values(value).every(isScalar)))
        ? value
        : {},
    ),
  );

/** What an object and those that it holds alone say of all rows. */
export function* saidWithin(data: Record<string, unknown>, deep: number): Generator<readonly [string, Cell]> {
  for (const [name, value] of Object.entries(data)) {
    const inner: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
    if (isScalar(value) && value !== null && INHERITED.has(roleOf(name))) yield [name, cellOf(value)];
    else if (deep < MOST_DEEP && isObject(inner)) yield* saidWithin(inner, deep + 1);
  }
}
