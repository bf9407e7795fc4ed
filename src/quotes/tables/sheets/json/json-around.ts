/** What stands around a list of JSON and is said of all its rows: titles, and fields that columns have elsewhere. */
import { readMoneyCell } from '#src/domain/reading/quotes/read-cell.ts';
import { roleOf, type ColumnRole } from '../../columns/heading-words.ts';
import type { Cell, NamedCells as Fields } from '../sheet.ts';
import { MOST_DEEP, cellOf, isObject, isScalar } from './json-values.ts';

export interface Within {
  readonly name: string;
  readonly titles: readonly string[];
  /** What holds of all rows below, as columns. */
  readonly fields: Fields;
}

/** Fields of what is around a list: what columns are called becomes one, and a title is a line above. */
export function ofObject(data: Record<string, unknown>, around: Within): Pick<Within, 'titles' | 'fields'> {
  const fields = new Map(around.fields);
  const titles = [...around.titles];
  const isNamed = Object.entries({ ...inMeta(data), ...data }).some(
    ([name, value]) => NAMED.test(name) && typeof value === 'string' && value !== '',
  );
  for (const [name, value] of Object.entries({ ...inMeta(data), ...data })) {
    if (!isScalar(value) || value === null || typeof value === 'boolean') continue;
    if (TITLES.test(name)) titles.push(String(value));
    // Of rates of metals: what they are counted in.
    else if (BASE.test(name) && readMoneyCell(String(value)) !== undefined)
      fields.set('currency', cellOf(value));
    // An exchange's symbol beside a name is none of the metal: "HG" is copper there.
    else if (INHERITED.has(roleOf(name)) && !(SYMBOL.test(name) && isNamed)) fields.set(name, cellOf(value));
  }
  return { titles, fields };
}

export const TITLES = /^(?:title|name|description|label|long_?name|heading|caption|subtitle)$/i;

const BASE = /^(?:base|base_?(?:currency|code|ccy)|vs_?currency)$/i;

const SYMBOL = /^(?:symbol|ticker|code|contract)$/i;

const NAMED = /^(?:(?:long_?)?name|title|description|metal|commodity|product|material)$/i;

export const META =
  /^(?:meta|metadata|info|header|series_?info|product|instrument|contract|commodity|security|asset|material)$/i;

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
    ...Object.entries(data).map(([name, value]) => (META.test(name) && isObject(value) ? value : {})),
  );

/** What an object and those that it holds alone say of all rows. */
export function* saidWithin(data: Record<string, unknown>, deep: number): Generator<readonly [string, Cell]> {
  for (const [name, value] of Object.entries(data)) {
    const inner: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
    if (isScalar(value) && value !== null && INHERITED.has(roleOf(name))) yield [name, cellOf(value)];
    else if (deep < MOST_DEEP && isObject(inner)) yield* saidWithin(inner, deep + 1);
  }
}
