/** Asks which of two numbers was meant, with the line written anew for each: to be copied. */
import { unmistakable, whichOf } from './numbers.ts';

/** Why a line could not be read; with the lines that would be, where the user has only to say which. */
export interface Misread {
  readonly ok: false;
  readonly reason: string;
  readonly options?: readonly string[];
}

/** Where a number stands in a line, and what it may mean. */
interface Written {
  readonly readings: readonly { readonly low: number; readonly high: number; readonly value: number }[];
  readonly start: number;
  readonly end: number;
}

/** Asks which, with the line written anew for each reading. */
export function whichOne(line: string, { readings, start, end }: Written): Misread {
  const isBand = readings.some(({ low, high }) => low !== high);
  const anew = ({ low, high }: { readonly low: number; readonly high: number }) =>
    isBand ? `${unmistakable(low)}-${unmistakable(high)}` : unmistakable(low);
  return {
    ok: false,
    reason: `“${line.slice(start, end)}” may be ${isBand ? readings.map(anew).join(' or ') : whichOf(readings)}. Say which:`,
    options: readings.map((reading) => `${line.slice(0, start)}${anew(reading)}${line.slice(end)}`.trim()),
  };
}
