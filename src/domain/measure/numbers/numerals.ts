/** Digits with their marks: what each way of writing makes of "1.500", "1'500,25", "12,34,567". Knows no words. */

/**
 * Which mark the writer has for decimals; `none` where what is written does not tell, because it has no mark or only one
 * that nobody has for decimals (a space, an apostrophe).
 */
export type MarkStyle = 'point' | 'comma' | 'none';

/** One way to read a number. */
export interface NumberReading {
  readonly value: number;
  /** Digits after the decimal mark, as they were printed, before a "k" or the like: 2 of "140.50", 1 of "2.5k". */
  readonly decimals: number;
  readonly style: MarkStyle;
  /** Where it is a product, what it is of: [3, 50] of "3 x 50". */
  readonly factors?: readonly number[] | undefined;
}

/** The largest number read; more is a slip of the finger, or worse. */
const LARGEST = 1e15;

/** Spaces that are put between groups of digits; unlike the plain one, they stand nowhere else. */
const HARD_SPACES = /[\u00a0\u2007\u2009\u202f]/gu;
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [HARD_SPACES, '\u00a0'],
  [/[\u2018\u2019\u02bc\u0060\u00b4\u066c\uff07]/gu, "'"],
  [/[\u2010-\u2012\u2212\ufe63\uff0d]/gu, '-'],
  [/[\uff0e\u066b]/gu, '.'],
  [/\uff0b/gu, '+'],
];

/** Digits of other scripts as 0 to 9, marks and minus signs as one each. Places in the text stay the same. */
export function plainNumerals(text: string): string {
  let plain = text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/gu, (digit) =>
    String((digit.charCodeAt(0) - (digit >= '\uff10' ? 0xff10 : digit >= '\u06f0' ? 0x06f0 : 0x0660)) % 10),
  );
  for (const [pattern, sign] of SIGNS) plain = plain.replace(pattern, sign);
  return plain;
}

/** A run of digits with marks between them; what it means, if anything, is for `readDigits`. */
export const RUN = String.raw`\d+(?:[.,']\d+)*`;
/** The same, or decimals alone. */
export const DIGITS = String.raw`(?:${RUN}|[.,]\d+)`;
/** Groups after the first, with spaces before them: of a hard space, or of a plain one. */
export const SPACED_GROUPS = String.raw`(?:[ \u00a0]\d{3}(?!\d))+(?:[.,]\d+(?!\d))?`;

const EASTERN = /^\d{1,2}(?:,\d{2})+,\d{3}$/;

/**
 * Every reading of digits with marks and no sign, a point for decimals first; none where the marks make no sense.
 * "1.500" has two, and so has "1,250"; "140,50", "1.500,50" and "0.500" have one.
 */
export function readDigits(text: string): readonly NumberReading[] {
  const point = readAs(text, 'point');
  const comma = readAs(text, 'comma');
  if (point !== undefined && comma !== undefined && !/[.,]/.test(text)) return [{ ...point, style: 'none' }];
  return [point, comma].filter((reading) => reading !== undefined);
}

function readAs(text: string, style: 'point' | 'comma'): NumberReading | undefined {
  const [decimal, thousands] = style === 'point' ? ['.', ','] : [',', '.'];
  const [whole = '', fraction, ...more] = text.split(decimal);
  if (more.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return undefined;
  if (whole === '' && fraction === undefined) return undefined;
  if (!isWhole(whole, thousands)) return undefined;
  const value = Number(`${whole.replaceAll(/\D/g, '')}.${fraction ?? '0'}`);
  return value <= LARGEST ? { value, decimals: fraction?.length ?? 0, style } : undefined;
}

/** Digits alone, or in threes with one mark between them all; in India the groups before the last are of two. */
function isWhole(text: string, thousands: string): boolean {
  if (/^\d*$/.test(text)) return true;
  const mark = /\D/.exec(text)?.[0] ?? '';
  if (mark !== thousands && mark !== "'" && mark !== ' ' && mark !== '\u00a0') return false;
  if (text.startsWith('0')) return false;
  const [first = '', ...groups] = text.split(mark);
  if (/^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group))) return true;
  return thousands === ',' && EASTERN.test(text);
}
