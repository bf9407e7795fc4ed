/** Columns that say in how many units a row's numbers are: a power of ten, as statistical offices have it, or its word. */
import { isEmpty, textOf, type Cell } from '../sheets/sheet.ts';

const POWER = /^(?:unit[_ ]?mult(?:iplier)?|power ?code(?: code)?)$/i;
const OTHER = /^(?:multiplier|scale|scale factor)$/i;

export const isMultiplier = (heading: string): boolean => POWER.test(heading) || OTHER.test(heading);

/** Whether a cell says anything but ones. */
export const isScale = (cell: Cell | undefined): boolean => !/^(?:0|1|units?|ones?)?$/i.test(textOf(cell));

const WORDS: readonly (readonly [RegExp, number])[] = [
  [/^(?:units?|ones?)$/i, 1],
  [/^thousands?$/i, 1000],
  [/^millions?$/i, 1e6],
];

/** What a row's numbers are in; `undefined` where nobody can say, as of a "3" that is called a scale. */
export function scaleOf(heading: string, cell: Cell | undefined): number | undefined {
  if (isEmpty(cell)) return 1;
  const text = textOf(cell);
  const word = WORDS.find(([pattern]) => pattern.test(text))?.[1];
  if (word !== undefined) return word;
  if (POWER.test(heading)) return /^[0-6]$/.test(text) ? 10 ** Number(text) : undefined;
  return /^1(?:000(?:000)?)?$/.test(text) ? Number(text) : undefined;
}
