/** Columns that say whether a row counts: a status, "deleted", a scenario, and of which of several things its number is. */
import { shorten } from '#src/domain/measure/days.ts';
import words from './row-states.json' with { type: 'json' };
import type { Layout } from '../layout.ts';
import { isOtherThing, saysWrong } from '../other-things.ts';
import { textOf, type Cell } from '../sheets/sheet.ts';
import { firmnessOf } from '../times/firmness.ts';

const setOf = (list: string): ReadonlySet<string> => new Set(list.split('|'));
const [YES, NO, BAD, REAL] = [setOf(words.yes), setOf(words.no), setOf(words.bad), setOf(words.real)];

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[_\s]+/gu, ' ');

/** Whether a cell below such a heading says that its row does not count. */
type Speaks = (cell: string) => boolean;
const HEADINGS: readonly (readonly [ReadonlySet<string>, Speaks])[] = [
  [setOf(words.states), (cell) => BAD.has(plain(cell)) || saysWrong(cell)],
  [setOf(words.counts), (cell) => NO.has(plain(cell)) || BAD.has(plain(cell))],
  [setOf(words.countsNot), (cell) => YES.has(plain(cell)) || saysWrong(cell)],
  // What is a forecast is told by its own reader.
  [setOf(words.kinds), (cell) => isOtherThing(cell) && firmnessOf(cell) === undefined],
  [setOf(words.scenarios), (cell) => !REAL.has(plain(cell))],
];

interface StateColumn {
  readonly at: number;
  readonly heading: string;
  readonly speaks: Speaks;
}

/** Of a table, those that nothing else is read from; a quality may be called the purity. */
export const statesIn = ({ columns }: Layout): readonly StateColumn[] =>
  columns.flatMap(({ role, heading, at }) => {
    const isFree = role === undefined || role === 'ignored' || role === 'estimated' || role === 'purity';
    const speaks = isFree ? HEADINGS.find(([names]) => names.has(plain(heading)))?.[1] : undefined;
    return speaks === undefined ? [] : [{ at, heading, speaks }];
  });

/** Why a row is none that counts. */
export function stateFault(states: readonly StateColumn[], cells: readonly Cell[]): string | undefined {
  for (const { at, heading, speaks } of states) {
    const text = textOf(cells[at]);
    if (text !== '' && speaks(text))
      return `its “${shorten(heading)}” says “${shorten(text)}”: leave it out, or mend it`;
  }
  return undefined;
}
