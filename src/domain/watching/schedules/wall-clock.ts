/** What a zone's wall clock shows at a moment, and at which moment it shows it. */
import { DAY_MS, dayInWords, dayName, isoDate, midnightOf, weekdayOn } from '#src/domain/measure/days.ts';

export const MINUTE_MS = 60_000;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What a zone's wall clock shows, as the moment at which one in UTC shows the same. @throws RangeError for an unknown zone */
export function wallClock(at: number, zone: string): number {
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
export function momentOf(wall: number, zone: string): number {
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

/** The day that it is in a zone, as an ISO date. */
export const dateIn = (at: number, zone: string): string => isoDate(wallClock(at, zone));

/** @example slotInWords(slot.at, 'Europe/Berlin') // "Mon 30 Nov, 09:00 Europe/Berlin" */
export function slotInWords(at: number, zone: string): string {
  const time = new Date(wallClock(at, zone)).toISOString().slice(11, 16);
  return `${weekdayInWords(at, zone)}, ${time} ${zone}`;
}

/** @example weekdayInWords(at, 'Europe/Berlin') // "Mon 30 Nov" */
export function weekdayInWords(at: number, zone: string): string {
  const date = dateIn(at, zone);
  return `${dayName(weekdayOn(date)).slice(0, 3)} ${dayInWords(date, date)}`;
}

/** The moment at which a day begins in a zone, in milliseconds since 1970. @param date An ISO date. */
export const beginningOf = (date: string, zone: string): number => momentOf(midnightOf(date), zone);
