/** Times that programs count from 1970, in seconds or thousandths of them, as days. */
import { addDays, shorten } from '#src/domain/measure/days.ts';
import type { Cell } from '../sheets/sheet.ts';

const SECONDS = /^[12]\d{9}$/;
const MILLISECONDS = /^[12]\d{12}$/;
/** 2000 to 2049, in milliseconds. */
const [EARLIEST, LATEST] = [Date.UTC(2000, 0), Date.UTC(2050, 0)];

/** Such a time in milliseconds; `undefined` for other numbers. */
export function epochIn(cell: Cell | undefined): number | undefined {
  const text = String(cell ?? '').trim();
  const at = SECONDS.test(text) ? Number(text) * 1000 : MILLISECONDS.test(text) ? Number(text) : Number.NaN;
  return at >= EARLIEST && at < LATEST ? at : undefined;
}

/** What a clock in UTC shows at midnight in India, Japan, China, and Germany in summer and winter: there the next day begins. */
const MIDNIGHTS = /T(?:15|16|22|23):00:00(?:\.0+)?Z$|T18:30:00(?:\.0+)?Z$/;

/** Why a time in UTC may be of two days; `undefined` where it is of one. */
export function mayBeNextDay(time: string): string | undefined {
  if (!MIDNIGHTS.test(time)) return undefined;
  const day = time.slice(0, 10);
  const next = addDays(day, 1);
  return `“${shorten(time)}” is midnight elsewhere: it may be ${day} or ${next}. Write the date as ${day}`;
}
