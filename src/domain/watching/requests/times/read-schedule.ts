/** All that a clause says of when a digest comes: days, times, zone, beginning and end, holidays. */
import { takeDayRange } from './day-range.ts';
import { takeFrom, takeMonth, takeSpan, takeUntil } from './read-bounds.ts';
import { takeClocks } from './read-clock.ts';
import { takeOften, takeOnce, takeTimes } from './read-often.ts';
import type { ReadOften } from './listed-days.ts';
import { takeZone } from './read-zone.ts';
import { addDays } from '#src/domain/measure/days.ts';
import { COUNTRIES } from '#src/domain/watching/calendar/countries.ts';
import type { AskedSchedule } from '../request.ts';
import type { Rest } from '../rest.ts';

interface ReadSchedule {
  readonly schedule: AskedSchedule | undefined;
  /** Slots that can't be had. */
  readonly cannot: readonly string[];
  /** Slots that are said and not clear. */
  readonly unclear: readonly string[];
  /** It comes again. */
  readonly often: boolean;
  /** A single day was said. */
  readonly once: boolean;
  readonly clock: boolean;
  /** Of a month that is over: a history is asked for. */
  readonly past: boolean;
  /** Nothing but days was said, without a word that says how often. */
  readonly implied: boolean;
}

const COUNTRY = `(?:${Object.keys(COUNTRIES).join('|')})`;
const COUNTRY_WORD = new RegExp(`\\b${COUNTRY}\\b`, 'u');
const HOLIDAY = String.raw`(?:(?:public|bank|national|federal)\s+)*holidays?`;
const SKIP = new RegExp(
  String.raw`\b(?:skip(?:ping)?|not|except|no posts?|without|excluding|but not|never|unless (?:it's|it is))\s+(?:on\s+|for\s+|during\s+)?(?:a\s+|the\s+|any\s+)?(?:${COUNTRY}\s+)?${HOLIDAY}(?:\s+(?:in|of)\s+(?:the\s+)?${COUNTRY})?`,
  'u',
);
const NEXT = new RegExp(
  String.raw`\b(?:if|when|on)\b[^,;]{0,30}?(?:${COUNTRY}\s+)?${HOLIDAY}(?:\s+(?:in|of)\s+(?:the\s+)?${COUNTRY})?[^.;]{0,30}?\b(?:next|following)\s+(?:work(?:ing)?|business)?[\s-]?day|\b(?:next|following)\s+(?:work(?:ing)?|business)[\s-]?day\b[^.;]{0,30}?(?:${COUNTRY}\s+)?${HOLIDAY}(?:\s+(?:in|of)\s+(?:the\s+)?${COUNTRY})?`,
  'u',
);

function takeHolidays(rest: Rest): Pick<AskedSchedule, 'holidays' | 'country'> {
  const next = rest.take(NEXT);
  const found = next ?? rest.take(SKIP);
  if (found === undefined) return {};
  const country = COUNTRIES[COUNTRY_WORD.exec(found[0])?.[0] ?? ''];
  return { holidays: next === undefined ? 'skip' : 'next', ...(country === undefined ? {} : { country }) };
}

/** "A weekly one on Mondays": how often is said, apart from the days. */
const PACE =
  /\b(?:(?:bi-?)?weekly|fortnightly|monthly|quarterly|every (?:other |second )?(?:week|month|quarter))(?!\p{L})/u;

/**
 * @param today ISO date of the person's day
 * @param zone The person's zone
 * @param wantsOnce Whether a single day to come is looked for as well
 */
export function takeSchedule(rest: Rest, today: string, zone: string, wantsOnce = true): ReadSchedule {
  const holidays = takeHolidays(rest);
  const range = takeDayRange(rest);
  const from = takeFrom(rest, today);
  const until = takeUntil(rest, today);
  const before = rest.left;
  // "Each workday, 10 posts": no hour of those days.
  const count = takeTimes(rest);
  const often = takeOften(rest, range);
  const said = saidAt(before, rest.left);
  const times = often?.times ?? count;
  const read = takeZone(rest, zone);
  const clocks = takeClocks(rest);
  const once = often === undefined && wantsOnce ? takeOnce(rest, today) : undefined;
  const later = once === undefined ? [] : takeClocks(rest);
  const span = often === undefined ? undefined : takeSpan(rest);
  const month =
    often === undefined || from !== undefined || until !== undefined ? undefined : takeMonth(rest, today);
  const within = month === 'past' ? undefined : month;
  const days = often ?? once;
  const at = [...(days?.at ?? []), ...clocks, ...later];
  const start = from ?? within?.from ?? once?.from;
  const end =
    until ?? within?.until ?? (span !== undefined && 'days' in span ? addDays(today, span.days) : undefined);
  const schedule: AskedSchedule = {
    ...(days?.every === undefined || (days.tooOften === true && at.length < 2) ? {} : { every: days.every }),
    ...(days?.interval === undefined ? {} : { interval: days.interval }),
    ...onOf(days?.once === undefined ? days : undefined),
    ...(once?.once === undefined ? {} : { once: once.once }),
    ...(often?.cron === undefined ? {} : { cron: often.cron }),
    ...(at.length === 1 ? { at: at[0] ?? '' } : {}),
    ...(read.zone === undefined ? {} : { zone: read.zone }),
    ...(start === undefined ? {} : { from: start }),
    ...(end === undefined ? {} : { until: end }),
    ...(times === undefined ? {} : { times }),
    ...holidays,
  };
  const cannot = [
    // "Twice daily, at 7 and 19": of its times one can be had.
    ...(days?.tooOften === true && (days.every === undefined || at.length < 2) ? ['schedule.every'] : []),
    ...(days?.oddDay === true ? ['schedule.on'] : []),
    // One post a day is the most.
    ...(at.length > 1 ? ['schedule.at'] : []),
  ];
  return {
    schedule: Object.keys(schedule).length === 0 ? undefined : schedule,
    cannot,
    unclear: read.unclear === true ? ['schedule.zone'] : [],
    often: often !== undefined || once?.every !== undefined,
    once: once?.once !== undefined,
    clock: at.length > 0,
    past: month === 'past',
    implied:
      (often ?? once)?.on !== undefined &&
      !/\b(?:every|each|weekly|monthly|quarterly|(?<!\bof the )(?:month|quarter|week))/u.test(said) &&
      !PACE.test(before),
  };
}

function onOf(often: ReadOften | undefined): Pick<AskedSchedule, 'on'> {
  const [first, ...more] = often?.on ?? [];
  if (first === undefined) return {};
  return { on: more.length === 0 ? first : [first, ...more] };
}

/** What was taken between two states of a text. */
function saidAt(before: string, after: string): string {
  return Array.from({ length: before.length }, (_, at) => (before[at] === after[at] ? '' : before[at])).join(
    '',
  );
}
