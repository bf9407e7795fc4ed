import { WEEKDAYS } from '#src/domain/measure/days.ts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ORDINALS,
  formatSchedule,
  knownZone,
  sortDays,
  type MonthDay,
  type Schedule,
} from '#src/domain/watching/schedules/schedule.ts';
import { scheduleInWords } from '#src/domain/watching/schedules/schedule-words.ts';
import { parseSchedule } from '#src/domain/watching/schedules/parse-schedule.ts';
import { askedOfSchedule, scheduleOfAsked } from '#src/domain/watching/schedules/schedule-of-asked.ts';

const time = fc.record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) });
const date = fc
  .integer({ min: 0, max: 3650 })
  .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));
const every = <T extends string>(word: T) => fc.constant(word);
const monthDay: fc.Arbitrary<MonthDay> = fc.oneof(
  fc.integer({ min: 1, max: 31 }),
  fc
    .tuple(fc.constantFrom(...ORDINALS), fc.constantFrom(...WEEKDAYS))
    .map(([ordinal, day]) => `${ordinal} ${day}` as const),
);
const some = <T extends MonthDay | (typeof WEEKDAYS)[number]>(one: fc.Arbitrary<T>) =>
  fc.array(one, { minLength: 1, maxLength: 4 }).map(sortDays);
const interval = fc.integer({ min: 2, max: 12 });
const days = fc.oneof(
  fc.record({ every: every('day'), interval }, { requiredKeys: ['every'] }),
  fc.record({ every: every('weekdays') }),
  fc.record(
    { every: every('week'), on: some(fc.constantFrom(...WEEKDAYS)), interval },
    { requiredKeys: ['every', 'on'] },
  ),
  fc.record({ every: every('month'), on: some(monthDay), interval }, { requiredKeys: ['every', 'on'] }),
  fc.record({ every: every('once'), on: date }),
  fc.record({ every: every('cron'), on: fc.constantFrom('* * 1', '1-7 * 1', '*/5 1,7 *', 'l * *') }),
);
const around = fc.record(
  {
    anchor: date,
    from: date,
    until: date,
    times: fc.integer({ min: 1, max: 366 }),
    holidays: fc.record({
      country: fc.constantFrom('DE', 'US', 'DE-BY'),
      instead: fc.constantFrom('skip' as const, 'next' as const),
    }),
  },
  { requiredKeys: [] },
);
const schedule: fc.Arbitrary<Schedule> = fc
  .tuple(days, around, time)
  .map(([of, more, at]) => ({ ...of, ...more, time: at }))
  .filter(({ from = '', until = '9' }) => from <= until);

test('whatever is written is read back the same', () => {
  fc.assert(
    fc.property(schedule, (given) => {
      expect(parseSchedule(formatSchedule(given))).toEqual({ ok: true, schedule: given, zone: undefined });
    }),
  );
});

test('what requests say of a schedule is that schedule again', () => {
  fc.assert(
    fc.property(schedule, (given) => {
      // From when an interval counts, no request says.
      const { anchor: _, ...said } = given;
      expect(scheduleOfAsked(askedOfSchedule(given, 'Europe/Berlin'))).toEqual({
        ok: true,
        schedule: said,
        zone: 'Europe/Berlin',
      });
    }),
  );
});

test('never throws, whatever is typed', () => {
  const answered = fc.check(
    fc.property(
      fc.string(),
      fc.constantFrom('', 'daily ', 'weekly ', 'monthly ', 'monthly first '),
      (s, how) => {
        const parsed = parseSchedule(how + s);
        return parsed.ok || parsed.reason.endsWith('.');
      },
    ),
  );
  expect(answered.counterexample).toBeNull();
});

describe('what people type', () => {
  test.each([
    ['weekly mon 9:00', 'weekly mon 09:00'],
    ['Weekly on Monday at 9', 'weekly mon 09:00'],
    ['daily 8:30', 'daily 08:30'],
    ['daily', 'daily 09:00'],
    ['weekdays 9', 'weekdays 09:00'],
    ['weekdays 5pm', 'weekdays 17:00'],
    ['daily 12am', 'daily 00:00'],
    ['daily 12:15 pm', 'daily 12:15'],
    ['monthly 1 9:00', 'monthly 1 09:00'],
    ['monthly 1st 9:00', 'monthly 1 09:00'],
    ['monthly first mon 9:00', 'monthly first mon 09:00'],
    ['monthly on the 2nd Tuesday at 17.30', 'monthly second tue 17:30'],
    ['monthly last fri 9', 'monthly last fri 09:00'],
    ['monthly last 9', 'monthly 31 09:00'],
    ['every monday at 9:00', 'weekly mon 09:00'],
    ['mondays 9:00', 'weekly mon 09:00'],
    ['every fri', 'weekly fri 09:00'],
    ['every day at 8:30', 'daily 08:30'],
    ['every weekday 9', 'weekdays 09:00'],
    ['every month on the 1st 9:00', 'monthly 1 09:00'],
    ['every monday and thursday 9:00', 'weekly mon,thu 09:00'],
    ['mon, wed, fri 7:15', 'weekly mon,wed,fri 07:15'],
    ['weekly sat,sun 10', 'weekly sat,sun 10:00'],
    ['every 2 weeks tue 9:00', 'every 2 weeks tue 09:00'],
    ['every other week tue 9', 'every 2 weeks tue 09:00'],
    ['every 3 days 6am', 'every 3 days 06:00'],
    ['monthly 1,15 9:00', 'monthly 1,15 09:00'],
    ['monthly 15 1 9', 'monthly 1,15 09:00'],
    ['monthly first mon, last fri 9:00', 'monthly first mon,last fri 09:00'],
    ['quarterly last 17:00', 'every 3 months 31 17:00'],
    ['every quarter 1 9:00', 'every 3 months 1 09:00'],
    ['yearly 1 9:00', 'every 12 months 1 09:00'],
    ['once 2026-12-24 12:00', 'once 2026-12-24 12:00'],
    ['cron 30 7 1-7 * MON', 'cron 30 7 1-7 * mon'],
    ['daily 9:00 until 2027-03-31', 'daily 09:00 until 2027-03-31'],
    ['daily 9:00 from 2027-01-01', 'daily 09:00 from 2027-01-01'],
    ['weekly fri 9:00 5 times', 'weekly fri 09:00 5 times'],
    ['weekdays 9:00 holidays de skip', 'weekdays 09:00 holidays DE skip'],
  ])('%s', (typed, meant) => {
    const parsed = parseSchedule(typed);
    expect(parsed.ok && formatSchedule(parsed.schedule)).toBe(meant);
  });

  test('with a zone', () => {
    expect(parseSchedule('weekly mon 9:00 europe/berlin')).toMatchObject({ ok: true, zone: 'Europe/Berlin' });
    expect(parseSchedule('daily 9 UTC')).toMatchObject({ ok: true, zone: 'UTC' });
  });

  test.each([
    ['weekly mon 9:00 London', 'Europe/London'],
    ['daily 9:00 New York time', 'America/New_York'],
    ['weekdays 9:00 CET', 'Europe/Berlin'],
    ['daily 9:00 JST', 'Asia/Tokyo'],
    ['cron 0 9 * * 1 Mumbai', 'Asia/Kolkata'],
  ])('%s', (typed, zone) => {
    expect(parseSchedule(typed)).toMatchObject({ ok: true, zone });
  });

  test('of several, the one’s own', () => {
    expect(parseSchedule('daily 9:00 IST', 'Asia/Kolkata')).toMatchObject({ ok: true, zone: 'Asia/Kolkata' });
    expect(parseSchedule('daily 9:00 IST', 'Europe/Berlin')).toMatchObject({ ok: false });
  });
});

describe('what is wrong is said, with what to type instead', () => {
  test.each([
    ['', 'Say how often: `daily 8:30`'],
    ['hourly', 'I don’t know “hourly”. Say `daily 8:30`'],
    ['weekly', 'Say on which day, as in `weekly mon 9:00`'],
    ['weekly 9:00', 'Say on which day'],
    ['weekly someday 9:00', '“someday” is no day of the week'],
    ['weekly monk 9:00', '“monk” is no day of the week'],
    ['daily 25:00', '“25:00” is no time of day'],
    ['daily 9:75', '“9:75” is no time of day'],
    ['daily 13pm', '“13pm” is no time of day'],
    ['monthly 32 9:00', '“32” is no day of a month'],
    ['monthly', 'Say on which day of the month'],
    ['every other monday 9:00', 'I don’t know “other”'],
    ['every 400 days 9:00', 'every 1 to 366 days, not every 400'],
    ['monthly 1,40 9:00', 'is no time of day'],
    ['once 2026-02-30 9:00', '“2026-02-30” is no day of the calendar'],
    ['daily 9:00 until 2026-02-30', '“2026-02-30” is no day of the calendar'],
    ['daily 9:00 from 2027-01-01 until 2026-01-01', 'before it begins'],
    ['daily 9:00 0 times', 'It can come 1 to 366 times'],
    ['cron */5 9 * * 1', 'one minute and one hour'],
    ['cron 0 9 40 * 1', 'I can’t read the days of the cron line'],
    ['weekly mon 9:00 IST', 'which? Say `Asia/Kolkata`, `Europe/Dublin`, `Asia/Jerusalem`'],
    ['weekly mon 9:00 bst', 'which? Say `Europe/London` or `Asia/Dhaka`'],
    ['daily 9:00 CST', '`America/Chicago`, `Asia/Shanghai`'],
    ['daily 9:00 UTC+2', '“UTC+2” is an offset'],
    ['daily 9:00 Europe/Nowhere', 'I don’t know the time zone “Europe/Nowhere”'],
  ])('%s', (typed, reason) => {
    const parsed = parseSchedule(typed);
    expect(parsed.ok ? formatSchedule(parsed.schedule) : parsed.reason).toContain(reason);
  });
});

function words(line: string): string {
  const parsed = parseSchedule(line);
  return parsed.ok ? scheduleInWords(parsed.schedule) : parsed.reason;
}

test('in words', () => {
  expect(words('daily 8:30')).toBe('every day at 08:30');
  expect(words('weekdays 9')).toBe('Monday to Friday at 09:00');
  expect(words('weekly mon 9')).toBe('every Monday at 09:00');
  expect(words('monthly 1 9')).toBe('on day 1 of each month at 09:00');
  expect(words('monthly 30 9')).toBe('on day 30 of each month, or its last day, at 09:00');
  expect(words('monthly first mon 9')).toBe('on the first Monday of each month at 09:00');
  expect(words('weekly mon,thu 9')).toBe('every Monday and Thursday at 09:00');
  expect(words('every 2 weeks tue 9')).toBe('every second Tuesday at 09:00');
  expect(words('every 2 weeks tue,fri 9')).toBe('on Tuesday and Friday of every second week at 09:00');
  expect(words('every 3 days 9')).toBe('every 3 days at 09:00');
  expect(words('monthly 1,15 9')).toBe('on day 1 and day 15 of each month at 09:00');
  expect(words('monthly last 9')).toBe('on the last day of each month at 09:00');
  expect(words('quarterly last 9')).toBe('on the last day of each quarter at 09:00');
  expect(words('yearly 1 9')).toBe('on day 1 of January at 09:00');
  expect(words('every 6 months last fri 9')).toBe('on the last Friday of June and December at 09:00');
  expect(words('every 2 months 1 9')).toBe('on day 1 of every second month at 09:00');
  expect(words('once 2026-12-24 12:00')).toBe('once, on Thu 24 Dec 2026, at 12:00');
  expect(words('cron 0 9 1-7 * 1')).toBe('on the days of the cron line “0 9 1-7 * 1” at 09:00');
  expect(words('daily 9 from 2027-01-01 until 2027-03-31')).toBe(
    'every day at 09:00, from 1 Jan 2027, until 31 Mar 2027',
  );
  expect(words('weekly fri 9 5 times')).toBe('every Friday at 09:00, 5 times');
  expect(words('weekdays 9 holidays DE skip')).toBe(
    'Monday to Friday at 09:00, not on public holidays of Germany',
  );
});

test('an offset is no zone: it would not follow the clock', () => {
  expect(knownZone('+02:00')).toBeUndefined();
  expect(knownZone('Mars/Base')).toBeUndefined();
  expect(knownZone('asia/kolkata')).toBe('Asia/Kolkata');
});
