/** What a source printed in one cell of a table: a number with its precision, a range, a bound, a mark, or words. */
import type { Range } from '#src/domain/measure/figure.ts';

/** Why a cell holds no number, in the source's own sense. */
export type Silence =
  'zero' | 'not available' | 'withheld' | 'net exporter' | 'not to be summed' | 'small' | 'words';

export interface Cell {
  /** As printed, without its marks: "91,700", ">75,000,000", "W". */
  readonly text: string;
  /** The number; `undefined` where there is none, and `silence` says why. */
  readonly range: Range | undefined;
  readonly silence: Silence | undefined;
  readonly qualifier: 'more than' | 'less than' | undefined;
  readonly estimated: boolean;
  readonly revised: boolean;
  /** Which of the table's footnotes it has, from 1. */
  readonly notes: readonly number[];
}

const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const MARKS = / (?:([er]{1,2})(?= |$))?(?: ?\[(\d+(?:,\d+)*)\])?$/u;
const VALUE = new RegExp(`^(?:([<>]) ?)?(${NUMBER})$`, 'u');
const BETWEEN = new RegExp(`^(${NUMBER}) ?[–-] ?(${NUMBER})$`, 'u');
const SILENT: Readonly<Record<string, Silence>> = {
  '—': 'zero',
  NA: 'not available',
  W: 'withheld',
  E: 'net exporter',
  XX: 'not to be summed',
  s: 'small',
};

/**
 * Reads a cell: what was printed, then `e` for estimated and `r` for revised, then the numbers of its footnotes.
 * @example readCell('29,000 er [3]').range // { low: 29000, high: 29000 }
 * @example readCell('>75,000,000').qualifier // 'more than'
 */
export function readCell(cell: string): Cell {
  const marks = MARKS.exec(cell);
  const marked = marks !== null && (marks[1] ?? marks[2]) !== undefined;
  const text = (marked ? cell.slice(0, marks.index) : cell).trim();
  const flags = marked ? (marks[1] ?? '') : '';
  const value = VALUE.exec(text);
  const between = BETWEEN.exec(text);
  const range =
    value !== null
      ? { low: numberOf(value[2]), high: numberOf(value[2]) }
      : between !== null
        ? { low: numberOf(between[1]), high: numberOf(between[2]) }
        : undefined;
  return {
    text,
    range,
    silence: range === undefined ? (SILENT[text] ?? 'words') : undefined,
    qualifier: value?.[1] === '>' ? 'more than' : value?.[1] === '<' ? 'less than' : undefined,
    estimated: flags.includes('e'),
    revised: flags.includes('r'),
    notes: marked && marks[2] !== undefined ? marks[2].split(',').map(Number) : [],
  };
}

const numberOf = (text = ''): number => Number(text.replaceAll(',', ''));

/** The cell as a pack writes it; the inverse of `readCell`. */
export function writeCell({
  text,
  estimated,
  revised,
  notes,
}: Pick<Cell, 'text' | 'estimated' | 'revised' | 'notes'>): string {
  const flags = `${estimated ? 'e' : ''}${revised ? 'r' : ''}`;
  return [text, flags, notes.length === 0 ? '' : `[${notes.join(',')}]`]
    .filter((part) => part !== '')
    .join(' ');
}
