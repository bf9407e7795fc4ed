/** Public holidays of countries, from the library date-holidays. */
import { createRequire } from 'node:module';
import type Holidays from 'date-holidays';
import { addDays, DAY_MS } from '#src/domain/measure/days.ts';
import feasts from './feasts.json' with { type: 'json' };

/** Half a second and 20 MB: only for whoever wants holidays, and once. */
let library: typeof Holidays | undefined;
function load(): typeof Holidays {
  const loaded: typeof Holidays = library ?? createRequire(import.meta.url)('date-holidays');
  library = loaded;
  return loaded;
}

const calendars = new Map<string, Holidays>();
const years = new Map<string, ReadonlySet<string>>();

/** By "DE" or, for a part of a country, "DE-BY"; `undefined` where the library knows none such. */
function calendarOf(country: string): Holidays | undefined {
  const known = calendars.get(country);
  if (known !== undefined) return known;
  const Library = load();
  const [code = '', part = ''] = country.split('-');
  if (!Object.hasOwn(new Library().getCountries(), code)) return undefined;
  if (part !== '' && !Object.hasOwn(new Library().getStates(code) ?? {}, part)) return undefined;
  const made = part === '' ? new Library(code) : new Library(code, part);
  calendars.set(country, made);
  return made;
}

/** Whether there is a calendar of holidays for it. @param country "DE", "DE-BY" */
export const hasHolidays = (country: string): boolean => calendarOf(country) !== undefined;

/**
 * Whether a day is a public holiday: no work there, by law. Half days, and what is only observed, are none.
 * @param date ISO date
 */
export function isHoliday(country: string, date: string): boolean {
  const year = date.slice(0, 4);
  const key = `${country} ${year}`;
  let days = years.get(key);
  if (days === undefined) {
    const all = calendarOf(country)?.getHolidays(Number(year)) ?? [];
    days = new Set(all.filter(({ type }) => type === 'public').flatMap(daysOf));
    years.set(key, days);
  }
  return days.has(date);
}

/** Feasts as people name them where they say until when, each by a country that keeps it and what it is called there. */
const FEASTS: ReadonlyMap<string, readonly [country: string, name: string]> = new Map(
  Object.entries(feasts).flatMap(([name, [country, known]]) =>
    country === undefined || known === undefined ? [] : [[name, [country, known]] as const],
  ),
);
export const FEAST_NAMES: readonly string[] = [...FEASTS.keys()];

/** The next day of a feast; of several days the first. @param today ISO date @example feastDay('easter', '2026-11-23') // "2027-03-28" */
export function feastDay(feast: string, today: string): string | undefined {
  const found = FEASTS.get(feast);
  if (found === undefined) return undefined;
  const [country, name] = found;
  const Library = load();
  const calendar = new Library(country, { languages: ['en'] });
  const year = Number(today.slice(0, 4));
  const all = [year, year + 1].flatMap((one) => calendar.getHolidays(one));
  return all
    .filter((day) => day.name === name)
    .map(({ date }) => date.slice(0, 10))
    .find((date) => date >= today);
}

/** The days of one: some last for several. */
function daysOf({
  date,
  start,
  end,
}: {
  readonly date: string;
  readonly start: Date;
  readonly end: Date;
}): readonly string[] {
  const first = date.slice(0, 10);
  const count = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY_MS));
  return Array.from({ length: count }, (_, i) => addDays(first, i));
}
