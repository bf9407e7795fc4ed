import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ORDINALS,
  WEEKDAYS,
  formatSchedule,
  knownZone,
  scheduleInWords,
  type Schedule,
} from '#src/domain/watching/schedule.ts';
import { parseSchedule } from '#src/domain/watching/parse-schedule.ts';

const time = fc.record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) });
const schedule: fc.Arbitrary<Schedule> = fc.oneof(
  fc.record({ every: fc.constantFrom('day' as const, 'weekdays' as const), time }),
  fc.record({ every: fc.constant('week' as const), day: fc.constantFrom(...WEEKDAYS), time }),
  fc.record({ every: fc.constant('month' as const), date: fc.integer({ min: 1, max: 31 }), time }),
  fc.record({
    every: fc.constant('month' as const),
    ordinal: fc.constantFrom(...ORDINALS),
    day: fc.constantFrom(...WEEKDAYS),
    time,
  }),
);

test('whatever is written is read back the same', () => {
  fc.assert(
    fc.property(schedule, (given) => {
      expect(parseSchedule(formatSchedule(given))).toEqual({ ok: true, schedule: given, zone: undefined });
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
  ])('%s', (typed, meant) => {
    const parsed = parseSchedule(typed);
    expect(parsed.ok && formatSchedule(parsed.schedule)).toBe(meant);
  });

  test('with a zone', () => {
    expect(parseSchedule('weekly mon 9:00 europe/berlin')).toMatchObject({ ok: true, zone: 'Europe/Berlin' });
    expect(parseSchedule('daily 9 UTC')).toMatchObject({ ok: true, zone: 'UTC' });
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
    ['every monday and thursday 9:00', 'is no time of day'],
    ['weekly mon 9:00 IST', 'which? Say `Asia/Kolkata`, `Europe/Dublin`, `Asia/Jerusalem`'],
    ['weekly mon 9:00 bst', 'which? Say `Europe/London` or `Asia/Dhaka`'],
    ['daily 9:00 CST', '`America/Chicago`, `Asia/Shanghai`'],
    ['daily 9:00 JST', 'Say `Asia/Tokyo` in its stead'],
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
});

test('an offset is no zone: it would not follow the clock', () => {
  expect(knownZone('+02:00')).toBeUndefined();
  expect(knownZone('Mars/Base')).toBeUndefined();
  expect(knownZone('asia/kolkata')).toBe('Asia/Kolkata');
});
