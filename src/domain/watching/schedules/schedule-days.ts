/** Which days of the calendar a schedule wants. Days are their midnights, as if in UTC; no clock has a part in it. */
import { DAY_MS, isoDate, midnightOf, weekdayOn } from '#src/domain/measure/days.ts';
import { Cron } from 'croner';
import { isHoliday } from '../calendar/holidays.ts';
import { isCalendar, ORDINALS, type MonthDay, type Schedule } from './schedule.ts';

/** No holidays of any country last for longer, with the weekends around them. */
const MOST_CLOSED_DAYS = 20;

const isWeekend = (day: number): boolean => ['sat', 'sun'].includes(weekdayOn(day));

/** Whether something comes on a day, holidays being as they are wished. */
export function comesOn(schedule: Schedule, day: number): boolean {
  const { holidays } = schedule;
  if (holidays === undefined) return fallsOn(schedule, day);
  const isClosed = (of: number) => isHoliday(holidays.country, isoDate(of));
  if (isClosed(day)) return false;
  if (fallsOn(schedule, day)) return true;
  if (holidays.instead === 'skip' || isWeekend(day)) return false;
  // The first workday after holidays has what they had.
  for (let back = 1; back <= MOST_CLOSED_DAYS; back += 1) {
    const before = day - back * DAY_MS;
    const closed = isClosed(before);
    if (!closed && !isWeekend(before)) return false;
    if (closed && fallsOn(schedule, before)) return true;
  }
  return false;
}

/** Whether a schedule names a day, whatever holiday it is. */
export function fallsOn(schedule: Schedule, day: number): boolean {
  const date = isoDate(day);
  const { from = date, until = date } = schedule;
  if (date < from || date > until) return false;
  switch (schedule.every) {
    case 'day':
      return isTurn(
        Math.floor(day / DAY_MS),
        anchorOf(schedule, (at) => Math.floor(at / DAY_MS)),
        schedule.interval,
      );
    case 'weekdays':
      return !isWeekend(day);
    case 'week':
      return (
        schedule.on.includes(weekdayOn(day)) &&
        isTurn(weekOf(day), anchorOf(schedule, weekOf), schedule.interval)
      );
    case 'once':
      return date === schedule.on;
    case 'cron':
      return cronOf(schedule.on).match(`${date}T00:00:00`);
    default: {
      const { on, interval = 1, anchor } = schedule;
      const month = monthOf(day);
      return on.some((wanted) => {
        if (!isDayOfMonth(wanted, day)) return false;
        if (anchor !== undefined) return isTurn(month, monthOf(midnightOf(anchor)), interval);
        // By the calendar: what counts from a month's end is at the end of the quarter, all else at its beginning.
        const isEnd = isCalendar(interval) && (wanted === 31 || String(wanted).startsWith('last'));
        return isTurn(month, isEnd ? interval - 1 : 0, interval);
      });
    }
  }
}

const isTurn = (at: number, first: number, interval = 1): boolean => (at - first) % interval === 0;

const anchorOf = ({ anchor }: Schedule, count: (day: number) => number): number =>
  anchor === undefined ? 0 : count(midnightOf(anchor));

/** Weeks since 1970, each from Monday on. */
const weekOf = (day: number): number => Math.floor((day / DAY_MS + 3) / 7);

/** Months since the year 0, January being 0. */
function monthOf(day: number): number {
  const date = new Date(day);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function isDayOfMonth(wanted: MonthDay, day: number): boolean {
  const date = new Date(day);
  const ofMonth = date.getUTCDate();
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  if (typeof wanted === 'number') return ofMonth === Math.min(wanted, last);
  const [ordinal, weekday] = wanted.split(' ');
  if (weekdayOn(day) !== weekday) return false;
  if (ordinal === 'last') return ofMonth + 7 > last;
  return ORDINALS[Math.floor((ofMonth - 1) / 7)] === ordinal;
}

const crons = new Map<string, Cron>();

function cronOf(days: string): Cron {
  const known = crons.get(days);
  if (known !== undefined) return known;
  const made = new Cron(`0 0 ${days}`, { timezone: 'UTC', paused: true });
  crons.set(days, made);
  return made;
}
