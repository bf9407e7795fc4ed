/** Slots over two years, in zones whose clocks change by an hour, by half an hour, at midnight and never, against a walk through every quarter of an hour. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WEEKDAYS, formatSchedule, type Schedule } from '#src/domain/watching/schedule.ts';
import { dueSlots, nextSlot, nextSlots, slotInWords } from '#src/domain/watching/slots.ts';

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
];
const TIMES = [
  { hour: 9, minute: 0 },
  { hour: 2, minute: 30 },
  { hour: 1, minute: 45 },
  { hour: 0, minute: 0 },
  { hour: 23, minute: 30 },
];
const PRESETS: readonly Schedule[] = TIMES.flatMap((time): Schedule[] => [
  { every: 'day', time },
  { every: 'weekdays', time },
  { every: 'week', day: 'mon', time },
  { every: 'week', day: 'sun', time },
  { every: 'month', date: 1, time },
  { every: 'month', date: 31, time },
  { every: 'month', ordinal: 'first', day: 'mon', time },
  { every: 'month', ordinal: 'last', day: 'sun', time },
]);
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
/** For each zone, what its wall clock shows at each quarter of an hour of the two years and some days around. */
const walks = new Map<string, readonly number[]>();
const WALK_FROM = FROM - 4 * DAY;

function walkOf(zone: string): readonly number[] {
  const known = walks.get(zone);
  if (known !== undefined) return known;
  const made = Array.from({ length: (TO - FROM + 8 * DAY) / QUARTER }, (_, i) =>
    wall(WALK_FROM + i * QUARTER, zone),
  );
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

/** Whether a schedule wants a calendar day; `day` is its midnight as if it were UTC. */
function wants(schedule: Schedule, day: number): boolean {
  const date = new Date(day);
  const weekday = WEEKDAYS[date.getUTCDay()];
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  switch (schedule.every) {
    case 'day':
      return true;
    case 'weekdays':
      return weekday !== 'sat' && weekday !== 'sun';
    case 'week':
      return weekday === schedule.day;
    default: {
      if ('date' in schedule) return date.getUTCDate() === Math.min(schedule.date, last);
      if (weekday !== schedule.day) return false;
      if (schedule.ordinal === 'last') return date.getUTCDate() + 7 > last;
      const nth = ['first', 'second', 'third', 'fourth'].indexOf(schedule.ordinal);
      return Math.floor((date.getUTCDate() - 1) / 7) === nth;
    }
  }
}

function expectedSlots(schedule: Schedule, zone: string): { key: string; at: number }[] {
  const { hour, minute } = schedule.time;
  const days = Array.from({ length: (TO - FROM) / DAY + 2 }, (_, i) => FROM + (i - 1) * DAY);
  return days
    .filter((day) => wants(schedule, day))
    .map((day) => ({
      key: `${new Date(day + (hour * 60 + minute) * 60_000).toISOString().slice(0, 16)} ${zone}`,
      at: instantOf(day + (hour * 60 + minute) * 60_000, zone),
    }))
    .filter(({ at }) => at > FROM && at <= TO);
}

function walk(schedule: Schedule, zone: string): { key: string; at: number }[] {
  const slots: { key: string; at: number }[] = [];
  for (let slot = nextSlot(schedule, zone, FROM); slot.at <= TO; slot = nextSlot(schedule, zone, slot.at)) {
    slots.push(slot);
  }
  return slots;
}

describe.each(ZONES)('two years in %s', (zone) => {
  test.each(PRESETS.map((schedule) => [formatSchedule(schedule), schedule] as const))('%s', (_, schedule) => {
    const slots = walk(schedule, zone);
    expect(slots).toEqual(expectedSlots(schedule, zone));
    expect(new Set(slots.map((s) => s.key)).size).toBe(slots.length);
  });
});

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
  const saturdays: Schedule = { every: 'week', day: 'sat', time: late.time };
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
  expect(nextSlot(half, 'Europe/Berlin', second).key).toBe('2026-10-26T02:30 Europe/Berlin');
});

test('after a night down: one to post, the rest listed, and the next in the future', () => {
  const schedule: Schedule = { every: 'day', time: { hour: 9, minute: 0 } };
  const due = nextSlot(schedule, 'UTC', Date.parse('2026-06-01T10:00Z'));
  const now = Date.parse('2026-06-08T12:00Z');
  const { latest, missed, next } = dueSlots(schedule, 'UTC', due, now);
  expect(latest.key).toBe('2026-06-08T09:00 UTC');
  expect(missed.map((s) => s.key.slice(8, 10))).toEqual(['02', '03', '04', '05', '06', '07']);
  expect(next.key).toBe('2026-06-09T09:00 UTC');
  expect(dueSlots(schedule, 'UTC', due, due.at)).toMatchObject({ latest: due, missed: [] });
});

test('after ten years down, no ten years of slots', () => {
  const schedule: Schedule = { every: 'day', time: { hour: 9, minute: 0 } };
  const due = nextSlot(schedule, 'UTC', Date.parse('2016-06-01T10:00Z'));
  const { latest, missed } = dueSlots(schedule, 'UTC', due, Date.parse('2026-06-08T12:00Z'));
  expect(latest.key).toBe('2026-06-08T09:00 UTC');
  expect(missed).toHaveLength(31);
});
