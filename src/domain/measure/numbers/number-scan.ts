/** Finds the numbers in running text, each with its place: a formula, a date or a label's number is not a price's start. */
import { MONTH_STEM } from '#src/domain/measure/days.ts';
import {
  decide,
  FRACTION,
  readNumber,
  SCALE,
  TIMES,
  type NumberContext,
  type NumberReading,
} from './numbers.ts';
import { plainNumerals, RUN } from './numerals.ts';

/** A number in a text, or a date or period that is written with digits. */
export interface NumberFound {
  readonly kind: 'number' | 'date' | 'period';
  /** Where its first character stands, its sign among them. */
  readonly start: number;
  /** Where the first character after it stands. */
  readonly end: number;
  /** Best first; none where the marks make no sense, and of dates and periods. */
  readonly readings: readonly NumberReading[];
  /** It has its own "k", "万" or the like. */
  readonly isScaled: boolean;
}

const MONTHS = `${MONTH_STEM}(?!\\p{L})\\.?`;
const DATE = [
  '\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?!\\d)',
  '\\d{1,2}(?<mark>[-/.])\\d{1,2}\\k<mark>(?:\\d{4}|\\d{2})(?!\\d|[-/.,]\\d)',
  '(?:\\d{4}年)?\\d{1,2}月(?:\\d{1,2}日)?',
  '\\d{4}年',
  `\\d{1,2}(?:st|nd|rd|th)?[\\s-]+${MONTHS}(?:,?[\\s-]+(?:19|20)\\d\\d(?!\\d))?`,
  '\\d{1,2}:\\d{2}(?!\\d)',
].join('|');
/** These begin with letters. */
const NAMED_DATE = `${MONTHS}\\s+\\d{1,2}(?:st|nd|rd|th)?(?!\\d|[.,]\\d)(?:,?\\s+(?:19|20)\\d\\d(?!\\d))?|${MONTHS}\\s+(?:19|20)\\d\\d(?!\\d)`;
const PERIOD =
  '(?:[qh][1-4]|fy)[\\s/-]?(?:19|20)?\\d\\d(?!\\d)|[1-4][qh](?:[\\s/-]?(?:19|20)?\\d\\d)?(?![\\p{L}\\d])|(?:19|20)\\d\\d[\\s/-]?[qh][1-4](?!\\d)';
/** Nothing of a word, a number or a code stands before: but a currency's name may. */
const LEFT =
  "(?<![A-Za-z\\u00c0-\\u024f_]|\\d|\\d[.,'])|(?<=(?<![A-Za-z])(?:usd|us|cny|rmb|cnh|cn|eur|gbp|jpy|inr|chf|rs|rs\\.))";
const NUMERAL = `(?:${FRACTION}|\\d{1,3} ${FRACTION}|(?:${RUN}|(?<![\\p{L}\\d.,])\\.\\d+)(?:\\u00a0\\d{3}(?!\\d))*(?:[.,]\\d+)?(?:e[+-]?\\d{1,2}(?![\\d\\p{L}]))?)`;
const FOUND = new RegExp(
  `(?<![\\p{L}\\d])(?<period>${PERIOD})|(?<![\\p{L}\\d])(?<named>${NAMED_DATE})|(?<![\\p{L}\\d.,])(?<date>${DATE})|(?:${LEFT})(?<sign>(?<![\\p{L}\\d)])[-+])?(?<number>${NUMERAL}(?:${TIMES}${NUMERAL})?)(?! ?(?:st|nd|rd|th)(?!\\p{L}))(?<scale>[ \\u00a0]?${SCALE})?`,
  'giu',
);
/** A number after one of these is its own: "lot 12 553 CNY/kg" has a price of 553. */
export const LABEL_WORD =
  '(?:lots?|batch|no|nr|number|item|grade|type|ref|contract|order|po|line|row|page|week|quarter|part|pos|position|invoice|offer|container|drum|bag|truck|shipment|cargo|class|code|id|sku|heat|serial|version|section)';
const LABEL = new RegExp(`(?:(?<!\\p{L})${LABEL_WORD}[.:]?|#|№)\\s*$`, 'iu');
/** A label, a letter before it, and what stands between it and its number. */
const LABEL_ROOM = 24;

/** The name of a grade, with the number that belongs to it: "PrNd-25", "N-42", "75/25". A dash after a plain word may part two things. */
const GRADE =
  /(?:(?<!\p{L})(?!(?:USD|CNY|RMB|EUR|GBP|JPY|INR)-)\p{Lu}\p{L}{0,5}[-_]|(?<!\d)\d{1,2}\/)\d{1,2}$/u;

/**
 * The numbers of a text, from left to right, with dates and periods among them so that none is taken for a number.
 * @example scanNumbers('Tb4O7 830 USD/kg').map(({ readings }) => readings[0]?.value) // [830]
 */
export function scanNumbers(text: string, context: NumberContext = {}): readonly NumberFound[] {
  const plain = plainNumerals(text);
  const found: NumberFound[] = [];
  for (const match of plain.matchAll(FOUND)) {
    const { number, sign = '', scale = '', period } = match.groups ?? {};
    const [start, end] = [match.index, match.index + match[0].length];
    if (number === undefined) {
      found.push({
        kind: period === undefined ? 'date' : 'period',
        start,
        end,
        readings: [],
        isScaled: false,
      });
      continue;
    }
    const readings = readNumber(`${sign}${number}${scale}`, context);
    found.push({ kind: 'number', start, end, readings, isScaled: scale !== '' });
  }
  return joinGroups(plain, found, context);
}

/** The numbers of a cell as they stand there: itself, or those in it. @example numeralsIn('RMB 551.000-552.000') */
export function numeralsIn(text: string): readonly string[] {
  if (readNumber(text).length > 0) return [text];
  return scanNumbers(text).flatMap(({ kind, start, end }) =>
    kind === 'number' ? [text.slice(start, end)] : [],
  );
}

/**
 * Groups with a plain space between them: "553 000" is one number. Where the last group may be a number of its own, both
 * readings are given ("12 553"), unless a label stands before and has the first one.
 */
function joinGroups(
  plain: string,
  found: readonly NumberFound[],
  context: NumberContext,
): readonly NumberFound[] {
  const joined: NumberFound[] = [];
  for (const one of found) {
    const last = joined.at(-1);
    const together =
      last !== undefined && isGroup(plain, last, one) && !isNamed(plain, last)
        ? readNumber(plain.slice(last.start, one.end), context)
        : [];
    if (last === undefined || together.length === 0) {
      joined.push(one);
      continue;
    }
    const alone = plain[one.start] === '0' ? [] : one.readings;
    joined[joined.length - 1] = {
      ...one,
      start: last.start,
      readings: decide([...together, ...alone], context),
    };
  }
  return joined;
}

/** Whether a label or a grade has the number. */
function isNamed(plain: string, { start, end }: NumberFound): boolean {
  return (
    LABEL.test(plain.slice(Math.max(0, start - LABEL_ROOM), start)) ||
    GRADE.test(plain.slice(Math.max(0, start - LABEL_ROOM), end))
  );
}

function isGroup(plain: string, before: NumberFound, after: NumberFound): boolean {
  return (
    before.kind === 'number' &&
    after.kind === 'number' &&
    !before.isScaled &&
    after.start === before.end + 1 &&
    plain[before.end] === ' ' &&
    /^[-+]?\d{1,3}(?: \d{3})*$/u.test(plain.slice(before.start, before.end)) &&
    /^\d{3}(?!\d)/u.test(plain.slice(after.start, after.end))
  );
}

const SCALED = new RegExp(`${SCALE}$`, 'iu');

/** A range of two numbers whose marks agree. */
export interface RangeReading extends Pick<NumberReading, 'decimals' | 'style' | 'value'> {
  readonly low: number;
  readonly high: number;
}

/**
 * What two numbers make as a range. A "k" after the higher one holds for both unless the lower one has its own: "553-557k"
 * and "553/557k" are 553,000 to 557,000. Ranges that run downwards are none.
 */
export function rangesOf(low: NumberFound, high: NumberFound, text: string): readonly RangeReading[] {
  const scale = SCALED.exec(plainNumerals(text.slice(high.start, high.end)))?.[0];
  const lows =
    high.isScaled && !low.isScaled && scale !== undefined
      ? readNumber(text.slice(low.start, low.end) + scale)
      : low.readings;
  return lows.flatMap((a) =>
    high.readings.flatMap((b) => {
      const agree = a.style === 'none' || b.style === 'none' || a.style === b.style;
      if (!agree || a.value > b.value) return [];
      const style = a.style === 'none' ? b.style : a.style;
      const decimals = Math.max(a.decimals, b.decimals);
      return [{ low: a.value, high: b.value, value: a.value, decimals, style }];
    }),
  );
}
