/** Days without their year, as lists of one week or month have them: "16 Nov", "Mo 16.11.", "3月5日", "Nov 16". A title says the year. */
import { withEnglishMonths } from '#src/domain/reading/times/month-names.ts';
import { weekdayNamed } from '#src/domain/reading/times/weekdays.ts';
import { partIn } from './partial-times.ts';

interface YearlessDay {
  readonly month: number;
  readonly day: number;
  /** The day of the week with it, as it stands there. */
  readonly weekday: string;
}

const WEEKDAY = /^(\p{L}{1,13}(?:-feira)?)(?:\.,?|,)?\s{0,3}(?=\d|\p{L})/u;
const DAY_MONTH = /^(\d{1,2})\.?[ -](\p{L}{3,10})\.?$/u;
const MONTH_DAY = /^(\p{L}{3,10})\.? (\d{1,2})$/u;
const HAN = /^(\d{1,2})月(\d{1,2})日?$/u;
/** A point behind the month marks it: "16.11" may be a number. */
const POINTED = /^(\d{1,2})\. ?(\d{1,2})\.$/u;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `undefined` for what is no such day. */
function yearlessDay(given: string): YearlessDay | undefined {
  if (given.length > 30 || !/\d/u.test(given)) return undefined;
  const text = given.normalize('NFKC').trim();
  const [before = '', name = ''] = WEEKDAY.exec(text) ?? [];
  const weekday = weekdayNamed(name) === undefined ? '' : name;
  const plain = withEnglishMonths(weekday === '' ? text : text.slice(before.length)).trim();
  const found =
    dayIn(plain, weekday !== '') ?? (weekday === '' ? undefined : dayIn(withEnglishMonths(text), false));
  return found === undefined || found.day < 1 || found.day > 31 || found.month < 1 || found.month > 12
    ? undefined
    : { ...found, weekday };
}

function dayIn(text: string, isOfWeek: boolean): Omit<YearlessDay, 'weekday'> | undefined {
  const pointed = POINTED.exec(isOfWeek ? text.replace(/^(\d{1,2}\.\d{1,2})$/u, '$1.') : text);
  if (pointed !== null) return { day: Number(pointed[1]), month: Number(pointed[2]) };
  const han = HAN.exec(text);
  if (han !== null) return { day: Number(han[2]), month: Number(han[1]) };
  const [, day, month] = DAY_MONTH.exec(text) ?? [];
  const [, otherMonth, otherDay] = MONTH_DAY.exec(text) ?? [];
  const named = partIn(month ?? otherMonth);
  const at = named === undefined ? -1 : MONTHS.indexOf(named);
  return at < 0 ? undefined : { day: Number(day ?? otherDay), month: at + 1 };
}

export const isYearless = (text: string): boolean => yearlessDay(text) !== undefined;

const two = (part: number) => String(part).padStart(2, '0');

/** The day in a year, with its day of the week, which then must fit. @example inYear('Mo 16.11.', '2026') // "Mo 2026-11-16" */
export function inYear(text: string, year: string): string {
  const found = yearlessDay(text);
  if (found === undefined) return text;
  return `${found.weekday} ${year}-${two(found.month)}-${two(found.day)}`.trim();
}

/** Days of December and January in one list are of two years, and a title's is one of them. */
export function crossesYear(dates: readonly string[]): boolean {
  const months = new Set(dates.map((date) => yearlessDay(date)?.month));
  return months.has(12) && months.has(1);
}

const TWO_NUMBERS = /^(\d{1,2})[/.-](\d{1,2})\.?$/u;
type Half = 'dm' | 'md';

/** Which of two numbers is the day, where one of a column's dates shows it: "24/11". */
export function halvesOrder(dates: readonly string[]): Half | undefined {
  const pairs = dates.flatMap((date): (readonly [number, number])[] => {
    const [, first, second] = TWO_NUMBERS.exec(date.trim()) ?? [];
    return first === undefined ? [] : [[Number(first), Number(second)]];
  });
  const isDayFirst = pairs.some(([first]) => first > 12);
  const isDayLast = pairs.some(([, second]) => second > 12);
  const months = new Set(pairs.map(([first, second]) => (isDayFirst ? second : first)));
  // Of December and January it is of two years.
  if (isDayFirst === isDayLast || (months.has(12) && months.has(1))) return undefined;
  return isDayFirst ? 'dm' : 'md';
}

/**
 * "24/11" as a day of the month that titles say, or of their year where the column shows which number is the day; as it stands for
 * anything else.
 * @param month As "2026-11".
 */
export function withMonthSaid(
  text: string,
  {
    month,
    year,
    order,
  }: {
    readonly month?: string | undefined;
    readonly year?: string | undefined;
    readonly order?: Half | undefined;
  },
): string {
  const [, first = '', second = ''] = TWO_NUMBERS.exec(text.trim()) ?? [];
  if (first === '') return text;
  const said = month === undefined ? undefined : Number(month.slice(5));
  if (month !== undefined && (Number(second) === said || Number(first) === said))
    return `${month}-${two(Number(Number(second) === said ? first : second))}`;
  if (month !== undefined || year === undefined || order === undefined) return text;
  const [day, at] = order === 'dm' ? [first, second] : [second, first];
  return `${year}-${two(Number(at))}-${two(Number(day))}`;
}
