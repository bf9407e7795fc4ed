/** Values of JSON as services wrap them, put plainly: {"$date": …}, {"v": "2610.50"}, "/Date(1795132800000)/", "Date(2026,10,20)". */
import { isoDate } from '#src/domain/measure/days.ts';

/** What holds a value alone, or beside the text that it is shown as. */
const WRAPPERS: ReadonlySet<string> = new Set(['v', 'c']);
const SHOWN_AS = 'f';

const COUNTED = /^\/Date\((-?\d{10,14})(?:[+-]\d{4})?\)\/$/;
/** Months count from 0 there. */
const MADE = /^(?:new )?Date\((\d{4}), ?(\d{1,2}), ?(\d{1,2})(?:, ?\d{1,2}){0,4}\)$/;

/** What `JSON.parse` gives for a value in its place. */
export function unwrapped(_: string, value: unknown): unknown {
  if (typeof value === 'string') return value.includes('Date(') ? dateIn(value) : value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const names = Object.keys(value);
  if (names.length === 0 || names.length > 2) return value;
  const entries = Object.entries(value).filter(([name]) => name !== SHOWN_AS);
  const [only, ...others] = entries;
  if (only === undefined || others.length > 0) return value;
  const [name, own] = only;
  return name.startsWith('$') || WRAPPERS.has(name) ? own : value;
}

function dateIn(text: string): string | number {
  const counted = COUNTED.exec(text)?.[1];
  if (counted !== undefined) return Number(counted);
  const [, year, month, day] = MADE.exec(text) ?? [];
  return day === undefined ? text : isoDate(Date.UTC(Number(year), Number(month), Number(day)));
}
