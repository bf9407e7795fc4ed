/** Values of JSON as services wrap them, put plainly: {"$date": …}, {"v": "2610.50"}, "/Date(1795132800000)/", "Date(2026,10,20)". */
import { roleOf } from '#src/quotes/tables/columns/headings/heading-words.ts';
import { isoDate } from '#src/domain/measure/days.ts';

/** What holds a value alone, or beside the text that it is shown as. */
const WRAPPERS: ReadonlySet<string> = new Set(['v', 'c']);
const SHOWN_AS = 'f';

const COUNTED = /^\/Date\((-?\d{10,14})(?:[+-]\d{4})?\)\/$/;
/** Months count from 0 there. */
const MADE = /^(?:new )?Date\((\d{4}), ?(\d{1,2}), ?(\d{1,2})(?:, ?\d{1,2}){0,4}\)$/;

/** Names of what a pair of a list calls its field, and what it holds. */
const [FIELD, HELD] = [/^(?:name|key|field|column|label|attribute|k)$/i, /^(?:value|val|v|text|content)$/i];
/** Of an element with attributes. */
const TEXT = '#text';

/** What `JSON.parse` gives for a value in its place. */
export function unwrapped(_: string, value: unknown): unknown {
  if (typeof value === 'string') return value.includes('Date(') ? dateIn(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return fieldsIn(value) ?? value;
  const names = Object.keys(value);
  if (names.includes(TEXT) && !names.includes('value'))
    return Object.fromEntries(
      Object.entries(value).map(([name, own]) => [name === TEXT ? 'value' : name, own]),
    );
  if (names.length === 0 || names.length > 2) return value;
  const entries = Object.entries(value).filter(([name]) => name !== SHOWN_AS);
  const [only, ...others] = entries;
  if (only === undefined || others.length > 0) return value;
  const [name, own] = only;
  return name.startsWith('$') || WRAPPERS.has(name) ? own : value;
}

/** A row as a list of its fields: [{ "name": "Date", "value": "2026-11-20" }, …]. */
function fieldsIn(list: readonly unknown[]): Record<string, unknown> | undefined {
  const pairs = list.map((one) => {
    if (typeof one !== 'object' || one === null) return undefined;
    const entries = Object.entries(one);
    const field: unknown = entries.find(([name]) => FIELD.test(name))?.[1];
    const held = entries.find(([name]) => HELD.test(name));
    return entries.length === 2 && typeof field === 'string' && held !== undefined
      ? ([field, held[1]] as const)
      : undefined;
  });
  const all = pairs.filter((pair) => pair !== undefined);
  const roles = new Set(all.flatMap(([name]) => roleOf(name) ?? []));
  const isRow = pairs.length === all.length && new Set(all.map(([name]) => name)).size === all.length;
  return isRow && roles.has('price') && roles.size > 1 ? Object.fromEntries(all) : undefined;
}

function dateIn(text: string): string | number {
  const counted = COUNTED.exec(text)?.[1];
  if (counted !== undefined) return Number(counted);
  const [, year, month, day] = MADE.exec(text) ?? [];
  return day === undefined ? text : isoDate(Date.UTC(Number(year), Number(month), Number(day)));
}
