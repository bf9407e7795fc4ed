/** When a digest comes, as its form holds it: checked, and turned into a schedule and back. */
import { WEEKDAYS } from '#src/domain/measure/days.ts';
import { z } from 'zod';
import { parseSchedule } from '#src/domain/watching/schedules/parse-schedule.ts';
import { DEFAULT_TIME } from '#src/domain/watching/schedules/parse-days.ts';
import {
  formatSchedule,
  formatTime,
  MOST_INTERVAL,
  MOST_TIMES,
  ORDINALS,
  type Around,
  type MonthDay,
  type Schedule,
} from '#src/domain/watching/schedules/schedule.ts';

/** `line`: what the other fields can't say, as one types it behind `/nd digest`. */
export const OFTEN = ['day', 'weekdays', 'week', 'date', 'ordinal', 'once', 'line'] as const;
export type Often = (typeof OFTEN)[number];

/** How it ends. */
export const ENDS = ['never', 'until', 'times'] as const;

/** What becomes of public holidays. */
export const ON_HOLIDAYS = ['as usual', 'skip', 'next'] as const;

const date = z.iso.date();
const optionalDate = date.optional();

/** What a form may hold of when, whoever sent it. */
export const whenChoice = z.object({
  often: z.enum(OFTEN),
  interval: z.int().min(1).max(MOST_INTERVAL.day),
  days: z.array(z.enum(WEEKDAYS)).max(7),
  dates: z.array(z.int().min(1).max(31)).max(31),
  ordinal: z.enum(ORDINALS),
  day: z.enum(WEEKDAYS),
  once: optionalDate,
  line: z.string().max(200),
  time: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
  from: optionalDate,
  ends: z.enum(ENDS),
  until: optionalDate,
  times: z.int().min(1).max(MOST_TIMES),
  holidays: z.enum(ON_HOLIDAYS),
  country: z.string().regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/),
  /** From when an interval counts, in one that there is already. */
  anchor: optionalDate,
});

export type WhenChoice = Readonly<z.output<typeof whenChoice>>;

export const newWhen: WhenChoice = {
  often: 'week',
  interval: 1,
  days: ['mon'],
  dates: [1],
  ordinal: 'first',
  day: 'mon',
  line: '',
  time: formatTime(DEFAULT_TIME),
  ends: 'never',
  times: 5,
  holidays: 'as usual',
  country: 'DE',
};

/** Why a choice can't be a schedule, by field. */
export function whenFaults(choice: WhenChoice): Readonly<Record<string, string>> {
  const { often, days, dates, once, ends, until, from } = choice;
  const read = often === 'line' ? parseSchedule(choice.line) : undefined;
  return {
    ...(often === 'week' && days.length === 0 ? { days: 'Choose at least one day.' } : {}),
    ...(often === 'date' && dates.length === 0 ? { dates: 'Choose at least one day.' } : {}),
    ...(often === 'once' && once === undefined ? { once: 'Choose a day.' } : {}),
    ...(read?.ok === false ? { line: read.reason } : {}),
    ...(ends === 'until' && until === undefined ? { until: 'Choose a day.' } : {}),
    ...(ends === 'until' && until !== undefined && from !== undefined && until < from
      ? { until: 'Choose a day after the first one.' }
      : {}),
  };
}

/** @throws Error where `whenFaults` has any */
export function scheduleOf(choice: WhenChoice): Schedule {
  const { often, day, ordinal, time } = choice;
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const interval = choice.interval > 1 ? { interval: choice.interval } : {};
  const rest = { ...interval, ...aroundOf(choice), time: { hour, minute } };
  switch (often) {
    case 'week':
      return { every: 'week', on: choice.days, ...rest };
    case 'date':
      return { every: 'month', on: choice.dates, ...rest };
    case 'ordinal':
      return { every: 'month', on: [`${ordinal} ${day}`], ...rest };
    case 'day':
      return { every: 'day', ...rest };
    case 'weekdays':
      return { every: 'weekdays', ...aroundOf(choice), time: rest.time };
    case 'once':
      return { every: 'once', on: choice.once ?? '', ...aroundOf(choice), time: rest.time };
    default: {
      const read = parseSchedule(choice.line);
      if (!read.ok) throw new Error(`the line of a digest can't be read: ${read.reason}`);
      return { ...read.schedule, ...aroundOf(choice) };
    }
  }
}

function aroundOf({ from, ends, until, times, holidays, country, anchor, often }: WhenChoice): Around {
  return {
    ...(from === undefined || often === 'once' ? {} : { from }),
    ...(ends === 'never' || until === undefined || often === 'once' ? {} : { until }),
    ...(ends === 'times' && often !== 'once' ? { times } : {}),
    ...(holidays === 'as usual' ? {} : { holidays: { country, instead: holidays } }),
    ...(anchor === undefined ? {} : { anchor }),
  };
}

/** The fields of a schedule that there is already. */
export function whenOf(schedule: Schedule): WhenChoice {
  const { from, until, times, holidays, anchor, time } = schedule;
  const { interval = 1 } = 'interval' in schedule ? schedule : {};
  const around = {
    ...newWhen,
    interval,
    time: formatTime(time),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(anchor === undefined ? {} : { anchor }),
    ...(holidays === undefined ? {} : { holidays: holidays.instead, country: holidays.country }),
    ends:
      times !== undefined
        ? ('times' as const)
        : until === undefined
          ? ('never' as const)
          : ('until' as const),
    ...(times === undefined ? {} : { times }),
  };
  switch (schedule.every) {
    case 'day':
    case 'weekdays':
      return { ...around, often: schedule.every };
    case 'week':
      return { ...around, often: 'week', days: [...schedule.on] };
    case 'once':
      return { ...around, often: 'once', once: schedule.on };
    case 'month':
      return { ...around, ...monthFields(schedule, schedule.on) };
    default:
      return { ...around, often: 'line', line: bareLine(schedule) };
  }
}

function monthFields(schedule: Schedule, on: readonly MonthDay[]): Partial<WhenChoice> {
  const dates = on.filter((day) => typeof day === 'number');
  if (dates.length === on.length) return { often: 'date', dates };
  const [only, ...others] = on;
  if (typeof only !== 'string' || others.length > 0) return { often: 'line', line: bareLine(schedule) };
  const [ordinal, day] = [
    ORDINALS.find((one) => only.startsWith(one)),
    WEEKDAYS.find((one) => only.endsWith(one)),
  ];
  return { often: 'ordinal', ...(ordinal && { ordinal }), ...(day && { day }) };
}

/** Without what other fields hold. */
function bareLine({ anchor: _a, from: _f, until: _u, times: _t, holidays: _h, ...plain }: Schedule): string {
  return formatSchedule(plain);
}
