/** A schedule in words, for people. */
import { MONTH_NAMES, dayName, weekdayIn, weekdayOn, dayInWords } from '#src/domain/measure/days.ts';
import { listInWords } from '#src/domain/topics/topic.ts';
import { formatTime, isCalendar, type MonthDay, type Schedule, type WallTime } from './schedule.ts';

const ORDINAL_WORDS = [
  '',
  'every',
  'every second',
  'every third',
  'every fourth',
  'every fifth',
  'every sixth',
];

/**
 * @example "on the first Monday of each month at 09:00", "every second Tuesday at 09:00, until 31 Mar 2027"
 */
export function scheduleInWords(schedule: Schedule): string {
  const { from, until, times, holidays } = schedule;
  const end =
    times !== undefined
      ? times === 1
        ? 'one time'
        : `${times} times${until === undefined ? '' : `, the last by ${dayInWords(until)}`}`
      : until === undefined
        ? undefined
        : `until ${dayInWords(until)}`;
  return [
    `${daysInWords(schedule)} at ${formatTime(schedule.time)}`,
    ...(from === undefined ? [] : [`from ${dayInWords(from)}`]),
    ...(end === undefined ? [] : [end]),
    ...(holidays === undefined ? [] : [holidaysInWords(holidays)]),
  ].join(', ');
}

function holidaysInWords({ country, instead }: NonNullable<Schedule['holidays']>): string {
  const where = countryName(country);
  return instead === 'skip'
    ? `not on public holidays of ${where}`
    : `on the next workday where it is a public holiday of ${where}`;
}

const REGIONS = new Intl.DisplayNames('en', { type: 'region' });

/** @example countryName('DE-BY') // "Germany (BY)" */
export function countryName(country: string): string {
  const [code = '', part] = country.split('-');
  const name = REGIONS.of(code) ?? code;
  return part === undefined ? name : `${name} (${part})`;
}

function daysInWords(schedule: Schedule): string {
  const { interval = 1 } = 'interval' in schedule ? schedule : {};
  switch (schedule.every) {
    case 'day':
      return interval > 1 ? `every ${interval} days` : 'every day';
    case 'weekdays':
      return 'Monday to Friday';
    case 'once':
      return `once, on ${dayOfDate(schedule.on)}${dayInWords(schedule.on)},`;
    case 'cron':
      return `on the days of the cron line “${cronLine(schedule.time, schedule.on)}”`;
    case 'week': {
      const days = listInWords(schedule.on.map(dayName));
      if (interval === 1) return `every ${days}`;
      const every = ORDINAL_WORDS[interval];
      return schedule.on.length === 1 && every !== undefined
        ? `${every} ${days}`
        : `on ${days} of ${every === undefined ? `every ${interval} weeks` : `${every} week`}`;
    }
    default:
      return monthDaysInWords(schedule.on, interval, schedule.anchor);
  }
}

const dayOfDate = (date: string): string => `${dayName(weekdayOn(date)).slice(0, 3)} `;

/** @example cronLine({ hour: 9, minute: 0 }, '* * 1') // "0 9 * * 1" */
const cronLine = ({ hour, minute }: WallTime, days: string): string => `${minute} ${hour} ${days}`;

function monthDaysInWords(on: readonly MonthDay[], interval: number, anchor: string | undefined): string {
  const days = `on ${listInWords(on.map(monthDayInWords))}`;
  // Not every month has a 29th: only then is its last day another one.
  const short = on.some((day) => typeof day === 'number' && day > 28 && day < 31);
  const of = `of ${monthsInWords(on, interval, anchor)}`;
  return short ? `${days} ${of}, or its last day,` : `${days} ${of}`;
}

function monthDayInWords(day: MonthDay): string {
  if (day === 31) return 'the last day';
  if (typeof day === 'number') return `day ${day}`;
  const [ordinal = '', name = ''] = day.split(' ');
  return `the ${ordinal} ${dayName(weekdayIn(name) ?? 'mon')}`;
}

function monthsInWords(on: readonly MonthDay[], interval: number, anchor: string | undefined): string {
  if (interval === 1) return 'each month';
  if (interval === 3 && anchor === undefined) return 'each quarter';
  // Of half-years and years by the calendar, where all days are at one end of them; of others where it began.
  const ends = new Set(on.map((day) => day === 31 || String(day).startsWith('last')));
  const byCalendar = isCalendar(interval) && anchor === undefined;
  if (byCalendar && ends.size > 1) return interval === 6 ? 'each half-year' : 'each year';
  if (!byCalendar && (anchor === undefined || interval < 3 || 12 % interval !== 0))
    return `${ORDINAL_WORDS[interval] ?? `every ${interval}th`} month`;
  const first = byCalendar ? (ends.has(true) ? interval - 1 : 0) : Number(anchor?.slice(5, 7)) - 1;
  const months = Array.from({ length: 12 / interval }, (_, i) => (first + i * interval) % 12);
  return listInWords(months.toSorted((a, b) => a - b).map((month) => MONTH_NAMES[month] ?? ''));
}
