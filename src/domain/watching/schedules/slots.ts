/**
 * When a digest is due: days of the calendar, and on each the moment at which the wall clock of a zone shows the time.
 *
 * The rule for the two days a year on which clocks change: a time that the clock skips (02:30 in Berlin on the last
 * Sunday of March) is kept at the first moment after the gap, 03:00; a time that comes twice (02:30 on the last Sunday
 * of October) is kept once, the first time. In Nuuk the gap ends at midnight: Saturday's 23:30 is kept as Sunday begins,
 * and is Saturday's all the same. So every slot comes once, and its name is the day it is of, the time and the zone.
 */
import { DAY_MS, isoDate, midnightOf } from '#src/domain/measure/days.ts';
import { comesOn, fallsOn } from './schedule-days.ts';
import { formatTime, isCalendar, type Schedule } from './schedule.ts';
import { MINUTE_MS, wallClock, momentOf } from './wall-clock.ts';

/** One due time. `key` names it: the local date, the time and the zone as chosen, "2026-11-30T09:00 Europe/Berlin". */
export interface Slot {
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Longer than this ahead no day is looked for: a 29 February is at most eight years away. */
const MOST_DAYS = 9 * 366;
/** A slot that gives way to holidays is at most this much later. */
const MOST_GIVEN_WAY = 21;

/**
 * The next `count` slots after an instant; fewer where the schedule ends. An interval whose beginning is not known counts from
 * the first of them.
 * @throws RangeError for an unknown zone
 */
export function nextSlots(schedule: Schedule, zone: string, after: number, count: number): readonly Slot[] {
  const anchored = withAnchor(schedule, zone, after);
  return walk(anchored, zone, after, count, (day) => comesOn(anchored, day));
}

function walk(
  { from, until, time, ...schedule }: Schedule,
  zone: string,
  after: number,
  count: number,
  comes: (day: number) => boolean,
): readonly Slot[] {
  const slots: Slot[] = [];
  const wall = (time.hour * 60 + time.minute) * MINUTE_MS;
  // A day early: what a clock change moves past midnight belongs to the day before.
  const earliest = Math.floor(wallClock(after, zone) / DAY_MS) * DAY_MS - DAY_MS;
  const [first, end] =
    schedule.every === 'once'
      ? [midnightOf(schedule.on), midnightOf(schedule.on) + MOST_GIVEN_WAY * DAY_MS]
      : [
          from === undefined ? earliest : midnightOf(from),
          until === undefined ? Infinity : midnightOf(until) + MOST_GIVEN_WAY * DAY_MS,
        ];
  let day = Math.max(earliest, first);
  for (
    let last = day + MOST_DAYS * DAY_MS;
    slots.length < count && day <= Math.min(last, end);
    day += DAY_MS
  ) {
    if (!comes(day)) continue;
    const at = momentOf(day + wall, zone);
    if (at <= after) continue;
    slots.push({ key: `${isoDate(day)}T${formatTime(time)} ${zone}`, at });
    last = day + MOST_DAYS * DAY_MS;
  }
  return slots;
}

/** The first slot after an instant; `undefined` where the schedule has ended. */
export function nextSlot(schedule: Schedule, zone: string, after: number): Slot | undefined {
  return nextSlots(schedule, zone, after, 1)[0];
}

/** The day of a slot, as an ISO date. */
const dayOfSlot = ({ key }: Slot): string => key.slice(0, 10);

/** An interval that does not follow the calendar counts from the first time that it comes, or has nothing to count from. */
function withAnchor(schedule: Schedule, zone: string, after: number): Schedule {
  if (schedule.anchor !== undefined || !('interval' in schedule) || schedule.interval === undefined)
    return schedule;
  if (schedule.every === 'month' && isCalendar(schedule.interval)) return schedule;
  const { holidays: _, ...plain } = schedule;
  const [first] = walk(plain, zone, after, 1, (day) => fallsOn({ ...plain, interval: undefined }, day));
  return first === undefined ? schedule : { ...schedule, anchor: dayOfSlot(first) };
}

/**
 * A schedule with nothing left that depends on when it is set up: from when an interval counts, and on which day the last of so
 * many posts comes. What is kept is settled; to settle it again changes nothing, or lets it end sooner.
 * @returns `undefined` where it would never come
 */
export function settle(schedule: Schedule, zone: string, now: number): Schedule | undefined {
  const anchored = withAnchor(schedule, zone, now);
  const { times } = anchored;
  const slots = nextSlots(anchored, zone, now, times ?? 1);
  const [first, last] = [slots[0], slots.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  if (times === undefined) return anchored;
  const day = dayOfSlot(last);
  const { until = day } = anchored;
  return { ...anchored, until: until < day ? until : day };
}

/** What became due, and when it is due again. */
export interface DueSlots {
  /** The latest slot that is due: the one to post. */
  readonly latest: Slot;
  /** Slots before it that nobody posted, oldest first; at most the last 31. */
  readonly missed: readonly Slot[];
  /** `undefined` where it was the last one. */
  readonly next: Slot | undefined;
}

const MISSED_LISTED = 31;

/**
 * From the slot that is due, all that came due by now: after a night down, one is posted, not seven.
 * @param due The slot that the subscription waited for; at or before `now`.
 */
export function dueSlots(schedule: Schedule, zone: string, due: Slot, now: number): DueSlots {
  const missed: Slot[] = [];
  let latest = due;
  // After long downtime only the last slots matter: start the walk near now.
  const start = Math.max(due.at, now - longestGap(schedule) * (MISSED_LISTED + 1));
  let next = nextSlot(schedule, zone, start);
  while (next !== undefined && next.at <= now) {
    missed.push(latest);
    latest = next;
    next = nextSlot(schedule, zone, next.at);
  }
  return { latest, missed: missed.slice(-MISSED_LISTED), next };
}

const LONGEST_DAYS = { day: 1.1, weekdays: 3.1, week: 7.1, month: 36, once: 0, cron: 366 } as const;

function longestGap(schedule: Schedule): number {
  const { interval = 1 } = 'interval' in schedule ? schedule : {};
  // What ends may have ended long ago, and was due before.
  if (schedule.until !== undefined || schedule.every === 'once') return Infinity;
  return LONGEST_DAYS[schedule.every] * interval * DAY_MS;
}
