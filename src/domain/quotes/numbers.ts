/** Numbers as feeds and people write them: thousands and decimal marks, "553k". */

/** The decimal mark; `undefined` where it is to be told from the number itself. */
export type DecimalMark = '.' | ',' | undefined;

const SHAPE = /^[+-]?(?:\d{1,3}(?:([.,' ])\d{3})+|\d+)(?:[.,]\d+)?$/;

/**
 * Reads a number; `undefined` where it is none, or its marks make no sense. Without a decimal mark given, a lone comma
 * before three digits is a thousands mark and before any other number of digits a decimal one; a lone point is decimal.
 * @example readNumber('1.234,5', ',') // 1234.5
 * @example readNumber("553'000") // 553000
 */
export function readNumber(text: string, decimal?: DecimalMark): number | undefined {
  const plain = text
    .trim()
    .replaceAll(/[\u00a0\u2007\u2009\u202f]/g, ' ')
    .replaceAll('’', "'");
  const mark = decimal ?? guessMark(plain);
  const thousands = mark === ',' ? '.' : ',';
  const [whole = '', fraction, ...more] = plain.split(mark);
  if (more.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return undefined;
  if (!SHAPE.test(whole) || whole.includes(mark)) return undefined;
  const groups = whole.split(/[.,' ]/);
  if (groups.length > 1) {
    // "0,125" has no thousands: its mark was the decimal one, or nothing that is known.
    if (/^[+-]?0/.test(whole)) return undefined;
    const separators = new Set(whole.match(/[.,' ]/g));
    const [separator] = separators;
    if (separators.size > 1 || (separator !== thousands && separator !== ' ' && separator !== "'"))
      return undefined;
    if (groups.slice(1).some((group) => group.length !== 3)) return undefined;
  }
  return Number(`${groups.join('')}.${fraction ?? '0'}`);
}

function guessMark(text: string): '.' | ',' {
  const [comma, point] = [text.lastIndexOf(','), text.lastIndexOf('.')];
  if (comma === -1) return text.indexOf('.') === point ? '.' : ',';
  if (point !== -1) return comma > point ? ',' : '.';
  return text.indexOf(',') === comma && text.length - comma - 1 !== 3 ? ',' : '.';
}

/** What a letter after a number multiplies it by; 万 is ten thousand. */
export const MULTIPLIERS: Readonly<Record<string, number>> = { k: 1000, thousand: 1000, 万: 10_000 };
