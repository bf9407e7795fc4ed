/** The fields of a digest's form that say when it comes: which ones there are depends on what is chosen. */
import { dayName, WEEKDAYS } from '#src/domain/measure/days.ts';
import type { InputBlock, PlainTextOption } from '@slack/types';
import { COUNTRIES } from '#src/domain/watching/calendar/countries.ts';
import { countryName } from '#src/domain/watching/schedules/schedule-words.ts';
import { MOST_TIMES, ORDINALS } from '#src/domain/watching/schedules/schedule.ts';
import { plainText } from '#src/presentation/plain-object.ts';
import type { FormChoice } from './form-choice.ts';
import { action, input, option, picked, select } from './form-fields.ts';
import { ENDS, OFTEN, ON_HOLIDAYS, type Often } from './form-schedule.ts';

const OFTEN_WORDS: Readonly<Record<Often, string>> = {
  day: 'Every day',
  weekdays: 'Monday to Friday',
  week: 'Every week',
  date: 'Every month, on a day such as the 1st',
  ordinal: 'Every month, on a day such as the first Monday',
  once: 'Once',
  line: 'Otherwise: typed as one line',
};
const ENDS_WORDS = { never: 'Never', until: 'After a day', times: 'After a number of posts' } as const;
const HOLIDAY_WORDS = {
  'as usual': 'It comes as on other days',
  skip: 'Nothing comes',
  next: 'It comes on the next workday',
} as const;

const INTERVALS = {
  day: { 1: 'each', 2: 'every second', 3: 'every third', 4: 'every fourth', 10: 'every tenth' },
  week: { 1: 'each', 2: 'every second', 3: 'every third', 4: 'every fourth' },
  month: {
    1: 'each',
    2: 'every second',
    3: 'once a quarter',
    4: 'every fourth',
    6: 'once in half a year',
    12: 'once a year',
  },
} as const;

const LAST_DAY = 31;

export function whenFields(choice: FormChoice): readonly InputBlock[] {
  return [
    select(
      'often',
      'How often',
      OFTEN.map((value) => option(value, OFTEN_WORDS[value])),
      choice.often,
    ),
    ...intervalFields(choice),
    ...dayFields(choice),
    ...(choice.often === 'line'
      ? []
      : [input('time', 'At', { type: 'timepicker', ...action('time'), initial_time: choice.time })]),
    input('zone', 'Time zone', {
      type: 'external_select',
      ...action('zone'),
      min_query_length: 2,
      initial_option: option(choice.zone, choice.zone),
    }),
    ...endFields(choice),
    ...holidayFields(choice),
  ];
}

function intervalFields({ often, interval }: FormChoice): readonly InputBlock[] {
  const unit =
    often === 'day' || often === 'week'
      ? often
      : often === 'date' || often === 'ordinal'
        ? 'month'
        : undefined;
  if (unit === undefined) return [];
  const words: Readonly<Record<number, string>> = {
    ...INTERVALS[unit],
    ...(interval in INTERVALS[unit] ? {} : { [interval]: `one in ${interval}` }),
  };
  const options = Object.entries(words).map(([value, name]) => option(value, name));
  return [select('interval', `Of ${unit}s`, options, String(interval))];
}

function dayFields(choice: FormChoice): readonly InputBlock[] {
  const days = [...WEEKDAYS.slice(1), ...WEEKDAYS.slice(0, 1)].map((day) => option(day, dayName(day)));
  switch (choice.often) {
    case 'week':
      return [several('days', 'Days', days, choice.days)];
    case 'date': {
      const dates = Array.from({ length: LAST_DAY }, (_, i) => option(`${i + 1}`, dateWords(i + 1)));
      return [several('dates', 'Days of the month', dates, choice.dates.map(String))];
    }
    case 'ordinal':
      return [
        select(
          'ordinal',
          'Which one in the month',
          ORDINALS.map((one) => option(one, one)),
          choice.ordinal,
        ),
        select('day', 'Day', days, choice.day),
      ];
    case 'once':
      return [input('once', 'Day', { type: 'datepicker', ...action('once'), ...initialDate(choice.once) })];
    case 'line':
      return [
        input(
          'line',
          'When',
          { type: 'plain_text_input', ...action('line'), initial_value: choice.line },
          {
            hint: plainText('Such as “monthly first mon,last fri 9:00” or, for admins, “cron 0 9 1-7 * 1”.'),
          },
        ),
      ];
    default:
      return [];
  }
}

const dateWords = (date: number): string =>
  date === LAST_DAY ? 'the last day' : date > 28 ? `${date}, or the last day` : `${date}`;

const initialDate = (date: string | undefined) => (date === undefined ? {} : { initial_date: date });

function several(
  name: keyof FormChoice,
  label: string,
  options: readonly PlainTextOption[],
  values: readonly string[],
): InputBlock {
  return input(name, label, {
    type: 'multi_static_select',
    ...action(name),
    options: [...options],
    ...picked(options, values),
  });
}

function endFields(choice: FormChoice): readonly InputBlock[] {
  if (choice.often === 'once') return [];
  const date = (name: 'from' | 'until', label: string, optional: boolean) =>
    input(name, label, { type: 'datepicker', ...action(name), ...initialDate(choice[name]) }, { optional });
  return [
    date('from', 'Not before', true),
    select(
      'ends',
      'It ends',
      ENDS.map((value) => option(value, ENDS_WORDS[value])),
      choice.ends,
    ),
    ...(choice.ends === 'until' ? [date('until', 'The last day', false)] : []),
    ...(choice.ends === 'times'
      ? [
          input('times', 'How many posts', {
            type: 'number_input',
            ...action('times'),
            is_decimal_allowed: false,
            min_value: '1',
            max_value: String(MOST_TIMES),
            initial_value: String(choice.times),
          }),
        ]
      : []),
  ];
}

function holidayFields({ holidays, country }: FormChoice): readonly InputBlock[] {
  const codes = [...new Set([...Object.values(COUNTRIES), country])];
  const countries = codes
    .map((code) => option(code, countryName(code)))
    .toSorted((a, b) => a.text.text.localeCompare(b.text.text, 'en'));
  return [
    select(
      'holidays',
      'On public holidays',
      ON_HOLIDAYS.map((value) => option(value, HOLIDAY_WORDS[value])),
      holidays,
    ),
    ...(holidays === 'as usual' ? [] : [select('country', 'Public holidays of', countries, country)]),
  ];
}
