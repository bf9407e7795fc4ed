/** What digests come by in the torture, all at nine in UTC, and a plain reckoning of the days on which each does. */

import { parseSchedule } from '#src/domain/watching/schedules/parse-schedule.ts';
import { formatSchedule } from '#src/domain/watching/schedules/schedule.ts';
import { nextSlot, settle } from '#src/domain/watching/schedules/slots.ts';
import type { Planned } from './workspace.ts';

/** A Monday. */
export const FIRST_DATE = '2026-06-01';

interface Plan {
  readonly line: string;
  /** @param date An ISO date. @param round 1 on the first date, and one more each day. */
  readonly comes: (date: string, round: number) => boolean;
}

const dayOfWeek = (date: string): number => new Date(`${date}T12:00:00Z`).getUTCDay();
const isWorkday = (date: string): boolean => dayOfWeek(date) % 6 !== 0;
const dayOfMonth = (date: string): number => Number(date.slice(8));
const isLastOfMonth = (date: string): boolean =>
  new Date(Date.parse(`${date}T12:00:00Z`) + DAY_MS).getUTCDate() === 1;
const DAY_MS = 86_400_000;

/** In turn: the first of each kind, so that a short run has most of them. */
const PLANS: readonly Plan[] = [
  { line: 'daily 09:00', comes: () => true },
  { line: 'daily 09:00 3 times', comes: (_, round) => round <= 3 },
  { line: 'once 2026-06-01 09:00', comes: (_, round) => round === 1 },
  { line: 'every 2 days 09:00 since 2026-06-01', comes: (_, round) => round % 2 === 1 },
  { line: 'daily 09:00 from 2026-06-02 until 2026-06-05', comes: (_, round) => round >= 2 && round <= 5 },
  { line: 'weekdays 09:00', comes: isWorkday },
  { line: 'weekly mon,wed,sat 09:00', comes: (date) => [1, 3, 6].includes(dayOfWeek(date)) },
  {
    line: 'every 2 weeks mon,tue 09:00 since 2026-06-01',
    comes: (date, round) => [1, 2].includes(dayOfWeek(date)) && Math.floor((round - 1) / 7) % 2 === 0,
  },
  { line: 'monthly 1,2,15 09:00', comes: (date) => [1, 2, 15].includes(dayOfMonth(date)) },
  {
    line: 'monthly first mon,last 09:00',
    comes: (date) => (dayOfWeek(date) === 1 && dayOfMonth(date) <= 7) || isLastOfMonth(date),
  },
  { line: 'cron 0 9 * * 1-5', comes: isWorkday },
  // The first Thursday of June is Corpus Christi in Bavaria; nothing else is a holiday there until Assumption in August.
  { line: 'weekdays 09:00 holidays DE-BY skip', comes: (date) => isWorkday(date) && date !== '2026-06-04' },
  {
    line: 'weekly thu 09:00 holidays DE-BY next',
    comes: (date) => date === '2026-06-05' || (dayOfWeek(date) === 4 && date !== '2026-06-04'),
  },
];

/** The schedule of the digest of this number. */
function planOf(i: number): Plan {
  const plan = PLANS[i % PLANS.length];
  if (plan === undefined) throw new RangeError(`digest ${i}`);
  return plan;
}

/** The schedule of the digest of this number, set up at a moment. @param now Milliseconds since 1970. @throws Error where it never comes */
export function plannedFor(i: number, now: number): Planned {
  const { line } = planOf(i);
  const read = parseSchedule(line);
  const schedule = read.ok ? settle(read.schedule, 'UTC', now) : undefined;
  const slot = schedule && nextSlot(schedule, 'UTC', now);
  if (schedule === undefined || slot === undefined) throw new Error(`“${line}” never comes`);
  return { schedule: formatSchedule(schedule), next_at: slot.at, next_slot: slot.key };
}

/** The day of a round, as an ISO date. @param first The moment of the first one, in milliseconds since 1970. */
export const dateOf = (first: number, round: number): string =>
  new Date(first + (round - 1) * DAY_MS).toISOString().slice(0, 10);

/** Whether a digest comes on a day. @param date An ISO date from `FIRST_DATE` on */
export const comesOn = (i: number, date: string): boolean =>
  planOf(i).comes(date, (Date.parse(date) - Date.parse(FIRST_DATE)) / DAY_MS + 1);
