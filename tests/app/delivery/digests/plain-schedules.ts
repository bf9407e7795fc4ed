/**
 * The days of schedules, two years of them, each listed by hand or by counting from one to the next: an oracle that has nothing
 * of the way in which slots are found. Holidays are copied from the lists that the countries publish.
 */
import type { WallTime } from '#src/domain/watching/schedules/schedule.ts';

interface PlainSchedule {
  /** As one types it, with a time. */
  readonly line: (time: string, wall: WallTime) => string;
  /** ISO dates. */
  readonly days: () => readonly string[];
}

const [FIRST, LAST] = ['2025-12-26', '2028-01-10'];

function plus(date: string, days: number): string {
  const at = new Date(`${date}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** From one day to the next. */
function each(from: string, step: number, to = LAST): readonly string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = plus(day, step)) days.push(day);
  return days;
}

const NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const nameOf = (date: string) => NAMES[new Date(`${date}T12:00:00Z`).getUTCDay()] ?? '';
const isWeekend = (date: string) => ['Saturday', 'Sunday'].includes(nameOf(date));
const all = each(FIRST, 1);
const named = (...days: readonly string[]) => all.filter((date) => days.includes(nameOf(date)));

/** Months of the two years, "2026-01". */
const months = [...new Set(all.map((date) => date.slice(0, 7)))];
const inMonth = (month: string) =>
  each(`${month}-01`, 1, `${month}-31`).filter((date) => date.startsWith(month));
const lastDay = (month: string) => inMonth(month).at(-1) ?? '';
const nth = (month: string, day: string, n: number) =>
  inMonth(month)
    .filter((date) => nameOf(date) === day)
    .at(n) ?? '';
const ofMonths = (wanted: readonly number[]) =>
  months.filter((month) => wanted.includes(Number(month.slice(5))));
const sorted = (days: readonly string[]) => [...new Set(days)].toSorted();

/** The public holidays of all of Germany. */
const GERMAN = new Set(
  `2025-12-26 2026-01-01 2026-04-03 2026-04-06 2026-05-01 2026-05-14 2026-05-25 2026-10-03 2026-12-25 2026-12-26
   2027-01-01 2027-03-26 2027-03-29 2027-05-01 2027-05-06 2027-05-17 2027-10-03 2027-12-25 2027-12-26 2028-01-01`.split(
    /\s+/,
  ),
);
/** The federal holidays of the United States, with the days on which they are observed. */
const AMERICAN = new Set(
  `2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-07-03 2026-07-04 2026-09-07 2026-10-12 2026-11-11 2026-11-26
   2026-12-25 2027-01-01 2027-01-18 2027-02-15 2027-05-31 2027-06-18 2027-06-19 2027-07-04 2027-07-05 2027-09-06 2027-10-11
   2027-11-11 2027-11-25 2027-12-24 2027-12-25 2027-12-31 2028-01-01`.split(/\s+/),
);

/** Each day, or the first workday after it where it is a holiday. */
function moved(days: readonly string[], holidays: ReadonlySet<string>): readonly string[] {
  return sorted(
    days.map((date) => {
      if (!holidays.has(date)) return date;
      let next = plus(date, 1);
      while (holidays.has(next) || isWeekend(next)) next = plus(next, 1);
      return next;
    }),
  );
}

const workdays = all.filter((date) => !isWeekend(date));
const plain = (days: string) => (time: string) => `${days} ${time}`;

export const PLAIN_SCHEDULES: readonly PlainSchedule[] = [
  { line: plain('daily'), days: () => all },
  { line: plain('weekdays'), days: () => workdays },
  { line: plain('weekly mon'), days: () => named('Monday') },
  { line: plain('weekly sun'), days: () => named('Sunday') },
  { line: plain('weekly mon,wed,sat'), days: () => named('Monday', 'Wednesday', 'Saturday') },
  { line: (time) => `every 2 weeks tue ${time} since 2025-12-23`, days: () => each('2025-12-23', 14) },
  {
    line: (time) => `every 3 weeks mon,fri ${time} since 2025-12-31`,
    days: () => sorted([...each('2025-12-29', 21), ...each('2026-01-02', 21)]),
  },
  // Without a beginning, from the first time on: the week of Saturday, 27 December 2025.
  { line: plain('every 2 weeks sat'), days: () => each('2025-12-27', 14) },
  { line: (time) => `every 10 days ${time} since 2025-12-28`, days: () => each('2025-12-28', 10) },
  { line: plain('monthly 1'), days: () => months.map((month) => `${month}-01`) },
  { line: plain('monthly last'), days: () => months.map(lastDay) },
  { line: plain('monthly 1,15'), days: () => months.flatMap((month) => [`${month}-01`, `${month}-15`]) },
  { line: plain('monthly 30'), days: () => months.map((month) => inMonth(month)[29] ?? lastDay(month)) },
  { line: plain('monthly first mon'), days: () => months.map((month) => nth(month, 'Monday', 0)) },
  { line: plain('monthly last sun'), days: () => months.map((month) => nth(month, 'Sunday', -1)) },
  {
    line: plain('monthly second tue,last fri'),
    days: () => months.flatMap((month) => [nth(month, 'Tuesday', 1), nth(month, 'Friday', -1)]),
  },
  { line: plain('quarterly 1'), days: () => ofMonths([1, 4, 7, 10]).map((month) => `${month}-01`) },
  { line: plain('quarterly last'), days: () => ofMonths([3, 6, 9, 12]).map(lastDay) },
  {
    line: plain('quarterly first mon'),
    days: () => ofMonths([1, 4, 7, 10]).map((month) => nth(month, 'Monday', 0)),
  },
  {
    line: plain('quarterly last fri'),
    days: () => ofMonths([3, 6, 9, 12]).map((month) => nth(month, 'Friday', -1)),
  },
  { line: plain('every 6 months 15'), days: () => ofMonths([1, 7]).map((month) => `${month}-15`) },
  { line: plain('yearly last'), days: () => ofMonths([12]).map(lastDay) },
  {
    line: (time) => `every 2 months last ${time} since 2026-02-10`,
    days: () => ofMonths([2, 4, 6, 8, 10, 12]).map(lastDay),
  },
  {
    line: (time) => `every 5 months 31 ${time} since 2026-01-31`,
    days: () => ['2026-01-31', '2026-06-30', '2026-11-30', '2027-04-30', '2027-09-30'],
  },
  { line: (time) => `once 2026-03-29 ${time}`, days: () => ['2026-03-29'] },
  {
    line: (time) => `daily ${time} from 2026-03-01 until 2026-11-02`,
    days: () => each('2026-03-01', 1, '2026-11-02'),
  },
  {
    line: (time) => `weekly fri ${time} from 2026-01-02 5 times`,
    days: () => each('2026-01-02', 7, '2026-01-30'),
  },
  {
    line: (time) => `quarterly last ${time} 3 times`,
    days: () => ['2025-12-31', '2026-03-31', '2026-06-30'],
  },
  {
    line: (_, { hour, minute }) => `cron ${minute} ${hour} * * 1-5`,
    days: () => workdays,
  },
  {
    // By cron's own rule, a day of the month or one of the week.
    line: (_, { hour, minute }) => `cron ${minute} ${hour} 1-3 4,10 mon`,
    days: () =>
      ofMonths([4, 10]).flatMap((month) =>
        inMonth(month).filter((date) => Number(date.slice(8)) <= 3 || nameOf(date) === 'Monday'),
      ),
  },
  {
    line: (_, { hour, minute }) => `cron ${minute} ${hour} L * *`,
    days: () => months.map(lastDay),
  },
  {
    line: (time) => `weekdays ${time} holidays DE skip`,
    days: () => workdays.filter((date) => !GERMAN.has(date)),
  },
  {
    line: (time) => `weekdays ${time} holidays US next`,
    days: () => workdays.filter((date) => !AMERICAN.has(date)),
  },
  {
    line: (time) => `monthly 1 ${time} holidays DE next`,
    days: () =>
      moved(
        months.map((month) => `${month}-01`),
        GERMAN,
      ),
  },
  { line: (time) => `weekly fri ${time} holidays US next`, days: () => moved(named('Friday'), AMERICAN) },
  {
    line: (time) => `weekly mon,sat ${time} holidays DE next`,
    days: () => moved(named('Monday', 'Saturday'), GERMAN),
  },
];
