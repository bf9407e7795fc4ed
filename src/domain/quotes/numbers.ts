/** Numbers of feeds' rows, by the one reader of numbers. */
import { readNumber as readings, settled } from '../measure/numbers.ts';

/** The decimal mark; `undefined` where it is to be told from the number itself. */
export type DecimalMark = '.' | ',' | undefined;

/**
 * Reads a number; `undefined` where it is none, or its marks make no sense. Without a decimal mark given, a lone mark
 * before three digits is an English one: a comma between thousands, a point before decimals.
 * @example readNumber('1.234,5', ',') // 1234.5
 */
export function readNumber(text: string, decimal?: DecimalMark): number | undefined {
  const style = decimal === '.' ? 'point' : decimal === ',' ? 'comma' : 'none';
  const read = readings(text, { style });
  return (settled(read) ?? read[0])?.value;
}
