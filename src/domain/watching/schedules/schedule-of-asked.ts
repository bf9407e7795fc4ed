/** A schedule from what somebody said of it, or what is missing or can't be had. */
import type { AskedSchedule } from '../requests/request.ts';
import { parseSchedule, type ParsedSchedule } from './parse-schedule.ts';
import { formatTime, type Schedule } from './schedule.ts';

const EVERY = { day: 'days', week: 'weeks', month: 'months' } as const;

const listed = <T extends string | number>(one: T | readonly T[] | undefined): readonly T[] =>
  one === undefined ? [] : typeof one === 'object' ? one : [one];

/**
 * Without a time of day, 09:00. What is said has been checked nowhere before: it is read like a line that somebody types.
 * @param asked As the readers of requests give it
 * @returns also the zone that was named
 */
export function scheduleOfAsked(asked: AskedSchedule): ParsedSchedule {
  const days = daysOf(asked);
  if (days === undefined)
    return { ok: false, reason: 'Say how often: every day, on weekdays, every week or every month.' };
  const [at, more] = listed(asked.at);
  if (more !== undefined) return { ok: false, reason: 'One post a day is the most: say one time of day.' };
  const { from, until, times, holidays, country, zone } = asked;
  if (holidays !== undefined && country === undefined)
    return { ok: false, reason: 'Say of which country the holidays are: “skip German holidays”.' };
  const line = [
    days,
    ...(at === undefined || asked.cron !== undefined ? [] : [at]),
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(until === undefined ? [] : [`until ${until}`]),
    ...(times === undefined ? [] : [`${times} times`]),
    ...(holidays === undefined ? [] : [`holidays ${country} ${holidays}`]),
  ].join(' ');
  const parsed = parseSchedule(line);
  return parsed.ok ? { ...parsed, zone } : parsed;
}

function daysOf({ every, interval = 1, on, once, cron }: AskedSchedule): string | undefined {
  if (cron !== undefined) return `cron ${cron}`;
  if (once !== undefined) return `once ${once}`;
  if (every === undefined) return undefined;
  if (every === 'weekday') return 'weekdays';
  return `every ${interval} ${EVERY[every]} ${listed(on).join(',')}`;
}

/** The same in the words of requests: what a form is filled from, and what the sentence that would make it says. */
export function askedOfSchedule(schedule: Schedule, zone: string): AskedSchedule {
  const { from, until, times, holidays } = schedule;
  const interval =
    'interval' in schedule && schedule.interval !== undefined ? { interval: schedule.interval } : {};
  const around = {
    zone,
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(times === undefined ? {} : { times }),
    ...(holidays === undefined ? {} : { holidays: holidays.instead, country: holidays.country }),
  };
  const at = formatTime(schedule.time);
  switch (schedule.every) {
    case 'cron': {
      const { hour, minute } = schedule.time;
      return { cron: `${minute} ${hour} ${schedule.on}`, ...around };
    }
    case 'once':
      return { once: schedule.on, at, ...around };
    case 'day':
      return { every: 'day', ...interval, at, ...around };
    case 'weekdays':
      return { every: 'weekday', at, ...around };
    case 'week':
      return { every: 'week', ...interval, on: schedule.on, at, ...around };
    default:
      return {
        every: 'month',
        ...interval,
        on: schedule.on.map((day) => (day === 31 ? 'last' : day)),
        at,
        ...around,
      };
  }
}
