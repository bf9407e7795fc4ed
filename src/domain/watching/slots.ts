/**
 * When a digest is due: days of the calendar, and on each the moment at which the wall clock of a zone shows the time.
 *
 * The rule for the two days a year on which clocks change: a time that the clock skips (02:30 in Berlin on the last
 * Sunday of March) is kept at the first moment after the gap, 03:00; a time that comes twice (02:30 on the last Sunday
 * of October) is kept once, the first time. In Nuuk the gap ends at midnight: Saturday's 23:30 is kept as Sunday begins,
 * and is Saturday's all the same. So every slot comes once, and its name is the day it is of, the time and the zone.
 */
import { ORDINALS, WEEKDAYS, formatTime, type Schedule } from './schedule.ts';

/** One due time. `key` names it: the local date, the time and the zone as chosen, "2026-11-30T09:00 Europe/Berlin". */
export interface Slot {
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What a zone's wall clock shows, as the moment at which one in UTC shows the same. @throws RangeError for an unknown zone */
function wallClock(at: number, zone: string): number {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      hourCycle: 'h23',
    });
    clocks.set(zone, clock);
  }
  const { year, month, day, hour, minute, second } = Object.fromEntries(
    clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
  );
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
}

/** The first moment at which a zone's wall clock shows `wall`, a whole minute or, where it is skipped, the end of the gap. */
function momentOf(wall: number, zone: string): number {
  const offsetAt = (at: number): number => wallClock(at, zone) - at;
  const [before, after] = [offsetAt(wall - DAY_MS), offsetAt(wall + DAY_MS)];
  if (before === after) return wall - before;
  const shown = [wall - before, wall - after].filter((at) => wallClock(at, zone) === wall);
  if (shown.length > 0) return Math.min(...shown);
  // Skipped: the gap ends where the offset changes, at a whole minute.
  let [low, high] = [wall - DAY_MS, wall + DAY_MS];
  while (high - low > MINUTE_MS) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE_MS) * MINUTE_MS;
    if (offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** Whether a schedule wants a day. @param day Its midnight, as if in UTC. */
function wants(schedule: Schedule, day: number): boolean {
  const date = new Date(day);
  const weekday = WEEKDAYS[date.getUTCDay()];
  switch (schedule.every) {
    case 'day':
      return true;
    case 'weekdays':
      return weekday !== 'sat' && weekday !== 'sun';
    case 'week':
      return weekday === schedule.day;
    default: {
      const ofMonth = date.getUTCDate();
      const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
      if ('date' in schedule) return ofMonth === Math.min(schedule.date, last);
      if (weekday !== schedule.day) return false;
      if (schedule.ordinal === 'last') return ofMonth + 7 > last;
      return ORDINALS[Math.floor((ofMonth - 1) / 7)] === schedule.ordinal;
    }
  }
}

/**
 * The first slots after an instant, in order.
 * @param after Milliseconds since 1970; a slot at that very instant is not among them.
 * @param count 1 or more.
 * @throws RangeError where the zone is unknown; `knownZone` tells.
 */
export function nextSlots(schedule: Schedule, zone: string, after: number, count: number): readonly Slot[] {
  const { hour, minute } = schedule.time;
  const time = (hour * 60 + minute) * MINUTE_MS;
  const slots: Slot[] = [];
  // A day before: what its clock skips may be kept as the next begins.
  let day = Math.floor(wallClock(after, zone) / DAY_MS) * DAY_MS - DAY_MS;
  for (; slots.length < count; day += DAY_MS) {
    if (!wants(schedule, day)) continue;
    const at = momentOf(day + time, zone);
    if (at > after) {
      const date = new Date(day).toISOString().slice(0, 10);
      slots.push({ key: `${date}T${formatTime(schedule.time)} ${zone}`, at });
    }
  }
  return slots;
}

/** The first slot after an instant. */
export function nextSlot(schedule: Schedule, zone: string, after: number): Slot {
  const [slot] = nextSlots(schedule, zone, after, 1);
  if (slot === undefined) throw new Error('a schedule always has a next slot');
  return slot;
}

/** What became due, and when it is due again. */
export interface DueSlots {
  /** The latest slot that is due: the one to post. */
  readonly latest: Slot;
  /** Slots before it that nobody posted, oldest first; at most the last 31. */
  readonly missed: readonly Slot[];
  readonly next: Slot;
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
  while (next.at <= now) {
    missed.push(latest);
    latest = next;
    next = nextSlot(schedule, zone, next.at);
  }
  return { latest, missed: missed.slice(-MISSED_LISTED), next };
}

function longestGap({ every }: Schedule): number {
  return { day: 1.1, weekdays: 3.1, week: 7.1, month: 36 }[every] * DAY_MS;
}

/** @example slotInWords(slot.at, 'Europe/Berlin') // "Mon 30 Nov, 09:00 Europe/Berlin" */
export function slotInWords(at: number, zone: string): string {
  const time = new Date(wallClock(at, zone)).toISOString().slice(11, 16);
  return `${dayInWords(at, zone)}, ${time} ${zone}`;
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** @example dayInWords(at, 'Europe/Berlin') // "Mon 30 Nov" */
export function dayInWords(at: number, zone: string): string {
  const wall = new Date(wallClock(at, zone));
  return `${DAYS[wall.getUTCDay()]} ${wall.getUTCDate()} ${MONTHS[wall.getUTCMonth()]}`;
}
