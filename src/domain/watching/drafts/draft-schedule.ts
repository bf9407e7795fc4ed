/** When a digest is to come, from what a request says of it: as the rows of digests have it, or what is missing or can't be had. */
import {
  DAY_NAMES,
  ORDINALS,
  scheduleInWords,
  WEEKDAYS,
  type Schedule,
  type WallTime,
  type Weekday,
} from '#src/domain/watching/schedule.ts';
import { DEFAULT_TIME } from '#src/domain/watching/parse-schedule.ts';
import type { AskedRequest, AskedSchedule } from '#src/domain/watching/requests/request.ts';
import type { Choice, Option } from './draft.ts';

interface DraftedSchedule {
  /** `undefined` while something is to be chosen. */
  readonly schedule: Schedule | undefined;
  readonly choices: readonly Choice[];
  readonly notes: readonly string[];
}

/** @param asked What is left out of it is asked, or taken for granted and said. */
export function draftSchedule({
  schedule: asked = {},
  cannot,
}: Pick<AskedRequest, 'schedule' | 'cannot'>): DraftedSchedule {
  const notes = [...cannot.flatMap((slot) => NEVER[slot] ?? []), ...notKept(asked)];
  const at = timeOf(asked);
  const days = notes.length > 0 ? undefined : daysOf(asked);
  return {
    schedule: days && { ...days, time: at ?? DEFAULT_TIME },
    notes: [...notes, ...(at === undefined ? ['You named no time: 09:00 unless you choose another.'] : [])],
    choices: [
      ...(days === undefined ? [often(asked)] : []),
      ...(at === undefined
        ? [
            {
              slot: 'schedule.at' as const,
              label: 'At which time?',
              type: 'time' as const,
              options: [],
              chosen: '09:00',
            },
          ]
        : []),
    ],
  };
}

const NEVER: Readonly<Record<string, string>> = {
  'schedule.every':
    'More often than once a day isn’t possible: once a day is the most. Choose how often below.',
  'schedule.on':
    'I can’t tell such a day. I know days of the week, days of the month, and those such as the first Monday.',
  'schedule.zone': 'I can’t tell which time zone that is.',
  schedule: 'I can’t do that: once a day is the most.',
};

/** What rows have no place for: said, and nothing else is set up in its place before somebody chooses it. */
function notKept({
  interval,
  on,
  at,
  once,
  from,
  until,
  times,
  cron,
  holidays,
}: AskedSchedule): readonly string[] {
  const lost = [
    interval === undefined ? undefined : 'every second one, or fewer',
    Array.isArray(on) && on.length > 1 ? 'several days' : undefined,
    Array.isArray(at) && at.length > 1 ? 'several times a day' : undefined,
    once === undefined ? undefined : 'once only',
    from === undefined ? undefined : 'a first day',
    until === undefined && times === undefined ? undefined : 'an end',
    cron === undefined ? undefined : 'cron lines',
    holidays === undefined ? undefined : 'holidays',
  ].filter((words) => words !== undefined);
  return lost.length === 0
    ? []
    : [`I can’t keep that: a digest has no place for ${lost.join(', ')}. Choose the nearest below.`];
}

const first = <T extends string | number>(value: T | readonly T[] | undefined): T | undefined =>
  typeof value === 'object' ? value[0] : value;

function timeOf({ at }: AskedSchedule): WallTime | undefined {
  const [hour, minute] = (first(at) ?? '').split(':').map(Number);
  return hour === undefined || minute === undefined ? undefined : { hour, minute };
}

type Days = Schedule extends infer One ? (One extends Schedule ? Omit<One, 'time'> : never) : never;

/** The days alone; `undefined` where that is not said. */
function daysOf({ every, on }: AskedSchedule): Days | undefined {
  if (every === 'day') return { every: 'day' };
  if (every === 'weekday') return { every: 'weekdays' };
  const day = first(on);
  if (every === undefined || day === undefined) return undefined;
  if (every === 'week') return withDay((weekday) => ({ every: 'week', day: weekday }), day);
  if (typeof day === 'number') return { every: 'month', date: day };
  if (day === 'last') return { every: 'month', date: 31 };
  const [which, weekday = ''] = day.split(' ');
  const ordinal = ORDINALS.find((one) => one === which);
  return ordinal && withDay((found) => ({ every: 'month', ordinal, day: found }), weekday);
}

function withDay(make: (day: Weekday) => Days, named: string | number): Days | undefined {
  const day = WEEKDAYS.find((one) => one === named);
  return day && make(day);
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const MONDAY_FIRST = [...WEEKDAYS.slice(1), 'sun'] as const;
const WEEKLY: readonly Option[] = MONDAY_FIRST.map((day) => ({
  value: `week ${day}`,
  words: `Every ${DAY_NAMES[WEEKDAYS.indexOf(day)] ?? day}`,
}));
const MONTHLY: readonly Option[] = ['1', '15', 'last', 'first mon', 'last fri'].map((on) => {
  const days = daysOf({ every: 'month', on: /^\d/.test(on) ? Number(on) : on });
  return { value: `month ${on}`, words: days === undefined ? on : capital(withoutTime(days)) };
});
const DAILY: readonly Option[] = [
  { value: 'day', words: 'Every day' },
  { value: 'weekday', words: 'Monday to Friday' },
];

function withoutTime(days: Days): string {
  return scheduleInWords({ ...days, time: DEFAULT_TIME }).replace(/,? at 09:00$/, '');
}

/** How often, among what fits what is said: of a week its days, of a month its days, or all. */
function often({ every }: AskedSchedule): Choice {
  const [label, options] =
    every === 'week'
      ? ['On which day?', WEEKLY]
      : every === 'month'
        ? ['On which day of the month?', MONTHLY]
        : ['How often?', [...DAILY, ...WEEKLY, ...MONTHLY]];
  return { slot: 'schedule', label, type: 'one', options };
}

/** What an option of `often` says. @example scheduleOfOption('week tue') // { every: 'week', on: 'tue' } */
export function scheduleOfOption(value: string): Pick<AskedSchedule, 'every' | 'on'> | undefined {
  const [every = '', ...rest] = value.split(' ');
  const on = rest.join(' ');
  if (every === 'day' || every === 'weekday') return { every };
  if ((every !== 'week' && every !== 'month') || on === '') return undefined;
  return { every, on: /^\d+$/.test(on) ? Number(on) : on };
}
