/** Slots over two years, in zones whose clocks change by an hour, by half an hour, at midnight and never, against a walk through every quarter of an hour. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSchedule } from '#src/domain/watching/schedules/parse-schedule.ts';
import { formatSchedule, type Schedule, type WallTime } from '#src/domain/watching/schedules/schedule.ts';
import { dueSlots, nextSlot, nextSlots, settle, type Slot } from '#src/domain/watching/schedules/slots.ts';
import { slotInWords } from '#src/domain/watching/schedules/wall-clock.ts';
import { PLAIN_SCHEDULES } from './plain-schedules.ts';

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  // Their clocks go from 23:00 to midnight and back: what is skipped is kept on the next day.
  'America/Nuuk',
  'America/Scoresbysund',
  // From midnight to 01:00.
  'Africa/Cairo',
  // Its summer is the others' winter.
  'Pacific/Auckland',
];
const TIMES = [
  { hour: 9, minute: 0 },
  { hour: 2, minute: 30 },
  { hour: 1, minute: 45 },
  { hour: 0, minute: 0 },
  { hour: 23, minute: 30 },
];
const DAY = 86_400_000;
const FROM = Date.UTC(2026, 0, 1);
const TO = Date.UTC(2028, 0, 1);

/** The wall clock of a zone at an instant, as if it were UTC. */
const wallClocks = new Map<string, Intl.DateTimeFormat>();
function wall(at: number, zone: string): number {
  const known = wallClocks.get(zone);
  const clock =
    known ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  wallClocks.set(zone, clock);
  const of = Object.fromEntries(clock.formatToParts(at).map((p) => [p.type, Number(p.value)]));
  return Date.UTC(of['year'] ?? 0, (of['month'] ?? 0) - 1, of['day'], of['hour'], of['minute'], of['second']);
}

const QUARTER = 15 * 60_000;
const HOUR = 4 * QUARTER;
/** For each zone, what its wall clock shows at each quarter of an hour of the two years and some days around. */
const walks = new Map<string, readonly number[]>();
const WALK_FROM = FROM - 4 * DAY;

function walkOf(zone: string): readonly number[] {
  const known = walks.get(zone);
  if (known !== undefined) return known;
  const made: number[] = [];
  let then = wall(WALK_FROM, zone);
  for (let at = WALK_FROM; at < TO + 4 * DAY; at += HOUR) {
    const now = then;
    then = wall(at + HOUR, zone);
    // No zone changes its clock twice within an hour.
    const runsOn = then - now === HOUR;
    for (const past of [0, 1, 2, 3].map((quarter) => quarter * QUARTER))
      made.push(runsOn ? now + past : wall(at + past, zone));
  }
  walks.set(zone, made);
  return made;
}

/** The first quarter of an hour at which a zone's wall clock shows this time or, where it is skipped, a later one. */
function instantOf(wanted: number, zone: string): number {
  const all = walkOf(zone);
  const start = (wanted - DAY - WALK_FROM) / QUARTER;
  const near = all.slice(start, start + (2 * DAY) / QUARTER);
  const shown = near.indexOf(wanted);
  const found = shown >= 0 ? shown : near.findIndex((shows) => shows > wanted);
  return WALK_FROM + (start + found) * QUARTER;
}

/** What a walk from `FROM` on finds, as the oracle says it. */
function walk(schedule: Schedule, zone: string): { key: string; at: number }[] {
  const slots: { key: string; at: number }[] = [];
  for (
    let slot = nextSlot(schedule, zone, FROM);
    slot !== undefined && slot.at <= TO;
    slot = nextSlot(schedule, zone, slot.at)
  ) {
    slots.push(slot);
  }
  return slots;
}

function expectedSlots(days: readonly string[], { hour, minute }: WallTime, zone: string) {
  return days
    .map((date) => {
      const wanted = Date.parse(`${date}T00:00:00Z`) + (hour * 60 + minute) * 60_000;
      return {
        key: `${new Date(wanted).toISOString().slice(0, 16)} ${zone}`,
        day: wanted,
      };
    })
    .filter(({ day }) => day >= FROM - DAY && day <= TO + DAY)
    .map(({ key, day }) => ({ key, at: instantOf(day, zone) }))
    .filter(({ at }) => at > FROM && at <= TO);
}

/** With a setting each schedule is tried at each time; without, each at one. */
const TIMES_EACH = process.env['SLOT_TIMES'] === 'all' ? TIMES.length : 1;
const CASES = PLAIN_SCHEDULES.flatMap(({ line, days }, i) =>
  TIMES.slice(0, TIMES_EACH).map((_, j) => {
    const time = TIMES[(i + j) % TIMES.length] ?? { hour: 9, minute: 0 };
    const parsed = parseSchedule(line(`${time.hour}:${String(time.minute).padStart(2, '0')}`, time));
    if (!parsed.ok) throw new Error(parsed.reason);
    return [formatSchedule(parsed.schedule), parsed.schedule, time, days] as const;
  }),
);

describe.each(ZONES)('two years in %s', (zone) => {
  test.each(CASES)('%s', (_, schedule, time, days) => {
    const settled = settle(schedule, zone, FROM - 6 * DAY) ?? schedule;
    const slots = walk(settled, zone);
    expect(slots).toEqual(expectedSlots(days(), time, zone));
    expect(new Set(slots.map((s) => s.key)).size).toBe(slots.length);
    expect(settle(settled, zone, FROM - 6 * DAY)).toEqual(settled);
  });
});

/** The first slot, of a schedule that does not end. */
function first(schedule: Schedule, zone: string, after: number): Slot {
  const slot = nextSlot(schedule, zone, after);
  if (slot === undefined) throw new Error('it has ended');
  return slot;
}

test('a 09:00 digest is at 09:00 on both sides of a clock change', () => {
  const nine: Schedule = { every: 'day', time: { hour: 9, minute: 0 } };
  const words = (month: number, day: number) =>
    nextSlots(nine, 'Europe/Berlin', Date.UTC(2026, month, day), 3).map((s) => [
      new Date(s.at).toISOString(),
      slotInWords(s.at, 'Europe/Berlin'),
    ]);
  expect(words(2, 28)).toEqual([
    ['2026-03-28T08:00:00.000Z', 'Sat 28 Mar, 09:00 Europe/Berlin'],
    ['2026-03-29T07:00:00.000Z', 'Sun 29 Mar, 09:00 Europe/Berlin'],
    ['2026-03-30T07:00:00.000Z', 'Mon 30 Mar, 09:00 Europe/Berlin'],
  ]);
  expect(words(9, 24)[2]).toEqual(['2026-10-26T08:00:00.000Z', 'Mon 26 Oct, 09:00 Europe/Berlin']);
});

test('23:30 in Nuuk on the night of the change is of the day that ends, and the next day has its own', () => {
  const late: Schedule = { every: 'day', time: { hour: 23, minute: 30 } };
  const slots = nextSlots(late, 'America/Nuuk', Date.parse('2026-03-28T12:00Z'), 2);
  expect(slots.map(({ key, at }) => [key, new Date(at).toISOString()])).toEqual([
    ['2026-03-28T23:30 America/Nuuk', '2026-03-29T01:00:00.000Z'],
    ['2026-03-29T23:30 America/Nuuk', '2026-03-30T00:30:00.000Z'],
  ]);
  const saturdays: Schedule = { every: 'week', on: ['sat'], time: late.time };
  expect(nextSlot(saturdays, 'America/Nuuk', Date.parse('2026-03-28T12:00Z'))).toEqual(slots[0]);
});

test('a 02:30 digest: once where the clock shows it twice, at the end of the gap where it is skipped', () => {
  const half: Schedule = { every: 'day', time: { hour: 2, minute: 30 } };
  const at = (from: string) =>
    nextSlots(half, 'Europe/Berlin', Date.parse(from), 2).map((s) => new Date(s.at).toISOString());
  expect(at('2026-10-24T12:00Z')).toEqual(['2026-10-25T00:30:00.000Z', '2026-10-26T01:30:00.000Z']);
  expect(at('2026-03-28T12:00Z')).toEqual(['2026-03-29T01:00:00.000Z', '2026-03-30T00:30:00.000Z']);
});

test('from any instant, also inside the doubled hour, the next slot is the one a walk would give', () => {
  const half: Schedule = { every: 'day', time: { hour: 2, minute: 30 } };
  const slots = walk(half, 'Europe/Berlin');
  fc.assert(
    fc.property(fc.integer({ min: FROM, max: TO - 2 * DAY }), (after) => {
      expect(nextSlot(half, 'Europe/Berlin', after)).toEqual(slots.find((s) => s.at > after));
    }),
  );
  const second = Date.parse('2026-10-25T01:10:00Z');
  expect(first(half, 'Europe/Berlin', second).key).toBe('2026-10-26T02:30 Europe/Berlin');
});

test('after a night down: one to post, the rest listed, and the next in the future', () => {
  const schedule: Schedule = { every: 'day', time: { hour: 9, minute: 0 } };
  const due = first(schedule, 'UTC', Date.parse('2026-06-01T10:00Z'));
  const now = Date.parse('2026-06-08T12:00Z');
  const { latest, missed, next } = dueSlots(schedule, 'UTC', due, now);
  expect(latest.key).toBe('2026-06-08T09:00 UTC');
  expect(missed.map((s) => s.key.slice(8, 10))).toEqual(['02', '03', '04', '05', '06', '07']);
  expect(next?.key).toBe('2026-06-09T09:00 UTC');
  expect(dueSlots(schedule, 'UTC', due, due.at)).toMatchObject({ latest: due, missed: [] });
});

test('after ten years down, no ten years of slots', () => {
  const schedule: Schedule = { every: 'day', time: { hour: 9, minute: 0 } };
  const due = first(schedule, 'UTC', Date.parse('2016-06-01T10:00Z'));
  const { latest, missed } = dueSlots(schedule, 'UTC', due, Date.parse('2026-06-08T12:00Z'));
  expect(latest.key).toBe('2026-06-08T09:00 UTC');
  expect(missed).toHaveLength(31);
});

test('what ends has a last slot, and none after it, however late one looks', () => {
  const parsed = parseSchedule('weekly fri 9:00 3 times');
  const now = Date.parse('2026-11-30T10:00Z');
  const settled = parsed.ok ? settle(parsed.schedule, 'Europe/Berlin', now) : undefined;
  if (settled === undefined) throw new Error('it never comes');
  expect(formatSchedule(settled)).toBe('weekly fri 09:00 until 2026-12-18 3 times');
  const due = first(settled, 'Europe/Berlin', now);
  expect(dueSlots(settled, 'Europe/Berlin', due, due.at).next?.key).toBe('2026-12-11T09:00 Europe/Berlin');
  const later = dueSlots(settled, 'Europe/Berlin', due, Date.parse('2029-01-01T00:00Z'));
  expect([later.latest.key, later.missed.length, later.next]).toEqual([
    '2026-12-18T09:00 Europe/Berlin',
    2,
    undefined,
  ]);
});

test.each([
  'once 2026-11-29 9:00',
  'daily 9:00 until 2026-11-29',
  'cron 0 9 31 2 *',
  'yearly 1 9:00 holidays DE skip',
])('%s never comes', (line) => {
  const parsed = parseSchedule(line);
  const now = Date.parse('2026-11-30T10:00Z');
  expect(parsed.ok && settle(parsed.schedule, 'Europe/Berlin', now)).toBeUndefined();
});
