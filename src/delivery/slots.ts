/**
 * When a digest is due: wall-clock slots in the zone that was chosen, by croner.
 *
 * The rule for the two days a year on which clocks change: a time that the clock skips (02:30 in Berlin on the last
 * Sunday of March) is kept at the first moment after the gap, 03:00; a time that comes twice (02:30 on the last Sunday
 * of October) is kept once, the first time. So every slot comes once, and its name is its local date and time.
 */
import { Cron } from 'croner';
import { WEEKDAYS, formatTime, type Schedule } from './schedule.ts';

/** One due time. `key` is unique in a schedule: the local date and the time as chosen, "2026-11-30T09:00". */
export interface Slot {
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const DAY_MS = 86_400_000;
/** Looked back by more than a day, so that the first of two equal wall-clock times is always met before the second. */
const LOOK_BACK_MS = 26 * 3_600_000;

const crons = new Map<string, Cron>();
const clocks = new Map<string, Intl.DateTimeFormat>();

function cronOf(schedule: Schedule, zone: string): Cron {
  const pattern = patternOf(schedule);
  const name = `${pattern} ${zone}`;
  const known = crons.get(name);
  if (known !== undefined) return known;
  const made = new Cron(pattern, { timezone: zone, paused: true });
  crons.set(name, made);
  return made;
}

function patternOf(schedule: Schedule): string {
  const time = `${schedule.time.minute} ${schedule.time.hour}`;
  switch (schedule.every) {
    case 'day':
      return `${time} * * *`;
    case 'weekdays':
      return `${time} * * 1-5`;
    case 'week':
      return `${time} * * ${WEEKDAYS.indexOf(schedule.day)}`;
    default: {
      if ('date' in schedule)
        return schedule.date > 28 ? `${time} 28-31 * *` : `${time} ${schedule.date} * *`;
      const nth = { first: '1', second: '2', third: '3', fourth: '4', last: 'L' }[schedule.ordinal];
      return `${time} * * ${WEEKDAYS.indexOf(schedule.day)}#${nth}`;
    }
  }
}

interface LocalTime {
  readonly date: string;
  readonly day: number;
  readonly daysInMonth: number;
  readonly words: string;
}

function localTime(at: number, zone: string): LocalTime {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    clocks.set(zone, clock);
  }
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  const [day, year] = [Number(parts['day']), Number(parts['year'])];
  // Months by name in the words, by number in the key.
  const month = MONTHS.indexOf(String(parts['month']).slice(0, 3));
  return {
    date: `${year}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    day,
    daysInMonth: new Date(Date.UTC(year, month + 1, 0)).getUTCDate(),
    words: `${parts['weekday']} ${day} ${MONTHS[month]}, ${parts['hour']}:${parts['minute']}`,
  };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function isDue(schedule: Schedule, local: LocalTime): boolean {
  if (schedule.every !== 'month' || !('date' in schedule)) return true;
  return local.day === Math.min(schedule.date, local.daysInMonth);
}

/**
 * The first slots after an instant, in order.
 * @param after Milliseconds since 1970; a slot at that very instant is not among them.
 * @param count 1 or more.
 * @throws TypeError where the zone is unknown; `knownZone` tells.
 */
export function nextSlots(schedule: Schedule, zone: string, after: number, count: number): readonly Slot[] {
  const cron = cronOf(schedule, zone);
  const slots: Slot[] = [];
  let from = new Date(after - LOOK_BACK_MS);
  while (slots.length < count) {
    const run = cron.nextRun(from);
    if (run === null)
      throw new Error(`"${patternOf(schedule)}" in ${zone} has no slot after ${from.toISOString()}`);
    from = run;
    if (run.getTime() <= after) continue;
    const local = localTime(run.getTime(), zone);
    if (isDue(schedule, local)) {
      slots.push({ key: `${local.date}T${formatTime(schedule.time)}`, at: run.getTime() });
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
  return `${localTime(at, zone).words} ${zone}`;
}

/** @example dayInWords(at, 'Europe/Berlin') // "Mon 30 Nov" */
export function dayInWords(at: number, zone: string): string {
  return localTime(at, zone).words.replace(/,.*/, '');
}
