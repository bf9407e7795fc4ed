/**
 * The one reader of numbers: for questions, alerts, digests, quotes, tables and JSON. It gives readings, best first, for
 * "1.500" may be 1.5 or 1,500; what stands around decides, and where two are left the user is asked.
 */
import {
  DIGITS,
  plainNumerals,
  readDigits,
  SPACED_GROUPS,
  type MarkStyle,
  type NumberReading,
} from './numerals.ts';
import { readWords, SCALES } from './number-words.ts';

export type { MarkStyle, NumberReading };

/** What stands around a number and may decide between its readings. */
export interface NumberContext {
  /** How the writer marks decimals, where that is known: of the column (`styleOf`), or as a setting says. */
  readonly style?: MarkStyle | undefined;
  /** A number that it is likely to be near, such as the last price of the same series in the same unit. */
  readonly near?: number | undefined;
  /** How many times as much, or as little, is near: 30, where nothing is said. */
  readonly within?: number | undefined;
}

/** So many times as much, or as little, is near. Less than the root of 1,000, so that only one of two readings is. */
const NEAR_FACTOR = 30;

/** What may follow a number and multiplies it: longest first, and no part of a longer word or of "m3". */
export const SCALE = `(?:${[...SCALES.keys()]
  .filter((word) => word !== 'hundred')
  .toSorted((a, b) => b.length - a.length)
  .map((word) => (/[a-z]/.test(word) ? `${word}(?![\\p{L}\\p{N}²³])` : word))
  .join('|')})`;
/** Halves and the like. */
const VULGAR: ReadonlyMap<string, number> = new Map([
  ['½', 1 / 2],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['⅛', 1 / 8],
]);
/** Only what people write as a part of one: "553/557" and "20/11" are none. */
export const FRACTION = String.raw`(?:[1-9]\d?/(?:[2-9]|10|16)(?![\d/.,])|[½¼¾⅓⅔⅛])`;
export const TIMES = String.raw`\s?[x×*]\s?`;
const BETWEEN_FACTORS = new RegExp(TIMES, 'iu');
const SINGLE = new RegExp(
  `^(?:(?<whole>\\d{1,6})(?:\\s+|(?=[½¼¾⅓⅔⅛])))?(?<fraction>${FRACTION})$|^(?<digits>${DIGITS}(?:${SPACED_GROUPS})?)(?:e(?<power>[+-]?\\d{1,2}))?(?: ?(?<scale>${SCALE}))?$`,
  'iu',
);

/**
 * All readings of a text that is one number and nothing else, best first; none where it is no number.
 * @example readNumber('1.500').map(({ value }) => value) // [1.5, 1500]
 * @example readNumber('1.500', { near: 1400 }).map(({ value }) => value) // [1500]
 */
export function readNumber(text: string, context: NumberContext = {}): readonly NumberReading[] {
  // Nearly every number is that: the rest need not be looked for.
  if (/^\d[\d.,']*$/.test(text)) return decide(readDigits(text), context);
  const plain = plainNumerals(text.normalize('NFC')).trim();
  const [, sign = '', rest = ''] = /^([+-]?)\s?(.*)$/su.exec(plain) ?? [];
  const factors = rest.split(BETWEEN_FACTORS);
  const read = factors.length === 1 ? readSingle(rest) : productOf(factors.map(readSingle));
  const signed = sign === '-' ? read.map((reading) => ({ ...reading, value: 0 - reading.value })) : read;
  return decide(signed, context);
}

function readSingle(text: string): readonly NumberReading[] {
  const match = SINGLE.exec(text);
  if (match === null) return readInWords(text);
  const { whole, fraction, digits = '', power, scale } = match.groups ?? {};
  if (fraction !== undefined) {
    const [above = 0, below = 1] = fraction.split('/').map(Number);
    const part = VULGAR.get(fraction) ?? above / below;
    return [{ value: Number(whole ?? 0) + part, decimals: 0, style: 'none' }];
  }
  // A mantissa has one digit before its mark: nobody groups it.
  const read =
    power === undefined || !/[.,]/.test(digits)
      ? readDigits(digits)
      : readDigits(digits).filter(({ decimals }) => decimals > 0);
  if (power !== undefined) return read.map((one) => ({ ...one, value: Number(`${one.value}e${power}`) }));
  const times = SCALES.get(scale?.toLowerCase() ?? '');
  return times === undefined ? read : read.map((one) => ({ ...one, value: scaled(one.value, times) }));
}

function readInWords(text: string): readonly NumberReading[] {
  const words = text.toLowerCase().split(/[\s-]+/u);
  const read = readWords((at) => words[at] ?? '', 0);
  return read?.next === words.length ? [{ value: read.value, decimals: 0, style: 'none' }] : [];
}

/** Without the noise of a binary product: 2.05 million is 2,050,000. */
export function scaled(value: number, times: number): number {
  return Number((value * times).toPrecision(15));
}

/** The products of readings whose marks agree. */
function productOf(factors: readonly (readonly NumberReading[])[]): readonly NumberReading[] {
  return factors.reduce<readonly NumberReading[]>(
    (products, readings) =>
      products.flatMap((a) =>
        readings.flatMap((b) => {
          const style = commonStyle(a, b);
          if (style === undefined) return [];
          const value = scaled(a.value, b.value);
          const decimals = Math.max(a.decimals, b.decimals);
          return value === 0 ? [] : [{ value, decimals, style, factors: [...(a.factors ?? []), b.value] }];
        }),
      ),
    [{ value: 1, decimals: 0, style: 'none', factors: [] }],
  );
}

/** The style of both, where one writer may have written them. */
function commonStyle(a: NumberReading, b: NumberReading): MarkStyle | undefined {
  if (a.style === 'none') return b.style;
  return b.style === 'none' || b.style === a.style ? a.style : undefined;
}

/** The readings that what stands around leaves: of the known style, and near what it is likely to be near. */
export function decide<R extends Pick<NumberReading, 'value' | 'style'>>(
  readings: readonly R[],
  { style = 'none', near, within = NEAR_FACTOR }: NumberContext,
): readonly R[] {
  const styled = readings.filter(
    (reading) => style === 'none' || reading.style === 'none' || reading.style === style,
  );
  if (styled.length < 2 || near === undefined || near <= 0) return styled;
  const close = styled.filter(({ value }) => value < near * within && value > near / within);
  return close.length === 1 ? close : styled;
}

/**
 * The reading to go on with; `undefined` where the user has to say which. Lodestone itself prints 1,250 for twelve hundred
 * and fifty, so a lone comma before three digits is that; a lone point before three digits is never taken unasked.
 */
export function settled<R extends Pick<NumberReading, 'value' | 'style'> & { readonly decimals: number }>(
  readings: readonly R[],
): R | undefined {
  const [first, ...others] = readings;
  if (first === undefined || others.length === 0) return first;
  return first.style === 'point' && first.decimals === 0 ? first : undefined;
}

/**
 * How the writer of a column marks decimals, as far as its numbers tell: "551.000" beside "554.500,50" has a decimal
 * comma. `none` where nothing tells; `undefined` where its numbers contradict each other, by
 * their marks or by 1,000.
 */
export function styleOf(texts: Iterable<string>): MarkStyle | undefined {
  const marks = watchMarks();
  for (const text of texts) marks.see(text);
  return marks.style();
}

interface MarkWatch {
  see(text: string): void;
  style(): MarkStyle | undefined;
}

/** The same for numbers that come one after the other. */
export function watchMarks(): MarkWatch {
  let style: MarkStyle = 'none';
  /** Powers of two: a column of 20,000 has few of them. */
  const sure = new Set<number>();
  const doubtful: (readonly NumberReading[])[] = [];
  let contradicted = false;
  /** Whether all that are sure have three decimals: then one more of them is nobody else's. */
  let inThrees = true;
  return {
    see: (text) => {
      const readings = readNumber(text);
      const [only, ...others] = readings;
      if (contradicted || only === undefined) return;
      if (others.length > 0) return void doubtful.push(readings);
      if (only.value > 0) sure.add(2 ** Math.round(Math.log2(only.value)));
      if (only.style === 'none') return;
      inThrees &&= only.decimals === 3;
      contradicted = style !== 'none' && style !== only.style;
      ({ style } = only);
    },
    style: () => {
      const values = [...sure];
      const isOff =
        contradicted ||
        (!(inThrees && style !== 'none') && doubtful.some((readings) => isFarFrom(values, readings, style)));
      return isOff ? undefined : style;
    },
  };
}

/**
 * By the column's marks a number has three decimals, which is far from all sure ones, and as thousands it is near: two people
 * wrote it.
 */
function isFarFrom(sure: readonly number[], readings: readonly NumberReading[], style: MarkStyle): boolean {
  const chosen = readings.find((one) => one.style === style);
  const isNear = ({ value }: NumberReading) =>
    sure.some((one) => one / value < NEAR_FACTOR && value / one < NEAR_FACTOR);
  return (
    chosen !== undefined &&
    !isNear(chosen) &&
    readings.some((other) => other.value > chosen.value && isNear(other))
  );
}

const GROUPED = new Intl.NumberFormat('en-US', { maximumFractionDigits: 12 });

/** What to ask where readings are left. @example whichOf(readNumber('60.000')) // "60 or 60,000" */
export function whichOf(readings: readonly Pick<NumberReading, 'value'>[]): string {
  return readings.map(({ value }) => GROUPED.format(value)).join(' or ');
}

/** A number as it is written so that it has one reading: to be copied, or kept as text. @example "1234.5670", "60000" */
export function unmistakable(value: number): string {
  const text = String(value);
  return /^-?[1-9]\d{0,2}\.\d{3}$/.test(text) ? `${text}0` : text;
}
