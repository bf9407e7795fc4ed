/** When a digest is to come, from what a request says of it: a schedule, or what is missing or can't be had. */
import { dayName, WEEKDAYS } from '#src/domain/measure/days.ts';
import type { Schedule } from '#src/domain/watching/schedules/schedule.ts';
import { scheduleOfAsked } from '#src/domain/watching/schedules/schedule-of-asked.ts';
import { scheduleInWords } from '#src/domain/watching/schedules/schedule-words.ts';
import type { AskedRequest, AskedSchedule } from '#src/domain/watching/requests/request.ts';
import { CITY_ZONES } from '#src/domain/watching/schedules/zones.ts';
import type { Choice, Option } from './draft.ts';

interface DraftedSchedule {
  /** `undefined` while something is to be chosen. */
  readonly schedule: Schedule | undefined;
  readonly choices: readonly Choice[];
  readonly notes: readonly string[];
}

/** What it leaves out is asked, or taken for granted and said. */
export function draftSchedule({
  schedule: asked = {},
  cannot,
  ask,
}: Pick<AskedRequest, 'schedule' | 'cannot' | 'ask'>): DraftedSchedule {
  const never = cannot.flatMap((slot) => NEVER[slot] ?? []);
  const isDay =
    asked.once !== undefined ||
    asked.cron !== undefined ||
    asked.every === 'day' ||
    asked.every === 'weekday';
  const open = !isDay && (asked.every === undefined || asked.on === undefined);
  const read = open ? undefined : scheduleOfAsked(asked);
  const schedule = never.length === 0 && read?.ok === true ? read.schedule : undefined;
  const timeless = asked.at === undefined && asked.cron === undefined;
  const unclear = ask.includes('schedule.zone');
  return {
    schedule: unclear ? undefined : schedule,
    notes: [
      ...never,
      ...(read?.ok === false ? [read.reason] : []),
      ...(timeless ? ['You named no time of day: 09:00 unless you choose another.'] : []),
    ],
    choices: [
      ...(schedule === undefined ? [often(asked)] : []),
      ...(timeless ? [AT] : []),
      ...(unclear ? [ZONE] : []),
    ],
  };
}

const NEVER: Readonly<Record<string, string>> = {
  schedule: 'I can’t do that: once a day is the most.',
  'schedule.every': 'More often than once a day isn’t possible: once a day is the most.',
  'schedule.on':
    'I can’t tell such a day. I know days of the week and of the month, and those such as the first Monday.',
  'schedule.zone': 'I can’t tell which time zone that is.',
  'schedule.at': 'I can’t tell that time of day.',
};

const AT: Choice = {
  slot: 'schedule.at',
  label: 'At which time?',
  type: 'time',
  options: [],
  chosen: '09:00',
};

/** Cities that an abbreviation of several zones may mean. */
const ZONE: Choice = {
  slot: 'schedule.zone',
  label: 'By the clock of which place?',
  type: 'one',
  options: ['UTC', ...new Set(Object.values(CITY_ZONES))]
    .map((zone) => ({ value: zone, words: zone }))
    .slice(0, 100),
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const MONDAY_FIRST = [...WEEKDAYS.slice(1), 'sun'] as const;
const WEEKLY: readonly Option[] = MONDAY_FIRST.map((day) => ({
  value: `week ${day}`,
  words: `Every ${dayName(day)}`,
}));
const MONTHLY: readonly Option[] = ['1', '15', 'last', 'first mon', 'last fri'].map((on) => {
  const read = scheduleOfAsked(scheduleOfOption(`month ${on}`) ?? {});
  const words = read.ok ? scheduleInWords(read.schedule).replace(/,? at 09:00$/, '') : on;
  return { value: `month ${on}`, words: capital(words) };
});
const DAILY: readonly Option[] = [
  { value: 'day', words: 'Every day' },
  { value: 'weekday', words: 'Monday to Friday' },
];

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
